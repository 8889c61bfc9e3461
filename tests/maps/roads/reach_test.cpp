// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geo/distance.h"
#include "maps/roads/escape.h"
#include "maps/roads/reach.h"
#include "tests/maps/roads/made_roads.h"
#include "tests/support/must.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cmath>
#include <numbers>

namespace tridesk::maps::test {

using namespace Qt::StringLiterals;
using tridesk::test::must;

/// Rings as areas, and who can still cut the way of somebody who flees.
class ReachTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ringsHoldWhatIsReached_data();
    void ringsHoldWhatIsReached();
    void ringsDoNotCross();
    void smoothBordersStayWithinACell();
    void aLargeHoleStays();
    void towardIsNotFrom();
    void aPlaceInTheSeaHasNoRing();
    void theEscapeRingGrows();
    void aBridgeIsCutByWhoIsNear();
    void refusesWhatCannotBe();

private:
    RoadGraph made(const MadeRoads& roads) {
        const QString path = m_folder.filePath(u"%1.bin"_s.arg(++m_files));
        if (const auto written = roads.builder().write(path); !written)
            qFatal("%s", qPrintable(written.error()));
        return *RoadGraph::open(path);
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

constexpr std::array<double, 3> Classic = {60, 180, 300};

double areaOf(const ReachRing& ring) {
    double sum = 0;
    for (const QGeoPolygon& area : ring.areas) {
        Loop loop;
        for (const QGeoCoordinate& point : area.perimeter())
            loop.push_back({point.longitude() * 1000, point.latitude() * 1000});
        sum += std::abs(signedArea(loop));
    }
    return sum;
}

void ReachTest::ringsHoldWhatIsReached_data() {
    QTest::addColumn<TimeField::Direction>("direction");
    QTest::newRow("toward") << TimeField::Direction::Toward;
    QTest::newRow("from") << TimeField::Direction::From;
}

void ReachTest::ringsHoldWhatIsReached() {
    QFETCH(TimeField::Direction, direction);
    constexpr int Size = 40;
    MadeRoads roads;
    roads.fillCity(Size, Size, 3);
    const RoadGraph graph = made(roads);
    const QGeoCoordinate place = roads.at(20, 20);
    const TimeField field = direction == TimeField::Direction::Toward ? graph.timesToward(place, 300)
                                                                      : graph.timesFrom(place, 300);
    const ReachSurface surface(field);
    QCOMPARE(surface.accuracyMetres(), 20.0);
    const auto rings = ringsOf(field, Classic);
    QVERIFY(areaOf(rings[0]) < areaOf(rings[1]) && areaOf(rings[1]) < areaOf(rings[2]));
    const TimeField further = direction == TimeField::Direction::Toward ? graph.timesToward(place, 3600)
                                                                        : graph.timesFrom(place, 3600);
    QRandomGenerator random(5);
    int inside = 0;
    int outside = 0;
    int wrong = 0;
    for (int round = 0; round < 2000; ++round) {
        const auto road = graph.snap(roads.at(random.bounded(Size - 1.0), random.bounded(Size - 1.0)));
        const auto seconds = further.secondsAt(must(road));
        if (!seconds)
            continue;
        for (const ReachRing& ring : rings) {
            constexpr double Slack = 15;       // a cell's time at street speed, and what thinning takes
            constexpr double WalkSeconds = 45; // 60 m beside another road
            if (*seconds < ring.seconds - Slack) {
                ++inside;
                QVERIFY2(ring.contains(must(road).at), qPrintable(QString::number(*seconds)));
            } else if (*seconds > ring.seconds + WalkSeconds + Slack) {
                ++outside;
                wrong += ring.contains(must(road).at);
            }
        }
    }
    QVERIFY(inside > 500 && outside > 500);
    // A street that is reached late by car may lie a short walk beside one that is reached early.
    QVERIFY2(wrong * 100 < outside * 3, qPrintable(u"%1 of %2"_s.arg(wrong).arg(outside)));
}

void ReachTest::ringsDoNotCross() {
    for (quint32 seed = 1; seed <= 6; ++seed) {
        MadeRoads roads;
        roads.fillCity(30, 30, seed);
        const TimeField field = made(roads).timesToward(roads.at(15, 15), 300);
        for (const ReachRing& ring : ringsOf(field, Classic)) {
            QVERIFY(!ring.areas.isEmpty());
            std::vector<Loop> loops;
            const auto add = [&loops](const QList<QGeoCoordinate>& points) {
                Loop loop;
                for (const QGeoCoordinate& point : points)
                    loop.push_back({point.longitude(), point.latitude()});
                loops.push_back(std::move(loop));
            };
            for (const QGeoPolygon& area : ring.areas) {
                add(area.perimeter());
                for (qsizetype hole = 0; hole < area.holesCount(); ++hole)
                    add(area.holePath(hole));
            }
            QVERIFY(!anyCross(loops));
        }
    }
    // What anyCross finds at all:
    QVERIFY(anyCross({{{0, 0}, {2, 2}, {2, 0}, {0, 2}}}));
}

// How sharply a loop turns at its corners, in degrees: the mean.
double meanTurn(const Loop& loop) {
    double sum = 0;
    for (std::size_t index = 0; index < loop.size(); ++index) {
        const LatticePoint a = loop[(index + loop.size() - 1) % loop.size()];
        const LatticePoint b = loop[index];
        const LatticePoint c = loop[(index + 1) % loop.size()];
        const double before = std::atan2(b.y - a.y, b.x - a.x);
        const double after = std::atan2(c.y - b.y, c.x - b.x);
        sum += std::abs(std::remainder(after - before, 2 * std::numbers::pi));
    }
    return sum * 180 / std::numbers::pi / double(loop.size());
}

void ReachTest::smoothBordersStayWithinACell() {
    // A staircase of a slope of four to three, the raggedest that a lattice draws; a lane beside its foot.
    Lattice lattice{.columns = 70, .rows = 40, .values = {}};
    for (std::size_t row = 0; row < lattice.rows; ++row)
        for (std::size_t column = 0; column < lattice.columns; ++column) {
            const bool slope = row > 6 && row < 34 && column > 3 && column < 10 + row + row / 3;
            const bool lane = row > 3 && row < 6 && column > 3 && column < 60;
            lattice.values.push_back(slope || lane ? 0.0F : 1.0F);
        }
    const std::vector<Loop> ragged = contourLoops(lattice, 0.5F);
    const std::vector<Loop> smooth = smoothed(ragged, 0.6);
    QCOMPARE(smooth.size(), ragged.size());
    QVERIFY(ragged.size() == 2 && !anyCross(smooth));
    for (std::size_t loop = 0; loop < ragged.size(); ++loop) {
        QCOMPARE(smooth[loop].size(), ragged[loop].size());
        for (std::size_t index = 0; index < ragged[loop].size(); ++index) {
            const LatticePoint was = ragged[loop][index];
            const LatticePoint is = smooth[loop][index];
            QVERIFY(std::hypot(is.x - was.x, is.y - was.y) <= 0.6 + 1e-9);
        }
    }
    const std::size_t slope = signedArea(ragged[0]) > signedArea(ragged[1]) ? 0 : 1;
    QVERIFY2(meanTurn(smooth[slope]) < meanTurn(ragged[slope]) / 2,
             qPrintable(u"%1, %2"_s.arg(meanTurn(smooth[slope])).arg(meanTurn(ragged[slope]))));
    // Two borders so close that smoothing would draw one over the other stay apart.
    const Loop outer = {{0, 0}, {4, 0}, {8, 0}, {8, 4}, {8, 8}, {4, 8}, {0, 8}, {0, 4}};
    const Loop inner = {{0.3, 0.3}, {0.3, 4}, {0.3, 7.7}, {4, 7.7},
                        {7.7, 7.7}, {7.7, 4}, {7.7, 0.3}, {4, 0.3}};
    QVERIFY(!anyCross(smoothed({outer, inner}, 0.6)));
}

void ReachTest::aLargeHoleStays() {
    MadeRoads roads; // a ring road of 800 m a side, nothing within
    roads.way(1, {{0, 0}, {8, 0}, {8, 8}, {0, 8}, {0, 0}}).cls = RoadClass::Primary;
    const TimeField field = made(roads).timesToward(roads.at(0, 0), 300);
    const ReachRing ring = ReachSurface(field).ringAt(300);
    QCOMPARE(ring.areas.size(), 1);
    QCOMPARE(ring.areas.first().holesCount(), 1);
    QVERIFY(!ring.contains(roads.at(4, 4)));
    QVERIFY(ring.contains(roads.at(4, 0)));
}

void ReachTest::towardIsNotFrom() {
    MadeRoads roads; // one way, eastwards
    roads.way(1, {{0, 0}, {5, 0}, {10, 0}}).oneWay = OneWay::Forward;
    roads.way(2, {{0, 0}, {0, 40}, {10, 40}, {10, 0}});
    const RoadGraph graph = made(roads);
    const ReachRing toward = ReachSurface(graph.timesToward(roads.at(5, 0), 60)).ringAt(60);
    const ReachRing from = ReachSurface(graph.timesFrom(roads.at(5, 0), 60)).ringAt(60);
    QVERIFY(toward.contains(roads.at(3, 0)) && !toward.contains(roads.at(7, 0)));
    QVERIFY(from.contains(roads.at(7, 0)) && !from.contains(roads.at(3, 0)));
}

void ReachTest::aPlaceInTheSeaHasNoRing() {
    MadeRoads roads;
    roads.way(1, {{0, 0}, {5, 0}});
    const RoadGraph graph = made(roads);
    const TimeField field = graph.timesToward({0, 0}, 300);
    QVERIFY(!field.place());
    QVERIFY(ReachSurface(field).ringAt(300).areas.isEmpty());
    QVERIFY(ReachSurface(made(MadeRoads()).timesFrom(roads.at(0, 0), 300)).ringAt(60).areas.isEmpty());
    const ReachSurface surface(graph.timesFrom(roads.at(0, 0), 300));
    QVERIFY(surface.ringAt(-1).areas.isEmpty() && surface.ringAt(NAN).areas.isEmpty());
}

void ReachTest::theEscapeRingGrows() {
    MadeRoads roads;
    roads.fillCity(60, 60, 8);
    const RoadGraph graph = made(roads);
    EscapeQuestion question;
    question.from = roads.at(30, 30);
    double before = 0;
    for (const double elapsed : {30.0, 60.0, 120.0}) {
        question.elapsedSeconds = elapsed;
        const auto answer = escapeOf(graph, question);
        QVERIFY(answer);
        QCOMPARE(answer->now.seconds, elapsed);
        QVERIFY(areaOf(answer->now) > before);
        before = areaOf(answer->now);
        QCOMPARE(answer->next.size(), 3U);
        QCOMPARE(answer->next[0].seconds, elapsed + 60);
        QVERIFY(areaOf(answer->next[0]) > areaOf(answer->now));
    }
    question.fleeing.profile = RoadProfile::fleeing(0, true);
    const auto onFoot = escapeOf(graph, question);
    QVERIFY(onFoot && areaOf(onFoot->now) < before / 4);
    question.fleeing.profile = RoadProfile::fleeing(20, false);
    const auto slow = escapeOf(graph, question);
    QVERIFY(slow && areaOf(slow->now) < before && areaOf(slow->now) > areaOf(onFoot->now));
}

void ReachTest::aBridgeIsCutByWhoIsNear() {
    MadeRoads roads; // the only way out is a bridge in the east
    roads.way(1, {{0, 0}, {10, 0}});
    RoadWay& bridge = roads.way(2, {{10, 0}, {40, 0}});
    bridge.bridge = true;
    roads.way(3, {{40, 0}, {120, 0}});
    const RoadGraph graph = made(roads);
    EscapeQuestion question;
    question.from = roads.at(0, 0);
    question.elapsedSeconds = 10;
    question.fleeing.profile = RoadProfile::fleeing(36, false); // 10 m/s
    question.cutters = {roads.at(38, 0), roads.at(118, 0), {0, 0}};
    question.cutting.profile = RoadProfile::of(Vehicle::PoliceOnCall);
    const auto answer = escapeOf(graph, question);
    QVERIFY(answer);
    QVERIFY(!answer->gates.empty());
    for (const EscapeGate& gate : answer->gates) {
        QVERIFY(gate.bridge);
        // 10 m/s along the street, so the gate stands where its time says.
        const double metres = metresBetween(question.from, gate.at);
        QVERIFY(std::abs(metres - gate.seconds * 10) < 25);
    }
    QVERIFY(!answer->cuts.empty());
    QCOMPARE(answer->cuts.front().cutter, 0U);
    const EscapeCut& cut = answer->cuts.front();
    const EscapeGate& gate = answer->gates[cut.gate];
    QVERIFY(std::abs(cut.marginSeconds - (gate.seconds - question.elapsedSeconds - cut.seconds)) < 0.01);
    const auto seconds = graph.timesTo(gate.at, question.cutters, 300, question.cutting);
    QVERIFY(seconds[0] && std::abs(must(seconds[0]) - cut.seconds) < 0.01);
    // The one in the sea has no road and is not spoken of.
    QVERIFY(std::ranges::none_of(answer->cuts, [](const EscapeCut& each) { return each.cutter == 2; }));
}

void ReachTest::refusesWhatCannotBe() {
    MadeRoads roads;
    roads.way(1, {{0, 0}, {5, 0}});
    const RoadGraph graph = made(roads);
    EscapeQuestion question;
    question.from = roads.at(0, 0);
    question.elapsedSeconds = -5;
    QCOMPARE(escapeOf(graph, question).error(), EscapeError::NotYet);
    question.elapsedSeconds = NAN;
    QCOMPARE(escapeOf(graph, question).error(), EscapeError::NotYet);
    question.elapsedSeconds = 3.0 * 365 * 86'400;
    QCOMPARE(escapeOf(graph, question).error(), EscapeError::TooLongAgo);
    question.elapsedSeconds = 60;
    for (const double kmh : {10'000.0, 0.2}) {
        question.fleeing.profile = RoadProfile::fleeing(kmh, false);
        QCOMPARE(escapeOf(graph, question).error(), EscapeError::SpeedOutOfRange);
    }
    question.fleeing.profile = RoadProfile::fleeing(30, false);
    question.from = QGeoCoordinate(0, 0);
    QCOMPARE(escapeOf(graph, question).error(), EscapeError::NoRoad);
    QCOMPARE(escapeOf(made(MadeRoads()), question).error(), EscapeError::NoRoad);
}

} // namespace tridesk::maps::test

QTEST_GUILESS_MAIN(tridesk::maps::test::ReachTest)
#include "reach_test.moc"
