// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/must.h"
#include "tests/support/street_grid.h"
#include "ui/replay/package_roads.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Ways between two reports, over real roads: streets of 200 m in a square.
class PackageRoadsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QVERIFY(writeStreetGrid(m_folder.path(), QGeoCoordinate(31.5, 118.5)));
        m_file = QDir(m_folder.path()).filePath(maps::package_file::Roads.toString());
    }

    /// From one corner of a block to the opposite one it goes round, on the streets.
    void goesAlongTheStreets() {
        PackageRoads roads(m_file);
        const GeoPoint from = at(0, 0);
        const GeoPoint to = at(1, 1);
        const QList<GeoPoint> way = roads.between(from, to, 20s);
        QVERIFY(way.size() >= 3);
        QCOMPARE(way.constFirst(), from);
        QCOMPARE(way.constLast(), to);
        double length = 0;
        bool turns = false;
        for (qsizetype i = 1; i < way.size(); ++i) {
            length += way[i - 1].metresTo(way[i]);
            turns = turns || way[i].metresTo(at(0, 1)) < 5 || way[i].metresTo(at(1, 0)) < 5;
        }
        QVERIFY(turns);
        QVERIFY2(length > 380 && length < 420, qPrintable(QString::number(length)));
    }

    void knowsNoneWhereNoneFits_data() {
        QTest::addColumn<GeoPoint>("from");
        QTest::addColumn<GeoPoint>("to");
        QTest::addColumn<Milliseconds>("took");
        QTest::newRow("off the roads") << point(31.5009, 118.501) << at(1, 1) << Milliseconds(20s);
        QTest::newRow("too far to look") << at(-11, -11) << at(11, 11) << Milliseconds(30s);
        QTest::newRow("nobody drives so fast") << at(0, 0) << at(5, 0) << Milliseconds(2s);
        QTest::newRow("another town") << point(40, 116) << point(40.001, 116) << Milliseconds(10s);
    }

    void knowsNoneWhereNoneFits() {
        QFETCH(GeoPoint, from);
        QFETCH(GeoPoint, to);
        QFETCH(Milliseconds, took);
        PackageRoads roads(m_file);
        QVERIFY(roads.between(from, to, took).isEmpty());
    }

    void knowsNoRoadsWithoutAFile() {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"no roads"_s));
        PackageRoads roads(m_folder.filePath(u"nothing"_s));
        QVERIFY(roads.between(at(0, 0), at(1, 1), 20s).isEmpty());
        QVERIFY(roads.between(at(0, 0), at(1, 1), 20s).isEmpty()); // and says it once
    }

private:
    static GeoPoint point(double latitude, double longitude) {
        return must(GeoPoint::from(latitude, longitude));
    }
    static GeoPoint at(int column, int row) { return point(31.5 + row * 0.0018, 118.5 + column * 0.0021); }

    QTemporaryDir m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(PackageRoadsTest)
#include "roads_test.moc"
