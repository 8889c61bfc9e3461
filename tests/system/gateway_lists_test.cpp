// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lists that are brought into a desk and out of it, whether its journal is in a folder or on a server.
#include "tests/support/shared_data.h"
#include "tests/system/gateway_process.h"
#include "tests/system/journal_place.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray posts =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ref":"ST01","nameZh":"临江所",
    "nameEn":"Linjiang"},"geometry":{"type":"Polygon","coordinates":[[[-130,30],[-60,30],[-60,50],[-130,50],[-130,30]]]}}]})";

/// The first `most` rows of a list, header included.
QByteArray head(const QString& path, int most) {
    QFile file(path);
    QByteArray rows;
    for (int i = 0; file.isOpen() || file.open(QIODevice::ReadOnly); ++i) {
        const QByteArray line = file.readLine();
        if (line.isEmpty() || i > most)
            break;
        rows += line;
    }
    return rows;
}

} // namespace

class GatewayListsTest : public QObject {
    Q_OBJECT

    JournalPlaces m_places;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<JournalPlace> m_place;

    [[nodiscard]] const QString& data() const { return m_place->folder(); }
    QString written(const QString& name, const QByteArray& content) const {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                        : QString();
    }
    Ran gateway(const QStringList& command) const { return m_place->gateway(command); }
    int verified() const { return run(u"tridesk-journal"_s, {u"verify"_s, m_place->toRead()}).code; }

private Q_SLOTS:
    void initTestCase_data() { JournalPlaces::addRows(); }
    void init() {
        QFETCH_GLOBAL(bool, onServer);
        m_folder = std::make_unique<QTemporaryDir>();
        m_place = m_places.make(onServer, m_folder->filePath(u"desk"_s));
        QVERIFY2(m_place->trouble().isEmpty(), qPrintable(m_place->trouble()));
    }
    void cleanup() {
        m_place.reset();
        m_folder.reset();
    }

    /// What opens a camera is nowhere but in access.db.
    void takesFeedsInAndKeepsTheirLogins() {
        const QString list = written(
            u"feeds.csv"_s, "code,name,kind,owner,main,user,password\n"
                            "GATE,East gate,place,\"31.5,118.5\",rtsp://127.0.0.1:1/gate,viewer,s3cret-word\n"
                            "YARD,Yard,place,\"31.5,118.6\",rtsp://v2:s3cret-word@127.0.0.1:1/yard,,\n"
                            "BAD,Bad,drone,x,rtsp://v3:s3cret-word@host/x,,\n");
        const Ran imported = gateway({u"import"_s, u"--feeds"_s, list});
        QCOMPARE(imported.code, 1);
        QVERIFY2(imported.out.contains("2 taken") && imported.err.contains("drone"),
                 imported.out + imported.err);
        const Ran listed = gateway({u"feed"_s, u"list"_s});
        QCOMPARE(listed.code, 0);
        QCOMPARE(listed.out.count("with a login"), 2);
        QVERIFY(listed.out.contains("rtsp://127.0.0.1:1/yard"));
        const Ran tried = gateway({u"feed"_s, u"try"_s, u"GATE"_s});
        QCOMPARE(tried.code, 2);
        QVERIFY2(tried.err.contains("Unreachable"), tried.err.constData());
        const Ran retired = gateway({u"feed"_s, u"retire"_s, u"YARD"_s});
        QCOMPARE(retired.code, 0);
        QCOMPARE(gateway({u"feed"_s, u"list"_s}).out.count('\n'), 1);
        const Ran exported = run(u"tridesk-journal"_s, {u"export"_s, m_place->toRead()});
        QCOMPARE(exported.out.count("feed.defined"), 2);
        QCOMPARE(exported.out.count("feed.retired"), 1);
        for (const QByteArray& said :
             {imported.out, imported.err, listed.out, tried.out, tried.err, exported.out})
            QVERIFY(!said.contains("s3cret"));
        const QFileInfoList files = QDir(data()).entryInfoList(QDir::Files);
        for (const QFileInfo& info : files) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("s3cret") || info.fileName().startsWith(u"access.db"),
                     qPrintable(info.fileName()));
        }
    }

    void importsWhileItServes() {
        GatewayProcess process(data());
        QVERIFY(process.grant(u"cad"_s, u"incidents,fixes"_s));
        QVERIFY(process.start(m_place->arguments()));
        const QString units =
            written(u"units.csv"_s, "callsign,kind,post,devices\n1A12,car,ST01,a/b\n1A14,tank,ST01,\n");
        const Ran ran =
            gateway({u"import"_s, u"--posts"_s, written(u"posts.json"_s, posts), u"--units"_s, units,
                     u"--incidents"_s, written(u"list.csv"_s, "id,text,lat,lon\n1,a,40,-75\n2,b,95,1\n"),
                     u"--source"_s, u"list"_s});
        QVERIFY2(ran.code == 1, ran.err.constData());
        QVERIFY2(ran.err.contains("row 3: kind: \"tank\"") && ran.err.contains("row 3: lat: \"95\""),
                 ran.err.constData());
        QCOMPARE(reported(m_place->toRead()), QStringList{u"list/1"_s});
        // the serving process knows the unit at once
        QTRY_COMPARE(process.client.get(u"/v1/fixes/osmand?id=1A12&lat=40&lon=-75"_s).status, 200);
        QCOMPARE(process.stop(), 0);
        QCOMPARE(verified(), 0);
    }

    void importsGeographicListsOnce() {
        const QString cameras =
            written(u"cameras.csv"_s, "ref,where,lat,lon\nCAM1,gate,31.5,118.5\nCAM2,bridge,abc,118.6\n");
        const QString places =
            written(u"places.gpx"_s, "<gpx><wpt lat='31.5' lon='118.5'><name>school</name></wpt></gpx>");
        for (const QByteArray& expected : {"1 taken, 0 known"_ba, "0 taken, 1 known"_ba}) {
            const Ran ran = gateway({u"import"_s, u"--cameras"_s, cameras, u"--map"_s, u"2=name"_s});
            QCOMPARE(ran.code, 1);
            QVERIFY2(ran.out.contains(expected), ran.out.constData());
            QVERIFY2(ran.err.contains("row 3: lat: \"abc\""), ran.err.constData());
            const Ran named = gateway({u"import"_s, u"--places"_s, places});
            QCOMPARE(named.code, 0);
            QVERIFY2(named.out.contains(expected), named.out.constData());
        }
        QCOMPARE(verified(), 0);
        QCOMPARE(gateway({u"import"_s, u"--cameras"_s, cameras, u"--datum"_s, u"mars"_s}).code, 2);
    }

    void exportsWhatItsImportKnows() {
        const QString cameras =
            written(u"cameras.csv"_s,
                    "ref,name,lat,lon,heading\nCAM1,\"门, 1\",31.5,118.5,90\nCAM2,桥,31.6,118.6,\n");
        QCOMPARE(gateway({u"import"_s, u"--cameras"_s, cameras}).code, 0);
        for (const QString& suffix : {u"csv"_s, u"geojson"_s, u"kml"_s}) {
            const QString file = m_folder->filePath(u"out-cameras."_s + suffix);
            const Ran out = gateway({u"export"_s, u"--cameras"_s, file});
            QCOMPARE(out.code, 0);
            QVERIFY2(out.out.contains("2 written"), out.out.constData());
            const Ran again = gateway({u"import"_s, u"--cameras"_s, file});
            QCOMPARE(again.code, 0);
            QVERIFY2(again.out.contains("0 taken, 2 known"), again.out.constData());
        }
        const Ran nowhere = gateway({u"export"_s, u"--cameras"_s, u"/nowhere/cameras.kml"_s});
        QCOMPARE(nowhere.code, 2);
        QVERIFY2(nowhere.err.contains("/nowhere/cameras.kml"), nowhere.err.constData());
    }

    void takesATrackAndGivesItBack() {
        const QString units = written(u"units.csv"_s, "callsign,kind,post\n1A12,car,ST01\n");
        QString points;
        for (int second = 10; second < 40; ++second)
            points +=
                u"<trkpt lat='31.5%1' lon='118.5'><time>2026-03-01T08:00:%1Z</time></trkpt>"_s.arg(second);
        const QString track = written(u"night.gpx"_s, (u"<gpx><wpt lat='31' lon='118'/><trk><trkseg>"_s +
                                                       points + u"</trkseg></trk></gpx>"_s)
                                                          .toUtf8());
        const QStringList import{u"import"_s, u"--tracks"_s, track, u"--unit"_s};
        const Ran nobody = gateway(import + QStringList{u"1A12"_s});
        QCOMPARE(nobody.code, 2);
        QVERIFY2(nobody.err.contains("1A12"), nobody.err.constData());
        const QString areas = written(
            u"areas.csv"_s, "ref,name,wkt\nST01,East,\"POLYGON ((118 31, 119 31, 119 32, 118 31))\"\n");
        QCOMPARE(gateway({u"import"_s, u"--areas"_s, areas}).code, 0);
        QCOMPARE(gateway({u"import"_s, u"--units"_s, units}).code, 0);
        for (const QByteArray& expected : {"30 taken, 0 known"_ba, "0 taken, 30 known"_ba}) {
            const Ran ran = gateway(import + QStringList{u"1A12"_s});
            QCOMPARE(ran.code, 1); // the way point is left out
            QVERIFY2(ran.out.contains(expected), ran.out.constData());
        }
        const QString out = m_folder->filePath(u"out.gpx"_s);
        const Ran given = gateway({u"export"_s, u"--track"_s, out, u"--unit"_s, u"1A12"_s, u"--from"_s,
                                   u"2026-03-01T08:00:20Z"_s, u"--to"_s, u"2026-03-01T08:00:29Z"_s});
        QCOMPARE(given.code, 0);
        QVERIFY2(given.out.contains("10 positions"), given.out.constData());
        const Ran back = gateway({u"import"_s, u"--tracks"_s, out, u"--unit"_s, u"1A12"_s});
        QCOMPARE(back.code, 0);
        QVERIFY2(back.out.contains("0 taken, 10 known"), back.out.constData());
    }

    void aChangedRowOfACumulativeFeedIsToldAndTheRecordKept() {
        GatewayProcess process(data());
        QVERIFY(process.grant(u"cad"_s, u"incidents"_s));
        QVERIFY(process.start(m_place->arguments()));
        const auto send = [&](const QByteArray& rows) {
            return gateway({u"import"_s, u"--incidents"_s, written(u"feed.csv"_s, "id,text\n" + rows),
                            u"--source"_s, u"feed"_s});
        };
        QVERIFY(send("1,fire\n2,theft\n").out.contains("2 taken, 0 known, 0 known with other content"));
        const Ran again = send("1,fire\n2,theft of a bicycle\n3,noise\n");
        QVERIFY2(again.out.contains("1 taken, 1 known, 1 known with other content, 0 refused"),
                 again.out.constData());
        QVERIFY2(again.err.contains("row 3"), again.err.constData());
        QCOMPARE(reported(m_place->toRead()), (QStringList{u"feed/1"_s, u"feed/2"_s, u"feed/3"_s}));
        const HttpReply other =
            process.client.post(u"/v1/incidents"_s, R"({"id":"1","text":"a"})"); // another source
        QCOMPARE(other.status, 201);
        QCOMPARE(process.stop(), 0);
        QCOMPARE(verified(), 0);
    }

    void takesRealListsAndTracksOnce() {
        const auto milwaukee = sharedData(u"incidents/milwaukee_pd_dispatched_2018-05.csv"_s);
        const auto montgomery = sharedData(u"incidents/montgomery_pa_911.csv"_s);
        const auto cab = sharedData(u"tracks/sf_cabspotting/new_abboip.txt"_s);
        if (!milwaukee || !montgomery || !cab)
            QSKIP("the sample lists and tracks are not there");
        GatewayProcess process(data());
        QVERIFY(process.grant(u"cad"_s, u"incidents,fixes"_s));
        QCOMPARE(gateway({u"import"_s, u"--posts"_s, written(u"posts.json"_s, posts), u"--units"_s,
                          written(u"units.csv"_s, "callsign,kind,post,devices\nCAB1,car,ST01,sf/abboip\n")})
                     .code,
                 0);
        QVERIFY(process.start(m_place->arguments()));
        for (int twice = 0; twice < 2; ++twice)
            for (const auto& [path, name] : {std::pair(*milwaukee, u"mke"_s), {*montgomery, u"montco"_s}}) {
                const Ran ran = gateway({u"import"_s, u"--incidents"_s, written(name, head(path, 2000)),
                                         u"--source"_s, name, u"--zone"_s, u"America/New_York"_s});
                QCOMPARE(ran.code, 0);
                QVERIFY2(ran.out.contains(twice ? "0 taken" : "2000 taken"), ran.out.constData());
            }
        const QStringList keys = reported(m_place->toRead());
        QCOMPARE(keys.size(), 4000);
        QCOMPARE(QSet(keys.begin(), keys.end()).size(), 4000);
        QCOMPARE(keys.first(), u"mke/1211372");

        QByteArray fixes = "[";
        int sent = 0;
        for (const QByteArray& line : head(*cab, 999).split('\n')) {
            const QList<QByteArray> parts = line.split(' ');
            if (parts.size() != 4)
                continue;
            ++sent;
            fixes += R"({"_type":"location","topic":"owntracks/sf/abboip","lat":)" + parts[0] + R"(,"lon":)" +
                     parts[1] + R"(,"tst":)" + parts[3] + "},";
        }
        QVERIFY(sent > 500);
        QCOMPARE(process.client.post(u"/v1/fixes/owntracks"_s, fixes.chopped(1) + "]").status, 200);
        QCOMPARE(process.client.get(u"/v1/health"_s).json()[u"unknown_devices"].toInt(), 0);
        QCOMPARE(process.stop(), 0);
        QCOMPARE(verified(), 0);
    }
};

QTEST_GUILESS_MAIN(GatewayListsTest)
#include "gateway_lists_test.moc"
