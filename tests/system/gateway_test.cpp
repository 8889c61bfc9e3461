// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shared_data.h"
#include "tests/system/gateway_process.h"
#include "tests/system/journal_place.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSet>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <pty.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto gateway = "tridesk-gateway"_L1;
constexpr auto journal = "tridesk-journal"_L1;

const QByteArray posts =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ref":"ST01","nameZh":"临江所",
    "nameEn":"Linjiang"},"geometry":{"type":"Polygon","coordinates":[[[-130,30],[-60,30],[-60,50],[-130,50],[-130,30]]]}}]})";

QString written(const QTemporaryDir& folder, const QString& name, const QByteArray& content) {
    QFile file(folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                    : QString();
}

QByteArray batch(int from, int to) {
    QByteArray json = "[";
    for (int i = from; i < to; ++i)
        json += "{\"id\":\"" + QByteArray::number(i) + "\",\"text\":\"call " + QByteArray::number(i) + "\"},";
    return json.chopped(1) + "]";
}

int verified(const QString& data) {
    return run(journal, {u"verify"_s, data}).code;
}

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

class GatewayTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// What opens a camera is nowhere but in access.db.
    void takesFeedsInAndKeepsTheirLogins() {
        QTemporaryDir folder;
        const QString data = folder.filePath(u"desk"_s);
        const QString list =
            written(folder, u"feeds.csv"_s,
                    "code,name,kind,owner,main,user,password\n"
                    "GATE,East gate,place,\"31.5,118.5\",rtsp://127.0.0.1:1/gate,viewer,s3cret-word\n"
                    "YARD,Yard,place,\"31.5,118.6\",rtsp://v2:s3cret-word@127.0.0.1:1/yard,,\n"
                    "BAD,Bad,drone,x,rtsp://v3:s3cret-word@host/x,,\n");
        const Ran imported = run(gateway, {u"import"_s, u"--data"_s, data, u"--feeds"_s, list});
        QCOMPARE(imported.code, 1);
        QVERIFY2(imported.out.contains("2 taken") && imported.err.contains("drone"),
                 imported.out + imported.err);
        const Ran listed = run(gateway, {u"feed"_s, u"list"_s, u"--data"_s, data});
        QCOMPARE(listed.code, 0);
        QCOMPARE(listed.out.count("with a login"), 2);
        QVERIFY(listed.out.contains("rtsp://127.0.0.1:1/yard"));
        const Ran tried = run(gateway, {u"feed"_s, u"try"_s, u"GATE"_s, u"--data"_s, data});
        QCOMPARE(tried.code, 2);
        QVERIFY2(tried.err.contains("Unreachable"), tried.err.constData());
        const Ran retired = run(gateway, {u"feed"_s, u"retire"_s, u"YARD"_s, u"--data"_s, data});
        QCOMPARE(retired.code, 0);
        QCOMPARE(run(gateway, {u"feed"_s, u"list"_s, u"--data"_s, data}).out.count('\n'), 1);
        const Ran exported = run(journal, {u"export"_s, data});
        QCOMPARE(exported.out.count("feed.defined"), 2);
        QCOMPARE(exported.out.count("feed.retired"), 1);
        for (const QByteArray& said :
             {imported.out, imported.err, listed.out, tried.out, tried.err, exported.out})
            QVERIFY(!said.contains("s3cret"));
        const QFileInfoList files = QDir(data).entryInfoList(QDir::Files);
        for (const QFileInfo& info : files) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("s3cret") || info.fileName().startsWith(u"access.db"),
                     qPrintable(info.fileName()));
        }
    }

    void saysInOneLineWhatIsWrong_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("word");
        const auto row = [](const char* name, const QStringList& arguments, const QByteArray& word) {
            QTest::newRow(name) << arguments << word;
        };
        row("nothing", {}, "serve");
        row("unknown", {u"dance"_s}, "dance");
        row("no data", {u"serve"_s}, "--data");
        row("data is a file", {u"serve"_s, u"--data"_s, u"/dev/null"_s}, "/dev/null");
        row("listen", {u"serve"_s, u"--data"_s, u"x"_s, u"--listen"_s, u"here"_s}, "here");
        row("option", {u"serve"_s, u"--date"_s, u"x"_s}, "date");
        row("nothing to import", {u"import"_s, u"--data"_s, u"x"_s}, "nothing");
        row("no such file", {u"import"_s, u"--data"_s, u"x"_s, u"--posts"_s, u"/nowhere"_s}, "/nowhere");
        row("no source", {u"import"_s, u"--data"_s, u"x"_s, u"--incidents"_s, u"/nowhere"_s}, "--source");
        row("zone", {u"import"_s, u"--data"_s, u"x"_s, u"--posts"_s, u"/nowhere"_s, u"--zone"_s, u"Mars"_s},
            "Mars");
        row("nothing to export", {u"export"_s, u"--data"_s, u"x"_s}, "nothing");
        row("no format", {u"export"_s, u"--data"_s, u"x"_s, u"--areas"_s, u"a.shp"_s}, "a.shp");
        row("track of nobody", {u"import"_s, u"--data"_s, u"x"_s, u"--tracks"_s, u"/nowhere.gpx"_s},
            "nowhere.gpx");
        row("track from when",
            {u"export"_s, u"--data"_s, u"x"_s, u"--track"_s, u"a.gpx"_s, u"--unit"_s, u"1A12"_s, u"--from"_s,
             u"noon"_s},
            "noon");
        row("track as what", {u"export"_s, u"--data"_s, u"x"_s, u"--track"_s, u"a.kml"_s}, "a.kml");
        row("token", {u"token"_s, u"take"_s, u"--data"_s, u"x"_s}, "take");
        row("no such list of feeds", {u"import"_s, u"--data"_s, u"x"_s, u"--feeds"_s, u"/nowhere.csv"_s},
            "/nowhere.csv");
        row("feed", {u"feed"_s, u"paint"_s, u"--data"_s, u"x"_s}, "paint");
        row("no feed", {u"feed"_s, u"try"_s, u"GATE"_s, u"--data"_s, u"x"_s}, "GATE");
        row("no feed's code", {u"feed"_s, u"retire"_s, u"a b"_s, u"--data"_s, u"x"_s}, "a b");
        row("user", {u"user"_s, u"praise"_s, u"li"_s, u"--data"_s, u"x"_s}, "praise");
        row("no role", {u"user"_s, u"add"_s, u"li"_s, u"--data"_s, u"x"_s}, "role");
        row("role", {u"user"_s, u"add"_s, u"li"_s, u"--role"_s, u"chief"_s, u"--data"_s, u"x"_s}, "chief");
        row("login", {u"user"_s, u"add"_s, u"l i"_s, u"--role"_s, u"crew"_s, u"--data"_s, u"x"_s}, "l i");
        row("seats",
            {u"user"_s, u"add"_s, u"li"_s, u"--role"_s, u"crew"_s, u"--seats"_s, u"car"_s, u"--data"_s,
             u"x"_s},
            "car");
        row("no seat", {u"user"_s, u"add"_s, u"li"_s, u"--role"_s, u"crew"_s, u"--data"_s, u"x"_s}, "seats");
        row("no password", {u"user"_s, u"add"_s, u"li"_s, u"--role"_s, u"reviewer"_s, u"--data"_s, u"x"_s},
            "password");
        row("a password as an argument",
            {u"user"_s, u"password"_s, u"li"_s, u"secret words"_s, u"--data"_s, u"x"_s}, "not expected");
        row("nobody", {u"user"_s, u"disable"_s, u"li"_s, u"--data"_s, u"x"_s}, "li");
    }
    void saysInOneLineWhatIsWrong() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, word);
        QTemporaryDir folder;
        arguments.replaceInStrings(QRegularExpression(u"^x$"_s), folder.path());
        const Ran ran = run(gateway, arguments);
        QCOMPARE(ran.code, 2);
        QCOMPARE(ran.err.count('\n'), 1);
        QVERIFY2(ran.err.startsWith("tridesk-gateway: ") && ran.err.contains(word), ran.err.constData());
    }

    void keepsTheUsers() {
        const QTemporaryDir folder;
        const auto user = [&](const QStringList& words, const QByteArray& typed = {}) {
            return run(gateway, QStringList{u"user"_s} + words + QStringList{u"--data"_s, folder.path()},
                       typed);
        };
        QCOMPARE(user({u"list"_s}).out, "");
        QCOMPARE(
            user({u"add"_s, u"li"_s, u"--role"_s, u"supervisor"_s, u"--name"_s, u"李伟"_s}, "eight letters\n")
                .code,
            0);
        QCOMPARE(
            user({u"add"_s, u"li"_s, u"--role"_s, u"crew"_s, u"--seats"_s, u"field:*"_s}, "eight letters")
                .code,
            2);
        QByteArray listed = user({u"list"_s}).out;
        QVERIFY2(listed.startsWith("li\tsupervisor\tbureau,station:*\t李伟\tadded 2"), listed.constData());
        QCOMPARE(
            user({u"role"_s, u"li"_s, u"--role"_s, u"duty_officer"_s, u"--seats"_s, u"station:ST03"_s}).code,
            0);
        QCOMPARE(user({u"password"_s, u"li"_s}, "other letters\r\n").code, 0);
        QCOMPARE(user({u"disable"_s, u"li"_s}).code, 0);
        listed = user({u"list"_s}).out;
        QVERIFY2(listed.startsWith("li\tduty_officer\tstation:ST03") && listed.contains("disabled"),
                 listed.constData());
        QCOMPARE(user({u"enable"_s, u"li"_s}).code, 0);
        QVERIFY(!user({u"list"_s}).out.contains("disabled"));
    }

    void showsWhatIsTypedAgainAfterControlC() {
        const QTemporaryDir folder;
        int ours = -1;
        int theirs = -1;
        QCOMPARE(openpty(&ours, &theirs, nullptr, nullptr, nullptr), 0);
        QVERIFY(fcntl(ours, F_SETFL, O_NONBLOCK) == 0);
        const auto isShown = [theirs] {
            termios now = {};
            return tcgetattr(theirs, &now) == 0 && (now.c_lflag & tcflag_t(ECHO)) != 0;
        };
        QProcess process;
        process.setChildProcessModifier([theirs] { login_tty(theirs); });
        process.start(
            QStringLiteral(TRIDESK_BIN_DIR "/tridesk-gateway"),
            {u"user"_s, u"add"_s, u"li"_s, u"--role"_s, u"supervisor"_s, u"--data"_s, folder.path()});
        QVERIFY(process.waitForStarted());
        QVERIFY(isShown());
        QTRY_VERIFY_WITH_TIMEOUT(!isShown(), 30'000); // it asks
        QCOMPARE(write(ours, "sec\x03", 4), 4);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit); // by the signal, as a shell expects
        QVERIFY(isShown());
        close(ours);
        close(theirs);
    }

    void keepsWhatItAcknowledgedThroughKills_data() { JournalPlace::addRows(); }
    void keepsWhatItAcknowledgedThroughKills() {
        QFETCH(bool, onServer);
        QTemporaryDir folder;
        const JournalPlace place(onServer, folder.path());
        QVERIFY2(place.trouble().isEmpty(), qPrintable(place.trouble()));
        GatewayProcess process(folder.path());
        const auto isOnDuty = [&] {
            return process.client.get(u"/v1/health"_s).json()[u"status"].toString() == u"ok";
        };
        QVERIFY(process.grant(u"cad"_s, u"incidents"_s));
        QSet<int> acknowledged;
        for (int round = 0; round < 5; ++round) {
            QVERIFY(process.start(place.arguments()));
            QTRY_VERIFY_WITH_TIMEOUT(isOnDuty(), 60'000);
            // Several posts under way when it dies; what was answered must be there, the rest may be.
            QList<QNetworkReply*> replies;
            for (int i = 0; i < 8; ++i)
                replies.append(process.client.begin(u"/v1/incidents"_s,
                                                    batch(round * 400 + i * 50, round * 400 + i * 50 + 50)));
            QVERIFY(QTest::qWaitFor([&] { return replies[round]->isFinished(); }, 30'000));
            process.kill();
            for (int i = 0; i < 8; ++i)
                if (HttpClient::finished(replies[i]).status == 201)
                    for (int n = 0; n < 50; ++n)
                        acknowledged.insert(round * 400 + i * 50 + n);
        }
        QVERIFY(acknowledged.size() >= 250);
        const QStringList before = reported(place.toRead());
        QCOMPARE(QSet(before.begin(), before.end()).size(), before.size());
        for (const int id : std::as_const(acknowledged))
            QVERIFY2(before.contains(u"cad/%1"_s.arg(id)), QByteArray::number(id).constData());

        QVERIFY(process.start(place.arguments()));
        QTRY_VERIFY_WITH_TIMEOUT(isOnDuty(), 60'000);
        const int status = process.client.post(u"/v1/incidents"_s, batch(0, 1000)).status;
        QVERIFY(status == 207 || status == 200);
        QVERIFY(process.client.post(u"/v1/incidents"_s, batch(1000, 2000)).status <= 207);
        QCOMPARE(process.stop(), 0);
        const QStringList after = reported(place.toRead());
        QCOMPARE(after.size(), 2000);
        QCOMPARE(QSet(after.begin(), after.end()).size(), 2000);
        QCOMPARE(after.first(before.size()), before);
        QCOMPARE(verified(place.toRead()), 0);
        QVERIFY(!QFile::exists(folder.filePath(u"http.json"_s)));
    }

    void answers100MegabytesWithoutHoldingThem() {
        QTemporaryDir folder;
        GatewayProcess process(folder.path());
        QVERIFY(process.grant(u"cad"_s, u"incidents"_s));
        QVERIFY(process.start());
        const qint64 before = process.peakMiB();
        QTcpSocket socket;
        socket.connectToHost(process.client.base.host(), quint16(process.client.base.port()));
        socket.write("POST /v1/incidents HTTP/1.1\r\nAuthorization: Bearer " + process.client.token +
                     "\r\nTransfer-Encoding: chunked\r\n\r\n");
        const QByteArray piece = "10000\r\n" + QByteArray(65536, ' ') + "\r\n";
        QByteArray heard;
        for (int i = 0; i < 1600 && socket.state() != QAbstractSocket::UnconnectedState; ++i) {
            socket.write(piece);
            QVERIFY(QTest::qWaitFor(
                [&] {
                    heard += socket.readAll();
                    return socket.bytesToWrite() == 0 || socket.state() == QAbstractSocket::UnconnectedState;
                },
                30'000));
        }
        QTRY_VERIFY(heard.append(socket.readAll()).contains("}}"));
        QVERIFY2(heard.startsWith("HTTP/1.1 413 "), heard.left(200).constData());
        QVERIFY2(process.peakMiB() - before < 24, QByteArray::number(process.peakMiB() - before).constData());
    }

    void importsWhileItServes_data() { JournalPlace::addRows(); }
    void importsWhileItServes() {
        QFETCH(bool, onServer);
        QTemporaryDir folder, files;
        const JournalPlace place(onServer, folder.path());
        QVERIFY2(place.trouble().isEmpty(), qPrintable(place.trouble()));
        GatewayProcess process(folder.path());
        QVERIFY(process.grant(u"cad"_s, u"incidents,fixes"_s));
        QVERIFY(process.start(place.arguments()));
        const QString units = written(files, u"units.csv"_s,
                                      "callsign,kind,post,devices\n1A12,car,ST01,a/b\n1A14,tank,ST01,\n");
        const Ran ran =
            run(gateway,
                QStringList{u"import"_s, u"--data"_s, folder.path(), u"--posts"_s,
                            written(files, u"posts.json"_s, posts), u"--units"_s, units, u"--incidents"_s,
                            written(files, u"list.csv"_s, "id,text,lat,lon\n1,a,40,-75\n2,b,95,1\n"),
                            u"--source"_s, u"list"_s} +
                    place.arguments());
        QVERIFY2(ran.code == 1, ran.err.constData());
        QVERIFY2(ran.err.contains("row 3: kind: \"tank\"") && ran.err.contains("row 3: lat: \"95\""),
                 ran.err.constData());
        QCOMPARE(reported(place.toRead()), QStringList{u"list/1"_s});
        // the serving process knows the unit at once
        QTRY_COMPARE(process.client.get(u"/v1/fixes/osmand?id=1A12&lat=40&lon=-75"_s).status, 200);
        QCOMPARE(process.stop(), 0);
        QCOMPARE(verified(place.toRead()), 0);
    }

    void importsGeographicListsOnce() {
        QTemporaryDir folder, files;
        const QString cameras = written(files, u"cameras.csv"_s,
                                        "ref,where,lat,lon\nCAM1,gate,31.5,118.5\nCAM2,bridge,abc,118.6\n");
        const QString places = written(files, u"places.gpx"_s,
                                       "<gpx><wpt lat='31.5' lon='118.5'><name>school</name></wpt></gpx>");
        for (const QByteArray& expected : {"1 taken, 0 known"_ba, "0 taken, 1 known"_ba}) {
            const Ran ran = run(gateway, {u"import"_s, u"--data"_s, folder.path(), u"--cameras"_s, cameras,
                                          u"--map"_s, u"2=name"_s});
            QCOMPARE(ran.code, 1);
            QVERIFY2(ran.out.contains(expected), ran.out.constData());
            QVERIFY2(ran.err.contains("row 3: lat: \"abc\""), ran.err.constData());
            const Ran named = run(gateway, {u"import"_s, u"--data"_s, folder.path(), u"--places"_s, places});
            QCOMPARE(named.code, 0);
            QVERIFY2(named.out.contains(expected), named.out.constData());
        }
        QCOMPARE(verified(folder.path()), 0);
        QCOMPARE(run(gateway, {u"import"_s, u"--data"_s, folder.path(), u"--cameras"_s, cameras, u"--datum"_s,
                               u"mars"_s})
                     .code,
                 2);
    }

    void exportsWhatItsImportKnows() {
        QTemporaryDir folder, files;
        const QString cameras =
            written(files, u"cameras.csv"_s,
                    "ref,name,lat,lon,heading\nCAM1,\"门, 1\",31.5,118.5,90\nCAM2,桥,31.6,118.6,\n");
        QCOMPARE(run(gateway, {u"import"_s, u"--data"_s, folder.path(), u"--cameras"_s, cameras}).code, 0);
        for (const QString& suffix : {u"csv"_s, u"geojson"_s, u"kml"_s}) {
            const QString file = files.filePath(u"out-cameras."_s + suffix);
            const Ran out = run(gateway, {u"export"_s, u"--data"_s, folder.path(), u"--cameras"_s, file});
            QCOMPARE(out.code, 0);
            QVERIFY2(out.out.contains("2 written"), out.out.constData());
            const Ran again = run(gateway, {u"import"_s, u"--data"_s, folder.path(), u"--cameras"_s, file});
            QCOMPARE(again.code, 0);
            QVERIFY2(again.out.contains("0 taken, 2 known"), again.out.constData());
        }
        const Ran nowhere = run(
            gateway, {u"export"_s, u"--data"_s, folder.path(), u"--cameras"_s, u"/nowhere/cameras.kml"_s});
        QCOMPARE(nowhere.code, 2);
        QVERIFY2(nowhere.err.contains("/nowhere/cameras.kml"), nowhere.err.constData());
    }

    void takesATrackAndGivesItBack() {
        QTemporaryDir folder, files;
        const QString units = written(files, u"units.csv"_s, "callsign,kind,post\n1A12,car,ST01\n");
        QString points;
        for (int second = 10; second < 40; ++second)
            points +=
                u"<trkpt lat='31.5%1' lon='118.5'><time>2026-03-01T08:00:%1Z</time></trkpt>"_s.arg(second);
        const QString track =
            written(files, u"night.gpx"_s,
                    (u"<gpx><wpt lat='31' lon='118'/><trk><trkseg>"_s + points + u"</trkseg></trk></gpx>"_s)
                        .toUtf8());
        const QStringList import{u"import"_s, u"--data"_s, folder.path(), u"--tracks"_s, track, u"--unit"_s};
        const Ran nobody = run(gateway, import + QStringList{u"1A12"_s});
        QCOMPARE(nobody.code, 2);
        QVERIFY2(nobody.err.contains("1A12"), nobody.err.constData());
        const QString areas =
            written(files, u"areas.csv"_s,
                    "ref,name,wkt\nST01,East,\"POLYGON ((118 31, 119 31, 119 32, 118 31))\"\n");
        QCOMPARE(run(gateway, {u"import"_s, u"--data"_s, folder.path(), u"--areas"_s, areas}).code, 0);
        QCOMPARE(run(gateway, {u"import"_s, u"--data"_s, folder.path(), u"--units"_s, units}).code, 0);
        for (const QByteArray& expected : {"30 taken, 0 known"_ba, "0 taken, 30 known"_ba}) {
            const Ran ran = run(gateway, import + QStringList{u"1A12"_s});
            QCOMPARE(ran.code, 1); // the way point is left out
            QVERIFY2(ran.out.contains(expected), ran.out.constData());
        }
        const QString out = files.filePath(u"out.gpx"_s);
        const Ran given =
            run(gateway, {u"export"_s, u"--data"_s, folder.path(), u"--track"_s, out, u"--unit"_s, u"1A12"_s,
                          u"--from"_s, u"2026-03-01T08:00:20Z"_s, u"--to"_s, u"2026-03-01T08:00:29Z"_s});
        QCOMPARE(given.code, 0);
        QVERIFY2(given.out.contains("10 positions"), given.out.constData());
        const Ran back = run(
            gateway, {u"import"_s, u"--data"_s, folder.path(), u"--tracks"_s, out, u"--unit"_s, u"1A12"_s});
        QCOMPARE(back.code, 0);
        QVERIFY2(back.out.contains("0 taken, 10 known"), back.out.constData());
    }

    void takesRealListsAndTracksOnce() {
        const auto milwaukee = sharedData(u"incidents/milwaukee_pd_dispatched_2018-05.csv"_s);
        const auto montgomery = sharedData(u"incidents/montgomery_pa_911.csv"_s);
        const auto cab = sharedData(u"tracks/sf_cabspotting/new_abboip.txt"_s);
        if (!milwaukee || !montgomery || !cab)
            QSKIP("the sample lists and tracks are not there");
        QTemporaryDir folder, files;
        GatewayProcess process(folder.path());
        QVERIFY(process.grant(u"cad"_s, u"incidents,fixes"_s));
        QCOMPARE(run(gateway, {u"import"_s, u"--data"_s, folder.path(), u"--posts"_s,
                               written(files, u"posts.json"_s, posts), u"--units"_s,
                               written(files, u"units.csv"_s,
                                       "callsign,kind,post,devices\nCAB1,car,ST01,sf/abboip\n")})
                     .code,
                 0);
        QVERIFY(process.start());
        for (int twice = 0; twice < 2; ++twice)
            for (const auto& [path, name] : {std::pair(*milwaukee, u"mke"_s), {*montgomery, u"montco"_s}}) {
                const Ran ran = run(gateway, {u"import"_s, u"--data"_s, folder.path(), u"--incidents"_s,
                                              written(files, name, head(path, 2000)), u"--source"_s, name,
                                              u"--zone"_s, u"America/New_York"_s});
                QCOMPARE(ran.code, 0);
                QVERIFY2(ran.out.contains(twice ? "0 taken" : "2000 taken"), ran.out.constData());
            }
        const QStringList keys = reported(folder.path());
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
        QCOMPARE(verified(folder.path()), 0);
    }
};

QTEST_GUILESS_MAIN(GatewayTest)
#include "gateway_test.moc"
