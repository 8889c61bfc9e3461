// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/fold.h"

#include <algorithm>

namespace tridesk {

void Fold::operator()(const IncidentReported& f) {
    Incident& incident = m_s.m_incidents.edit(f.incident);
    incident.id = f.incident;
    incident.number = f.number;
    incident.source = f.source;
    incident.reportDigest = f.digest;
    incident.details = f.details;
    incident.post = f.post;
    incident.beat = f.beat;
    incident.reportedAt = m_at;
    incident.stageSince = m_at;
    m_s.m_open.insert(f.incident);
    m_s.m_numbers.insert(f.number, f.incident);
    if (!f.source.key.isEmpty())
        m_s.m_sources.insert(f.source, f.incident);
    m_s.m_lastNumber = std::max(m_s.m_lastNumber, f.number);
    m_changes.incidents.insert(f.incident);
}

void Fold::operator()(const IncidentAmended& f) {
    Incident* incident = editIncident(f.change.incident);
    if (!incident)
        return;
    IncidentDetails& details = incident->details;
    details.text = f.change.text.value_or(details.text);
    details.type = f.change.type.value_or(details.type);
    details.level = f.change.level.value_or(details.level);
    details.place = f.change.place.value_or(details.place);
    details.callers = f.change.callers.value_or(details.callers);
    details.hazards = f.change.hazards.value_or(details.hazards);
    incident->post = f.post.value_or(incident->post);
    incident->beat = f.beat.value_or(incident->beat);
}

void Fold::operator()(const IncidentNoted& f) {
    if (Incident* incident = editIncident(f.incident))
        incident->notes.append({m_at, m_entry.fact.seat, f.text});
}

void Fold::operator()(const IncidentClosed& f) {
    if (Incident* incident = editIncident(f.incident)) {
        incident->disposition = f.disposition;
        close(*incident);
    }
}

void Fold::operator()(const IncidentFlagged& f) {
    Incident* incident = editIncident(f.incident);
    if (!incident)
        return;
    if (f.on)
        incident->flags.insert(f.flag);
    else
        incident->flags.remove(f.flag);
}

void Fold::operator()(const IncidentTagged& f) {
    if (Incident* incident = editIncident(f.incident))
        incident->tags = f.tags;
}

void Fold::operator()(const IncidentHeld& f) {
    Incident* incident = editIncident(f.incident);
    if (!incident)
        return;
    endHold(*incident);
    incident->dispatchMissedAt.reset();
    incident->dispatchLateAt.reset();
    if (!f.until) {
        incident->stageSince = m_at; // its dispatch clock starts anew
        return;
    }
    incident->hold = Hold{*f.until, f.reason, m_at, f.unit, f.beat};
    if (Unit* unit = editUnit(f.unit)) {
        const qsizetype last = unit->stack.size();
        unit->stack.insert(f.place > 0 ? std::min<qsizetype>(f.place - 1, last) : last, f.incident);
    }
}

void Fold::operator()(const IncidentMerged& f) {
    Incident* incident = editIncident(f.incident);
    Incident* into = editIncident(f.into);
    if (!incident || !into)
        return;
    incident->mergedInto = f.into;
    into->merged.append(f.incident);
    close(*incident);
}

void Fold::operator()(const IncidentSplit& f) {
    Incident* incident = editIncident(f.incident);
    if (!incident || incident->mergedInto.isNull())
        return;
    if (Incident* master = editIncident(incident->mergedInto))
        master->merged.removeAll(f.incident);
    incident->mergedInto = {};
    reopen(*incident);
}

void Fold::operator()(const IncidentReopened& f) {
    Incident* incident = editIncident(f.incident);
    if (!incident)
        return;
    ++incident->reopened;
    incident->disposition = {};
    reopen(*incident);
}

void Fold::operator()(const IncidentTransferred& f) {
    Incident* incident = editIncident(f.incident);
    if (!incident)
        return;
    incident->transfer = Transfer{f.agency, f.reason, m_at};
    if (incident->hold && incident->hold->unit) // nothing of ours waits for a unit while it is away
        endHold(*incident);
}

void Fold::operator()(const TransferReturned& f) {
    Incident* incident = editIncident(f.incident);
    if (!incident || !incident->transfer)
        return;
    incident->transfer->returnedAt = m_at;
    incident->transfer->answer = f.answer;
    incident->stageSince = m_at; // here again: its dispatch clock starts anew, and no hold of before runs on
    endHold(*incident);
    incident->dispatchMissedAt.reset();
}

/// Whom it waited for waits for it no more.
void Fold::endHold(Incident& incident) {
    if (Unit* unit = incident.hold ? editUnit(incident.hold->unit) : nullptr)
        unit->stack.removeAll(incident.id);
    incident.hold.reset();
}

void Fold::close(Incident& incident) {
    incident.stage = IncidentStage::Closed;
    incident.stageSince = m_at;
    endHold(incident);
    incident.reinforcement.reset();
    m_s.m_open.remove(incident.id);
}

/// Back to the queue, with no clock of before running on.
void Fold::reopen(Incident& incident) {
    incident.stage = IncidentStage::Pending;
    incident.stageSince = m_at;
    incident.dispatchMissedAt.reset();
    incident.dispatchLateAt.reset();
    m_s.m_open.insert(incident.id);
}

} // namespace tridesk
