// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/fold.h"

#include <algorithm>

namespace tridesk {

void Fold::operator()(const OrderIssued& f) {
    Order& order = m_s.m_orders.edit(f.order);
    order = Order{.id = f.order,
                  .incident = f.incident,
                  .to = f.to,
                  .role = f.role,
                  .parent = f.parent,
                  .text = f.text,
                  .issuedBy = m_entry.fact.seat,
                  .releaseAt = f.releaseAt,
                  .stage = OrderStage::Issued,
                  .reachedAt = {},
                  .report = {},
                  .disposition = {},
                  .notices = f.notices,
                  .missedAt = {},
                  .chases = 0,
                  .chasedAt = {}};
    order.reachedAt[size_t(OrderStage::Issued)] = m_at;
    m_changes.orders.insert(f.order);
    if (Unit* unit = editUnit(order.unit())) {
        unit->order = f.order;
        ++unit->jobs;
        setStatus(*unit, UnitStatus::Dispatched);
    }
    if (Incident* incident = editIncident(f.incident)) {
        incident->orders.append(f.order);
        endHold(*incident);
        incident->reinforcement.reset(); // answered
        deriveStage(*incident);
    }
}

void Fold::operator()(const OrderAdvanced& f) {
    Order* order = editOrder(f.order);
    if (!order)
        return;
    // A terminal whose clock is slow may say a step happened before the one that it followed.
    Instant reached = m_at;
    for (const std::optional<Instant>& before : order->reachedAt)
        reached = std::max(reached, before.value_or(reached));
    order->stage = f.stage;
    order->reachedAt[size_t(f.stage)] = reached;
    if (!f.text.isEmpty())
        order->report = f.text;
    if (!f.disposition.isNull())
        order->disposition = f.disposition;
    if (Unit* unit = editUnit(order->unit()); unit && unit->order == f.order)
        follow(*unit, f.stage);
    if (Incident* incident = editIncident(order->incident))
        deriveStage(*incident);
}

void Fold::operator()(const NoticeAcknowledged& f) {
    Order* order = editOrder(f.order);
    if (!order)
        return;
    for (OrderNotice& notice : order->notices)
        if (notice.post == f.post)
            notice.acknowledgedAt = m_at;
}

void Fold::operator()(const ReinforcementAsked& f) {
    if (Incident* incident = editIncident(f.incident))
        incident->reinforcement = Reinforcement{f.order, f.text, m_at};
}

void Fold::operator()(const OrderRoleSet& f) {
    if (Order* order = editOrder(f.order)) {
        order->role = f.role;
        (void)editIncident(f.incident);
    }
}

void Fold::operator()(const OrderChased& f) {
    if (Order* order = editOrder(f.order)) {
        ++order->chases;
        order->chasedAt = m_at;
        (void)editIncident(f.incident);
    }
}

void Fold::operator()(const DeadlineMissed& f) {
    Incident* incident = editIncident(f.incident);
    if (!f.order && incident)
        incident->dispatchMissedAt = incident->dispatchLateAt = m_at;
    if (Order* order = f.order ? editOrder(*f.order) : nullptr)
        order->missedAt[size_t(f.kind)] = m_at;
}

/// A unit's status follows its order, until the order no longer holds it.
void Fold::follow(Unit& unit, OrderStage stage) {
    if (stage >= OrderStage::Reported && unit.timer && unit.timer->automatic)
        unit.timer.reset();
    switch (stage) {
    case OrderStage::Issued:
    case OrderStage::Delivered:
    case OrderStage::Shown:
        return;
    case OrderStage::Signed:
        return setStatus(unit, UnitStatus::Signed);
    case OrderStage::UnderWay:
        return setStatus(unit, UnitStatus::EnRoute);
    case OrderStage::Arrived:
        return setStatus(unit, UnitStatus::OnScene);
    case OrderStage::Reported:
        return setStatus(unit, UnitStatus::Reporting);
    case OrderStage::Closed:
    case OrderStage::Recalled:
    case OrderStage::Refused:
    case OrderStage::Cancelled:
        unit.order.reset();
        unit.lastJobEnded = m_at;
        setStatus(unit, UnitStatus::Available);
        return;
    }
}

/// An incident stands where the order that is furthest along, and still being worked on, stands.
void Fold::deriveStage(Incident& incident) {
    if (!incident.isOpen())
        return;
    IncidentStage stage = IncidentStage::Pending;
    bool reported = false;
    for (const OrderId& id : std::as_const(incident.orders)) {
        const OrderStage at = m_s.m_orders.find(id)->stage;
        if (at == OrderStage::Reported || at == OrderStage::Closed)
            reported = true;
        else if (!isOver(at))
            stage = std::max(stage, at == OrderStage::Arrived    ? IncidentStage::OnScene
                                    : at == OrderStage::UnderWay ? IncidentStage::EnRoute
                                                                 : IncidentStage::Dispatched);
    }
    if (stage == IncidentStage::Pending && reported)
        stage = IncidentStage::Reported;
    if (incident.stage != stage) {
        incident.stageSince = m_at;
        incident.dispatchMissedAt.reset();
    }
    incident.stage = stage;
}

} // namespace tridesk
