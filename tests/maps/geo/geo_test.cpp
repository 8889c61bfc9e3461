// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geo/area.h"
#include "maps/geo/bounds.h"
#include "maps/geo/china_datum.h"
#include "maps/geo/distance.h"
#include "maps/geo/mercator.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

namespace tridesk::maps::test {

class GeoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mercatorGoesThereAndBack();
    void distancesAgreeWithTheGreatCircle();
    void bearingsPointTheRightWay();
    void boundsHoldTheirCircle();
    void datumsGoThereAndBack();
    void datumsAgreeWithKnownPoints();
    void areasHoldTheirPoints();
    void neighboursShareNoPoint();
};

void GeoTest::mercatorGoesThereAndBack() {
    QCOMPARE(toMercator(0, 0), QPointF(0.5, 0.5));
    QVERIFY(std::abs(toMercator(MercatorMaxLatitude, -180).y()) < 1e-12);
    QVERIFY(std::abs(toMercator(90, 0).y()) < 1e-12);
    const QGeoCoordinate there(31.2304, 121.4737);
    const QGeoCoordinate back = fromMercator(toMercator(there));
    QVERIFY(there.distanceTo(back) < 1e-3);
    QVERIFY(std::abs(metresPerMercator(0) - 40'075'016.7) < 1);
}

void GeoTest::distancesAgreeWithTheGreatCircle() {
    QRandomGenerator random(1);
    for (int round = 0; round < 500; ++round) {
        const QGeoCoordinate a(random.bounded(120.0) - 60, random.bounded(360.0) - 180);
        const QGeoCoordinate b =
            movedBy(a, random.bounded(100'000.0) - 50'000, random.bounded(100'000.0) - 50'000);
        const double circle = a.distanceTo(b);
        QVERIFY(std::abs(metresBetween(a, b) - circle) < 0.001 * circle + 0.01);
    }
    QVERIFY(metresBetween({0, 179.999}, {0, -179.999}) < 300);
}

void GeoTest::bearingsPointTheRightWay() {
    const QGeoCoordinate here(31, 121);
    QCOMPARE(std::lround(bearingTo(here, movedBy(here, 0, 100))), 0);
    QCOMPARE(std::lround(bearingTo(here, movedBy(here, 100, 0))), 90);
    QCOMPARE(std::lround(bearingTo(here, movedBy(here, -100, -100))), 225);
}

void GeoTest::boundsHoldTheirCircle() {
    const QGeoCoordinate centre(60, 10);
    const GeoBounds bounds = boundsAround(centre, 1000);
    for (int azimuth = 0; azimuth < 360; azimuth += 15)
        QVERIFY(bounds.contains(centre.atDistanceAndAzimuth(999, azimuth)));
    QVERIFY(!bounds.contains(centre.atDistanceAndAzimuth(1100, 0)));
    QVERIFY(GeoBounds().isEmpty());
}

void GeoTest::datumsGoThereAndBack() {
    QRandomGenerator random(2);
    for (const Datum datum : {Datum::Wgs84, Datum::Gcj02, Datum::Bd09}) {
        for (int round = 0; round < 300; ++round) {
            const QGeoCoordinate at(20 + random.bounded(25.0), 80 + random.bounded(50.0));
            QVERIFY(toWgs84(fromWgs84(at, datum), datum).distanceTo(at) < 0.1);
        }
        const QGeoCoordinate paris(48.85, 2.35);
        QCOMPARE(fromWgs84(paris, datum), paris);
    }
}

void GeoTest::datumsAgreeWithKnownPoints() {
    // The gate of Tiananmen, as commonly given in the three datums.
    const QGeoCoordinate wgs(39.907333, 116.391083);
    const QGeoCoordinate gcj = fromWgs84(wgs, Datum::Gcj02);
    const double shift = wgs.distanceTo(gcj);
    QVERIFY(shift > 300 && shift < 700);
    QVERIFY(gcj.distanceTo({39.908737, 116.397327}) < 5);
    QVERIFY(fromWgs84(wgs, Datum::Bd09).distanceTo({39.915119, 116.403694}) < 60);
}

void GeoTest::areasHoldTheirPoints() {
    QGeoPolygon ring({{0, 0}, {0, 10}, {10, 10}, {10, 0}});
    ring.addHole(QVariant::fromValue(QList<QGeoCoordinate>{{4, 4}, {4, 6}, {6, 6}, {6, 4}}));
    QVERIFY(polygonContains(ring, {1, 1}));
    QVERIFY(!polygonContains(ring, {5, 5}));
    QVERIFY(!polygonContains(ring, {11, 5}));
    QVERIFY(!polygonContains(ring, {}));
    QVERIFY(!polygonContains(QGeoPolygon(), {1, 1}));
    QCOMPARE(areaAt({QGeoPolygon({{20, 20}, {20, 21}, {21, 20}}), ring}, {1, 1}), 1);
    QCOMPARE(areaAt({ring}, {-1, -1}), std::nullopt);
}

void GeoTest::neighboursShareNoPoint() {
    const QGeoPolygon west({{0, 0}, {0, 5}, {7, 5}, {10, 5}, {10, 0}});
    const QGeoPolygon east({{0, 5}, {0, 10}, {10, 10}, {10, 5}, {7, 5}});
    for (double latitude = 0.5; latitude < 10; latitude += 0.5)
        QCOMPARE(polygonContains(west, {latitude, 5}) + polygonContains(east, {latitude, 5}), 1);
}

} // namespace tridesk::maps::test

QTEST_GUILESS_MAIN(tridesk::maps::test::GeoTest)
#include "geo_test.moc"
