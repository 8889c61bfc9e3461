// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/order_sender.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds longestWait = std::chrono::seconds(1); // the desk's clock may be set anew

} // namespace

OrderSender::OrderSender(Desk& desk, Publish publish, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_publish(std::move(publish)) {
    m_release.setSingleShot(true);
    m_release.setTimerType(Qt::PreciseTimer);
    connect(&m_release, &QTimer::timeout, this, &OrderSender::tellReleased);
    connect(&m_desk, &Desk::changed, this, &OrderSender::follow);
}

void OrderSender::tellAll() {
    m_told.clear();
    m_isUp = true;
    tellReleased();
}

void OrderSender::tellReleased() {
    if (!m_isUp)
        return;
    const CrewOrders open = openCrewOrders(m_desk.situation(), m_desk.clock().now());
    const QList<UnitId> units = open.visible.keys();
    tell(QSet<UnitId>(units.begin(), units.end()), open);
}

void OrderSender::follow(const Changes& changes) {
    if (!m_isUp || (changes.orders.isEmpty() && changes.incidents.isEmpty()))
        return;
    const Situation& situation = m_desk.situation();
    QSet<OrderId> orders = changes.orders;
    for (const IncidentId& id : changes.incidents)
        if (const Incident* incident = situation.incidents().find(id))
            orders.unite(QSet<OrderId>(incident->orders.begin(), incident->orders.end()));
    QSet<UnitId> units;
    for (const OrderId& id : std::as_const(orders)) {
        const Order* order = situation.orders().find(id);
        if (const std::optional<UnitId> unit = order ? order->unit() : std::nullopt)
            units.insert(*unit);
    }
    if (!units.isEmpty())
        tell(units, openCrewOrders(situation, m_desk.clock().now()));
}

void OrderSender::tell(const QSet<UnitId>& units, const CrewOrders& open) {
    for (const UnitId& id : units) {
        const Unit* unit = m_desk.situation().units().find(id);
        if (!unit || (!m_told.contains(id) && !open.visible.contains(id)))
            continue; // nothing to tell, and nothing was told
        const QByteArray list = listOf(*unit, open);
        if (m_told.value(id) == list)
            continue;
        if (!m_publish(QByteArray(broker_topics::order) + unit->definition.callsign.toString().toUtf8(),
                       list))
            return;
        m_told.insert(id, list);
        ++m_published;
    }
    awaitRelease(open);
}

QByteArray OrderSender::listOf(const Unit& unit, const CrewOrders& open) const {
    QJsonArray orders;
    const QList<const Order*> visible = open.visible.value(unit.definition.id);
    for (const Order* order : visible)
        orders.append(crewOrderJson(m_desk.situation(), *order, m_desk.clock().now()));
    return QJsonDocument(QJsonObject{{u"unit"_s, unit.definition.callsign.toString()}, {u"orders"_s, orders}})
        .toJson(QJsonDocument::Compact);
}

void OrderSender::awaitRelease(const CrewOrders& open) {
    if (open.nextRelease)
        m_release.start(std::clamp(*open.nextRelease - m_desk.clock().now(), Milliseconds(1), longestWait));
}

void OrderSender::correct(const BrokerKept& kept) {
    const std::optional<Callsign> callsign = Callsign::parse(kept.unit);
    const Unit* unit = callsign ? m_desk.situation().unitByCallsign(*callsign) : nullptr;
    if (!m_isUp || !unit || m_told.value(unit->definition.id) == kept.payload)
        return;
    m_told.insert(unit->definition.id, kept.payload); // what it says is what its terminal believes
    tell({unit->definition.id}, openCrewOrders(m_desk.situation(), m_desk.clock().now()));
}

} // namespace tridesk
