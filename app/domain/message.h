// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/geo_point.h"
#include "app/domain/id.h"
#include "app/domain/instant.h"
#include "app/domain/order.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace tridesk {

enum class MessageStage { Sent, Delivered, Shown, Acknowledged };

/// A message is read once; a bulletin (布控, be on the lookout) stands until it expires, with a receipt of
/// each reader; a status note ("Road X closed till 18:00") stays on the screen. What is said in the room of
/// an incident (room_rules.h) is for all who work on it, now and later.
enum class MessageKind { Message, Bulletin, StatusNote, Room };

/// Stays until it expires or is withdrawn.
[[nodiscard]] constexpr bool isStanding(MessageKind kind) {
    return kind == MessageKind::Bulletin || kind == MessageKind::StatusNote;
}

/// A message from a seat to posts and units, with what became of it at each.
struct Message {
    MessageId id;
    QString from; ///< seat
    QList<Addressee> to;
    std::optional<IncidentId> incident;
    QString text;
    Instant sentAt;
    QHash<QString, MessageStage> stages; ///< by receiving seat
    MessageKind kind = MessageKind::Message;
    std::optional<Instant> expiresAt;
    Area area; ///< where it matters; empty: everywhere
    std::optional<Instant> withdrawnAt;

    [[nodiscard]] bool stands(Instant now) const { return !withdrawnAt && (!expiresAt || now < *expiresAt); }

    friend bool operator==(const Message&, const Message&) = default;
};

} // namespace tridesk
