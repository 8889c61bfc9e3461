// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/fix_store.h"
#include "app/report/report_tracks.h"
#include "tests/support/scene.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Where the units of a report went, as GPX and GeoJSON.
class TracksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        m_begin = m_scene->clock.now();
        m_incident = m_scene->report(u"two cars"_s, 118.05);
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = must(FixStore::open(m_folder->filePath(u"fixes.db"_s)));
        QList<Fix> fixes;
        for (int i = -5; i < 20; ++i)
            fixes.append(fix(u"1A12", 118.0 + 0.001 * i, m_begin + i * 10s));
        fixes.append(fix(u"2A01", 119.0, m_begin));
        QVERIFY(m_store->append(fixes));
    }

    void aSpanHasTheTracksOfThoseSentOverAllOfIt() {
        Q_UNUSED(m_scene->issue(m_incident, u"1A12"));
        const StatisticsQuery query{.from = m_begin, .to = m_begin + 100s};
        const SpanList list = listOf(query);
        const auto wanted = wantedTracks(list, m_scene->situation, query);
        QCOMPARE(wanted.size(), 1);
        const ReportTracks tracks = readTracks(*m_store, wanted, m_scene->situation);
        QCOMPARE(tracks.tracks.size(), 1);
        QCOMPARE(tracks.tracks[0].callsign, u"1A12"_s);
        QCOMPARE(tracks.tracks[0].fixes.size(), 11); // both ends: a fix at the very end is kept too
        QVERIFY(!tracks.isCut);
    }

    void anIncidentHasThemFromTheOrderToTheReport() {
        m_scene->clock.advance(30s);
        const OrderId order = m_scene->issue(m_incident, u"1A12");
        m_scene->clock.advance(40s);
        const auto disposition = m_scene->situation.catalogue().dispositions.first().code;
        for (const OrderStage stage : {OrderStage::Signed, OrderStage::Arrived, OrderStage::Reported})
            QVERIFY(m_scene->ask(u"bureau", AdvanceOrder{order, stage, u"done"_s, disposition, {}}));
        m_scene->clock.advance(1h);
        const auto wanted = wantedTracks(QList<Order>{m_scene->order(order)}, m_scene->clock.now());
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0].from, m_begin + 30s);
        QCOMPARE(wanted[0].to, m_begin + 70s);
        QCOMPARE(readTracks(*m_store, wanted, m_scene->situation).tracks[0].fixes.size(), 5);
    }

    void aRecalledOrderHasNone() {
        const OrderId order = m_scene->issue(m_incident, u"1A12");
        QVERIFY(m_scene->ask(u"bureau", RecallOrder{order}));
        QVERIFY(wantedTracks(QList<Order>{m_scene->order(order)}, m_scene->clock.now()).isEmpty());
    }

    void aUnitWithoutFixesIsThereWithNone() {
        Q_UNUSED(m_scene->issue(m_incident, u"1A14"));
        const StatisticsQuery query{.from = m_begin, .to = m_begin + 100s};
        const SpanList list = listOf(query);
        const ReportTracks tracks =
            readTracks(*m_store, wantedTracks(list, m_scene->situation, query), m_scene->situation);
        QCOMPARE(tracks.tracks.size(), 1);
        QVERIFY(tracks.tracks[0].fixes.isEmpty());
        const QJsonArray features = featuresOf(reportGeoJson(list.incidents, tracks));
        QCOMPARE(features.size(), 1); // the incident
        QXmlStreamReader gpx(reportGpx(list.incidents, tracks));
        int points = 0;
        while (!gpx.atEnd())
            if (gpx.readNext() == QXmlStreamReader::StartElement)
                points += gpx.name() == u"wpt";
        QVERIFY2(!gpx.hasError(), qPrintable(gpx.errorString()));
        QCOMPARE(points, 1);
    }

    void bothFormsSayTheSame() {
        Q_UNUSED(m_scene->issue(m_incident, u"1A12"));
        Q_UNUSED(m_scene->issue(m_scene->report(u"fire"_s, 119.05), u"2A01"));
        const StatisticsQuery query{.from = m_begin, .to = m_begin + 100s};
        const SpanList list = listOf(query);
        const ReportTracks tracks =
            readTracks(*m_store, wantedTracks(list, m_scene->situation, query), m_scene->situation);
        const QJsonArray features = featuresOf(reportGeoJson(list.incidents, tracks));
        QCOMPARE(features.size(), 4);
        const QJsonObject track = features[2].toObject();
        QCOMPARE(track["properties"_L1]["callsign"_L1].toString(), u"1A12"_s);
        QCOMPARE(track["geometry"_L1]["coordinates"_L1].toArray().size(), 11);
        QCOMPARE(track["properties"_L1]["coordTimes"_L1].toArray().size(), 11);
        QCOMPARE(track["geometry"_L1]["coordinates"_L1][0][0].toDouble(), 118.0);
        QCOMPARE(features[3]["geometry"_L1]["type"_L1].toString(), u"Point"_s); // one fix is no line
        int points = 0;
        QXmlStreamReader gpx(reportGpx(list.incidents, tracks));
        while (!gpx.atEnd())
            if (gpx.readNext() == QXmlStreamReader::StartElement)
                points += gpx.name() == u"trkpt";
        QCOMPARE(points, 12);
    }

private:
    static Fix fix(QStringView unit, double longitude, Instant at) {
        return {code<UnitId>(unit), must(GeoPoint::from(31.5, longitude)), at, at, {}, {}, {}, u"test"_s};
    }
    SpanList listOf(const StatisticsQuery& query) const {
        return spanList(m_scene->situation, {.actor = actor(u"bureau")}, query, false, m_scene->clock.now());
    }
    static QJsonArray featuresOf(const QByteArray& json) {
        return QJsonDocument::fromJson(json).object()["features"_L1].toArray();
    }

    std::unique_ptr<Scene> m_scene;
    Instant m_begin;
    IncidentId m_incident;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FixStore> m_store;
};

QTEST_GUILESS_MAIN(TracksTest)
#include "tracks_test.moc"
