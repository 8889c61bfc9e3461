// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/builder.h"
#include "maps/gazetteer/gazetteer.h"
#include "maps/gazetteer/text.h"
#include "maps/geo/distance.h"
#include "maps/roads/graph.h"
#include "maps/roads/graph_builder.h"
#include "tests/maps/read_whole.h"
#include "tests/support/shared_data.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace tridesk::maps::test {

using namespace Qt::StringLiterals;

/// Real extracts, as far as they are there: what stands in them is found, and driven to.
class RealExtractTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_things = {}; }
    void findsWhatIsThere_data() { addExtracts(); }
    void findsWhatIsThere();
    void drivesEverywhere_data() { addExtracts(); }
    void drivesEverywhere();

private:
    struct Things : ExtractSink {
        void place(const Place& place) override { places.append(place); }
        void road(const RoadWay& way) override { roads.append(way); }
        void restriction(const TurnRestriction& restriction) override { restrictions.append(restriction); }
        void station(const PostArea&) override {}
        void postArea(const PostArea&) override {}
        void camera(const FixedCamera&) override {}
        void coastline(const QList<QPointF>&) override {}

        QList<Place> places;
        QList<RoadWay> roads;
        QList<TurnRestriction> restrictions;
    };

    static void addExtracts() {
        QTest::addColumn<QString>("file");
        for (const char* file :
             {"malta.osm.pbf", "baltimore.osm.pbf", "helsinki.osm.pbf", "moscow_part.osm.gz",
              "beijing_cau.osm", "nanjing.osm", "guixi.osm", "taichung.osm"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }

    bool read(const QString& file) {
        const auto path = sharedData(u"osm/"_s + file);
        if (!path)
            return false;
        return readWhole(*path, m_folder.path(), m_things);
    }

    Gazetteer gazetteer() {
        const QString path = m_folder.filePath(u"gazetteer.sqlite"_s);
        GazetteerBuilder builder;
        if (!builder.open(path))
            qFatal("gazetteer");
        for (const Place& place : std::as_const(m_things.places))
            builder.add(place);
        for (const RoadWay& road : std::as_const(m_things.roads))
            builder.add(road);
        const auto counts = builder.finish();
        if (!counts)
            qFatal("%s", qPrintable(counts.error()));
        return std::move(*Gazetteer::open(path));
    }

    RoadGraph graph() {
        const QString path = m_folder.filePath(u"roads.bin"_s);
        GraphBuilder builder;
        for (const RoadWay& road : std::as_const(m_things.roads))
            builder.add(road);
        for (const TurnRestriction& restriction : std::as_const(m_things.restrictions))
            builder.add(restriction);
        if (!builder.write(path))
            qFatal("graph");
        return *RoadGraph::open(path);
    }

    QTemporaryDir m_folder;
    Things m_things;
};

void RealExtractTest::findsWhatIsThere() {
    QFETCH(QString, file);
    if (!read(file))
        QSKIP("shared data is not there");
    const Gazetteer gazetteer = this->gazetteer();
    QRandomGenerator random(1);
    int asked = 0;
    int first = 0;
    int firstFive = 0;
    QStringList missed;
    const auto ask = [&](const QString& text, const QGeoCoordinate& at, double within) {
        const QList<FoundPlace> found = gazetteer.find(text, at, 5);
        const auto right = std::ranges::find_if(
            found, [&](const FoundPlace& place) { return metresBetween(place.at, at) < within; });
        ++asked;
        first += right == found.begin() && right != found.end();
        firstFive += right != found.end();
        if (right == found.end())
            missed.append(text);
    };
    for (int round = 0; round < 150 && !m_things.places.isEmpty(); ++round) {
        const Place& place = m_things.places.at(random.bounded(m_things.places.size()));
        const bool isAddress = place.kind == PlaceKind::Address;
        const QString text = isAddress ? place.street + u' ' + place.houseNumber : place.nameZh;
        if (!folded(text).isEmpty() && (!isAddress || !houseKey(place.houseNumber).isEmpty()))
            ask(text, place.at, 200);
    }
    for (int round = 0; round < 100; ++round) {
        const RoadWay& road = m_things.roads.at(random.bounded(m_things.roads.size()));
        // A street may be kilometres long; what is found is its middle.
        if (!folded(road.nameZh).isEmpty())
            ask(road.nameZh, road.points.at(road.points.size() / 2), 5000);
    }
    qInfo("%s: %d asked, first %d, in the first five %d; missed: %s", qPrintable(file), asked, first,
          firstFive, qPrintable(missed.mid(0, 8).join(u" | "_s)));
    QVERIFY(asked > 20);
    QVERIFY(first >= 0.90 * asked);
    QVERIFY(firstFive >= 0.97 * asked);
}

void RealExtractTest::drivesEverywhere() {
    QFETCH(QString, file);
    if (!read(file))
        QSKIP("shared data is not there");
    const RoadGraph graph = this->graph();
    QRandomGenerator random(2);
    const auto anywhere = [&] {
        const RoadWay& road = m_things.roads.at(random.bounded(m_things.roads.size()));
        return road.points.at(random.bounded(road.points.size()));
    };
    int tried = 0;
    int found = 0;
    for (int round = 0; round < 20; ++round) {
        const QGeoCoordinate place = anywhere();
        QElapsedTimer clock;
        clock.start();
        const TimeField field = graph.timesToward(place, 3600);
        for (int start = 0; start < 20; ++start) {
            const QGeoCoordinate from = anywhere();
            if (!graph.snap(from) || !graph.snap(place))
                continue;
            ++tried;
            const auto route = graph.route(from, place);
            const auto seconds = field.secondsFrom(from);
            QCOMPARE(seconds.has_value(), route.has_value() && route->totalSeconds <= 3600);
            if (!route)
                continue;
            ++found;
            if (seconds)
                QVERIFY(std::abs(route->totalSeconds - *seconds) < 0.01);
            QVERIFY(route->metres + 1 > metresBetween(route->points.front(), route->points.back()));
        }
    }
    qInfo("%s: %lld directed edges, %d of %d pairs have a way", qPrintable(file), qlonglong(graph.arcCount()),
          found, tried);
    QVERIFY(found > 0.7 * tried);
}

} // namespace tridesk::maps::test

QTEST_GUILESS_MAIN(tridesk::maps::test::RealExtractTest)
#include "real_extract_test.moc"
