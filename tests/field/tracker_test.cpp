// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/osmand_reader.h"
#include "app/field/owntracks_reader.h"
#include "tests/support/must.h"
#include "tests/support/mutate.h"
#include "tests/support/shared_data.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrl>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

const Instant noon = instantFromMs(1'795'262'400'000); // 2026-11-21 12:00 UTC

QUrlQuery query(const QString& text) {
    return QUrlQuery(text);
}

Result<std::optional<TrackerReport>> osmand(const QString& text) {
    return readOsmAnd(query(text), noon);
}

Result<QList<TrackerReport>> owntracks(const QByteArray& body,
                                       const OwnTracksSender& sender = {u"u"_s, u"d"_s}) {
    return readOwnTracks(body, sender, noon);
}

} // namespace

class TrackerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsOwnTracks() {
        const auto reports = owntracks(
            R"({"_type":"location","lat":51.06,"lon":13.60,"tst":1440405601,"vel":18,"cog":82,"acc":10,"tid":"NE",
                "topic":"owntracks/demo/iphone","BSSID":"x","inregions":["a"]})");
        QVERIFY(reports);
        const TrackerReport& report = reports->first();
        QCOMPARE(report.device, u"demo/iphone");
        QCOMPARE(report.at.latitude(), 51.06);
        QCOMPARE(toMs(report.measuredAt), 1440405601000);
        QCOMPARE(must(report.speed), 5.0);
        QCOMPARE(must(report.heading), 82.0);
        QCOMPARE(must(report.accuracy), 10.0);
    }

    void takesTheHeadersWhereThereIsNoTopic() {
        const QByteArray body = R"({"_type":"location","lat":1,"lon":2,"tst":1440405601,"tid":"NE"})";
        QCOMPARE(owntracks(body)->first().device, u"u/d");
        QCOMPARE(owntracks(body, {})->first().device, u"NE");
    }

    void leavesOutWhatTheTrackerDoesNotKnow() {
        const auto reports =
            owntracks(R"({"_type":"location","lat":1,"lon":2,"tst":1440405601,"vel":-1,"cog":-1,"acc":-1})");
        QVERIFY(!reports->first().speed && !reports->first().heading && !reports->first().accuracy);
        const auto north = owntracks(R"({"_type":"location","lat":1,"lon":2,"tst":1440405601,"cog":360})");
        QCOMPARE(must(north->first().heading), 0.0);
    }

    void passesOverOtherMessages() {
        for (const QByteArray& type : {"lwt"_ba, "transition"_ba, "waypoint"_ba, "waypoints"_ba, "card"_ba,
                                       "status"_ba, "steps"_ba, "new"_ba}) {
            const auto reports = owntracks("{\"_type\":\"" + type + "\",\"lat\":99}");
            QVERIFY2(reports && reports->isEmpty(), type.constData());
        }
        QVERIFY(owntracks({})->isEmpty());
        QCOMPARE(
            owntracks(R"([{"_type":"lwt"},{"_type":"location","lat":1,"lon":2,"tst":1440405601}])")->size(),
            1);
    }

    void refusesOwnTracks_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* name, const QByteArray& body, const QString& field,
                            const QString& value) { QTest::newRow(name) << body << field << value; };
        row("encrypted", R"({"_type":"encrypted","data":"abc"})", u"_type"_s, u"encrypted"_s);
        row("no type", R"({"lat":1})", u"_type"_s, {});
        row("no JSON", "lat=1", u"body"_s, u"lat=1"_s);
        row("swapped", R"({"_type":"location","lat":116.3,"lon":39.9,"tst":1440405601})", u"lat"_s,
            u"116.3"_s);
        row("no place", R"({"_type":"location","tst":1440405601})", u"lat"_s, {});
        row("no time", R"({"_type":"location","lat":1,"lon":2})", u"tst"_s, {});
        row("far ahead", R"({"_type":"location","lat":1,"lon":2,"tst":1895262400})", u"tst"_s,
            u"1895262400"_s);
        row("milliseconds", R"({"_type":"location","lat":1,"lon":2,"tst":1440405601000})", u"tst"_s,
            u"1440405601000"_s);
        row("long ago", R"({"_type":"location","lat":1,"lon":2,"tst":1})", u"tst"_s, u"1"_s);
    }
    void refusesOwnTracks() {
        QFETCH(QByteArray, body);
        const auto reports = owntracks(body);
        QVERIFY(!reports);
        QTEST(reports.error().field, "field");
        QTEST(reports.error().value, "value");
    }

    void readsTheOldForm() {
        const auto report = osmand(
            u"id=861&lat=41.5&lon=-0.88&timestamp=1504763810&speed=10&bearing=7.2&accuracy=12&batt=87"_s);
        QVERIFY(report && *report);
        QCOMPARE(must(*report).device, u"861");
        QCOMPARE(must(*report).at.longitude(), -0.88);
        QCOMPARE(toMs(must(*report).measuredAt), 1504763810000);
        QCOMPARE(must(must(*report).speed), 10 * 1852.0 / 3600);
        QCOMPARE(must(must(*report).heading), 7.2);
        QCOMPARE(must(must(*report).accuracy), 12.0);
        QCOMPARE(must(*osmand(u"deviceid=9&location=41.5,-0.88"_s)).device, u"9");
        QCOMPARE(must(*osmand(u"id=9&lat=1&lon=2"_s)).measuredAt, noon);
    }

    void readsTimesInAnyForm() {
        for (const QString& time : {u"1453920947"_s, u"1453920947000"_s, u"2016-01-27T18:55:47Z"_s,
                                    u"2016-01-27 18:55:47"_s, u"2016-01-27T20:55:47%2B02:00"_s}) {
            const auto report = osmand(u"id=1&lat=1&lon=2&timestamp="_s + time);
            QVERIFY2(report && *report, qPrintable(time));
            QCOMPARE(toMs(must(*report).measuredAt), 1453920947000);
        }
    }

    void refusesTheOldForm_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::newRow("no id") << u"lat=1&lon=2"_s << u"id"_s << QString();
        QTest::newRow("no place") << u"id=1"_s << u"lat"_s << QString();
        QTest::newRow("swapped") << u"id=1&lat=116.3&lon=39.9"_s << u"lat"_s << u"116.3"_s;
        QTest::newRow("longitude") << u"id=1&lat=1&lon=181"_s << u"lon"_s << u"181"_s;
        QTest::newRow("words") << u"id=1&lat=north&lon=2"_s << u"lat"_s << u"north"_s;
        QTest::newRow("nan") << u"id=1&lat=nan&lon=2"_s << u"lat"_s << u"nan"_s;
        QTest::newRow("location") << u"id=1&location=1"_s << u"location"_s << u"1"_s;
        QTest::newRow("time") << u"id=1&lat=1&lon=2&timestamp=soon"_s << u"timestamp"_s << u"soon"_s;
        QTest::newRow("far ahead") << u"id=1&lat=1&lon=2&timestamp=2030-01-01T00:00:00Z"_s << u"timestamp"_s
                                   << u"2030-01-01T00:00:00Z"_s;
        QTest::newRow("speed") << u"id=1&lat=1&lon=2&speed=fast"_s << u"speed"_s << u"fast"_s;
        QTest::newRow("long id") << u"lat=1&lon=2&id="_s + QString(121, u'x') << u"id"_s << QString(80, u'x');
    }
    void refusesTheOldForm() {
        QFETCH(QString, text);
        const auto report = osmand(text);
        QVERIFY(!report);
        QTEST(report.error().field, "field");
        QTEST(report.error().value, "value");
    }

    void readsTheNewForm() {
        const auto report = readOsmAndJson(
            R"({"location":{"timestamp":"2025-06-15T13:45:12.862Z","coords":{"latitude":37.4,"longitude":-122.0,"accuracy":5,
                "speed":4,"heading":-1,"altitude":5},"is_moving":false,"battery":{"level":1}},"device_id":"48"})",
            noon);
        QVERIFY(report && *report);
        QCOMPARE(must(*report).device, u"48");
        QCOMPARE(must(must(*report).speed), 4.0);
        QVERIFY(!must(*report).heading);
        QCOMPARE(toIso(must(*report).measuredAt), u"2025-06-15T13:45:12.862Z");
        const auto wrong = readOsmAndJson(
            R"({"location":{"timestamp":"2025-06-15T13:45:12Z","coords":{"latitude":91,"longitude":1}},"device_id":"4"})",
            noon);
        QCOMPARE(wrong.error().field, u"location.coords.latitude");
        QCOMPARE(wrong.error().value, u"91");
    }

    void readsWhatRealClientsSent() {
        const auto path = sharedData(u"devices/osmand/requests.jsonl"_s);
        if (!path)
            QSKIP("devices/osmand is not there");
        QFile file(*path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        int positions = 0, others = 0;
        while (!file.atEnd()) {
            const QJsonObject sample = QJsonDocument::fromJson(file.readLine()).object();
            const QJsonArray strings = sample[u"strings"].toArray();
            const bool post = sample[u"method"].toString() == u"POST";
            const QString line = strings.at(0).toString();
            const auto report =
                post ? readOsmAndJson(strings.at(3).toString().toUtf8(), noon)
                     : readOsmAnd(query(line.sliced(line.indexOf(u'?') + 1).replace(u'+', u"%20"_s)), noon);
            QVERIFY2(report,
                     qPrintable(report ? QString() : report.error().field + u' ' + report.error().value));
            ++(*report ? positions : others);
        }
        QVERIFY(positions >= 6);
        QVERIFY(others >= 1); // cells and access points, no place
    }

    void readsWhatOwnTracksRecorded() {
        const auto path = sharedData(u"devices/owntracks/recorder_docs.jsonl"_s);
        if (!path)
            QSKIP("devices/owntracks is not there");
        QFile file(*path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        int positions = 0;
        while (!file.atEnd()) {
            const auto reports = owntracks(file.readLine());
            QVERIFY2(reports, qPrintable(reports ? QString() : reports.error().field));
            positions += int(reports->size());
        }
        QVERIFY(positions >= 4);
    }

    void survivesAnything() {
        std::mt19937 random(20261121);
        const QByteArray location =
            R"({"_type":"location","lat":51.06,"lon":13.60,"tst":1440405601,"vel":18,"topic":"a/b/c"})";
        const QByteArray json =
            R"({"location":{"timestamp":"2025-06-15T13:45:12Z","coords":{"latitude":1,"longitude":2}},"device_id":"4"})";
        const QByteArray old =
            "id=861&lat=41.5&lon=-0.88&timestamp=1504763810&speed=10&bearing=7.2&location=1,2";
        for (int i = 0; i < 10000; ++i) {
            const auto a = owntracks(mutated(location, random));
            const auto b = readOsmAndJson(mutated(json, random), noon);
            const auto c = osmand(QString::fromUtf8(mutated(old, random)));
            for (const auto& report : a ? *a : QList<TrackerReport>())
                QVERIFY(report.measuredAt <= noon + trackerClockSlack);
            if (c && *c)
                QVERIFY(must(*c).measuredAt <= noon + trackerClockSlack && !must(*c).device.isEmpty());
            (void)b;
        }
    }
};

QTEST_GUILESS_MAIN(TrackerTest)
#include "tracker_test.moc"
