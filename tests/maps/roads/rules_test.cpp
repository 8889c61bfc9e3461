// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geo/distance.h"
#include "maps/roads/graph.h"
#include "tests/maps/roads/made_roads.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

namespace tridesk::maps::test {

using namespace Qt::StringLiterals;

/// Who may go where and turn how, on roads drawn for the purpose; and the settings that say it.
class RulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void turnsBindByVehicle_data();
    void turnsBindByVehicle();
    void aTurnOverAWayIsHonoured();
    void onlyOverAWayIsHonoured();
    void oneWaysBindByVehicle();
    void closedRoadsOpenByPrivilege_data();
    void closedRoadsOpenByPrivilege();
    void theHourSetsTheSpeed();
    void trafficIsReadOrRefused_data();
    void trafficIsReadOrRefused();
    void vehiclesAreReadOrRefused_data();
    void vehiclesAreReadOrRefused();

private:
    RoadGraph made(const MadeRoads& roads) {
        const QString path = m_folder.filePath(u"%1.bin"_s.arg(++m_files));
        if (const auto written = roads.builder().write(path); !written)
            qFatal("%s", qPrintable(written.error()));
        return *RoadGraph::open(path);
    }
    static Driving by(Vehicle vehicle) { return {.profile = RoadProfile::of(vehicle), .traffic = {}}; }
    static QStringList streets(const RoadGraph& graph, const QGeoCoordinate& from, const QGeoCoordinate& to,
                               const Driving& driving) {
        const auto route = graph.route(from, to, driving);
        QStringList names;
        if (route) {
            for (const RouteLeg& leg : route->legs)
                names.append(leg.nameZh);
        }
        return names;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

void RulesTest::turnsBindByVehicle_data() {
    QTest::addColumn<quint8>("exempt");
    QTest::addColumn<QList<Vehicle>>("free");
    const QList<Vehicle> always{Vehicle::PoliceOnCall, Vehicle::Foot, Vehicle::ElectricBike};
    QTest::newRow("no exception") << quint8(0) << always;
    QTest::newRow("except emergency")
        << quint8(TurnEmergency) << always + QList{Vehicle::PoliceCar, Vehicle::Motorcycle};
    QTest::newRow("except psv") << quint8(TurnPsv) << always;
    QTest::newRow("except motorcar") << quint8(TurnCar) << always + QList{Vehicle::Car, Vehicle::PoliceCar};
    QTest::newRow("except motorcycle") << quint8(TurnMotorcycle) << always + QList{Vehicle::Motorcycle};
}

void RulesTest::turnsBindByVehicle() {
    QFETCH(quint8, exempt);
    QFETCH(QList<Vehicle>, free);
    for (const bool only : {false, true}) {
        MadeRoads roads; // a crossing; the left turn from 1 into 2 is forbidden, or only straight on allowed
        roads.way(1, {{0, 1}, {1, 1}});
        roads.way(2, {{1, 1}, {1, 2}});
        roads.way(3, {{1, 1}, {2, 1}});
        roads.way(4, {{2, 1}, {2, 2}, {1, 2}});
        roads.restrict(1, {1, 1}, only ? 3 : 2, only);
        roads.restrictions.back().exempt = exempt;
        const RoadGraph graph = made(roads);
        for (int vehicle = 0; vehicle < VehicleCount; ++vehicle) {
            const auto which = static_cast<Vehicle>(vehicle);
            const QStringList way = streets(graph, roads.at(0.1, 1), roads.at(1, 1.4), by(which));
            const QStringList direct{u"路1"_s, u"路2"_s};
            QVERIFY2((way == direct) == free.contains(which), qPrintable(nameOf(which) + way.join(u' ')));
            QVERIFY(!way.isEmpty());
        }
    }
}

void RulesTest::aTurnOverAWayIsHonoured() {
    MadeRoads roads; // from 1 over 2 not back by 3: a U-turn over the median, as maps have it
    roads.way(1, {{0, 0}, {2, 0}});
    roads.way(2, {{2, 0}, {2, 1}});
    roads.way(3, {{2, 1}, {0, 1}});
    roads.way(4, {{2, 0}, {4, 0}});
    roads.way(5, {{2, 1}, {2, 3}});
    roads.restrictVia(1, {2}, 3);
    const RoadGraph graph = made(roads);
    const Driving car = by(Vehicle::Car);
    // The car turns round twice on the way over, which is allowed; the one on call drives straight.
    const double direct = graph.route(roads.at(0.5, 0), roads.at(0.5, 1), by(Vehicle::PoliceOnCall))->metres;
    const double block = metresBetween(roads.at(2, 0), roads.at(2, 1));
    QVERIFY(std::abs(direct - 2 * metresBetween(roads.at(0.5, 0), roads.at(2, 0)) - block) < 1);
    QVERIFY(graph.route(roads.at(0.5, 0), roads.at(0.5, 1), car)->metres > direct + 1.9 * block);
    // From elsewhere over the same way the turn is free, and so is the way over it to elsewhere.
    QCOMPARE(streets(graph, roads.at(3.5, 0), roads.at(0.5, 1), car),
             (QStringList{u"路4"_s, u"路2"_s, u"路3"_s}));
    QCOMPARE(streets(graph, roads.at(0.5, 0), roads.at(2, 2.5), car),
             (QStringList{u"路1"_s, u"路2"_s, u"路5"_s}));
}

void RulesTest::onlyOverAWayIsHonoured() {
    MadeRoads roads;
    roads.way(1, {{0, 0}, {2, 0}});
    roads.way(2, {{2, 0}, {2, 1}});
    roads.way(3, {{2, 1}, {0, 1}});
    roads.way(5, {{2, 1}, {2, 3}});
    roads.restrictVia(1, {2}, 5, true);
    const RoadGraph graph = made(roads);
    const double direct = graph.route(roads.at(0.5, 0), roads.at(0.5, 1), by(Vehicle::PoliceOnCall))->metres;
    QVERIFY(graph.route(roads.at(0.5, 0), roads.at(0.5, 1), by(Vehicle::Car))->metres > direct + 100);
    QCOMPARE(streets(graph, roads.at(0.5, 0), roads.at(2, 2.5), by(Vehicle::Car)),
             (QStringList{u"路1"_s, u"路2"_s, u"路5"_s}));
}

void RulesTest::oneWaysBindByVehicle() {
    for (const RoadClass cls : {RoadClass::Residential, RoadClass::Primary}) {
        MadeRoads roads;
        RoadWay& street = roads.way(1, {{0, 0}, {10, 0}});
        street.oneWay = OneWay::Forward;
        street.cls = cls;
        roads.way(2, {{0, 0}, {0, 20}, {10, 20}, {10, 0}});
        const RoadGraph graph = made(roads);
        const auto seconds = [&](Vehicle vehicle) {
            return graph.timesFrom(roads.at(9, 0), 3600, by(vehicle)).secondsAt(roads.at(1, 0)).value_or(-1);
        };
        const double metres = metresBetween(roads.at(9, 0), roads.at(1, 0));
        QVERIFY(seconds(Vehicle::Car) > metres / (120 / 3.6) * 3);
        QCOMPARE(seconds(Vehicle::Car), seconds(Vehicle::PoliceCar));
        QVERIFY(std::abs(seconds(Vehicle::Foot) - metres / (5 / 3.6)) < 2);
        // Against the traffic on small roads only, at four tenths of the speed.
        const bool small = cls == RoadClass::Residential;
        const double against = metres / (25 * 1.25 * 0.4 / 3.6);
        QCOMPARE(std::abs(seconds(Vehicle::PoliceOnCall) - against) < 2, small);
    }
}

void RulesTest::closedRoadsOpenByPrivilege_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QList<Vehicle>>("may");
    const QList<Vehicle> feet{Vehicle::Foot, Vehicle::ElectricBike};
    const QList<Vehicle> police{Vehicle::PoliceCar, Vehicle::PoliceOnCall, Vehicle::Motorcycle};
    QTest::newRow("pedestrian street") << 0 << feet + police;
    QTest::newRow("private road") << 1 << feet + police;
    QTest::newRow("bus lane") << 2 << feet + QList{Vehicle::PoliceOnCall};
    QTest::newRow("emergency way") << 3 << feet + police;
    QTest::newRow("footway") << 4 << feet;
    QTest::newRow("closed to vehicles") << 5 << feet;
    QTest::newRow("motorway") << 6 << police + QList{Vehicle::Car};
}

void RulesTest::closedRoadsOpenByPrivilege() {
    QFETCH(int, kind);
    QFETCH(QList<Vehicle>, may);
    MadeRoads roads;
    roads.way(1, {{0, 0}, {4, 0}});
    RoadWay& closed = roads.way(2, {{4, 0}, {8, 0}});
    roads.way(3, {{8, 0}, {12, 0}});
    RoadWay& way = roads.ways[1];
    Q_UNUSED(closed)
    way.cls = kind == 0   ? RoadClass::Pedestrian
              : kind == 4 ? RoadClass::Footway
              : kind == 6 ? RoadClass::Motorway
                          : RoadClass::Residential;
    way.access = kind == 1                             ? Access::Private
                 : kind == 2 || kind == 3 || kind == 5 ? Access::NoVehicles
                                                       : Access::Open;
    way.busOnly = kind == 2;
    way.emergency = kind == 3;
    const RoadGraph graph = made(roads);
    for (int vehicle = 0; vehicle < VehicleCount; ++vehicle) {
        const auto which = static_cast<Vehicle>(vehicle);
        QVERIFY2(graph.route(roads.at(1, 0), roads.at(11, 0), by(which)).has_value() == may.contains(which),
                 qPrintable(nameOf(which)));
    }
}

void RulesTest::theHourSetsTheSpeed() {
    MadeRoads roads;
    roads.way(1, {{0, 0}, {30, 0}}).cls = RoadClass::Primary;
    const RoadGraph graph = made(roads);
    const TrafficTable table = TrafficTable::standard();
    const auto seconds = [&](Vehicle vehicle, const QDateTime& at) {
        Driving driving = by(vehicle);
        driving.traffic = table.at(at);
        return graph.timesToward(roads.at(0, 0), 3600, driving).secondsAt(roads.at(25, 0)).value_or(-1);
    };
    const QDate wednesday(2026, 3, 4);
    const double day = seconds(Vehicle::Car, {wednesday, QTime(11, 0)});
    const double peak = seconds(Vehicle::Car, {wednesday, QTime(8, 0)});
    QVERIFY(std::abs(peak - day / 0.58) < 1);
    QVERIFY(std::abs(seconds(Vehicle::Car, {wednesday, QTime(3, 0)}) - day / 1.3) < 1);
    QVERIFY(seconds(Vehicle::PoliceOnCall, {wednesday, QTime(8, 0)}) < peak);
    QCOMPARE(seconds(Vehicle::Foot, {wednesday, QTime(8, 0)}), seconds(Vehicle::Foot, QDateTime()));
    // The year does not matter, before or after; a time that is none is by day.
    QCOMPARE(seconds(Vehicle::Car, {QDate(1990, 3, 7), QTime(8, 0)}), peak);
    QCOMPARE(seconds(Vehicle::Car, {QDate(2090, 3, 8), QTime(8, 0)}), peak);
    QCOMPARE(seconds(Vehicle::Car, QDateTime()), day);
    QVERIFY(seconds(Vehicle::Car, {QDate(2026, 3, 7), QTime(8, 0)}) < peak); // a Saturday
}

void RulesTest::trafficIsReadOrRefused_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("error");
    const auto band = [](const char* fields) {
        return QByteArray(R"({"format":1,"bands":[{)") + fields + "}]}";
    };
    QTest::newRow("good") << band(R"("days":"workday","from":7,"to":9,"factors":{"primary":0.5})")
                          << QString();
    QTest::newRow("no json") << QByteArray("speed") << u"no JSON object"_s;
    QTest::newRow("format") << QByteArray(R"({"format":7,"bands":[]})") << u"format is 7"_s;
    QTest::newRow("days") << band(R"("days":"never","from":7,"to":9,"factors":{})") << u"days \"never\""_s;
    QTest::newRow("hour") << band(R"("days":"every","from":25,"to":9,"factors":{})") << u"from is 25"_s;
    QTest::newRow("order") << band(R"("days":"every","from":9,"to":7,"factors":{})") << u"to is 7"_s;
    QTest::newRow("class") << band(R"("days":"every","from":7,"to":9,"factors":{"river":1})")
                           << u"\"river\""_s;
    QTest::newRow("zero") << band(R"("days":"every","from":7,"to":9,"factors":{"primary":0})")
                          << u"primary is 0"_s;
    QTest::newRow("huge") << band(R"("days":"every","from":7,"to":9,"factors":{"primary":10000})")
                          << u"primary is 10000"_s;
    QTest::newRow("long") << QByteArray(300'000, ' ') << u"more than"_s;
}

void RulesTest::trafficIsReadOrRefused() {
    QFETCH(QByteArray, json);
    QFETCH(QString, error);
    const auto table = TrafficTable::fromJson(json);
    QCOMPARE(table.has_value(), error.isEmpty());
    if (!table) {
        QVERIFY2(table.error().contains(error), qPrintable(table.error()));
        return;
    }
    const auto primary = static_cast<std::size_t>(RoadClass::Primary);
    QCOMPARE(table->at({QDate(2026, 3, 4), QTime(8, 59)}).byClass.at(primary), 0.5F);
    QCOMPARE(table->at({QDate(2026, 3, 4), QTime(9, 0)}).byClass.at(primary), 1.0F);
    QCOMPARE(table->at({QDate(2026, 3, 7), QTime(8, 0)}).byClass.at(primary), 1.0F);
}

void RulesTest::vehiclesAreReadOrRefused_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("error");
    QTest::newRow("good")
        << QByteArray(
               R"({"vehicle":"police_on_call","speedFactor":1.4,"againstOneWay":["service"],"busLanes":false})")
        << QString();
    QTest::newRow("vehicle") << QByteArray(R"({"vehicle":"tank"})") << u"\"tank\""_s;
    QTest::newRow("field") << QByteArray(R"({"vehicle":"car","wings":true})") << u"wings"_s;
    QTest::newRow("zero") << QByteArray(R"({"vehicle":"car","topKmh":0})") << u"topKmh is 0"_s;
    QTest::newRow("huge") << QByteArray(R"({"vehicle":"car","fixedKmh":10000})") << u"fixedKmh is 10000"_s;
    QTest::newRow("factor") << QByteArray(R"({"vehicle":"car","speedFactor":0})") << u"speedFactor is 0"_s;
    QTest::newRow("kind") << QByteArray(R"({"vehicle":"car","busLanes":"yes"})") << u"busLanes"_s;
    QTest::newRow("class") << QByteArray(R"({"vehicle":"car","againstOneWay":["river"]})") << u"\"river\""_s;
    QTest::newRow("no json") << QByteArray("[") << u"no JSON object"_s;
}

void RulesTest::vehiclesAreReadOrRefused() {
    QFETCH(QByteArray, json);
    QFETCH(QString, error);
    const auto profile = profileFromJson(json);
    QCOMPARE(profile.has_value(), error.isEmpty());
    if (!profile) {
        QVERIFY2(profile.error().contains(error), qPrintable(profile.error()));
        return;
    }
    QCOMPARE(profile->vehicle, Vehicle::PoliceOnCall);
    QCOMPARE(profile->speedFactor, 1.4);
    QCOMPARE(profile->againstOneWay, quint16(1U << unsigned(RoadClass::Service)));
    QVERIFY(!profile->busLanes && profile->ignoresTurns);
}

} // namespace tridesk::maps::test

QTEST_GUILESS_MAIN(tridesk::maps::test::RulesTest)
#include "rules_test.moc"
