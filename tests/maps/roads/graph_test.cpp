// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geo/distance.h"
#include "maps/roads/graph.h"
#include "tests/maps/roads/made_roads.h"
#include "tests/maps/roads/reference_search.h"
#include "tests/support/must.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace tridesk::maps::test {

using namespace Qt::StringLiterals;
using tridesk::test::must;

class GraphTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsWhatItKeptAndLeftOut();
    void routesAlongStreets();
    void honoursOneWays();
    void honoursForbiddenTurns();
    void honoursOnlyTurns();
    void drivesWithinOneSegment();
    void startsAndEndsWithinRestrictedRoads();
    void timesAgreeWithPlainDijkstra_data();
    void timesAgreeWithPlainDijkstra();
    void routesAgreeWithTimes();
    void keepsToTheBound();
    void passesIsletsOver();
    void saysWhyThereIsNoRoute();
    void opensAnEmptyGraph();
    void doesNotDependOnTheOrderOfWays();
    void tellsWhereADriverIs();

private:
    RoadGraph made(const MadeRoads& roads) {
        const QString path = m_folder.filePath(u"%1.bin"_s.arg(++m_files));
        const auto counts = roads.builder().write(path);
        if (!counts)
            qFatal("%s", qPrintable(counts.error()));
        m_counts = *counts;
        auto graph = RoadGraph::open(path);
        if (!graph)
            qFatal("%s", qPrintable(graph.error()));
        return *graph;
    }

    static QStringList streets(const Route& route) {
        QStringList names;
        for (const RouteLeg& leg : route.legs)
            names.append(leg.nameZh);
        return names;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
    GraphCounts m_counts;
};

void GraphTest::countsWhatItKeptAndLeftOut() {
    MadeRoads roads;
    roads.way(1, {{0, 0}, {1, 0}, {2, 0}});
    roads.way(2, {{1, 0}, {1, 1}}).oneWay = OneWay::Forward;
    roads.way(3, {{2, 0}, {2, 1}}).cls = RoadClass::Footway;
    RoadWay& closed = roads.way(4, {{2, 0}, {3, 1}});
    closed.access = Access::NoVehicles;
    closed.noFoot = true;
    roads.way(5, {{7, 7}});
    roads.way(6, {{7, 7}, {7, 7}});
    roads.restrict(1, {1, 0}, 2);
    roads.restrict(1, {1, 0}, 99);
    const RoadGraph graph = made(roads);
    QCOMPARE(m_counts.ways, 3);
    QCOMPARE(m_counts.waysLeftOut, 3);
    QCOMPARE(m_counts.segments, 4);
    QCOMPARE(graph.segmentCount(), 4);
    QCOMPARE(m_counts.restrictions, 1);
    QCOMPARE(m_counts.restrictionsLeftOut, 1);
    QCOMPARE(m_counts.nodes, 6); // five junctions and ends, and a copy that both sides of way 1 share
    QCOMPARE(graph.arcCount(), m_counts.arcs);
}

void GraphTest::routesAlongStreets() {
    MadeRoads roads;
    roads.way(1, {{0, 0}, {1, 0}, {2, 0}});
    roads.way(2, {{2, 0}, {2, 1}, {2, 2}});
    const RoadGraph graph = made(roads);
    const auto route = graph.route(roads.at(0.5, 0), roads.at(2, 1.5));
    QVERIFY(route);
    QCOMPARE(streets(*route), (QStringList{u"路1"_s, u"路2"_s}));
    QCOMPARE(route->legs[1].turn, Turn::Left);
    const double expected =
        metresBetween(roads.at(0.5, 0), roads.at(2, 0)) + metresBetween(roads.at(2, 0), roads.at(2, 1.5));
    QVERIFY(std::abs(route->metres - expected) < 0.5);
    QVERIFY(std::abs(route->totalSeconds - expected / (25 / 3.6)) < 0.1);
    QVERIFY(metresBetween(route->points.front(), roads.at(0.5, 0)) < 0.1);
    QVERIFY(metresBetween(route->points.back(), roads.at(2, 1.5)) < 0.1);
    QCOMPARE(route->points.size(), route->seconds.size());
    QVERIFY(std::ranges::is_sorted(route->seconds));
    QCOMPARE(route->seconds.back(), route->totalSeconds);
    QCOMPARE(route->legs.back().lastPoint, static_cast<qsizetype>(route->points.size()) - 1);
    QVERIFY(std::abs(route->legs[0].metres + route->legs[1].metres - route->metres) < 1e-6);
}

void GraphTest::honoursOneWays() {
    MadeRoads roads; // a square, one side of it one-way eastwards
    roads.way(1, {{0, 0}, {1, 0}}).oneWay = OneWay::Forward;
    roads.way(2, {{1, 0}, {1, 1}});
    roads.way(3, {{1, 1}, {0, 1}});
    roads.way(4, {{0, 1}, {0, 0}});
    const RoadGraph graph = made(roads);
    const auto with = graph.route(roads.at(0, 0.1), roads.at(1, 0.1));
    QVERIFY(with);
    QCOMPARE(streets(*with), (QStringList{u"路4"_s, u"路1"_s, u"路2"_s}));
    const auto against = graph.route(roads.at(1, 0.1), roads.at(0, 0.1));
    QVERIFY(against);
    QCOMPARE(streets(*against), (QStringList{u"路2"_s, u"路3"_s, u"路4"_s}));
}

void GraphTest::honoursForbiddenTurns() {
    MadeRoads roads; // a crossing, and a way round it
    roads.way(1, {{0, 1}, {1, 1}});
    roads.way(2, {{1, 1}, {1, 2}});
    roads.way(3, {{1, 1}, {2, 1}});
    roads.way(4, {{2, 1}, {2, 2}, {1, 2}});
    roads.restrict(1, {1, 1}, 2);
    const RoadGraph graph = made(roads);
    const auto route = graph.route(roads.at(0.1, 1), roads.at(1, 1.9));
    QVERIFY(route);
    // Past the crossing, a U-turn, and then it is a left turn from another road.
    QCOMPARE(streets(*route), (QStringList{u"路1"_s, u"路3"_s, u"路2"_s}));
    QVERIFY(route->metres > 3 * metresBetween(roads.at(0, 0), roads.at(1, 0)));
    const auto back = graph.route(roads.at(1, 1.9), roads.at(0.1, 1));
    QVERIFY(back);
    QCOMPARE(streets(*back), (QStringList{u"路2"_s, u"路1"_s}));
}

void GraphTest::honoursOnlyTurns() {
    MadeRoads roads;
    roads.way(1, {{0, 1}, {1, 1}});
    roads.way(2, {{1, 1}, {1, 2}});
    roads.way(3, {{1, 1}, {2, 1}});
    roads.way(4, {{2, 1}, {2, 2}, {1, 2}});
    roads.restrict(1, {1, 1}, 3, true);
    const RoadGraph graph = made(roads);
    const auto route = graph.route(roads.at(0.1, 1), roads.at(1, 1.1));
    QVERIFY(route);
    const QStringList along = streets(*route);
    QCOMPARE(along.first(2), (QStringList{u"路1"_s, u"路3"_s}));
}

void GraphTest::drivesWithinOneSegment() {
    MadeRoads roads;
    roads.way(1, {{0, 0}, {4, 0}}).oneWay = OneWay::Backward;
    roads.way(2, {{0, 0}, {0, 1}, {4, 1}, {4, 0}});
    const RoadGraph graph = made(roads);
    const auto direct = graph.route(roads.at(3, 0), roads.at(1, 0));
    QVERIFY(direct);
    QCOMPARE(streets(*direct), QStringList{u"路1"_s});
    QVERIFY(std::abs(direct->metres - metresBetween(roads.at(3, 0), roads.at(1, 0))) < 0.5);
    const auto around = graph.route(roads.at(1, 0), roads.at(3, 0));
    QVERIFY(around);
    QCOMPARE(streets(*around), (QStringList{u"路1"_s, u"路2"_s, u"路1"_s}));
    const auto nowhere = graph.route(roads.at(2, 0), roads.at(2, 0));
    QVERIFY(nowhere);
    QCOMPARE(nowhere->points.size(), 2U);
    QCOMPARE(nowhere->totalSeconds, 0.0);
}

void GraphTest::startsAndEndsWithinRestrictedRoads() {
    MadeRoads roads;
    roads.way(1, {{0, 1}, {1, 1}});
    roads.way(2, {{1, 1}, {1, 2}});
    roads.way(3, {{1, 1}, {2, 1}});
    roads.restrict(1, {1, 1}, 2);
    roads.restrict(3, {1, 1}, 2);
    const RoadGraph graph = made(roads);
    // Way 3 can be reached from way 1 only over the junction's copy; the end on it must be found there too.
    QVERIFY(graph.route(roads.at(0.5, 1), roads.at(1.5, 1)));
    const std::vector<QGeoCoordinate> starts{roads.at(0.5, 1), roads.at(1, 1.5)};
    const auto times = graph.timesTo(roads.at(1.5, 1), starts, 900);
    QVERIFY(times[0] && times[1]);
    // Turning round at the end of way 3 does not help: from there way 2 is forbidden as well.
    QCOMPARE(graph.route(roads.at(0.5, 1), roads.at(1, 1.5)).error(), RouteError::NoWay);
}

void GraphTest::timesAgreeWithPlainDijkstra_data() {
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<Vehicle>("vehicle");
    for (int vehicle = 0; vehicle < VehicleCount; ++vehicle) {
        const auto which = static_cast<Vehicle>(vehicle);
        for (quint32 seed = 1; seed <= 8; ++seed)
            QTest::addRow("%s in city %u", qPrintable(nameOf(which)), seed) << seed << which;
    }
}

void GraphTest::timesAgreeWithPlainDijkstra() {
    QFETCH(quint32, seed);
    QFETCH(Vehicle, vehicle);
    constexpr int Size = 16;
    MadeRoads roads;
    roads.fillCity(Size, Size, seed);
    // A stub at the place and one at each start: on a stub there is no choice, so node and coordinate mean
    // the same.
    const auto stub = [&roads](qint64 id, int column, int row) {
        RoadWay& way = roads.way(id, {{column, row}});
        way.nodeIds.append(id * 1000);
        way.points.append(roads.at(column - 0.2, row - 0.2));
        return way.points.back();
    };
    QRandomGenerator random(seed);
    const int column = random.bounded(Size);
    const int row = random.bounded(Size);
    const QGeoCoordinate place = stub(10'000'000, column, row);
    std::vector<QGeoCoordinate> starts;
    std::vector<qint64> startNodes;
    for (int index = 1; index <= 21; ++index) {
        const qint64 id = 10'000'000 + index;
        const int startColumn = random.bounded(Size);
        starts.push_back(stub(id, startColumn, random.bounded(Size)));
        startNodes.push_back(id * 1000);
    }
    const RoadGraph graph = made(roads);
    QVERIFY(m_counts.restrictions > 20);
    Driving driving;
    driving.profile = RoadProfile::of(vehicle);
    driving.traffic = TrafficTable::standard().at(QDateTime({2026, 3, 4}, QTime(int(seed) * 2, 30)));
    const ReferenceSearch reference(roads, driving);
    const auto times = graph.timesTo(place, starts, 3600, driving);
    int known = 0;
    for (std::size_t index = 0; index < starts.size(); ++index) {
        const auto seconds = reference.secondsFrom(startNodes[index]);
        const auto expected = seconds.find(10'000'000'000);
        const bool isKnown = expected != seconds.end() && expected->second <= 3600;
        QCOMPARE(times[index].has_value(), isKnown);
        known += isKnown;
        // One can leave this stub and not come back, so the graph takes the start to be on the next road.
        const auto on = graph.snap(starts[index], RoadGraph::DefaultReachMetres, driving);
        if (on && on->offMetres > 1)
            continue;
        const auto forward = graph.timesFrom(starts[index], 3600, driving).secondsAt(place);
        QCOMPARE(forward.has_value(), isKnown);
        if (!isKnown)
            continue;
        QVERIFY2(std::abs(must(times[index]) - expected->second) < 0.2,
                 qPrintable(u"%1 instead of %2"_s.arg(must(times[index])).arg(expected->second)));
        QVERIFY(std::abs(must(forward) - must(times[index])) < 0.01);
    }
    QVERIFY(known > 10);
}

void GraphTest::routesAgreeWithTimes() {
    constexpr int Size = 30;
    MadeRoads roads;
    roads.fillCity(Size, Size, 7);
    const RoadGraph graph = made(roads);
    QRandomGenerator random(3);
    const auto anywhere = [&] { return roads.at(random.bounded(Size - 1.0), random.bounded(Size - 1.0)); };
    int found = 0;
    for (int round = 0; round < 10; ++round) {
        const QGeoCoordinate place = anywhere();
        const TimeField field = graph.timesToward(place, 3600);
        for (int start = 0; start < 20; ++start) {
            const QGeoCoordinate from = anywhere();
            const auto route = graph.route(from, place);
            const auto seconds = field.secondsFrom(from);
            QCOMPARE(route.has_value(), seconds.has_value());
            if (!route)
                continue;
            ++found;
            QVERIFY2(std::abs(route->totalSeconds - must(seconds)) < 0.01,
                     qPrintable(u"%1 instead of %2"_s.arg(route->totalSeconds).arg(must(seconds))));
            QVERIFY(std::ranges::is_sorted(route->seconds));
        }
    }
    QVERIFY(found > 150);
}

void GraphTest::keepsToTheBound() {
    MadeRoads roads;
    roads.way(1, {{0, 0}, {10, 0}, {20, 0}, {30, 0}});
    const RoadGraph graph = made(roads);
    const std::vector<QGeoCoordinate> starts{roads.at(1, 0), roads.at(29, 0), {0, 0}, {}};
    const auto times = graph.timesTo(roads.at(0, 0), starts, 60);
    QVERIFY(times[0] && must(times[0]) <= 60);
    QVERIFY(!times[1] && !times[2] && !times[3]);
    QVERIFY(!graph.timesTo(roads.at(0, 0), starts, NAN)[1]);
    QVERIFY(!graph.timesTo(roads.at(0, 0), starts, -5)[0]);
    QVERIFY(graph.timesTo(roads.at(0, 0), starts, 1e18)[1]);
    QVERIFY(!graph.timesTo({5, 5}, starts, 60)[0]);
}

void GraphTest::passesIsletsOver() {
    MadeRoads roads;
    roads.fillCity(12, 12, 5);
    RoadWay& islet = roads.way(777, {{900, 900}, {901, 901}});
    islet.points = {roads.at(5.3, 5.3), roads.at(5.6, 5.6)};
    const RoadGraph graph = made(roads);
    const auto onMainland = graph.snap(roads.at(5.45, 5.45));
    QVERIFY(onMainland);
    QVERIFY(graph.info(must(onMainland).segment).wayId != 777);
    QVERIFY(!graph.snap(roads.at(40, 40)));
    QVERIFY(!graph.snap({}));
    QVERIFY(!graph.snap(roads.at(5, 5), -1));
}

void GraphTest::saysWhyThereIsNoRoute() {
    MadeRoads roads;
    roads.way(1, {{0, 0}, {1, 0}});
    roads.way(2, {{50, 0}, {51, 0}});
    const RoadGraph graph = made(roads);
    QCOMPARE(graph.route({0, 0}, roads.at(0, 0)).error(), RouteError::NoRoadAtStart);
    QCOMPARE(graph.route(roads.at(0, 0), {0, 0}).error(), RouteError::NoRoadAtEnd);
    QCOMPARE(graph.route(roads.at(0, 0), roads.at(50, 0)).error(), RouteError::NoWay);
}

void GraphTest::opensAnEmptyGraph() {
    const RoadGraph graph = made(MadeRoads());
    QCOMPARE(graph.nodeCount(), 0);
    QVERIFY(!graph.snap({31, 121}));
    QVERIFY(!graph.timesToward({31, 121}, 60).secondsFrom(QGeoCoordinate(31, 121)));
}

void GraphTest::doesNotDependOnTheOrderOfWays() {
    MadeRoads roads;
    roads.fillCity(10, 10, 11);
    const RoadGraph graph = made(roads);
    std::ranges::reverse(roads.ways);
    std::ranges::reverse(roads.restrictions);
    const RoadGraph reversed = made(roads);
    QCOMPARE(reversed.nodeCount(), graph.nodeCount());
    QCOMPARE(reversed.arcCount(), graph.arcCount());
    const auto there = graph.route(roads.at(1, 1), roads.at(8.3, 7));
    const auto again = reversed.route(roads.at(1, 1), roads.at(8.3, 7));
    QCOMPARE(there.has_value(), again.has_value());
    QVERIFY(!there || std::abs(there->totalSeconds - again->totalSeconds) < 0.01);
}

void GraphTest::tellsWhereADriverIs() {
    MadeRoads roads;
    roads.way(1, {{0, 0}, {0, 2}, {2, 2}});
    const RoadGraph graph = made(roads);
    const auto route = graph.route(roads.at(0, 0), roads.at(2, 2));
    QVERIFY(route);
    const RoutePosition start = positionAt(*route, -1);
    QVERIFY(metresBetween(start.at, roads.at(0, 0)) < 0.1);
    QVERIFY(start.heading < 0.1 || start.heading > 359.9);
    QVERIFY(std::abs(start.metresPerSecond - 25 / 3.6) < 0.05);
    const RoutePosition later = positionAt(*route, route->totalSeconds - 1);
    QVERIFY(std::abs(later.heading - 90) < 0.1);
    QVERIFY(metresBetween(later.at, roads.at(2, 2)) < 8);
    const RoutePosition end = positionAt(*route, 1e9);
    QVERIFY(metresBetween(end.at, roads.at(2, 2)) < 0.1);
    QCOMPARE(end.metresPerSecond, 0.0);
}

} // namespace tridesk::maps::test

QTEST_GUILESS_MAIN(tridesk::maps::test::GraphTest)
#include "graph_test.moc"
