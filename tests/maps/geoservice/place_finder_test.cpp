// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/builder.h"
#include "maps/geoservice/place_finder.h"
#include "maps/package/package.h"
#include "tests/support/mutate.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>

namespace tridesk::maps::test {

using namespace Qt::StringLiterals;

/// One list of what the map, the desk and what was picked before have to offer.
class PlaceFinderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsWhatTheMapAndTheDeskKnow();
    void whatBothKnowIsOfferedOnce();
    void whatWasPickedComesFirst();
    void whatIsForgottenIsNotOffered();
    void withoutAMapTheDesksOwnAreFound();
    void tellsWhyTheServiceIsSilent();
    void onlyTheNewestIsAnswered();
    void aProviderWithoutRanksKeepsItsOrder();
    void useIsBoundedAndAges();
    void useIsReadBack();
    void spoiltUseIsReadAsFarAsItIsSound();

private:
    static OwnPlace own(const QString& id, PlaceKind kind, const QString& zh, QGeoCoordinate at,
                        const QString& ref = {}) {
        return {.id = id,
                .kind = kind,
                .nameZh = zh,
                .nameEn = {},
                .ref = ref,
                .detail = {},
                .at = std::move(at)};
    }
    PlaceFinder::Answer ask(PlaceFinder& finder, const QString& text, QGeoCoordinate near = {31.2, 121.4},
                            int limit = 12) {
        std::optional<PlaceFinder::Answer> answer;
        finder.find({.text = text, .near = std::move(near), .limit = limit, .chinese = true}, this,
                    [&](const PlaceFinder::Answer& given) { answer = given; });
        if (answer || !QTest::qWaitFor([&] { return answer.has_value(); }, 10'000))
            qFatal("answered at once, or never");
        return answer.value_or(PlaceFinder::Answer());
    }
    static QStringList labels(const PlaceFinder::Answer& answer) {
        QStringList labels;
        for (const RankedPlace& place : answer.places)
            labels << place.label;
        return labels;
    }

    QTemporaryDir m_folder;
};

void PlaceFinderTest::initTestCase() {
    GazetteerBuilder gazetteer;
    QVERIFY(gazetteer.open(m_folder.filePath(package_file::Gazetteer.toString())));
    RoadWay way;
    way.id = 1;
    way.nameZh = u"人民路"_s;
    way.nameEn = u"Renmin Road"_s;
    way.nodeIds = {1, 2};
    way.points = {{31.2, 121.4}, {31.2, 121.41}};
    gazetteer.add(way);
    const auto poi = [&](const QString& zh, QGeoCoordinate at, PlaceKind kind, const QString& ref = {}) {
        Place place;
        place.kind = kind;
        place.nameZh = zh;
        place.at = std::move(at);
        place.ref = ref;
        gazetteer.add(place);
    };
    poi(u"人民小学"_s, {31.2003, 121.405}, PlaceKind::Poi);
    poi(u"人民派出所"_s, {31.21, 121.42}, PlaceKind::Station, u"ST01"_s);
    for (int i = 0; i < 40; ++i)
        poi(u"便利店"_s, {31.25 + 0.002 * i, 121.4}, PlaceKind::Poi);
    QVERIFY(gazetteer.finish());
}

void PlaceFinderTest::findsWhatTheMapAndTheDeskKnow() {
    GeoService service(GeoService::forPackage(m_folder.path(), true));
    PlaceFinder finder(&service);
    finder.put({own(u"place/1"_s, PlaceKind::Named, u"人民大棚"_s, {31.201, 121.401}),
                own(u"camera/C1"_s, PlaceKind::Camera, u"人民桥"_s, {31.3, 121.4}, u"C1"_s)});
    const PlaceFinder::Answer answer = ask(finder, u"＠人民"_s);
    QCOMPARE(labels(answer).constFirst(), u"人民路"_s);
    for (const QString& name : {u"人民大棚"_s, u"人民桥"_s, u"人民小学"_s, u"人民派出所"_s})
        QVERIFY2(labels(answer).contains(name), qPrintable(name));
    QVERIFY(answer.trouble.isEmpty());
    for (const RankedPlace& place : answer.places) {
        QVERIFY(place.metresOff >= 0 && !place.key.isEmpty());
        QCOMPARE(place.own, place.kind == PlaceKind::Named || place.kind == PlaceKind::Camera);
        if (place.label == u"人民小学"_s)
            QCOMPARE(place.detail, u"人民路"_s); // where it stands
    }
    QVERIFY(std::ranges::is_sorted(answer.places, {}, &RankedPlace::cost));
    QCOMPARE(labels(ask(finder, u"rmdp"_s)).value(0), u"人民大棚"_s);
}

void PlaceFinderTest::whatBothKnowIsOfferedOnce() {
    GeoService service(GeoService::forPackage(m_folder.path(), true));
    PlaceFinder finder(&service);
    // The same station, moved and renamed by the desk; a name for what the map calls so too.
    finder.put({own(u"post/ST01"_s, PlaceKind::Station, u"人民新所"_s, {31.22, 121.43}, u"ST01"_s),
                own(u"place/2"_s, PlaceKind::Named, u"人民小学"_s, {31.2004, 121.405})});
    const PlaceFinder::Answer answer = ask(finder, u"人民"_s);
    QCOMPARE(labels(answer).count(u"人民小学"_s), 1);
    QVERIFY(labels(answer).contains(u"人民新所"_s) && !labels(answer).contains(u"人民派出所"_s));
}

void PlaceFinderTest::whatWasPickedComesFirst() {
    GeoService service(GeoService::forPackage(m_folder.path(), true));
    PlaceFinder finder(&service);
    const QGeoCoordinate near(31.25, 121.4);
    // More shops of one name than are shown; the one that this seat means lies far down the list.
    const PlaceFinder::Answer before = ask(finder, u"便利店"_s, near, 100);
    QCOMPARE(before.places.size(), 40);
    const RankedPlace meant = before.places.at(38);
    QVERIFY(ask(finder, u"便利店"_s, near, 3).places.first().key != meant.key);
    for (int pick = 0; pick < 8; ++pick)
        finder.notePick(meant);
    const PlaceFinder::Answer after = ask(finder, u"blD"_s, near, 3);
    QCOMPARE(after.places.size(), 3);
    QCOMPARE(after.places.first().key, meant.key);
    QCOMPARE(after.places.first().label, u"便利店"_s);
    // But no use makes a part of a name go before a whole one.
    QCOMPARE(labels(ask(finder, u"人民路"_s)).constFirst(), u"人民路"_s);
}

void PlaceFinderTest::whatIsForgottenIsNotOffered() {
    PlaceFinder finder(nullptr);
    finder.put({own(u"place/1"_s, PlaceKind::Named, u"老菜场"_s, {31.2, 121.4})});
    const PlaceFinder::Answer answer = ask(finder, u"老菜场"_s);
    QCOMPARE(answer.places.size(), 1);
    finder.notePick(answer.places.first());
    finder.take({u"place/1"_s});
    QVERIFY(ask(finder, u"老菜场"_s).places.isEmpty());
    finder.setUse(finder.use());
    QVERIFY(ask(finder, u"老菜场"_s).places.isEmpty());
}

void PlaceFinderTest::withoutAMapTheDesksOwnAreFound() {
    PlaceFinder finder(nullptr);
    finder.put({own(u"post/ST01"_s, PlaceKind::Station, u"解放路派出所"_s, {31.2, 121.4}, u"ST01"_s)});
    const PlaceFinder::Answer answer = ask(finder, u"@jfl"_s);
    QCOMPARE(labels(answer), QStringList{u"解放路派出所"_s});
    QVERIFY(answer.trouble.isEmpty());
    QVERIFY(ask(finder, u"@"_s).places.isEmpty());
}

void PlaceFinderTest::tellsWhyTheServiceIsSilent() {
    GeoService service(GeoService::forPackage(m_folder.filePath(u"nowhere"_s), true));
    PlaceFinder finder(&service);
    finder.put({own(u"place/1"_s, PlaceKind::Named, u"老菜场"_s, {31.2, 121.4})});
    const PlaceFinder::Answer answer = ask(finder, u"老菜场"_s);
    QCOMPARE(answer.places.size(), 1);
    QVERIFY(!answer.trouble.isEmpty());
}

void PlaceFinderTest::onlyTheNewestIsAnswered() {
    GeoService service(GeoService::forPackage(m_folder.path(), true));
    PlaceFinder finder(&service);
    int answers = 0;
    QString last;
    const auto count = [&](const QString& text) {
        finder.find({.text = text}, this, [&answers, &last, text](const PlaceFinder::Answer&) {
            ++answers;
            last = text;
        });
    };
    count(u"人"_s);
    count(u"人民"_s);
    count(u"人民路"_s);
    QTRY_COMPARE(answers, 1);
    QCOMPARE(last, u"人民路"_s);
    {
        QObject asker;
        finder.find({.text = u"人民"_s}, &asker, [&](const PlaceFinder::Answer&) { ++answers; });
    }
    QCOMPARE(labels(ask(finder, u"人民路"_s)).value(0), u"人民路"_s); // the one before was asked and dropped
    QCOMPARE(answers, 1);
}

void PlaceFinderTest::aProviderWithoutRanksKeepsItsOrder() {
    QList<ServicePlace> service(3);
    for (qsizetype i = 0; i < 3; ++i) {
        service[i].label = u"place %1"_s.arg(i);
        service[i].at = {31.2 + 0.1 * double(i), 121.4};
    }
    service.append(ServicePlace()); // a place that is nowhere
    PlaceUse use;
    auto ranked = rankedPlaces(service, {}, use, {.text = u"place"_s});
    QCOMPARE(ranked.size(), 3);
    QCOMPARE(ranked[0].label, u"place 0"_s);
    QCOMPARE(ranked[2].label, u"place 2"_s);
    for (int pick = 0; pick < 9; ++pick)
        use.note({.key = ranked[2].key, .label = ranked[2].label, .at = ranked[2].at});
    QCOMPARE(rankedPlaces(service, {}, use, {.text = u"place"_s}).constFirst().label, u"place 2"_s);
}

UsedPlace used(int number) {
    return {.key = u"k%1"_s.arg(number),
            .label = u"地点 %1"_s.arg(number),
            .detail = u"“路”"_s,
            .kind = PlaceKind::Poi,
            .at = {31.0 + number * 1e-4, 121}};
}

void PlaceFinderTest::useIsBoundedAndAges() {
    PlaceUse use;
    for (int i = 0; i < 10; ++i)
        use.note(used(0));
    QVERIFY(use.picksOf(u"k0"_s) > 9);
    for (int i = 1; i < 600; ++i)
        use.note(used(i));
    QCOMPARE(use.places().size(), PlaceUse::Most);
    QCOMPARE(use.picksOf(u"k0"_s), 0.0); // liked once, long ago
    QVERIFY(use.picksOf(u"k599"_s) > use.picksOf(u"k500"_s));
    for (int i = 0; i < 1000; ++i)
        use.note(used(7));
    QVERIFY(use.picksOf(u"k7"_s) <= 50.000001);
    UsedPlace nowhere = used(8);
    nowhere.at = {};
    PlaceUse empty;
    empty.note(nowhere);
    nowhere = used(8);
    nowhere.label = QString(PlaceUse::LongestText + 1, u'x');
    empty.note(nowhere);
    QVERIFY(empty.places().isEmpty());
}

void PlaceFinderTest::useIsReadBack() {
    PlaceUse use;
    for (int i = 0; i < 30; ++i)
        use.note(used(i % 7));
    QCOMPARE(PlaceUse::read(use.written()).places(), use.places());
}

void PlaceFinderTest::spoiltUseIsReadAsFarAsItIsSound() {
    PlaceUse use;
    for (int i = 0; i < 20; ++i)
        use.note(used(i));
    const QStringList lines = use.written();
    std::mt19937 random(3);
    for (int round = 0; round < 500; ++round) {
        QStringList spoilt = lines;
        spoilt[round % 20] = QString::fromUtf8(mutated(lines[round % 20].toUtf8(), random));
        const PlaceUse read = PlaceUse::read(spoilt);
        QVERIFY(read.places().size() >= 19 && read.places().size() <= 20);
        for (const UsedPlace& place : read.places()) {
            QVERIFY(place.at.isValid() && place.picks > 0 && !place.label.isEmpty());
            QVERIFY(int(place.kind) <= int(PlaceKind::Named));
        }
    }
    QVERIFY(PlaceUse::read({QString(100'000, u'{'), u"null"_s, u"[]"_s, {}}).places().isEmpty());
    QStringList many;
    for (int i = 0; i < 5000; ++i)
        many << QString(lines.first()).replace(u"k0"_s, u"k%1"_s.arg(i));
    QCOMPARE(PlaceUse::read(many).places().size(), PlaceUse::Most);
}

} // namespace tridesk::maps::test

QTEST_GUILESS_MAIN(tridesk::maps::test::PlaceFinderTest)
#include "place_finder_test.moc"
