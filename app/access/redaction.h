// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/seat.h"
#include "app/domain/situation.h"

#include <QSet>

namespace tridesk {

/// Whose eyes are on a screen: the seat's user, what that user has opened with a reason since signing in, and
/// whether visitors stand before the screen as well.
struct Eyes {
    Actor actor;
    bool wall = false;
    QSet<IncidentId> opened = {}; ///< sensitive ones
};

/// How much of an incident may be read.
enum class Sight {
    Nothing, ///< it is not there
    Outline, ///< that there is one, and where: a grey dot, a grey row without words
    Brief,   ///< what it takes to send somebody: number, type, level, place, hazards, who is on it; no words
    Whole
};

/// Nothing of what the seat may not see at all (permission.h). Of a sensitive incident: on a wall its
/// outline; the whole where the seat was ordered to it or reported it, and at the bureau once a look was
/// recorded with a reason; until then a brief, and for roles without Right::ReadSensitive nothing more.
[[nodiscard]] Sight sightOf(const Situation& situation, const Eyes& eyes, const Incident& incident,
                            Instant now);

/// Whether these eyes may know who called. Of a confidential caller at the bureau alone, and there with
/// Right::KnowCallers; on a wall of no caller.
[[nodiscard]] bool knowsCallers(const Eyes& eyes, const Incident& incident);

/// The incident as these eyes may read it: what they may not is empty. Every screen, list, card, candidate,
/// search and interface shows this and not the incident of the situation; the commands about it are decided
/// by the latter all the same. Pure.
[[nodiscard]] Incident redacted(const Situation& situation, const Eyes& eyes, const Incident& incident,
                                Instant now);

/// Whether these eyes may read what somebody has written: nothing about a sensitive incident whose own words
/// they may not read. What was written to or by a seat that does not see the incident is
/// meant for it; nobody else there reads it.
[[nodiscard]] bool mayRead(const Situation& situation, const Eyes& eyes, const Message& message, Instant now);

} // namespace tridesk
