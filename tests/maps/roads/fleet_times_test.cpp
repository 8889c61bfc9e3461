// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/roads/fleet_times.h"
#include "tests/maps/roads/made_roads.h"
#include "tests/support/must.h"

#include <QTest>

namespace tridesk::maps::test {

using namespace Qt::StringLiterals;

/// Every answer must be what the graph itself gives, whatever was asked before.
class FleetTimesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_roads.fillCity(24, 24, 5);
        const QString path = m_folder.filePath(u"roads.bin"_s);
        QVERIFY(m_roads.builder().write(path));
        const auto graph = RoadGraph::open(path);
        QVERIFY(graph);
        m_graph.emplace(*graph);
    }

    void agreesWithTheGraphWhileTheFleetMoves() {
        QRandomGenerator random(3);
        FleetTimes fleet{tridesk::test::must(m_graph)};
        std::vector<QGeoCoordinate> starts(60);
        for (QGeoCoordinate& start : starts)
            start = anywhere(random);
        const std::vector<QGeoCoordinate> stations = {m_roads.at(4, 4), m_roads.at(12, 12),
                                                      m_roads.at(20, 7)};
        int near = 0;
        for (int round = 0; round < 40; ++round) {
            const Driving driving = {RoadProfile::of(round % 7 < 5 ? Vehicle::PoliceOnCall : Vehicle::Foot),
                                     {}};
            for (int moved = 0; moved < 5; ++moved)
                starts[size_t(random.bounded(int(starts.size())))] = anywhere(random);
            const QGeoCoordinate place = anywhere(random);
            const auto expected = tridesk::test::must(m_graph).timesTo(place, starts, 200, driving);
            const auto times = fleet.toward(place, starts, 200, driving);
            for (std::size_t i = 0; i < starts.size(); ++i) {
                QCOMPARE(times[i].kind == FleetTime::Kind::Known, expected[i].has_value());
                QCOMPARE(times[i].seconds, expected[i].value_or(0));
            }
            const auto found = fleet.near(stations, starts, 60, driving);
            QCOMPARE(found.size(), stations.size());
            for (std::size_t station = 0; station < stations.size(); ++station) {
                QCOMPARE(found[station], expectedNear(stations[station], starts, driving));
                near += int(found[station].size());
            }
        }
        QVERIFY(near > 200);
    }

    void tellsOffRoadFromTooFar() {
        FleetTimes fleet{tridesk::test::must(m_graph)};
        const Driving driving;
        const std::vector<QGeoCoordinate> starts = {m_roads.at(0, 0), {30, 120}, QGeoCoordinate()};
        const auto times = fleet.toward(m_roads.at(20, 20), starts, 10, driving);
        QCOMPARE(times[0].kind, FleetTime::Kind::Beyond);
        QCOMPARE(times[1].kind, FleetTime::Kind::OffRoad);
        QCOMPARE(times[2].kind, FleetTime::Kind::OffRoad);
        const auto nowhere = fleet.toward({30, 120}, starts, 10, driving);
        QCOMPARE(nowhere, std::vector<FleetTime>(3));
    }

    void otherStationsAreOtherQuestions() {
        FleetTimes fleet{tridesk::test::must(m_graph)};
        const Driving driving;
        const std::vector<QGeoCoordinate> starts = {m_roads.at(4, 4.2), m_roads.at(12, 12.2)};
        const std::vector<QGeoCoordinate> first = {m_roads.at(4, 4)};
        const std::vector<QGeoCoordinate> second = {m_roads.at(12, 12), {30, 120}, m_roads.at(4, 4)};
        QCOMPARE(fleet.near(first, starts, 60, driving)[0], expectedNear(first[0], starts, driving));
        const auto found = fleet.near(second, starts, 60, driving);
        QCOMPARE(found[0], expectedNear(second[0], starts, driving));
        QVERIFY(found[1].empty());
        QCOMPARE(found[2], expectedNear(second[2], starts, driving));
        QVERIFY(fleet.near({}, starts, 60, driving).empty());
    }

private:
    QGeoCoordinate anywhere(QRandomGenerator& random) const {
        return m_roads.at(random.bounded(24.0), random.bounded(24.0));
    }
    std::vector<FleetTimes::Near> expectedNear(const QGeoCoordinate& station,
                                               const std::vector<QGeoCoordinate>& starts,
                                               const Driving& driving) const {
        std::vector<FleetTimes::Near> near;
        const auto times = tridesk::test::must(m_graph).timesTo(station, starts, 60, driving);
        for (std::size_t i = 0; i < times.size(); ++i)
            if (times[i])
                near.push_back({i, tridesk::test::must(times[i])});
        return near;
    }

    QTemporaryDir m_folder;
    MadeRoads m_roads;
    std::optional<RoadGraph> m_graph;
};

} // namespace tridesk::maps::test

QTEST_GUILESS_MAIN(tridesk::maps::test::FleetTimesTest)
#include "fleet_times_test.moc"
