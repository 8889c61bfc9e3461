// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/fold.h"

namespace tridesk {

Unit* Fold::editUnit(const std::optional<UnitId>& id) {
    if (!id || !m_s.m_units.find(*id))
        return nullptr;
    m_changes.units.insert(*id);
    return &m_s.m_units.edit(*id);
}

Incident* Fold::editIncident(const IncidentId& id) {
    if (!m_s.m_incidents.find(id))
        return nullptr;
    m_changes.incidents.insert(id);
    return &m_s.m_incidents.edit(id);
}

Order* Fold::editOrder(const OrderId& id) {
    if (!m_s.m_orders.find(id))
        return nullptr;
    m_changes.orders.insert(id);
    return &m_s.m_orders.edit(id);
}

UnitStatus& Fold::behind(Unit& unit) {
    return unit.emergency ? unit.statusBehind : unit.status;
}

void Fold::setStatus(Unit& unit, UnitStatus status) {
    if (behind(unit) == status)
        return;
    behind(unit) = status;
    unit.customStatus = {};
    unit.statusSince = m_at;
}

Changes Situation::fold(const Entry& entry, const Fact& fact) {
    Fold fold(*this, entry);
    std::visit(fold, fact);
    m_seq = entry.seq;
    return fold.takeChanges();
}

} // namespace tridesk
