// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/extract/coast.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <limits>

using namespace tridesk::maps;
using namespace Qt::StringLiterals;

namespace {

const QGeoRectangle box(QGeoCoordinate(10, 0), QGeoCoordinate(0, 10));

bool isSea(const QList<SeaArea>& sea, double x, double y) {
    return shareAtSea(sea, {{x, y}}) > 0.5;
}

} // namespace

class CoastTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noCoastNoSea();
    void landLiesOnTheLeft();
    void anIslandInTheSea();
    void aSeaWithinTheLand();
    void piecesInAnyOrder();
    void whatBreaksOffGoesToTheEdge();
    void twoCoastsLeaveAStrait();
    void broken();
};

void CoastTest::noCoastNoSea() {
    QVERIFY(seaWithin(box, {}).isEmpty());
    QVERIFY(seaWithin(QGeoRectangle(), {{{1, 1}, {2, 2}}}).isEmpty());
    QCOMPARE(shareAtSea({}, {{1, 1}}), 0.0);
}

void CoastTest::landLiesOnTheLeft() {
    // northwards through the middle, bending: the sea is in the east
    const DegreeLine north{{5, -1}, {5, 4}, {6, 6}, {5, 11}};
    const auto sea = seaWithin(box, {north});
    QVERIFY(isSea(sea, 8, 5));
    QVERIFY(!isSea(sea, 2, 5));
    QVERIFY(!isSea(sea, 5.5, 6));
    QVERIFY(isSea(sea, 9.99, 9.99) && isSea(sea, 9.99, 0.01));
    QVERIFY(!isSea(sea, 0.01, 9.99) && !isSea(sea, 0.01, 0.01));
    // the other way round, in the west
    const auto other = seaWithin(box, {DegreeLine(north.rbegin(), north.rend())});
    QVERIFY(isSea(other, 2, 5));
    QVERIFY(!isSea(other, 8, 5));
}

void CoastTest::anIslandInTheSea() {
    const DegreeLine island{{4, 4}, {6, 4}, {6, 6}, {4, 6}, {4, 4}}; // anticlockwise
    const auto sea = seaWithin(box, {island});
    QVERIFY(isSea(sea, 1, 1) && isSea(sea, 9, 9));
    QVERIFY(!isSea(sea, 5, 5));
    const QJsonObject json = QJsonDocument::fromJson(seaGeoJson(sea)).object();
    const QJsonArray rings =
        json[u"features"_s].toArray()[0].toObject()[u"geometry"_s].toObject()[u"coordinates"_s].toArray();
    QCOMPARE(rings.size(), 2);
    QCOMPARE(rings[0].toArray().size(), 5);
    QCOMPARE(rings[0].toArray().first(), rings[0].toArray().last());
}

void CoastTest::aSeaWithinTheLand() {
    const auto sea = seaWithin(box, {{{4, 4}, {4, 6}, {6, 6}, {6, 4}, {4, 4}}}); // clockwise
    QVERIFY(isSea(sea, 5, 5));
    QVERIFY(!isSea(sea, 1, 1));
}

void CoastTest::piecesInAnyOrder() {
    const auto sea = seaWithin(box, {{{5, 6}, {5, 11}}, {{5, -1}, {5, 3}}, {{5, 3}, {5, 6}}});
    QCOMPARE(sea.size(), 1);
    QVERIFY(isSea(sea, 8, 5));
    QVERIFY(!isSea(sea, 2, 5));
}

void CoastTest::whatBreaksOffGoesToTheEdge() {
    const auto sea = seaWithin(box, {{{5, 1}, {5, 9}}});
    QVERIFY(isSea(sea, 8, 5));
    QVERIFY(!isSea(sea, 2, 5));
}

void CoastTest::twoCoastsLeaveAStrait() {
    // land in the west and in the east, an island between
    const auto sea = seaWithin(box, {{{3, -1}, {3, 11}},
                                     {{7, 11}, {7, -1}},
                                     {{4.5, 4.5}, {5.5, 4.5}, {5.5, 5.5}, {4.5, 5.5}, {4.5, 4.5}}});
    QVERIFY(isSea(sea, 5, 1) && isSea(sea, 5, 9));
    QVERIFY(!isSea(sea, 1, 5) && !isSea(sea, 9, 5) && !isSea(sea, 5, 5));
}

void CoastTest::broken() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(seaWithin(box, {{}, {{1, 1}}, {{2, 2}, {2, 2}}, {{nan, 1}, {1, nan}}, {{1e9, 0}, {0, 1e9}}})
                .isEmpty());
    QRandomGenerator random(11);
    for (int round = 0; round < 300; ++round) {
        QList<DegreeLine> lines;
        DegreeLine all;
        for (int i = random.bounded(1, 8); i > 0; --i) {
            DegreeLine line;
            for (int k = random.bounded(2, 12); k > 0; --k)
                line << QPointF(random.bounded(14) - 2, random.bounded(14) - 2);
            if (random.bounded(3) == 0)
                line << line.constFirst();
            lines << line;
            all += line;
        }
        const auto sea = seaWithin(box, lines);
        for (const SeaArea& area : sea) {
            QVERIFY(area.outline.size() >= 3);
            for (const QPointF& p : area.outline)
                QVERIFY(p.x() >= -1e-9 && p.x() <= 10 + 1e-9 && p.y() >= -1e-9 && p.y() <= 10 + 1e-9);
        }
        const double share = shareAtSea(sea, all);
        QVERIFY(share >= 0 && share <= 1);
    }
}

QTEST_GUILESS_MAIN(CoastTest)
#include "coast_test.moc"
