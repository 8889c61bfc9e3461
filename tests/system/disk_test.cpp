// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgres_server.h"
#include "tests/system/journal_place.h"

#include <QStorageInfo>
#include <QTemporaryDir>

#include <sched.h>
#include <sys/mount.h>

#include <functional>

using namespace tridesk::test;
using namespace Qt::StringLiterals;

// A gateway whose journal's disk is full, its own or the server's, or whose folder may not be written, seen
// from outside. The disks are mounted for this test and the programs it starts alone.
class DiskTest : public QObject {
    Q_OBJECT

private:
    JournalPlaces m_places;
    std::unique_ptr<QTemporaryDir> m_folder;
    bool m_ownMounts = false;

    [[nodiscard]] QString folder() const { return m_folder->path(); }
    [[nodiscard]] bool mountHere(const char* source, const char* kind, unsigned long how,
                                 const char* options = nullptr) const {
        return ::mount(source, folder().toUtf8().constData(), kind, how, options) == 0;
    }
    /// What can be taken away again where room is needed.
    [[nodiscard]] bool fill(qsizetype bytes) const {
        QFile ballast(folder() + u"/ballast"_s);
        return ballast.open(QIODevice::WriteOnly) && ballast.write(QByteArray(bytes, 'x')) == bytes;
    }
    [[nodiscard]] bool makeRoom() const { return QFile::remove(folder() + u"/ballast"_s); }
    static QByteArray call(int number, qsizetype size) {
        return "{\"id\":\"" + QByteArray::number(number) + "\",\"text\":\"" + QByteArray(size, 'x') + "\"}";
    }
    /// Sends the calls behind those that were acknowledged until one is refused, or there are so many.
    static HttpReply sendOn(GatewayProcess& process, QStringList& acknowledged, int most) {
        HttpReply last;
        for (int i = int(acknowledged.size()); i < most; ++i) {
            last = process.client.post(u"/v1/incidents"_s, call(i, 4000));
            if (last.status != 201)
                break;
            acknowledged.append(u"cad/%1"_s.arg(i));
        }
        return last;
    }

private Q_SLOTS:
    void initTestCase() {
        m_ownMounts =
            ::unshare(CLONE_NEWNS) == 0 && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
    }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() {
        if (m_ownMounts)
            while (::umount2(folder().toUtf8().constData(), MNT_DETACH) == 0) {
            }
        m_folder.reset();
    }

    void aFullDiskIsAnsweredAndNothingAcknowledgedIsLost() {
        if (!m_ownMounts || !mountHere("tmpfs", "tmpfs", 0, "size=3m"))
            QSKIP("no disk of its own may be mounted here");
        QVERIFY(fill(600'000));
        GatewayProcess process(folder());
        QVERIFY(process.grant(u"cad"_s, u"incidents"_s));
        QVERIFY(process.start());
        QStringList acknowledged;
        standsAFullDisk(process, acknowledged);
        goesOnWithRoom(process, acknowledged, folder(), [] { return true; });
    }

    /// The whole disk: where there is no room for its tables the server refuses the entry; where there is
    /// none for its log it ends, and its service manager starts it again.
    void aFullDiskOfTheServerIsAnsweredAndNothingAcknowledgedIsLost_data() {
        QTest::addColumn<bool>("isLogFull");
        QTest::newRow("tables") << false;
        QTest::newRow("log") << true;
    }
    void aFullDiskOfTheServerIsAnsweredAndNothingAcknowledgedIsLost() {
        QFETCH(bool, isLogFull);
        if (!m_ownMounts || !mountHere("tmpfs", "tmpfs", 0, "size=200m"))
            QSKIP("no disk of its own may be mounted here");
        const QTemporaryDir data;
        qputenv("TMPDIR", folder().toUtf8());
        JournalPlaces places;
        const JournalPlace place = places.make(true, data.path());
        qunsetenv("TMPDIR");
        QVERIFY2(place.trouble().isEmpty(), qPrintable(place.trouble()));
        GatewayProcess process(data.path());
        QVERIFY(process.grant(u"cad"_s, u"incidents"_s));
        QVERIFY(process.start(place.arguments()));
        QStringList acknowledged;
        QCOMPARE(sendOn(process, acknowledged, 30).status, 201);
        QVERIFY(fill(qsizetype(QStorageInfo(folder()).bytesAvailable()) - 256'000));
        if (isLogFull) // a file of it, 16 MB, after the other
            QVERIFY(QTest::qWaitFor([&] {
                return !places.server().run(
                    u"postgres"_s,
                    "SELECT pg_logical_emit_message(true, 'full', ''); SELECT pg_switch_wal()");
            }));
        const HttpReply refused = standsAFullDisk(process, acknowledged);
        QVERIFY2(isLogFull || refused.body.contains("No space left on device"), refused.body.constData());
        goesOnWithRoom(process, acknowledged, place.toRead(), [&] { return places.server().revive(); });
    }

    void aFolderThatMayNotBeWrittenIsSaidInOneLine_data() { JournalPlaces::addRows(); }
    void aFolderThatMayNotBeWrittenIsSaidInOneLine() {
        QFETCH(bool, onServer);
        const JournalPlace place = m_places.make(onServer, folder());
        QVERIFY2(place.trouble().isEmpty(), qPrintable(place.trouble()));
        GatewayProcess process(folder());
        QVERIFY(process.grant(u"cad"_s, u"incidents"_s));
        QVERIFY(process.start(place.arguments()));
        QCOMPARE(process.client.post(u"/v1/incidents"_s, call(1, 10)).status, 201);
        QCOMPARE(process.stop(), 0);
        const QByteArray itself = folder().toUtf8();
        if (!m_ownMounts || !mountHere(itself.constData(), nullptr, MS_BIND) ||
            !mountHere(nullptr, nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY))
            QSKIP("no disk of its own may be mounted here");
        const Ran ran = place.gateway({u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s});
        QCOMPARE(ran.code, 2);
        QCOMPARE(ran.err.count('\n'), 1);
        QVERIFY2(ran.err.contains(itself), ran.err.constData());
        QCOMPARE(reported(place.toRead()), QStringList{u"cad/1"_s});
    }

private:
    /// What was not taken is told, and the sender that it may come again; the answer.
    static HttpReply standsAFullDisk(GatewayProcess& process, QStringList& acknowledged) {
        const HttpReply last = sendOn(process, acknowledged, 2000);
        const auto check = [&] {
            QCOMPARE(last.status, 503);
            QVERIFY(!last.retryAfter.isEmpty());
            QVERIFY2(!last.error().value(u"detail").toString().isEmpty(), last.body.constData());
            QVERIFY(acknowledged.size() > 20);
            QTRY_COMPARE(process.client.get(u"/v1/health"_s).status, 503);
        };
        check();
        return last;
    }

    /// Somebody makes room: it goes on by itself, and the source sends again what was not taken. `revive` is
    /// what the machine does by itself then.
    void goesOnWithRoom(GatewayProcess& process, QStringList acknowledged, const QString& journal,
                        const std::function<bool()>& revive) {
        QVERIFY(makeRoom());
        QVERIFY(revive());
        const int next = int(acknowledged.size());
        QVERIFY(QTest::qWaitFor( // 200: it was stored after all, when nobody could be told
            [&] { return process.client.post(u"/v1/incidents"_s, call(next, 4000)).status / 100 == 2; },
            60'000));
        acknowledged.append(u"cad/%1"_s.arg(next));
        QTRY_COMPARE(process.client.get(u"/v1/health"_s).status, 200);
        QCOMPARE(process.stop(), 0);
        QCOMPARE(reported(journal), acknowledged);
        QCOMPARE(run(u"tridesk-journal"_s, {u"verify"_s, journal}).code, 0);
    }
};

QTEST_GUILESS_MAIN(DiskTest)
#include "disk_test.moc"
