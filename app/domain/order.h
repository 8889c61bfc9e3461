// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "app/domain/instant.h"

#include <QList>
#include <QString>

#include <array>
#include <optional>
#include <variant>

namespace tridesk {

/// The receipt chain, in its order. Recalled, Refused and Cancelled end an order early.
enum class OrderStage {
    Issued,
    Delivered,
    Shown,
    Signed,
    UnderWay,
    Arrived,
    Reported,
    Closed,
    Recalled,
    Refused,
    Cancelled
};

constexpr int orderStageCount = int(OrderStage::Cancelled) + 1;

[[nodiscard]] constexpr bool isOver(OrderStage stage) {
    return stage >= OrderStage::Closed;
}

enum class OrderRole { Primary, Backup };

/// The four clocks of desk.md, *The flow of an incident*.
enum class DeadlineKind { Dispatch, Sign, Arrive, Report };
constexpr int deadlineKindCount = int(DeadlineKind::Report) + 1;

/// Why a post must be told of an order that is not its own: one of its units was ordered over its head, or an
/// order that it had given was dropped for this one.
enum class NoticeKind { Bypassed, Overridden };

struct OrderNotice {
    PostId post;
    NoticeKind kind = NoticeKind::Bypassed;
    std::optional<Instant> acknowledgedAt = {};

    friend bool operator==(const OrderNotice&, const OrderNotice&) = default;
};

/// Who really did a step that a desk enters for somebody, how it was told, and in what words (product.md,
/// capability 51).
struct OnBehalf {
    QString channel; ///< "radio", "telephone" …
    QString words;

    friend bool operator==(const OnBehalf&, const OnBehalf&) = default;
};

/// One line of a recommendation as it stood on the screen when an order was given.
struct ShownPick {
    UnitId unit;
    std::optional<Milliseconds> travel; ///< not known: no way, or no fix
    qint64 cost = 0;                    ///< seconds, the rank's key
    QList<QString> reasons;             ///< codes of app/domain/recommend.h

    friend bool operator==(const ShownPick&, const ShownPick&) = default;
};

using Addressee = std::variant<PostId, UnitId>;

/// How long an order can be recalled before the addressee sees it (desk.md, *Drag*: six seconds).
constexpr Milliseconds recallWindow = std::chrono::seconds(6);

/// An order as it stands now: tells a post or a unit to do something about an incident.
struct Order {
    OrderId id;
    IncidentId incident;
    Addressee to;
    OrderRole role = OrderRole::Primary;
    std::optional<OrderId> parent; ///< the order to the post that this one carries out
    QString text;
    QString issuedBy;  ///< seat
    Instant releaseAt; ///< from then on the addressee may see it
    OrderStage stage = OrderStage::Issued;
    std::array<std::optional<Instant>, orderStageCount> reachedAt; ///< each hop's time, by stage
    QString report; ///< what was reported back, or why it was refused or cancelled
    TypeCode disposition;
    QList<OrderNotice> notices;
    std::array<std::optional<Instant>, deadlineKindCount> missedAt; ///< each deadline's, by kind
    int chases = 0;
    std::optional<Instant> chasedAt; ///< the last time

    [[nodiscard]] std::optional<Instant> reached(OrderStage at) const { return reachedAt[size_t(at)]; }
    [[nodiscard]] std::optional<Instant> missed(DeadlineKind kind) const { return missedAt[size_t(kind)]; }
    [[nodiscard]] std::optional<UnitId> unit() const;
    [[nodiscard]] std::optional<PostId> post() const;

    friend bool operator==(const Order&, const Order&) = default;
};

} // namespace tridesk
