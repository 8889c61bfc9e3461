// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"

/// Whom a message is for, and how far it has come at each of them. What decisions, windows and briefs share.
namespace tridesk::message_rules {

/// To the seat's own post or unit; the bureau's posts are every desk of the bureau. What was said in the room
/// of an incident is for whoever is a member by now, too.
[[nodiscard]] bool isAddressed(const Situation& situation, const Message& message, const Seat& seat);
/// Sent by the seat, or addressed to it.
[[nodiscard]] bool concerns(const Situation& situation, const Message& message, const Seat& seat);
[[nodiscard]] MessageStage stageAt(const Message& message, const QString& seat);
/// To be acknowledged by the seat: a message for ever, a bulletin while it stands; never what it sent itself.
/// Status notes are only shown.
[[nodiscard]] bool isUnread(const Situation& situation, const Message& message, const Seat& seat,
                            Instant now);

/// One addressee, and how far the message has come there.
struct Reader {
    Addressee to;
    QString seat = {}; ///< which read it, or is to; of the bureau's desks the one that came farthest
    MessageStage stage = MessageStage::Sent;
};
/// In the order of addressing, without the sender itself; of a room those who came later last.
[[nodiscard]] QList<Reader> readers(const Situation& situation, const Message& message);

/// Whom an answer to a seat is for: the station, the crew's unit, the bureau's first post. Nothing for
/// machines, and for a bureau of which no post was defined.
[[nodiscard]] std::optional<Addressee> addresseeOf(const Situation& situation, const QString& seat);

} // namespace tridesk::message_rules
