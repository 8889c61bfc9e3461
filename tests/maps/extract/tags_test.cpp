// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/extract/tags.h"
#include "tests/support/must.h"

#include <QTest>

#include <osmium/builder/attr.hpp>
#include <osmium/memory/buffer.hpp>
#include <osmium/osm.hpp>

using namespace Qt::StringLiterals;
using namespace tridesk::maps;
using namespace tridesk::test;

namespace {

using List = std::vector<std::pair<const char*, const char*>>;

/// A way with the tags, in a buffer that holds it.
struct Tagged {
    osmium::memory::Buffer buffer{1024, osmium::memory::Buffer::auto_grow::yes};

    explicit Tagged(const List& list) {
        using namespace osmium::builder::attr;
        osmium::builder::add_way(buffer, _id(1), _tags(list));
    }
    [[nodiscard]] const osmium::TagList& tags() const { return buffer.get<osmium::Way>(0).tags(); }
};

} // namespace

class TagsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void speeds_data();
    void speeds();
    void roadClasses();
    void oneWays();
    void accesses();
    void chineseNamesFirst();
    void longNamesAreCut();
    void oneNodeMayBeTwoPlaces();
    void whatIsNoPlace();
    void headings();
};

void TagsTest::speeds_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("speed");
    QTest::newRow("plain") << "50"_ba << 50.0;
    QTest::newRow("unit") << "60 km/h"_ba << 60.0;
    QTest::newRow("miles") << "30 mph"_ba << 30 * 1.609344;
    QTest::newRow("words") << "CN:urban"_ba << 0.0;
    QTest::newRow("none") << "none"_ba << 0.0;
    QTest::newRow("beyond reason") << "9999"_ba << 0.0;
    QTest::newRow("negative") << "-50"_ba << 0.0;
    QTest::newRow("not a number") << "nan"_ba << 0.0;
    QTest::newRow("empty") << ""_ba << 0.0;
}

void TagsTest::speeds() {
    QFETCH(QByteArray, text);
    QFETCH(double, speed);
    QCOMPARE(speedOf(text.constData()), speed);
    QCOMPARE(speedOf(nullptr), 0.0);
}

void TagsTest::roadClasses() {
    const auto ramp = roadOf(Tagged({{"highway", "motorway_link"}, {"bridge", "viaduct"}}).tags());
    QVERIFY(ramp && ramp->link && ramp->bridge);
    QCOMPARE(must(ramp).cls, RoadClass::Motorway);
    const auto lane = roadOf(Tagged({{"highway", "living_street"}, {"tunnel", "no"}}).tags());
    QVERIFY(lane && !lane->tunnel);
    QCOMPARE(must(lane).cls, RoadClass::LivingStreet);
    QVERIFY(!roadOf(Tagged({{"highway", "construction"}}).tags()));
    QVERIFY(!roadOf(Tagged({{"highway", "pedestrian"}, {"area", "yes"}}).tags()));
    QVERIFY(!roadOf(Tagged({{"railway", "rail"}}).tags()));
}

void TagsTest::oneWays() {
    const auto way = [](List list) {
        list.emplace_back("highway", "residential");
        return roadOf(Tagged(list).tags())->oneWay;
    };
    QCOMPARE(way({}), OneWay::No);
    QCOMPARE(way({{"oneway", "yes"}}), OneWay::Forward);
    QCOMPARE(way({{"oneway", "-1"}}), OneWay::Backward);
    QCOMPARE(way({{"junction", "roundabout"}}), OneWay::Forward);
    QCOMPARE(way({{"junction", "roundabout"}, {"oneway", "no"}}), OneWay::No);
    QCOMPARE(must(roadOf(Tagged({{"highway", "motorway"}}).tags())).oneWay, OneWay::Forward);
}

void TagsTest::accesses() {
    const auto access = [](List list) {
        list.emplace_back("highway", "service");
        return roadOf(Tagged(list).tags())->access;
    };
    QCOMPARE(access({}), Access::Open);
    QCOMPARE(access({{"access", "private"}}), Access::Private);
    QCOMPARE(access({{"access", "no"}}), Access::Private);
    QCOMPARE(access({{"motor_vehicle", "no"}}), Access::NoVehicles);
    QCOMPARE(access({{"access", "no"}, {"motor_vehicle", "yes"}}), Access::Open);
    QCOMPARE(access({{"vehicle", "destination"}}), Access::Destination);
}

void TagsTest::chineseNamesFirst() {
    const Names names =
        namesOf(Tagged({{"name", "Renmin Lu"}, {"name:zh", "人民路"}, {"name:en", "Renmin Road"}}).tags());
    QCOMPARE(names.zh, u"人民路"_s);
    QCOMPARE(names.en, u"Renmin Road"_s);
    QVERIFY(names.pinyin.isEmpty());
    QCOMPARE(namesOf(Tagged({{"name", "Triq il-Kbira"}}).tags()).zh, u"Triq il-Kbira"_s);
}

void TagsTest::longNamesAreCut() {
    const QByteArray longName = QByteArray(1000, 'x');
    qint64 cut = 0;
    const Names names = namesOf(Tagged({{"name", longName.constData()}}).tags(), &cut);
    QCOMPARE(names.zh.size(), Place::MaxNameLength);
    QCOMPARE(cut, 1);
}

void TagsTest::oneNodeMayBeTwoPlaces() {
    const QList<Place> places = placesOf(Tagged({{"amenity", "school"},
                                                 {"name", "第一小学"},
                                                 {"addr:street", "人民路"},
                                                 {"addr:housenumber", "12号"}})
                                             .tags());
    QCOMPARE(places.size(), 2);
    QCOMPARE(places[0].kind, PlaceKind::Poi);
    QCOMPARE(places[0].osmClass, u"amenity=school"_s);
    QCOMPARE(places[0].street, u"人民路"_s);
    QCOMPARE(places[1].kind, PlaceKind::Address);
    QCOMPARE(places[1].houseNumber, u"12号"_s);
    const QList<Place> police =
        placesOf(Tagged({{"amenity", "police"}, {"name", "云湖派出所"}, {"ref", "ST01"}}).tags());
    QCOMPARE(police.size(), 1);
    QCOMPARE(police[0].kind, PlaceKind::Station);
    QCOMPARE(police[0].ref, u"ST01"_s);
    QCOMPARE(placesOf(Tagged({{"place", "village"}, {"name", "陈家村"}}).tags()).constFirst().kind,
             PlaceKind::Area);
}

void TagsTest::whatIsNoPlace() {
    QVERIFY(placesOf(Tagged({}).tags()).isEmpty());
    QVERIFY(placesOf(Tagged({{"amenity", "bench"}}).tags()).isEmpty());
    QVERIFY(placesOf(Tagged({{"man_made", "surveillance"}, {"name", "x"}}).tags()).isEmpty());
    QVERIFY(placesOf(Tagged({{"addr:housenumber", "5"}}).tags()).isEmpty());
    QVERIFY(placesOf(Tagged({{"highway", "traffic_signals"}, {"name", "x"}}).tags()).isEmpty());
}

void TagsTest::headings() {
    QCOMPARE(headingOf(Tagged({{"camera:direction", "270"}}).tags()), 270.0);
    QCOMPARE(headingOf(Tagged({{"direction", "SSW"}}).tags()), 202.5);
    QCOMPARE(headingOf(Tagged({{"direction", "-90"}}).tags()), 270.0);
    QCOMPARE(headingOf(Tagged({{"direction", "both"}}).tags()), 0.0);
}

QTEST_GUILESS_MAIN(TagsTest)
#include "tags_test.moc"
