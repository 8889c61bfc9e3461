// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/alarms.h"

namespace tridesk {

/// What one seat has in hand at an instant (product.md, capability 97).
struct DeskLoad {
    Seat seat;
    QString user;
    std::optional<Instant> since; ///< not set: stations are given to it, and nobody sits there
    QList<PostId> sectors;        ///< stations that it alone answers for
    int open = 0;                 ///< incidents in hand
    int unassigned = 0;           ///< of them, nobody was sent
    int overdue = 0;              ///< of them, with a deadline that has passed
    int issued = 0;               ///< orders that it gave in the last fifteen minutes
    int unread = 0;               ///< messages to it
    int alarms = 0;               ///< that wait for it, without those that it shelved

    friend bool operator==(const DeskLoad&, const DeskLoad&) = default;
};

constexpr auto issuedWithin = std::chrono::minutes(15);

/// Whose hands an incident is in: the desk that answers for its station; where that is every desk's the one
/// that gave its newest order; empty: nobody's yet. A station has what lies in its area besides.
[[nodiscard]] QString deskOf(const Situation& situation, const Incident& incident);

/// What each seat sees (app/access decides); empty: everything.
using AlarmViewOf = std::function<AlarmView(const Seat&)>;

/// Every desk and station that somebody sits at, and desks that nobody sits at though stations are theirs;
/// desks first. Pure.
[[nodiscard]] QList<DeskLoad> deskLoads(const Situation& situation, Instant now,
                                        const AlarmViewOf& view = {});
/// Open incidents that are in no desk's hands.
[[nodiscard]] int inNobodysHands(const Situation& situation);

} // namespace tridesk
