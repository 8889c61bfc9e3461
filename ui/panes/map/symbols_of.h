// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/fix.h"
#include "app/domain/incident.h"
#include "app/domain/unit.h"
#include "ui/map/symbols.h"

namespace tridesk {

class Situation;

// What the map shows of the domain's values. Pure; keys and selection are the caller's.

/// How little a fix is to be trusted: 0 up to a minute old, 1 from ten minutes on.
[[nodiscard]] float ageFade(Milliseconds age);

[[nodiscard]] ui::UnitSymbol unitSymbol(const Unit& unit, const Fix& fix, Instant now);
/// Of an incident whose place is known.
[[nodiscard]] ui::IncidentSymbol incidentSymbol(const Situation& situation, const Incident& incident,
                                                const GeoPoint& at, Instant now);

} // namespace tridesk
