// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What seats keep of feeds, from the picture on the screen to the record and the file, and what becomes of
// both.
#include "app/video/footage_clerk.h"
#include "app/video/footage_keeper.h"
#include "app/video/footage_query.h"
#include "app/video/player.h"
#include "app/video/video_threads.h"
#include "tests/support/live_desk.h"
#include "tests/video/camera_server.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000;
constexpr qint64 mib = 1024LL * 1024;

} // namespace

class FootageTest : public QObject {
    Q_OBJECT

    CameraServer m_server; ///< one for all: each start of one is half a second and more
    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<FootageKeeper> m_keeper;
    std::unique_ptr<SeatDesk> m_bureau;
    std::unique_ptr<FootageClerk> m_clerk;
    const FeedId m_feed = code<FeedId>(u"BWC-1A12");

    [[nodiscard]] QString folder() const { return m_live->file(u"footage"_s); }
    [[nodiscard]] QStringList files() const {
        return QDir(folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    [[nodiscard]] QList<Footage> kept() const {
        QList<Footage> kept;
        for (const FootageId& id : footageOf(m_live->situation(), {}))
            kept.append(*m_live->situation().footage().find(id));
        return kept;
    }
    /// Until so much of it is kept.
    void play(Player& player, Milliseconds kept = 200ms) {
        player.setKeeping(true);
        player.play(FeedSource::read(u"main"_s, m_server.address()).value());
        QTRY_VERIFY_WITH_TIMEOUT(player.rewind()->length() >= kept, patience);
    }
    void startKeeper() {
        m_keeper = std::make_unique<FootageKeeper>(m_live->desk(), folder());
        m_clerk = std::make_unique<FootageClerk>(*m_bureau, *m_keeper);
    }
    void settle() const { QTRY_VERIFY_WITH_TIMEOUT(!m_keeper->isWorking(), patience); }
    /// A file of the store and its record; sparse, so that it costs nothing.
    FootageId record(const QString& name, qint64 bytes) {
        QFile file(folder() + u'/' + name);
        if (!file.open(QIODevice::WriteOnly) || !file.resize(bytes))
            qFatal("cannot write");
        const Instant now = m_live->desk().clock().now();
        m_live->ask(u"bureau", SaveFootage{.kind = FootageKind::Clip,
                                           .feed = m_feed,
                                           .from = now,
                                           .to = now,
                                           .sha256 = QByteArray(32, 'h'),
                                           .bytes = bytes,
                                           .file = name});
        m_live->pass(1min);
        for (const Footage& footage : m_live->situation().footage())
            if (footage.file == name)
                return footage.id;
        return {};
    }

private Q_SLOTS:
    void initTestCase() {
        const QString missing = CameraServer::missing();
        QVERIFY2(missing.isEmpty(), qPrintable(missing));
        QVERIFY(m_server.start({}));
    }
    void init() {
        m_live = std::make_unique<LiveDesk>();
        m_bureau = std::make_unique<SeatDesk>(m_live->desk(), actor(u"bureau"));
        QVERIFY(m_live->ask(u"bureau", DefineFeed{{.id = m_feed,
                                                   .name = {.zh = u"执法仪"_s, .en = u"Camera"_s},
                                                   .owner = {.unit = code<UnitId>(u"1A12")},
                                                   .mainAddress = u"rtsp://127.0.0.1/cam0"_s,
                                                   .subAddress = {}}}));
        startKeeper();
    }
    void cleanup() {
        m_clerk.reset();
        m_keeper.reset();
        m_bureau.reset();
        m_live.reset();
        QVERIFY(VideoThreads::waitForEnd(2s));
    }

    void aPictureIsOnRecordWithItsHash() {
        Player player;
        play(player, 1200ms);
        const IncidentId incident = m_live->report(u"fight"_s, 32.05, 118.05);
        QSignalSpy saved(m_clerk.get(), &FootageClerk::saved);
        const Instant then = m_bureau->now() - 1s;
        m_clerk->takePicture({m_feed, incident}, replayOf(player.rewind()->after()), videoNow() - 1s, then,
                             player.picture().image);
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, patience);
        const Footage footage = kept().constFirst();
        QCOMPARE(footage.kind, FootageKind::Snapshot);
        QCOMPARE(footage.unit, code<UnitId>(u"1A12"));
        QCOMPARE(footage.incident, incident);
        QCOMPARE(footage.from, then);
        QCOMPARE(footage.seat, u"bureau"_s);
        QCOMPARE(footage.by, u"test"_s);
        QCOMPARE(files(), QStringList{footage.file});
        QCOMPARE(m_keeper->store()->verify(footage.file, footage.sha256), FootageStore::Check::Whole);
        QVERIFY(m_live->kinds(incident).contains(u"footage.saved"_s));
        const QImage image(folder() + u'/' + footage.file);
        QCOMPARE(image.size(), QSize(640, 360));
        QVERIFY(readPattern(image).has_value());
        QCOMPARE(image.text(u"Title"_s), u"1A12 · BWC-1A12"_s);
        const QString words = image.text(u"Description"_s);
        QVERIFY2(words.contains(u"seat=bureau user=test"_s), qPrintable(words));
    }

    void aClipIsOnRecordWithItsTime() {
        Player player;
        play(player, 1100ms);
        QSignalSpy saved(m_clerk.get(), &FootageClerk::saved);
        QSignalSpy changed(m_clerk.get(), &FootageClerk::changed);
        auto held = std::make_shared<int>(1);
        const std::weak_ptr<int> watch = held;
        m_clerk->beginClip({m_feed}, player.rewind()->hold(), 1s, std::move(held));
        QVERIFY(m_clerk->isWriting(m_feed));
        QCOMPARE(changed.size(), 1);
        m_clerk->beginClip({m_feed}, player.rewind()->hold(), 1s); // one at a time
        QTRY_VERIFY_WITH_TIMEOUT(m_clerk->length(m_feed) > 1500ms, patience);
        QVERIFY(!watch.expired());
        m_clerk->endClip(m_feed);
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, patience);
        QVERIFY(!m_clerk->isWriting(m_feed));
        QVERIFY(watch.expired());
        const Footage footage = kept().constFirst();
        QCOMPARE(footage.kind, FootageKind::Clip);
        const auto length = footage.to - footage.from;
        QVERIFY(length > 1500ms && length < 6s);
        QVERIFY(m_bureau->now() - footage.to < 2s);
        QCOMPARE(m_keeper->store()->verify(footage.file, footage.sha256), FootageStore::Check::Whole);
        settle();
        QCOMPARE(files(), QStringList{footage.file});
    }

    void aMarkIsWords() {
        QSignalSpy saved(m_clerk.get(), &FootageClerk::saved);
        QSignalSpy refused(m_clerk.get(), &FootageClerk::refused);
        m_clerk->mark({m_feed}, m_bureau->now(), u"throws something away"_s);
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, patience);
        QCOMPARE(kept().constFirst().words, u"throws something away"_s);
        m_clerk->mark({m_feed}, m_bureau->now(), u" "_s);
        QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, patience);
        QVERIFY(files().isEmpty());
    }

    void whoMayNotWatchKeepsNothing() {
        Player player;
        play(player);
        SeatDesk other(m_live->desk(), actor(u"station:ST02"));
        FootageClerk clerk(other, *m_keeper);
        QSignalSpy refused(&clerk, &FootageClerk::refused);
        clerk.beginClip({m_feed}, player.rewind()->hold(), 1s);
        clerk.takePicture({m_feed}, replayOf(player.rewind()->after()), videoNow(), other.now(), {});
        QCOMPARE(refused.size(), 2);
        QVERIFY(!clerk.isWriting(m_feed));
        QVERIFY(!clerk.may({m_feed}));
        QVERIFY(files().isEmpty());
    }

    void whatIsNotPutOnRecordIsDeleted() {
        Player player;
        play(player);
        QSignalSpy refused(m_clerk.get(), &FootageClerk::refused);
        m_clerk->beginClip({m_feed}, player.rewind()->hold(), 1s);
        QTRY_VERIFY_WITH_TIMEOUT(m_clerk->length(m_feed) > 100ms, patience);
        QVERIFY(m_live->ask(u"bureau", RetireFeed{m_feed}));
        m_clerk->endClip(m_feed);
        QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, patience);
        QCOMPARE(refused.constFirst().at(1).value<Refusal>().code, RefusalCode::UnknownFeed);
        QVERIFY(files().isEmpty());
    }

    void atTheEndOfAProgramAClipIsPutOnRecord() {
        Player player;
        play(player);
        m_clerk->beginClip({m_feed}, player.rewind()->hold(), 1s);
        QTRY_VERIFY_WITH_TIMEOUT(m_clerk->length(m_feed) > 100ms, patience);
        m_clerk.reset();
        QTRY_COMPARE_WITH_TIMEOUT(kept().size(), 1, patience);
        const Footage footage = kept().constFirst();
        QCOMPARE(m_keeper->store()->verify(footage.file, footage.sha256), FootageStore::Check::Whole);
    }

    void aStoreThatCannotBeUsedIsTold() {
        const FootageKeeper keeper(m_live->desk(), u"/proc/self/footage"_s);
        QVERIFY(keeper.trouble().has_value() && !keeper.room()(1));
        FootageClerk clerk(*m_bureau, keeper);
        QSignalSpy failed(&clerk, &FootageClerk::failed);
        clerk.takePicture({m_feed}, {}, videoNow(), m_bureau->now(), QImage(10, 10, QImage::Format_RGB32));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed.constFirst().at(2).value<WriteFault>().kind, WriteFault::Kind::CannotWrite);
    }

    void aStoreThatIsFullEndsAClip() {
        Player player;
        play(player);
        QVERIFY(m_live->ask(u"bureau", SetVideoPolicy{{.storeMiB = 100, .leaveFreeMiB = 100}}));
        QFile rest(folder() + u"/rest"_s);
        QVERIFY(rest.open(QIODevice::WriteOnly) && rest.resize(98 * mib));
        QSignalSpy failed(m_clerk.get(), &FootageClerk::failed);
        m_clerk->beginClip({m_feed}, player.rewind()->hold(), 1s);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
        QCOMPARE(failed.constFirst().at(2).value<WriteFault>().kind, WriteFault::Kind::NoRoom);
        QCOMPARE(files(), QStringList{u"rest"_s});
        QVERIFY(kept().isEmpty());
    }

    void aStartSetsAsideWhatIsInNoRecord() {
        record(u"known.mkv"_s, 1000);
        for (const QString& name : {u"orphan.mkv"_s, u"half.mkv.part"_s}) {
            QFile file(folder() + u'/' + name);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("x") == 1);
        }
        const FootageId lost = record(u"lost.mkv"_s, 1000);
        QVERIFY(!lost.isNull() && QFile::remove(folder() + u"/lost.mkv"_s));
        QSignalSpy inOrder(m_keeper.get(), &FootageKeeper::inOrder);
        m_keeper->start();
        QTRY_COMPARE_WITH_TIMEOUT(inOrder.size(), 1, patience);
        QCOMPARE(m_keeper->setAside(), (QStringList{u"half.mkv.part"_s, u"orphan.mkv"_s}));
        QCOMPARE(m_keeper->missing(), QStringList{u"lost.mkv"_s});
        QCOMPARE(files(), QStringList{u"known.mkv"_s});
        settle();
    }

    void whatIsOldGoesWithItsRecord() {
        const FootageId old = record(u"old.mkv"_s, 1000);
        m_live->pass(std::chrono::days(31));
        record(u"new.mkv"_s, 1000);
        m_keeper->tick();
        QTRY_VERIFY_WITH_TIMEOUT(m_live->situation().footage().find(old)->removed, patience);
        settle();
        QTRY_COMPARE_WITH_TIMEOUT(files(), QStringList{u"new.mkv"_s}, patience);
    }

    void theOldestMakeRoomForTheNext() {
        FootageKeeper another(m_live->desk(), folder()); // of a second program: no more goes for that
        QVERIFY(m_live->ask(u"bureau", SetVideoPolicy{{.storeMiB = 100, .leaveFreeMiB = 100}}));
        for (int i = 0; i < 4; ++i)
            record(u"f%1.mkv"_s.arg(i), 30 * mib); // 120 of 100
        m_keeper->tick();
        const QStringList left{u"f1.mkv"_s, u"f2.mkv"_s, u"f3.mkv"_s};
        QTRY_COMPARE_WITH_TIMEOUT(files(), left, patience);
        settle();
        QTRY_VERIFY_WITH_TIMEOUT(!another.isWorking(), patience);
        QCOMPARE(files(), left);
        QVERIFY(m_keeper->room()(4 * mib));
    }

    void whatCannotBeDeletedHoldsItsRoomUntilItCan() {
        QVERIFY(m_live->ask(u"bureau", SetVideoPolicy{{.storeMiB = 100, .leaveFreeMiB = 100}}));
        const FootageId stuck = record(u"f0.mkv"_s, 30 * mib);
        // whoever runs the tests may delete any file, but no folder this way
        QVERIFY(QFile::remove(folder() + u"/f0.mkv"_s) && QDir(folder()).mkdir(u"f0.mkv"_s));
        QFile inside(folder() + u"/f0.mkv/part"_s);
        QVERIFY(inside.open(QIODevice::WriteOnly) && inside.resize(30 * mib));
        inside.close();
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot delete \"f0.mkv\""_s));
        QVERIFY(m_live->ask(u"bureau", RemoveFootage{stuck, u"the wrong house"_s}));
        settle();
        for (int i = 1; i < 4; ++i)
            record(u"f%1.mkv"_s.arg(i), 30 * mib); // 120 of 100: a record goes for it
        m_keeper->tick();
        QTRY_COMPARE_WITH_TIMEOUT(files(), (QStringList{u"f2.mkv"_s, u"f3.mkv"_s}), patience);
        settle();
        QVERIFY(QDir(folder() + u"/f0.mkv"_s).removeRecursively());
        QFile again(folder() + u"/f0.mkv"_s);
        QVERIFY(again.open(QIODevice::WriteOnly));
        m_keeper->tick();
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(folder() + u"/f0.mkv"_s), patience);
        settle();
    }

    void whoeverRemovesItTheFileGoes() {
        const FootageId footage = record(u"f.mkv"_s, 1000);
        QVERIFY(m_live->ask(u"bureau", RemoveFootage{footage, u"the wrong house"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(files().isEmpty(), patience);
        settle();
    }
};

QTEST_GUILESS_MAIN(FootageTest)
#include "footage_test.moc"
