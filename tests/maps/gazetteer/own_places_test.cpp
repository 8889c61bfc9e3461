// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/own_places.h"

#include <QRandomGenerator>
#include <QTest>

namespace tridesk::maps::test {

using namespace Qt::StringLiterals;

/// A desk's own places are found as a package's are.
class OwnPlacesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void findsHoweverItIsTyped_data();
    void findsHoweverItIsTyped();
    void whatFitsKeepsWhatIsMistypedOut();
    void ranksByMatchThenDistance();
    void useRanksWithinAMatch();
    void followsChanges();
    void whateverIsTypedIsBounded();

private:
    OwnPlaces m_places;
};

void OwnPlacesTest::init() {
    m_places = OwnPlaces();
    m_places.put({.id = u"post/ST01"_s,
                  .kind = PlaceKind::Station,
                  .nameZh = u"解放路派出所"_s,
                  .nameEn = u"Liberation Road Station"_s,
                  .ref = u"ST01"_s,
                  .detail = {},
                  .at = {31.50, 118.50}});
    m_places.put({.id = u"camera/CAM0012"_s,
                  .kind = PlaceKind::Camera,
                  .nameZh = u"北门桥头"_s,
                  .nameEn = u"North Gate Bridge"_s,
                  .ref = u"CAM0012"_s,
                  .detail = {},
                  .at = {31.52, 118.50}});
    m_places.put({.id = u"place/1"_s,
                  .kind = PlaceKind::Named,
                  .nameZh = u"老菜场"_s,
                  .nameEn = {},
                  .ref = {},
                  .detail = u"建国路12号"_s,
                  .at = {31.51, 118.51}});
}

void OwnPlacesTest::findsHoweverItIsTyped_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("id");
    QTest::addColumn<Match>("match");
    QTest::newRow("whole") << u"解放路派出所"_s << u"post/ST01"_s << Match::Exact;
    QTest::newRow("begun") << u"解放"_s << u"post/ST01"_s << Match::Prefix;
    QTest::newRow("part") << u"派出所"_s << u"post/ST01"_s << Match::Contains;
    QTest::newRow("English") << u"liberation road station"_s << u"post/ST01"_s << Match::Exact;
    QTest::newRow("words in any order") << u"station liberation"_s << u"post/ST01"_s << Match::Words;
    QTest::newRow("pinyin") << u"jiefanglu"_s << u"post/ST01"_s << Match::Prefix;
    QTest::newRow("initials") << u"jflpcs"_s << u"post/ST01"_s << Match::Prefix;
    QTest::newRow("number") << u"st01"_s << u"post/ST01"_s << Match::Exact;
    QTest::newRow("heard") << u"解访路派出所"_s << u"post/ST01"_s << Match::Similar;
    QTest::newRow("mistyped pinyin") << u"jiefanglupaichusou"_s << u"post/ST01"_s << Match::Similar;
    QTest::newRow("mistyped English") << u"liberatoin road"_s << u"post/ST01"_s << Match::Similar;
    QTest::newRow("one sign wrong") << u"北门娇头"_s << u"camera/CAM0012"_s << Match::Similar;
    QTest::newRow("camera, full-width") << u"ＣＡＭ００１２"_s << u"camera/CAM0012"_s << Match::Exact;
    QTest::newRow("alias") << u"lcc"_s << u"place/1"_s << Match::Prefix;
}

void OwnPlacesTest::findsHoweverItIsTyped() {
    QFETCH(QString, typed);
    const QList<FoundOwn> found = m_places.find(typed, {}, 10);
    QVERIFY(!found.isEmpty());
    QTEST(found.first().place.id, "id");
    QTEST(found.first().match, "match");
}

void OwnPlacesTest::whatFitsKeepsWhatIsMistypedOut() {
    QCOMPARE(m_places.find(u"老菜场"_s, {}, 10).size(), 1);
    QVERIFY(m_places.find(u"zzzzzz"_s, {}, 10).isEmpty());
    QVERIFY(m_places.find(u"st9"_s, {}, 10).isEmpty()); // too short for a slip
    QVERIFY(m_places.find(u"  "_s, {}, 10).isEmpty());
}

void OwnPlacesTest::ranksByMatchThenDistance() {
    for (int i = 0; i < 5; ++i)
        m_places.put({.id = u"place/n%1"_s.arg(i),
                      .kind = PlaceKind::Named,
                      .nameZh = u"北门"_s,
                      .nameEn = {},
                      .ref = {},
                      .detail = {},
                      .at = {31.5 + 0.1 * i, 118.5}});
    const QList<FoundOwn> found = m_places.find(u"北门"_s, {31.9, 118.5}, 4);
    QCOMPARE(found.size(), 4);
    QCOMPARE(found[0].place.id, u"place/n4"_s);
    QCOMPARE(found[1].place.id, u"place/n3"_s);
    QVERIFY(found[0].metresOff < 1 && found[1].metresOff > 11'000);
    // the camera only begins so, and lies behind all of them
    QCOMPARE(m_places.find(u"北门"_s, {31.52, 118.5}, 10).constLast().place.id, u"camera/CAM0012"_s);
}

void OwnPlacesTest::useRanksWithinAMatch() {
    const double near = costOf({Match::Prefix, 2}, PlaceKind::Poi, 100);
    const double far = costOf({Match::Prefix, 2}, PlaceKind::Poi, 5000);
    QVERIFY(near < far);
    QVERIFY(costAfterUse(far, Match::Prefix, 4) < costAfterUse(near, Match::Prefix, 0));
    QCOMPARE(costAfterUse(far, Match::Prefix, 0), far);
    const double whole = costOf({Match::Exact, 0}, PlaceKind::Camera, 90'000);
    QVERIFY(costAfterUse(whole, Match::Exact, 0) < costAfterUse(near, Match::Prefix, 1e6));
}

void OwnPlacesTest::followsChanges() {
    OwnPlace renamed{.id = u"place/1"_s,
                     .kind = PlaceKind::Named,
                     .nameZh = u"新菜场"_s,
                     .nameEn = {},
                     .ref = {},
                     .detail = {},
                     .at = {31.51, 118.51}};
    m_places.put(renamed);
    QCOMPARE(m_places.size(), 3);
    QVERIFY(m_places.find(u"lcc"_s, {}, 10).isEmpty());
    QCOMPARE(m_places.find(u"xcc"_s, {}, 10).value(0).place, renamed);
    m_places.take(u"post/ST01"_s);
    m_places.take(u"post/ST01"_s);
    QCOMPARE(m_places.size(), 2);
    QVERIFY(m_places.find(u"解放路"_s, {}, 10).isEmpty());
    QCOMPARE(m_places.find(u"xcc"_s, {}, 10).size(), 1);
    QCOMPARE(m_places.find(u"cam0012"_s, {}, 10).size(), 1);
}

void OwnPlacesTest::whateverIsTypedIsBounded() {
    QRandomGenerator random(7);
    for (int round = 0; round < 400; ++round) {
        QString typed;
        const int length = random.bounded(300);
        for (int i = 0; i < length; ++i)
            typed.append(QChar(ushort(random.bounded(1, 0xffff))));
        QVERIFY(m_places.find(typed, {}, random.bounded(-5, 2000)).size() <= 3);
    }
    QCOMPARE(m_places.find(u"北门"_s + QString(1000, u' '), {}, 0).size(), 1);
}

} // namespace tridesk::maps::test

QTEST_GUILESS_MAIN(tridesk::maps::test::OwnPlacesTest)
#include "own_places_test.moc"
