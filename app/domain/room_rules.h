// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"

#include <QList>

/// The room of an incident (product.md, capability 73): one thread for all who work on it. It is there from
/// the first order on, and its members follow the orders: nobody makes it and nobody keeps a list.
namespace tridesk::room_rules {

/// Somebody was sent, and the order was not taken back.
[[nodiscard]] bool hasRoom(const Situation& situation, const Incident& incident);

/// The bureau, the station in whose area it lies (unless the incident is sensitive), and whoever has an open
/// order on it that reached him. One that can still be recalled makes nobody a member.
[[nodiscard]] QList<Addressee> members(const Situation& situation, const Incident& incident);

/// Any desk of the bureau is one.
[[nodiscard]] bool isMember(const Situation& situation, const Incident& incident, const Seat& seat);

/// What was said there, the oldest first.
[[nodiscard]] QList<const Message*> thread(const Situation& situation, const IncidentId& incident);

} // namespace tridesk::room_rules
