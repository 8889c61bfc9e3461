// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "app/domain/instant.h"

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

    [[nodiscard]] std::optional<Instant> reached(OrderStage at) const { return reachedAt[size_t(at)]; }
    [[nodiscard]] std::optional<UnitId> unit() const;
    [[nodiscard]] std::optional<PostId> post() const;
};

} // namespace tridesk
