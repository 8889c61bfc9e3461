// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/gateway_process.h"
#include "tests/system/journal_place.h"

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

QByteArray batch(int from, int to) {
    QByteArray json = "[";
    for (int i = from; i < to; ++i)
        json += "{\"id\":\"" + QByteArray::number(i) + "\",\"text\":\"call " + QByteArray::number(i) + "\"},";
    return json.chopped(1) + "]";
}

} // namespace

class GatewayTest : public QObject {
    Q_OBJECT

    JournalPlaces m_places;

private Q_SLOTS:
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

    void keepsWhatItAcknowledgedThroughKills_data() { JournalPlaces::addRows(); }
    void keepsWhatItAcknowledgedThroughKills() {
        QFETCH(bool, onServer);
        QTemporaryDir folder;
        const JournalPlace place = m_places.make(onServer, folder.path());
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
        QCOMPARE(run(u"tridesk-journal"_s, {u"verify"_s, place.toRead()}).code, 0);
        QVERIFY(!QFile::exists(folder.filePath(u"http.json"_s)));
    }

    /// The simulator's duty rooms sit on the journal of whoever listens for the folder, wherever that is: a
    /// new one in the folder would be nobody's, and the gateway would not start beside it any more.
    void theSimulatorMakesNoJournalBesideAServers() {
        const QTemporaryDir folder;
        const JournalPlace place = m_places.make(true, folder.path());
        QVERIFY2(place.trouble().isEmpty(), qPrintable(place.trouble()));
        GatewayProcess process(folder.path());
        QVERIFY(process.start(place.arguments()));
        const QStringList shift{u"run"_s, u"--map"_s, u"/nowhere"_s, u"--data"_s, folder.path()};
        const Ran refused = run(u"tridesk-sim"_s, shift);
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("say --journal") && refused.err.count('\n') == 1,
                 refused.err.constData());
        const Ran ran = run(u"tridesk-sim"_s, shift + QStringList{u"--journal"_s, place.address(u"desk"_s)});
        QVERIFY2(ran.err.contains("/nowhere"), ran.err.constData()); // as far as the map
        QVERIFY(!QFile::exists(folder.filePath(u"journal.db"_s)));
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
};

QTEST_GUILESS_MAIN(GatewayTest)
#include "gateway_test.moc"
