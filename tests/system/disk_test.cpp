// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/gateway_process.h"

#include <QJsonArray>
#include <QTemporaryDir>

#include <sched.h>
#include <sys/mount.h>

using namespace tridesk::test;
using namespace Qt::StringLiterals;

// A serving gateway whose disk is full or may not be written, seen from outside; and a source that sends all
// it has again and again. The disks are mounted for this test and the programs it starts alone.
class DiskTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    bool m_ownMounts = false;

    [[nodiscard]] QString folder() const { return m_folder->path(); }
    [[nodiscard]] bool mountHere(const char* source, const char* kind, unsigned long how,
                                 const char* options = nullptr) const {
        return ::mount(source, folder().toUtf8().constData(), kind, how, options) == 0;
    }
    static QByteArray call(int number, qsizetype size) {
        return "{\"id\":\"" + QByteArray::number(number) + "\",\"text\":\"" + QByteArray(size, 'x') + "\"}";
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
        QFile ballast(folder() + u"/ballast"_s);
        QVERIFY(ballast.open(QIODevice::WriteOnly) && ballast.write(QByteArray(600'000, 'x')) == 600'000);
        ballast.close();
        GatewayProcess process(folder());
        QVERIFY(process.grant(u"cad"_s, u"incidents"_s));
        QVERIFY(process.start());
        QStringList acknowledged;
        HttpReply last;
        for (int i = 0; i < 2000; ++i) {
            last = process.client.post(u"/v1/incidents"_s, call(i, 4000));
            if (last.status != 201)
                break;
            acknowledged.append(u"cad/%1"_s.arg(i));
        }
        QCOMPARE(last.status, 503);
        QVERIFY(!last.retryAfter.isEmpty());
        QVERIFY2(!last.error().value(u"detail").toString().isEmpty(), last.body.constData());
        QVERIFY(acknowledged.size() > 20);
        QTRY_COMPARE(process.client.get(u"/v1/health"_s).status, 503);

        // somebody makes room: it goes on by itself, and the source sends again what was not taken
        QVERIFY(QFile::remove(ballast.fileName()));
        const int next = int(acknowledged.size());
        QVERIFY(QTest::qWaitFor(
            [&] { return process.client.post(u"/v1/incidents"_s, call(next, 10)).status == 201; }, 30'000));
        acknowledged.append(u"cad/%1"_s.arg(next));
        QTRY_COMPARE(process.client.get(u"/v1/health"_s).status, 200);
        QCOMPARE(process.stop(), 0);
        QCOMPARE(reported(folder()), acknowledged);
        QCOMPARE(run(u"tridesk-journal"_s, {u"verify"_s, folder()}).code, 0);
    }

    void aFolderThatMayNotBeWrittenIsSaidInOneLine() {
        GatewayProcess process(folder());
        QVERIFY(process.grant(u"cad"_s, u"incidents"_s));
        QVERIFY(process.start());
        QCOMPARE(process.client.post(u"/v1/incidents"_s, call(1, 10)).status, 201);
        QCOMPARE(process.stop(), 0);
        const QByteArray itself = folder().toUtf8();
        if (!m_ownMounts || !mountHere(itself.constData(), nullptr, MS_BIND) ||
            !mountHere(nullptr, nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY))
            QSKIP("no disk of its own may be mounted here");
        const Ran ran =
            run(u"tridesk-gateway"_s, {u"serve"_s, u"--data"_s, folder(), u"--listen"_s, u"127.0.0.1:0"_s});
        QCOMPARE(ran.code, 2);
        QCOMPARE(ran.err.count('\n'), 1);
        QVERIFY2(ran.err.contains(itself), ran.err.constData());
        QCOMPARE(reported(folder()), QStringList{u"cad/1"_s});
    }

    void aChangedRowOfACumulativeFeedIsToldAndTheRecordKept() {
        QTemporaryDir files;
        GatewayProcess process(folder());
        QVERIFY(process.grant(u"cad"_s, u"incidents"_s));
        QVERIFY(process.start());
        const auto send = [&](const QByteArray& rows) {
            QFile file(files.filePath(u"feed.csv"_s));
            return file.open(QIODevice::WriteOnly) && file.write("id,text\n" + rows) > 0 && file.flush()
                       ? run(u"tridesk-gateway"_s, {u"import"_s, u"--data"_s, folder(), u"--incidents"_s,
                                                    file.fileName(), u"--source"_s, u"feed"_s})
                       : Ran{};
        };
        QVERIFY(send("1,fire\n2,theft\n").out.contains("2 taken, 0 known, 0 known with other content"));
        const Ran again = send("1,fire\n2,theft of a bicycle\n3,noise\n");
        QVERIFY2(again.out.contains("1 taken, 1 known, 1 known with other content, 0 refused"),
                 again.out.constData());
        QVERIFY2(again.err.contains("row 3"), again.err.constData());
        QCOMPARE(reported(folder()), (QStringList{u"feed/1"_s, u"feed/2"_s, u"feed/3"_s}));
        const HttpReply other =
            process.client.post(u"/v1/incidents"_s, R"({"id":"1","text":"a"})"); // another source
        QCOMPARE(other.status, 201);
        QCOMPARE(process.stop(), 0);
        QCOMPARE(run(u"tridesk-journal"_s, {u"verify"_s, folder()}).code, 0);
    }
};

QTEST_GUILESS_MAIN(DiskTest)
#include "disk_test.moc"
