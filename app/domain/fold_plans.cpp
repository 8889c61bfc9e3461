// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/fold.h"

namespace tridesk {

Checklist* Fold::editChecklist(const IncidentId& id) {
    if (!m_s.m_checklists.find(id))
        return nullptr;
    m_changes.incidents.insert(id);
    return &m_s.m_checklists.edit(id);
}

/// What was done stays done where the new plan asks for it too.
void Fold::operator()(const PlanOpened& f) {
    if (!m_s.m_incidents.find(f.incident))
        return;
    Checklist& list = m_s.m_checklists.edit(f.incident);
    list.plan = f.plan;
    list.openedAt = m_at;
    list.missed.clear();
    list.ticks.removeIf(
        [&f](QHash<TypeCode, Checklist::Tick>::iterator tick) { return !f.plan.step(tick.key()); });
    m_changes.incidents.insert(f.incident);
}

void Fold::operator()(const StepTicked& f) {
    Checklist* list = editChecklist(f.incident);
    if (!list)
        return;
    if (f.done)
        list->ticks.insert(f.step, {m_at, m_entry.fact.seat});
    else
        list->ticks.remove(f.step);
}

void Fold::operator()(const StepMissed& f) {
    if (Checklist* list = editChecklist(f.incident))
        list->missed.insert(f.step, m_at);
}

} // namespace tridesk
