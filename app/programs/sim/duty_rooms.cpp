// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/sim/duty_rooms.h"

#include <limits>

namespace tridesk::sim {

using namespace Qt::StringLiterals;

namespace {

double secondsBetween(Instant from, Instant to) {
    return std::chrono::duration<double>(to - from).count();
}

} // namespace

DutyRooms::DutyRooms(Desk& desk, double share, double speed, const QString& disposition, Whereabouts where,
                     Chance chance)
    : m_desk(desk)
    , m_share(share)
    , m_speed(speed)
    , m_disposition(TypeCode::parse(disposition).value_or(TypeCode()))
    , m_where(std::move(where))
    , m_chance(chance) {}

void DutyRooms::work() {
    const QSet<IncidentId> open = m_desk.situation().openIncidents(); // a copy: it may change while we ask
    for (const IncidentId& id : open)
        if (const Incident* incident = m_desk.situation().incidents().find(id))
            handle(*incident);
    askCrews();
}

void DutyRooms::handle(const Incident& incident) {
    Chance chance = m_chance.of(incident.source.key + QString::number(incident.number));
    const bool ours = chance.happens(m_share);
    const double sendAfter = chance.between(15, 55), closeAfter = chance.between(20, 90);
    const Instant now = m_desk.clock().now();
    const double since = secondsBetween(incident.stageSince, now) * m_speed;
    constexpr double again = 10; // seconds
    if (!ours || incident.post.isNull() || secondsBetween(m_asked.value(incident.id), now) < again)
        return;
    if (waitsForUnit(incident) && incident.details.level != Level::Critical && since > sendAfter)
        send(incident);
    else if (incident.stage == IncidentStage::Reported && since > closeAfter)
        close(incident);
}

/// Nobody was sent yet, or it was referred to the station, which has sent nobody yet.
bool DutyRooms::waitsForUnit(const Incident& incident) const {
    return incident.isOpen() &&
           std::ranges::none_of(incident.orders,
                                [this](const OrderId& id) {
                                    const Order* order = m_desk.situation().orders().find(id);
                                    return order && order->unit() && !isOver(order->stage);
                                }) &&
           incident.stage <= IncidentStage::Dispatched;
}

/// Whoever has a safety check asks its crews over the radio shortly before it is due.
void DutyRooms::askCrews() {
    constexpr double early = 20; // seconds
    const Instant now = m_desk.clock().now();
    for (const Unit& unit : m_desk.situation().units()) {
        if (!unit.timer || unit.emergency || secondsBetween(now, unit.timer->due) > early ||
            secondsBetween(m_checked.value(unit.definition.id), now) < early)
            continue;
        m_checked.insert(unit.definition.id, now);
        (void)m_desk.submit({Seat{Tier::Station, unit.definition.post.toString()}, u"sim"_s},
                            ResetTimers{.units = {unit.definition.id}});
    }
}

Actor DutyRooms::seatOf(const Incident& incident) const {
    return {Seat{Tier::Station, incident.post.toString()}, u"sim"_s};
}

std::optional<UnitId> DutyRooms::nearestFree(const Incident& incident) const {
    std::optional<UnitId> nearest;
    double least = std::numeric_limits<double>::infinity();
    for (const Unit& unit : m_desk.situation().units()) {
        if (unit.definition.post != incident.post || !isAvailable(unit.status))
            continue;
        const QGeoCoordinate at = m_where(unit.definition.id);
        const double metres =
            incident.details.place.at ? at.distanceTo(incident.details.place.at->coordinate()) : 0;
        if (metres < least) {
            least = metres;
            nearest = unit.definition.id;
        }
    }
    return nearest;
}

void DutyRooms::send(const Incident& incident) {
    if (const auto unit = nearestFree(incident)) {
        m_asked.insert(incident.id, m_desk.clock().now());
        (void)m_desk.submit(seatOf(incident), IssueOrder{incident.id, *unit, OrderRole::Primary, {}, {}});
    }
}

void DutyRooms::close(const Incident& incident) {
    m_asked.insert(incident.id, m_desk.clock().now());
    (void)m_desk.submit(seatOf(incident), CloseIncident{incident.id, m_disposition, {}});
}

} // namespace tridesk::sim
