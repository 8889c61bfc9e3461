// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/figures.h"

#include "app/desk/desk.h"
#include "app/domain/deadlines.h"

namespace tridesk {

namespace {

void count(const SeatDesk& desk, const Incident& incident, Figures& figures) {
    ++figures.open;
    if (incident.stage == IncidentStage::Pending)
        ++figures.unassigned;
    const auto due = deadline(desk.situation(), incident);
    if (due && desk.now() > due->due)
        ++figures.overdue;
}

} // namespace

Figures figures(const SeatDesk& desk) {
    Figures figures;
    const Situation& situation = desk.situation();
    for (const IncidentId& id : situation.openIncidents())
        if (const Incident* incident = situation.incidents().find(id); incident && desk.maySee(*incident))
            count(desk, *incident, figures);
    for (const Unit& unit : situation.units()) {
        if (unit.status == UnitStatus::Off || !desk.maySee(unit))
            continue;
        ++figures.crewed;
        figures.available += isAvailable(unit.status) ? 1 : 0;
    }
    return figures;
}

} // namespace tridesk
