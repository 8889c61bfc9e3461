// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/track_file.h"
#include "app/field/track_import.h"
#include "maps/layers/readers.h"
#include "maps/layers/writers.h"
#include "tests/support/live_desk.h"
#include "tests/support/must.h"

#include <QSignalSpy>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 start = 1'772'352'000'000; ///< 2026-03-01T08:00:00Z
const Instant startAt = instantFromMs(start);

TrackOwner owner(Instant now = startAt + 1h) {
    return {.unit = code<UnitId>(u"1A12"), .receivedAt = now, .source = u"patrol.gpx"_s};
}

QList<Fix> fixes(int count) {
    QList<Fix> made;
    for (int i = 0; i < count; ++i)
        made.append({.unit = code<UnitId>(u"1A12"),
                     .at = must(GeoPoint::from(QString::number(32.0 + i * 0.0001, 'f', 7).toDouble(), 118.5)),
                     .measuredAt = startAt + std::chrono::milliseconds(i * 1001),
                     .receivedAt = startAt + 1h,
                     .speed = {},
                     .heading = {},
                     .accuracy = {},
                     .source = u"patrol.gpx"_s});
    return made;
}

maps::Layer layerOf(const QByteArray& gpx) {
    return maps::readGpx(gpx).value();
}

} // namespace

class TrackFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites() {
        const QList<Fix> told = fixes(500);
        const auto written = maps::writeLayer(u"a.gpx"_s, trackFeatures(u"1A12"_s, told));
        QVERIFY(written);
        QCOMPARE(written->leftOut, 0);
        const maps::Layer layer = layerOf(written->bytes);
        QVERIFY(hasTrack(layer));
        const TrackFixes track = trackFixes(layer, maps::Datum::Wgs84, owner());
        QCOMPARE(track.faultCount, 0);
        QCOMPARE(track.fixes, told); // to the millisecond and the seventh decimal
    }

    void partsStretchesThatAreTooLong() {
        QList<Fix> told = fixes(3);
        while (told.size() <= maps::layer_limits::Points)
            told.append(told.last());
        const auto features = trackFeatures(u"1A12"_s, told);
        QCOMPARE(features.size(), 2);
        QCOMPARE(features.first().shape.times.size(), maps::layer_limits::Points);
    }

    void leavesOutAndNamesWhatHasNoTime() {
        const maps::Layer layer = layerOf(R"(<gpx><wpt lat="32" lon="118"><name>P</name></wpt>
<rte><rtept lat="32" lon="118"/><rtept lat="33" lon="118"/></rte>
<trk><trkseg><trkpt lat="32" lon="118"><time>1970-01-01T00:00:00Z</time></trkpt>
<trkpt lat="32" lon="118"><time>2026-03-01T09:00:00Z</time></trkpt>
<trkpt lat="32.1" lon="118"><time>2026-03-01T08:00:00Z</time></trkpt>
<trkpt lat="32.2" lon="118"><time>2026-03-01T09:00:00Z</time></trkpt>
<trkpt lat="32.2" lon="118"><time>2031-03-01T09:00:00Z</time></trkpt></trkseg>
<trkseg><trkpt lat="32" lon="118"/><trkpt lat="33" lon="118"/></trkseg>
<trkseg><trkpt lat="95" lon="118"><time>2026-03-01T08:00:00Z</time></trkpt></trkseg></trk></gpx>)");
        const TrackFixes track = trackFixes(layer, maps::Datum::Wgs84, owner());
        QCOMPARE(track.fixes.size(), 2); // in their order, one a moment
        QCOMPARE(track.fixes.first().measuredAt, startAt);
        QCOMPARE(track.fixes.last().at.latitude(), 32.0);
        QCOMPARE(track.faultCount, 6); // way point, route, before 1990, 2031, no times, no latitude
        QCOMPARE(qint64(track.faults.size()), track.faultCount);
        for (const FileFault& fault : track.faults)
            QVERIFY(fault.row > 0 && !fault.refusal.field.isEmpty());
    }

    void shiftsAnotherDatum() {
        const auto written = maps::writeLayer(u"a.gpx"_s, trackFeatures(u"1A12"_s, fixes(2)));
        const TrackFixes track = trackFixes(layerOf(written->bytes), maps::Datum::Gcj02, owner());
        QVERIFY(track.fixes.constFirst().at.metresTo(fixes(1).constFirst().at) > 300);
    }

    void storesOnceAndNeverMovesAUnitBack() {
        LiveDesk live;
        const Fix* before = live.fixes().latest(code<UnitId>(u"1A12"));
        QVERIFY(before);
        const GeoPoint now = before->at;
        for (const auto& [taken, known] : {std::pair(9'000, 0), std::pair(0, 9'000)}) {
            TrackImport import(live.fixes(), fixes(9'000), {.refused = 2, .faults = {}, .stopped = {}});
            QSignalSpy finished(&import, &TrackImport::finished);
            import.start();
            QVERIFY(finished.wait(20'000));
            const auto report = finished.first().first().value<ImportReport>();
            QCOMPARE(report.taken, taken);
            QCOMPARE(report.known, known);
            QCOMPARE(report.refused, 2);
            QVERIFY2(report.stopped.isEmpty(), qPrintable(report.stopped));
        }
        QCOMPARE(live.fixes().latest(code<UnitId>(u"1A12"))->at, now);
        auto track = live.fixes().track(code<UnitId>(u"1A12"), startAt, startAt + 1h);
        QTRY_VERIFY(track.isFinished());
        QCOMPARE(track.result().size(), 3597); // of the first hour, a fix each 1.001 s
    }

    void nothingIsDoneAtOnce() {
        LiveDesk live;
        TrackImport import(live.fixes(), {}, {});
        QSignalSpy finished(&import, &TrackImport::finished);
        import.start();
        QVERIFY(finished.wait(20'000));
    }
};

QTEST_GUILESS_MAIN(TrackFileTest)
#include "track_file_test.moc"
