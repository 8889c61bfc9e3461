// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"

#include <QList>

#include <optional>

/// Incidents that are held for one unit, in its order, or for whoever of a beat comes free (product.md,
/// capability 33). Nothing here sends anybody: a proposal is what a desk is told.
namespace tridesk::stack_rules {

/// How many may wait for one unit.
constexpr qsizetype most = 20;

/// A unit that came free, and what waits for it.
struct Proposal {
    UnitId unit;
    IncidentId incident;

    friend bool operator==(const Proposal&, const Proposal&) = default;
};

/// What a unit is to do next: the first that is held for it, else the most pressing and then the oldest that
/// is held for its beat. Nothing while it is not free, and nothing that was put there after it came free: who
/// did that saw it stand there.
[[nodiscard]] std::optional<IncidentId> nextFor(const Situation& situation, const Unit& unit);

/// Every unit for which something is next, by callsign. A walk over the open incidents, and over the units
/// only where something is held for a beat.
[[nodiscard]] QList<Proposal> proposals(const Situation& situation);

/// The place of an incident in its unit's order, from 1; 0 where it waits for none.
[[nodiscard]] qsizetype placeOf(const Situation& situation, const Incident& incident);

} // namespace tridesk::stack_rules
