// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/stack_rules.h"

#include <algorithm>
#include <tuple>

namespace tridesk::stack_rules {

namespace {

/// Nobody works on it: nobody was sent yet, or all have reported and somebody is to go there again.
bool waits(const Incident& incident) {
    const bool idle = incident.stage == IncidentStage::Pending || incident.stage == IncidentStage::Reported;
    return idle && incident.hold && !incident.isAway();
}

bool cameFreeSince(const Unit& unit, const Hold& hold) {
    return isAvailable(unit.status) && unit.statusSince > hold.since;
}

auto urgency(const Incident& incident) {
    return std::tuple(incident.details.level, incident.reportedAt, incident.number);
}

using ByBeat = QHash<BeatId, QList<const Incident*>>;

/// What is held for beats, the most pressing first.
ByBeat heldForBeats(const Situation& situation) {
    ByBeat held;
    for (const IncidentId& id : situation.openIncidents())
        if (const Incident* incident = situation.incidents().find(id);
            incident && waits(*incident) && incident->hold && !incident->hold->beat.isNull())
            held[incident->hold->beat].append(incident);
    for (QList<const Incident*>& each : held)
        std::ranges::sort(each,
                          [](const Incident* a, const Incident* b) { return urgency(*a) < urgency(*b); });
    return held;
}

std::optional<IncidentId> ofStack(const Situation& situation, const Unit& unit) {
    for (const IncidentId& id : unit.stack)
        if (const Incident* incident = situation.incidents().find(id);
            incident && waits(*incident) && incident->hold && cameFreeSince(unit, *incident->hold))
            return id;
    return std::nullopt;
}

std::optional<IncidentId> ofBeat(const ByBeat& held, const Unit& unit) {
    for (const Incident* incident : held.value(unit.definition.beat))
        if (incident->hold && cameFreeSince(unit, *incident->hold))
            return incident->id;
    return std::nullopt;
}

} // namespace

std::optional<IncidentId> nextFor(const Situation& situation, const Unit& unit) {
    if (!isAvailable(unit.status))
        return std::nullopt;
    if (const auto next = ofStack(situation, unit))
        return next;
    return unit.definition.beat.isNull() ? std::nullopt : ofBeat(heldForBeats(situation), unit);
}

QList<Proposal> proposals(const Situation& situation) {
    QHash<UnitId, IncidentId> next;
    for (const IncidentId& id : situation.openIncidents()) {
        const Incident* incident = situation.incidents().find(id);
        const Unit* unit = incident && incident->hold && incident->hold->unit
                               ? situation.units().find(*incident->hold->unit)
                               : nullptr;
        if (unit && !next.contains(unit->definition.id))
            if (const auto first = ofStack(situation, *unit))
                next.insert(unit->definition.id, *first);
    }
    if (const ByBeat held = heldForBeats(situation); !held.isEmpty())
        for (const Unit& unit : situation.units())
            if (isAvailable(unit.status) && !next.contains(unit.definition.id))
                if (const auto first = ofBeat(held, unit))
                    next.insert(unit.definition.id, *first);
    QList<Proposal> all;
    for (const auto& [unit, incident] : next.asKeyValueRange())
        all.append({unit, incident});
    std::ranges::sort(all, {}, [&](const Proposal& each) {
        return situation.units().find(each.unit)->definition.callsign.toString();
    });
    return all;
}

qsizetype placeOf(const Situation& situation, const Incident& incident) {
    const Unit* unit =
        incident.hold && incident.hold->unit ? situation.units().find(*incident.hold->unit) : nullptr;
    return unit ? unit->stack.indexOf(incident.id) + 1 : 0;
}

} // namespace tridesk::stack_rules
