// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/sim/crew.h"

#include <algorithm>
#include <array>

namespace tridesk::sim {

using namespace Qt::StringLiterals;

namespace {

/// Beside the speed that the road allows: a patrol loiters, a call is driven with lights; feet are slow.
double patrolPace(UnitKind kind) {
    return kind == UnitKind::Foot ? 0.12 : 0.55;
}

double callPace(UnitKind kind) {
    return kind == UnitKind::Foot ? 0.2 : kind == UnitKind::Motorcycle ? 1.4 : 1.2;
}

/// How far from its station a crew patrols, metres.
double reach(UnitKind kind) {
    return kind == UnitKind::Foot ? 500 : 2000;
}

/// The steps of the chain that come after a stage, as the terminal names them.
bool isBefore(const QString& stage, QLatin1StringView step) {
    static constexpr std::array chain = {"issued"_L1,    "delivered"_L1, "shown"_L1,   "signed"_L1,
                                         "under_way"_L1, "arrived"_L1,   "reported"_L1};
    return std::ranges::find(chain, stage) < std::ranges::find(chain, step);
}

maps::Route straight(const QGeoCoordinate& from, const QGeoCoordinate& to) {
    constexpr double metresPerSecond = 8;
    maps::Route route;
    route.metres = from.distanceTo(to);
    route.totalSeconds = route.metres / metresPerSecond;
    route.points = {from, to};
    route.seconds = {0, route.totalSeconds};
    return route;
}

} // namespace

Crew::Crew(UnitDefinition unit, const QGeoCoordinate& home, maps::RoadGraph roads, const Words& words,
           Chance chance)
    : m_unit(std::move(unit))
    , m_home(home)
    , m_roads(std::move(roads))
    , m_words(words)
    , m_chance(chance) {
    const QGeoCoordinate start =
        home.atDistanceAndAzimuth(m_chance.between(50, reach(m_unit.kind)), m_chance.between(0, 360));
    const auto road = m_roads.snap(start, 2000);
    m_at = road ? road->at : home;
    begin(Doing::Waiting, m_chance.between(0, 20));
}

CrewPosition Crew::position() const {
    if (!m_route)
        return {m_at, m_heading, 0};
    const maps::RoutePosition on = maps::positionAt(*m_route, m_driven);
    return {on.at, on.heading, on.metresPerSecond * m_pace};
}

void Crew::begin(Doing doing, double seconds) {
    if (m_route && doing != Doing::Driving && doing != Doing::Patrolling) {
        const CrewPosition stopped = position();
        m_at = stopped.at;
        m_heading = stopped.heading;
        m_route.reset();
    }
    m_doing = doing;
    m_left = seconds;
}

void Crew::drive(const QGeoCoordinate& to, double pace) {
    const CrewPosition from = position();
    m_at = from.at;
    m_heading = from.heading;
    const auto route = m_roads.route(m_at, to);
    m_route = route ? *route : straight(m_at, to);
    m_driven = 0;
    m_pace = pace;
    m_left = m_route->totalSeconds / pace;
}

void Crew::patrol() {
    const QGeoCoordinate aim =
        m_home.atDistanceAndAzimuth(m_chance.between(0, reach(m_unit.kind)), m_chance.between(0, 360));
    if (!m_roads.snap(aim))
        return begin(Doing::Waiting, 5); // open country or water: think again
    begin(Doing::Patrolling, 0);
    drive(aim, patrolPace(m_unit.kind));
}

void Crew::look(const QList<CrewOrder>& orders) {
    const auto mine = std::ranges::find(orders, m_order.id, &CrewOrder::id);
    if (!m_order.id.isEmpty() && mine == orders.end()) {
        m_order = {}; // taken back, or closed above
        begin(Doing::Waiting, m_chance.between(5, 30));
    }
    if (!m_order.id.isEmpty())
        return;
    const auto open =
        std::ranges::find_if(orders, [](const CrewOrder& o) { return isBefore(o.stage, "reported"_L1); });
    if (open != orders.end())
        take(*open);
}

void Crew::take(const CrewOrder& order) {
    m_order = order;
    begin(Doing::Reading, m_chance.between(1, 5));
}

QList<CrewSays> Crew::live(double seconds) {
    QList<CrewSays> says;
    if (m_doing == Doing::Reading && isBefore(m_order.stage, "delivered"_L1)) {
        says.append({m_order.id, u"delivered"_s, {}, {}});
        m_order.stage = u"delivered"_s;
    }
    if (m_route)
        m_driven = std::min(m_driven + seconds * m_pace, m_route->totalSeconds);
    m_left -= seconds;
    if (m_left <= 0)
        finish(says);
    return says;
}

/// The present thing is done: say so, and begin the next.
void Crew::finish(QList<CrewSays>& says) {
    const auto say = [&](QLatin1StringView step, QLatin1StringView stage) {
        if (isBefore(m_order.stage, stage))
            says.append({m_order.id, step, {}, {}});
        m_order.stage = stage;
    };
    switch (m_doing) {
    case Doing::Waiting:
        return patrol();
    case Doing::Patrolling:
        return begin(Doing::Waiting, m_chance.between(10, 90));
    case Doing::Reading:
        say("shown"_L1, "shown"_L1);
        // Now and then a crew is slow, so that the desk has somebody to chase.
        return begin(Doing::Signing,
                     m_chance.happens(0.07) ? m_chance.between(70, 140) : m_chance.between(3, 25));
    case Doing::Signing:
        say("signed"_L1, "signed"_L1);
        return begin(Doing::SettingOut, m_chance.between(5, 20));
    case Doing::SettingOut:
        say("under-way"_L1, "under_way"_L1);
        begin(Doing::Driving, 0);
        return m_order.at.isValid() ? drive(m_order.at, callPace(m_unit.kind)) : void();
    case Doing::Driving:
        say("arrived"_L1, "arrived"_L1);
        return begin(Doing::Handling, m_chance.between(120, 480));
    case Doing::Handling:
        says.append({m_order.id, u"reported"_s, m_words.reports[m_chance.below(int(m_words.reports.size()))],
                     m_words.dispositions[m_chance.below(int(m_words.dispositions.size()))]});
        m_order.stage = u"reported"_s;
        return begin(Doing::Resting, m_chance.between(20, 60));
    case Doing::Resting:
        says.append({{}, u"available"_s, {}, {}});
        m_order = {};
        return begin(Doing::Waiting, m_chance.between(5, 30));
    }
}

} // namespace tridesk::sim
