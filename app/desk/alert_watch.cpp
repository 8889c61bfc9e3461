// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/alert_watch.h"

#include "app/desk/desk.h"
#include "app/domain/message_rules.h"
#include "app/domain/order_rules.h"
#include "app/domain/stack_rules.h"

#include <QTimer>

#include <algorithm>

using namespace std::chrono_literals;

namespace tridesk {

namespace {

/// Whether `id` is new to what was told; forgotten again once it does not apply.
template <class Id>
bool isFirst(QSet<Id>& told, const Id& id, bool applies) {
    if (!applies) {
        told.remove(id);
        return false;
    }
    if (told.contains(id))
        return false;
    told.insert(id);
    return true;
}

std::optional<DeadlineKind> newestMissed(const Order& order) {
    std::optional<DeadlineKind> newest;
    for (int kind = 0; kind < deadlineKindCount; ++kind)
        if (const auto at = order.missed(DeadlineKind(kind));
            at && (!newest || *at >= order.missed(*newest).value_or(Instant())))
            newest = DeadlineKind(kind);
    return newest;
}

} // namespace

AlertWatch::AlertWatch(SeatDesk& desk, QObject* parent)
    : QObject(parent)
    , m_desk(desk) {
    const Situation& situation = desk.situation();
    for (const Incident& incident : situation.incidents())
        lookAt(incident, false);
    for (const Order& order : situation.orders())
        lookAt(order, false);
    for (const Unit& unit : situation.units())
        lookAt(unit, false);
    for (const Message& message : situation.messages())
        lookAt(message, false);
    connect(&desk, &SeatDesk::changed, this, &AlertWatch::take);
    auto* second = new QTimer(this); // an order is released by the clock, which tells nobody
    connect(second, &QTimer::timeout, this, &AlertWatch::releaseDue);
    second->start(1s);
}

void AlertWatch::take(const Changes& changes) {
    const Situation& situation = m_desk.situation();
    for (const UnitId& id : changes.units)
        if (const Unit* unit = situation.units().find(id))
            lookAt(*unit, true);
    for (const IncidentId& id : changes.incidents)
        if (const Incident* incident = situation.incidents().find(id))
            lookAt(*incident, true);
    for (const OrderId& id : changes.orders)
        lookAtOrder(id);
    for (const MessageId& id : changes.messages)
        if (const Message* message = situation.messages().find(id))
            lookAt(*message, true);
}

void AlertWatch::lookAtOrder(const OrderId& id) {
    if (const Order* order = m_desk.situation().orders().find(id))
        lookAt(*order, true);
    else
        m_coming.remove(id);
}

void AlertWatch::releaseDue() {
    const QSet<OrderId> coming = m_coming; // looking at one may take it out
    for (const OrderId& id : coming)
        lookAtOrder(id);
}

void AlertWatch::lookAt(const Incident& incident, bool isNews) {
    if (m_desk.actor().seat.tier == Tier::Field)
        return; // a crew is called by its orders
    const bool sees = incident.isOpen() && m_desk.maySee(incident) &&
                      answersFor(m_desk.situation(), m_desk.actor().seat, incident.post);
    const bool urgent = isFirst(m_urgent, incident.id, sees && incident.details.level <= Level::Urgent);
    const bool late = isFirst(m_undispatched, incident.id,
                              sees && incident.dispatchMissedAt && incident.stage == IncidentStage::Pending);
    if (sees) {
        lookAtReinforcement(incident, isNews);
        lookAtPlan(incident, isNews);
    }
    if (isNews && urgent)
        Q_EMIT alerted({.family = AlertFamily::UrgentIncident, .incident = incident.id});
    if (isNews && late && !isShelved(AlarmKind::DispatchLate, incident.id.toString()))
        Q_EMIT alerted(
            {.family = AlertFamily::Overdue, .incident = incident.id, .deadline = DeadlineKind::Dispatch});
}

/// What the seat has put aside does not call it either; an emergency cannot be.
bool AlertWatch::isShelved(AlarmKind kind, const QString& id) const {
    const auto marks = m_desk.situation().alarmMarks(m_desk.actor().seat.toString());
    return m_desk.now() < marks.value(alarmKey(kind, id)).shelvedUntil.value_or(Instant::min());
}

void AlertWatch::lookAtPlan(const Incident& incident, bool isNews) {
    const Checklist* list = m_desk.situation().checklist(incident.id);
    const qsizetype late = list ? list->missed.size() : 0;
    if (late == 0)
        return void(m_lateSteps.remove(incident.id));
    const bool more = late > m_lateSteps.value(incident.id);
    m_lateSteps.insert(incident.id, late);
    if (isNews && more && !isShelved(AlarmKind::StepMissed, incident.id.toString()))
        Q_EMIT alerted({.family = AlertFamily::Overdue, .incident = incident.id, .step = true});
}

const OrderNotice* AlertWatch::noticeOf(const Order& order, Instant at) const {
    const auto post = m_desk.actor().seat.post();
    return post ? order_rules::standingNotice(order, *post, at) : nullptr;
}

/// Each asking calls once, whoever of those that may send units gave the order.
void AlertWatch::lookAtReinforcement(const Incident& incident, bool isNews) {
    if (!incident.reinforcement)
        return void(m_reinforced.remove(incident.id));
    const Reinforcement& asked = *incident.reinforcement;
    const bool first = m_reinforced.value(incident.id, Instant::min()) != asked.at;
    m_reinforced.insert(incident.id, asked.at);
    if (!isNews || !first)
        return;
    const Order* order = m_desk.situation().orders().find(asked.order);
    Q_EMIT alerted({.family = AlertFamily::Status,
                    .incident = incident.id,
                    .unit = order ? order->unit().value_or(UnitId()) : UnitId(),
                    .order = asked.order,
                    .reinforcement = true});
}

bool AlertWatch::isMine(const Order& order) const {
    const Seat& seat = m_desk.actor().seat;
    return (order.post() && order.post() == seat.post()) || (order.unit() && order.unit() == seat.unit());
}

/// The bureau's desks hear of every order that is late where they answer for the place, others of their own,
/// and everybody of those that they gave.
bool AlertWatch::isWatched(const Order& order) const {
    const Seat& seat = m_desk.actor().seat;
    const Incident* incident = m_desk.situation().incidents().find(order.incident);
    const bool answers =
        seat.tier == Tier::Bureau && incident && answersFor(m_desk.situation(), seat, incident->post);
    return answers || isMine(order) || order.issuedBy == seat.toString();
}

void AlertWatch::lookAt(const Order& order, bool isNews) {
    const bool released = m_desk.now() >= order.releaseAt;
    const bool mine = isMine(order) && !isOver(order.stage);
    const OrderNotice* notice = noticeOf(order, m_desk.now());
    const bool comes = !released && (mine || noticeOf(order, order.releaseAt));
    comes ? void(m_coming.insert(order.id)) : void(m_coming.remove(order.id));
    const bool noticed = isFirst(m_noticed, order.id, notice != nullptr);
    const bool assigned = isFirst(m_assigned, order.id, mine && released);
    const int lateness =
        int(std::ranges::count_if(order.missedAt, [](const auto& at) { return at.has_value(); })) +
        order.chases;
    const bool late = lateness > m_late.value(order.id) && !isOver(order.stage) && isWatched(order);
    const OrderStage before = m_stages.value(order.id, OrderStage::Issued);
    const bool moved = order.stage > before && order.issuedBy == m_desk.actor().seat.toString() &&
                       (order.stage == OrderStage::Arrived || order.stage == OrderStage::Reported ||
                        order.stage == OrderStage::Refused);
    m_late[order.id] = lateness;
    m_stages[order.id] = order.stage;
    if (!isNews)
        return;
    Alert alert{.incident = order.incident, .unit = order.unit().value_or(UnitId()), .order = order.id};
    const auto call = [&](AlertFamily family) {
        alert.family = family;
        Q_EMIT alerted(alert);
    };
    if (assigned && order.stage <= OrderStage::Shown)
        call(AlertFamily::Assigned);
    if (noticed) {
        alert.notice = notice->kind;
        call(AlertFamily::Assigned);
        alert.notice.reset();
    }
    if (moved)
        call(AlertFamily::Status);
    if (late && !isShelved(AlarmKind::OrderLate, order.id.toString())) {
        alert.deadline = newestMissed(order);
        call(AlertFamily::Overdue);
    }
}

void AlertWatch::lookAt(const Unit& unit, bool isNews) {
    const UnitId& id = unit.definition.id;
    const bool stands = unit.emergency && m_desk.maySee(unit) && m_desk.actor().seat.unit() != id;
    const bool first = isFirst(m_inTrouble, id, stands);
    const bool silent = isFirst(m_silent, id, unit.timer && unit.timer->missedAt && m_desk.maySee(unit));
    setRinging(id, stands && unit.emergency->acknowledgedBy.isEmpty());
    if (isNews && first)
        Q_EMIT alerted({.family = AlertFamily::Emergency, .unit = id});
    if (isNews && silent && !isShelved(AlarmKind::CheckMissed, id.toString()))
        Q_EMIT alerted({.family = AlertFamily::Overdue, .unit = id, .check = true});
    const bool seen = m_desk.maySee(unit) && m_desk.actor().seat.unit() != id; // its crew knows
    const bool records = isFirst(m_recording, id, seen && unit.recordingSince);
    const bool drawn = isFirst(m_drawn, id, seen && unit.drawnSince);
    const auto next = nextFor(unit);
    if (isFirst(m_free, id, next.has_value()) && isNews && next)
        Q_EMIT alerted({.family = AlertFamily::Status, .incident = *next, .unit = id, .next = true});
    if (isNews && records)
        Q_EMIT alerted({.family = AlertFamily::Status, .unit = id, .sign = CameraSign::Recording});
    if (isNews && drawn)
        Q_EMIT alerted({.family = AlertFamily::Status, .unit = id, .sign = CameraSign::WeaponDrawn});
}

/// What waits for the unit, where this seat may send it there.
std::optional<IncidentId> AlertWatch::nextFor(const Unit& unit) const {
    const Seat& seat = m_desk.actor().seat;
    if (seat.tier == Tier::Field || !m_desk.maySee(unit))
        return std::nullopt;
    const auto next = stack_rules::nextFor(m_desk.situation(), unit);
    const Incident* incident = next ? m_desk.situation().incidents().find(*next) : nullptr;
    const bool ours =
        incident && m_desk.maySee(*incident) && answersFor(m_desk.situation(), seat, incident->post);
    return ours ? next : std::nullopt;
}

void AlertWatch::setRinging(const UnitId& unit, bool rings) {
    const bool before = isRinging();
    rings ? void(m_ringing.insert(unit)) : void(m_ringing.remove(unit));
    if (isRinging() != before)
        Q_EMIT ringingChanged(isRinging());
}

void AlertWatch::lookAt(const Message& message, bool isNews) {
    const bool unread =
        message_rules::isUnread(m_desk.situation(), message, m_desk.actor().seat, m_desk.now());
    if (isFirst(m_messages, message.id, unread) && isNews)
        Q_EMIT alerted({.family = AlertFamily::Message, .message = message.id});
}

} // namespace tridesk
