// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/deadlines.h"

#include <algorithm>

namespace tridesk {

namespace {

Deadline from(DeadlineKind kind, Instant start, Milliseconds allowed) {
    return {kind, start + allowed};
}

/// What runs from a hop runs once that was reached.
std::optional<Deadline> fromHop(DeadlineKind kind, const Order& order, OrderStage hop, Milliseconds allowed) {
    return order.reached(hop).transform([&](Instant start) { return from(kind, start, allowed); });
}

/// What was late before yesterday is history that somebody loaded, not an alarm.
bool isLate(Instant due, Instant now) {
    return due <= now && now < due + std::chrono::hours(24);
}

Milliseconds arriveIn(const Situation& situation, const Order& order) {
    const Deadlines& allowed = situation.catalogue().deadlines;
    const Incident* incident = situation.incidents().find(order.incident);
    const Post* post = incident ? situation.posts().find(incident->post) : nullptr;
    return post && post->outskirts ? allowed.arriveOutskirts : allowed.arrive;
}

void ofOrder(const Situation& situation, const Order& order, Instant now, QList<Command>& due) {
    const auto running = deadline(situation, order);
    if (!running || !isLate(running->due, now))
        return;
    if (!order.missed(running->kind)) {
        due.append(MarkMissed{order.incident, order.id, running->kind});
        return;
    }
    const Instant last = std::max(order.chasedAt.value_or(running->due), running->due);
    if (order.chases < mostChases && last + situation.catalogue().deadlines.chase <= now)
        due.append(ChaseOrder{order.id, {}, true});
}

void ofPlan(const Situation& situation, const Incident& incident, Instant now, QList<Command>& due) {
    const Checklist* list = situation.checklist(incident.id);
    if (!list || incident.isAway() || incident.isHeld(now))
        return;
    for (const PlanStep& step : list->plan.steps)
        if (const auto at = list->due(step); at && isLate(*at, now) && !list->missed.contains(step.code))
            due.append(MissStep{incident.id, step.code});
}

void ofUnit(const Situation& situation, const Unit& unit, Instant now, QList<Command>& due) {
    if (!unit.timer || unit.timer->due > now)
        return;
    if (!unit.timer->missedAt)
        due.append(MissCheck{unit.definition.id});
    else if (!unit.emergency && unit.timer->due + situation.catalogue().deadlines.checkGrace <= now)
        due.append(RaiseEmergency{unit.definition.id, EmergencySource::MissedCheck, {}, {}});
}

} // namespace

std::optional<Deadline> deadline(const Situation& situation, const Order& order) {
    const Deadlines& allowed = situation.catalogue().deadlines;
    switch (order.stage) {
    case OrderStage::Issued:
    case OrderStage::Delivered:
    case OrderStage::Shown:
        return from(DeadlineKind::Sign, order.releaseAt, allowed.sign);
    case OrderStage::Signed:
    case OrderStage::UnderWay:
        return fromHop(DeadlineKind::Arrive, order, OrderStage::Signed, arriveIn(situation, order));
    case OrderStage::Arrived:
        return fromHop(DeadlineKind::Report, order, OrderStage::Arrived, allowed.report);
    case OrderStage::Reported:
    case OrderStage::Closed:
    case OrderStage::Recalled:
    case OrderStage::Refused:
    case OrderStage::Cancelled:
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<Deadline> dispatchDeadline(const Situation& situation, const Incident& incident) {
    if (incident.stage != IncidentStage::Pending || incident.isAway())
        return std::nullopt;
    if (incident.hold)
        return Deadline{DeadlineKind::Dispatch, incident.hold->until};
    return from(DeadlineKind::Dispatch, incident.stageSince, situation.catalogue().deadlines.dispatch);
}

std::optional<Deadline> deadline(const Situation& situation, const Incident& incident) {
    if (!incident.isOpen())
        return std::nullopt;
    if (incident.stage == IncidentStage::Pending)
        return dispatchDeadline(situation, incident);
    std::optional<Deadline> earliest;
    for (const OrderId& id : incident.orders) {
        const auto each = deadline(situation, *situation.orders().find(id));
        if (each && (!earliest || each->due < earliest->due))
            earliest = each;
    }
    return earliest;
}

QList<Command> dueCommands(const Situation& situation, Instant now) {
    QList<Command> due;
    for (const IncidentId& id : situation.openIncidents()) {
        const Incident& incident = *situation.incidents().find(id);
        const auto dispatch = dispatchDeadline(situation, incident);
        if (dispatch && isLate(dispatch->due, now) && !incident.dispatchMissedAt)
            due.append(MarkMissed{id, {}, DeadlineKind::Dispatch});
        for (const OrderId& order : incident.orders)
            ofOrder(situation, *situation.orders().find(order), now, due);
        ofPlan(situation, incident, now, due);
    }
    for (const Unit& unit : situation.units())
        ofUnit(situation, unit, now, due);
    return due;
}

} // namespace tridesk
