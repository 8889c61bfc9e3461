// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Clips and pictures kept of a feed: what is in them, and what is left where they cannot be written to their
// end.
#include "app/video/clip_writer.h"
#include "app/video/footage_store.h"
#include "app/video/picture_maker.h"
#include "app/video/player.h"
#include "app/video/replayer.h"
#include "app/video/snapshot.h"
#include "app/video/stream_decoder.h"
#include "app/video/video_threads.h"
#include "tests/support/must.h"
#include "tests/video/camera_server.h"

#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QTemporaryDir>
#include <QTest>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <memory>

extern "C" {
#include <libavformat/avformat.h>
}

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000;
constexpr qint64 longestUnderWay = 500; ///< ms from painted to come, see rewind_test

qint64 clockOf(VideoTime at) {
    return at.time_since_epoch().count() % (qint64(1) << 40);
}

/// All pictures of a file, by the clock burnt into them.
QList<qint64> clocksIn(const QString& path) {
    const auto source = replayOf(path)();
    QList<qint64> clocks;
    if (!source)
        return clocks;
    StreamDecoder decoder;
    PictureMaker maker;
    CodingPtr coding;
    while (const auto held = (*source)->next().value_or(std::nullopt)) {
        if (held->coding != coding && decoder.open(held->coding->parameters()))
            coding = held->coding;
        const auto frame = decoder.decode(*held->packet);
        if (!frame || *frame == nullptr)
            continue;
        if (const auto pattern = readPattern(maker.make(**frame, {})))
            clocks.push_back(pattern->clockMs);
    }
    return clocks;
}

QString metadataOf(const QString& path, const char* key) {
    AVFormatContext* context = nullptr;
    if (avformat_open_input(&context, QFile::encodeName(path).constData(), nullptr, nullptr) < 0)
        return {};
    const AVDictionaryEntry* entry = av_dict_get(context->metadata, key, nullptr, 0);
    const QString value = entry != nullptr ? QString::fromUtf8(entry->value) : QString();
    avformat_close_input(&context);
    return value;
}

QStringList filesIn(const QString& folder) {
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

/// A writer, and what it ended with.
struct Writing {
    ClipWriter writer;
    std::optional<ClipResult> result;

    Writing(RewindHold rewind, const ClipWish& wish)
        : writer(std::move(rewind), wish) {
        QObject::connect(&writer, &ClipWriter::finished, &writer,
                         [this](const ClipResult& told) { result = told; });
    }
    [[nodiscard]] bool waitForEnd() {
        return QTest::qWaitFor([this] { return result.has_value(); }, patience);
    }
};

} // namespace

class ClipTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CameraServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    QTemporaryDir m_recordings;
    QString m_recording; ///< of some pictures

    [[nodiscard]] ClipWish wish(VideoTime from) const {
        return {.folder = m_folder->path(),
                .name = u"clip"_s,
                .words = {.title = u"1A12 取证"_s,
                          .comment = u"feed=cam0"_s,
                          .begins = instantFromMs(1'700'000'000'000)},
                .from = from};
    }
    void play(Player& player, const FeedLogin& login = {}) {
        player.setKeeping(true);
        player.play(FeedSource::read(u"main"_s, m_server->address(), login).value());
    }
    static void keepFor(const Player& player, Milliseconds time) {
        QTRY_VERIFY_WITH_TIMEOUT(player.rewind()->length() >= time, patience);
    }
    /// The recording over and over, as a feed would have sent it: some hundred kilobytes a round.
    std::shared_ptr<Rewind> looped(RewindHold& hold, int rounds) const {
        auto rewind = Rewind::make();
        hold = rewind->hold();
        VideoTime at{1000s};
        for (int round = 0; round < rounds; ++round) {
            const auto source = replayOf(m_recording)();
            if (!source)
                qFatal("no recording");
            while (const auto held = (*source)->next().value_or(std::nullopt)) {
                rewind->keep(*held->packet, held->coding, at);
                at += 20ms;
            }
        }
        return rewind;
    }
    [[nodiscard]] QString path(const ClipPart& part) const { return m_folder->filePath(part.file.name); }
    void isWhole(const ClipPart& part) const {
        const FootageStore store = FootageStore::open(m_folder->path()).value();
        QCOMPARE(store.verify(part.file.name, part.file.sha256), FootageStore::Check::Whole);
        QCOMPARE(QFileInfo(path(part)).size(), part.file.bytes);
    }

private Q_SLOTS:
    void initTestCase() {
        const QString missing = CameraServer::missing();
        QVERIFY2(missing.isEmpty(), qPrintable(missing));
        m_recording = m_recordings.filePath(u"pictures.ts"_s);
        QVERIFY(CameraServer::record(m_recording, {.size = u"1280x720"_s, .frames = 30}));
    }
    void init() {
        m_server = std::make_unique<CameraServer>();
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void cleanup() {
        m_server.reset();
        QVERIFY(VideoThreads::waitForEnd(2s));
    }

    void aClipBeginsInThePastAndGoesOn() {
        const FeedLogin login{u"watcher"_s, u"s3cret"_s, {}};
        QVERIFY(m_server->start({.login = u"watcher:s3cret"_s}));
        Player player;
        play(player, login);
        keepFor(player, 3s);
        const VideoTime from = videoNow() - 2s;
        Writing writing(player.rewind()->hold(), wish(from));
        QTRY_VERIFY_WITH_TIMEOUT(writing.writer.length() > 4s, patience);
        QVERIFY(writing.writer.bytes() > 100'000);
        QCOMPARE(filesIn(m_folder->path()), QStringList{u"clip.mkv.part"_s});
        writing.writer.stop();
        const VideoTime stopped = videoNow();
        QVERIFY(writing.waitForEnd());
        const ClipResult& result = must(writing.result);
        QCOMPARE(result.end, ClipResult::End::Asked);
        QCOMPARE(result.parts.size(), 1);
        const ClipPart& part = result.parts.constFirst();
        QCOMPARE(filesIn(m_folder->path()), QStringList{u"clip.mkv"_s});
        isWhole(part);
        QVERIFY(part.from <= from && from - part.from < 1100ms); // the picture before that stands by itself
        const QList<qint64> clocks = clocksIn(path(part));
        QVERIFY(clocks.size() > 50);
        QVERIFY(std::ranges::is_sorted(clocks));
        QVERIFY(qAbs(clockOf(part.from) - clocks.constFirst()) < longestUnderWay);
        QVERIFY(qAbs(clockOf(stopped) - clocks.constLast()) < longestUnderWay);
        for (qsizetype i = 1; i < clocks.size(); ++i) // none is missing
            QVERIFY(clocks[i] - clocks[i - 1] < 300);
        QCOMPARE(metadataOf(path(part), "title"), u"1A12 取证"_s);
        QFile file(path(part));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("feed=cam0") && !bytes.contains("s3cret") && !bytes.contains("watcher"));
    }

    void aClipIsReplayedFromItsFile() {
        QVERIFY(m_server->start({}));
        Player player;
        play(player);
        keepFor(player, 4s);
        ClipWish all = wish(videoNow() - 1min);
        all.until = videoNow();
        Writing writing(player.rewind()->hold(), all);
        QVERIFY(writing.waitForEnd());
        const ClipPart part = must(writing.result).parts.constFirst();
        Replayer replay;
        replay.setPaused(true);
        replay.play(replayOf(path(part)));
        replay.setPaused(true);
        const VideoTime middle{2s};
        replay.seek(middle);
        QTRY_VERIFY_WITH_TIMEOUT(replay.picture().number > 0, patience);
        QTRY_VERIFY(middle - replay.picture().at < 100ms);
        const auto pattern = readPattern(replay.picture().image);
        QVERIFY(pattern.has_value());
        const qint64 instant = clockOf(part.from + (replay.picture().at - VideoTime()));
        QVERIFY(qAbs(instant - must(pattern).clockMs) < longestUnderWay);
        QVERIFY(replay.status().end - replay.status().begin > 3500ms);
    }

    void anotherCodingIsAnotherFile() {
        QVERIFY(m_server->start({}));
        Player player;
        play(player);
        keepFor(player, 1s);
        Writing writing(player.rewind()->hold(), wish(videoNow()));
        QVERIFY(m_server->tell(u"codec 0 jpeg"_s));
        QTRY_COMPARE_WITH_TIMEOUT(player.status().codec, "mjpeg", patience);
        const VideoTime changed = videoNow();
        QTRY_VERIFY_WITH_TIMEOUT(player.picture().at > changed + 1s, patience);
        writing.writer.stop();
        QVERIFY(writing.waitForEnd());
        const QList<ClipPart>& parts = must(writing.result).parts;
        QCOMPARE(parts.size(), 2);
        QCOMPARE(filesIn(m_folder->path()), (QStringList{u"clip-2.mkv"_s, u"clip.mkv"_s}));
        for (const ClipPart& part : parts) {
            isWhole(part);
            const QList<qint64> clocks = clocksIn(path(part));
            QVERIFY(!clocks.isEmpty());
            QVERIFY(qAbs(clockOf(part.from) - clocks.constFirst()) < longestUnderWay);
        }
    }

    void aFeedThatIsLostAndReturnsStaysInOneFile() {
        QVERIFY(m_server->start({}));
        Player player;
        play(player);
        keepFor(player, 1s);
        Writing writing(player.rewind()->hold(), wish(videoNow()));
        QTRY_VERIFY_WITH_TIMEOUT(writing.writer.length() > 500ms, patience);
        m_server->kill();
        QVERIFY(m_server->startAgain());
        const VideoTime returned = videoNow();
        QTRY_VERIFY_WITH_TIMEOUT(player.picture().at > returned + 1s, patience);
        writing.writer.stop();
        QVERIFY(writing.waitForEnd());
        QCOMPARE(must(writing.result).parts.size(), 1);
        const ClipPart part = must(writing.result).parts.constFirst();
        isWhole(part);
        const QList<qint64> clocks = clocksIn(path(part));
        QVERIFY(clocks.constLast() > clockOf(returned)); // both sides of the loss are in it
        QVERIFY(clocks.constFirst() < clockOf(returned) - 500);
    }

    void aFeedThatIsLostForGoodLeavesWhatCame() {
        QVERIFY(m_server->start({}));
        Player player;
        play(player);
        keepFor(player, 2s);
        ClipWish short_ = wish(videoNow() - 1s);
        short_.longestSilence = 1s;
        m_server->kill();
        Writing writing(player.rewind()->hold(), short_);
        QVERIFY(writing.waitForEnd());
        QCOMPARE(must(writing.result).end, ClipResult::End::Silent);
        isWhole(must(writing.result).parts.constFirst());
        QVERIFY(clocksIn(path(must(writing.result).parts.constFirst())).size() > 10);
    }

    void itEndsByItselfWhenItIsLong() {
        RewindHold hold;
        const auto rewind = looped(hold, 4);
        ClipWish long_ = wish(VideoTime(1000s));
        long_.longest = 1s;
        Writing writing(std::move(hold), long_);
        QVERIFY(writing.waitForEnd());
        QCOMPARE(must(writing.result).end, ClipResult::End::Longest);
        const ClipPart part = must(writing.result).parts.constFirst();
        QVERIFY(part.to - part.from <= 1s && part.to - part.from > 900ms);
        isWhole(part);
    }

    void withoutRoomWhatCameBeforeIsKept() {
        RewindHold hold;
        const auto rewind = looped(hold, 80);
        QVERIFY(rewind->bytes() > 6'000'000);
        ClipWish bounded = wish(VideoTime(1000s));
        const auto pieces = std::make_shared<int>(1);
        bounded.room = [pieces](qint64) { return (*pieces)-- > 0; };
        Writing writing(std::move(hold), bounded);
        QVERIFY(writing.waitForEnd());
        QCOMPARE(must(writing.result).end, ClipResult::End::Fault);
        QCOMPARE(must(must(writing.result).fault).kind, WriteFault::Kind::NoRoom);
        const ClipPart part = must(writing.result).parts.constFirst();
        isWhole(part);
        QVERIFY(part.file.bytes <= FootageFile::piece);
        QVERIFY(part.file.bytes > FootageFile::piece / 2);
        QVERIFY(clocksIn(path(part)).size() > 100);
        QCOMPARE(filesIn(m_folder->path()), QStringList{u"clip.mkv"_s});
    }

    void whereThereIsNoRoomAtAllNothingIsLeft() {
        RewindHold hold;
        const auto rewind = looped(hold, 2);
        ClipWish bounded = wish(VideoTime(1000s));
        bounded.room = [](qint64) { return false; };
        Writing writing(std::move(hold), bounded);
        QVERIFY(writing.waitForEnd());
        QCOMPARE(must(must(writing.result).fault).kind, WriteFault::Kind::NoRoom);
        QVERIFY(must(writing.result).parts.isEmpty());
        QVERIFY(filesIn(m_folder->path()).isEmpty());
    }

    // A disk of five megabytes, which fills while the clip is written. Only this thread sees it, and those
    // that it starts.
    void aDiskThatFillsEndsTheClipWhole() {
        if (::unshare(CLONE_NEWNS) != 0 ||
            ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
            ::mount("tmpfs", QFile::encodeName(m_folder->path()).constData(), "tmpfs", 0, "size=5m") != 0)
            QSKIP("mounts are not allowed here; withoutRoomWhatCameBeforeIsKept shows the same by a bound");
        RewindHold hold;
        const auto rewind = looped(hold, 80);
        Writing writing(std::move(hold), wish(VideoTime(1000s)));
        QVERIFY(writing.waitForEnd());
        QCOMPARE(must(must(writing.result).fault).kind, WriteFault::Kind::NoRoom);
        const ClipPart part = must(writing.result).parts.constFirst();
        isWhole(part);
        QVERIFY(clocksIn(path(part)).size() > 100);
        const QString full = m_folder->filePath(u"full"_s);
        {
            QFile rest(full); // and a disk that is full from the beginning
            QVERIFY(rest.open(QIODevice::WriteOnly));
            while (rest.write(QByteArray(64 * 1024, 'x')) > 0 && rest.flush()) {
            }
        }
        RewindHold other;
        const auto again = looped(other, 2);
        ClipWish second = wish(VideoTime(1000s));
        second.name = u"second"_s;
        Writing nothing(std::move(other), second);
        QVERIFY(nothing.waitForEnd());
        QCOMPARE(must(must(nothing.result).fault).kind, WriteFault::Kind::NoRoom);
        QCOMPARE(filesIn(m_folder->path()), (QStringList{u"clip.mkv"_s, u"full"_s}));
        ::umount2(QFile::encodeName(m_folder->path()).constData(), MNT_DETACH);
    }

    void aFolderThatCannotBeWrittenToIsTold_data() {
        QTest::addColumn<QString>("folder");
        QTest::newRow("none") << u"/proc/nowhere"_s;
        QTest::newRow("read-only") << u"/proc/self"_s;
    }
    void aFolderThatCannotBeWrittenToIsTold() {
        QFETCH(QString, folder);
        RewindHold hold;
        const auto rewind = looped(hold, 1);
        ClipWish there = wish(VideoTime(1000s));
        there.folder = folder;
        Writing writing(std::move(hold), there);
        QVERIFY(writing.waitForEnd());
        QCOMPARE(must(must(writing.result).fault).kind, WriteFault::Kind::CannotWrite);
        QVERIFY(!must(must(writing.result).fault).detail.isEmpty());
        QVERIFY(!FootageStore::open(folder));
    }

    void aNameThatIsTakenStaysWhatItIs() {
        QFile file(m_folder->filePath(u"clip.mkv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("evidence") == 8);
        file.close();
        RewindHold hold;
        const auto rewind = looped(hold, 1);
        ClipWish same = wish(VideoTime(1000s));
        same.until = VideoTime(1010s);
        Writing writing(std::move(hold), same);
        QVERIFY(writing.waitForEnd());
        QCOMPARE(must(must(writing.result).fault).kind, WriteFault::Kind::CannotWrite);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "evidence");
        QCOMPARE(filesIn(m_folder->path()), QStringList{u"clip.mkv"_s});
    }

    void nothingCameThatCouldBeWritten() {
        const auto rewind = Rewind::make();
        ClipWish none = wish(videoNow());
        none.until = videoNow();
        Writing writing(rewind->hold(), none);
        QVERIFY(writing.waitForEnd());
        QCOMPARE(must(must(writing.result).fault).kind, WriteFault::Kind::NoPicture);
        QVERIFY(filesIn(m_folder->path()).isEmpty());
    }

    void atAProgramsEndItIsFinishedOrFoundAgain() {
        QVERIFY(m_server->start({}));
        Player player;
        play(player);
        keepFor(player, 1s);
        ClipWriter kept(player.rewind()->hold(), wish(videoNow() - 1s));
        QTRY_VERIFY_WITH_TIMEOUT(kept.length() > 500ms, patience);
        const auto result = kept.finishWithin(2s);
        isWhole(must(result).parts.constFirst());
        {
            ClipWish other = wish(videoNow() - 1s);
            other.name = u"let-go"_s;
            const ClipWriter letGo(player.rewind()->hold(), other);
            QTRY_VERIFY_WITH_TIMEOUT(letGo.length() > 500ms, patience);
        }
        player.stop();
        QVERIFY(VideoThreads::waitForEnd(2s));
        const FootageStore store = FootageStore::open(m_folder->path()).value();
        const auto order = store.putInOrder(store.unclaimed(), {{u"clip.mkv"_s, true}});
        QCOMPARE(order.setAside, QStringList{u"let-go.mkv"_s});
        QVERIFY(clocksIn(m_folder->filePath(u"aside/let-go.mkv"_s)).size() > 5); // whole, and not lost
    }

    void aPictureIsKeptAsLargeAsItCame() {
        QVERIFY(m_server->start({}));
        Player player;
        player.setShownSize({160, 90});
        play(player);
        keepFor(player, 3s);
        const PacketSpan span = player.rewind()->after();
        const VideoTime at = span.back().at - 1500ms;
        SnapshotWish picture{.folder = m_folder->path(),
                             .name = u"shot"_s,
                             .words = {{u"Feed"_s, u"cam0"_s}, {u"Unit"_s, u"1A12 巡逻"_s}},
                             .source = replayOf(span),
                             .at = at,
                             .asShown = player.picture().image};
        auto saved = saveSnapshot(picture);
        QTRY_VERIFY_WITH_TIMEOUT(saved.isFinished(), patience);
        QVERIFY(saved.result().has_value());
        QCOMPARE(saved.result()->file.name, u"shot.png"_s);
        QImageReader reader(m_folder->filePath(u"shot.png"_s));
        const QImage image = reader.read();
        QCOMPARE(image.size(), QSize(640, 360));
        QCOMPARE(image.text(u"Unit"_s), u"1A12 巡逻"_s);
        const qint64 underWay = clockOf(at) - must(readPattern(image)).clockMs;
        QVERIFY(underWay > -20 && underWay < longestUnderWay);
        QCOMPARE(hashOfFile(m_folder->filePath(u"shot.png"_s)), saved.result()->file.sha256);
        picture.source = nullptr; // a stream without a picture that stands by itself
        picture.name = u"as-shown"_s;
        auto small = saveSnapshot(picture);
        QTRY_VERIFY_WITH_TIMEOUT(small.isFinished(), patience);
        QCOMPARE(small.result()->size, QSize(160, 90));
        picture.asShown = {};
        picture.name = u"none"_s;
        auto none = saveSnapshot(picture);
        QTRY_VERIFY_WITH_TIMEOUT(none.isFinished(), patience);
        QCOMPARE(none.result().error().kind, WriteFault::Kind::NoPicture);
        picture.asShown = image.scaled(3840, 2160);
        picture.name = u"large"_s;
        auto large = saveSnapshot(picture);
        QTRY_VERIFY_WITH_TIMEOUT(large.isFinished(), patience);
        QCOMPARE(large.result()->file.name, u"large.jpg"_s);
        picture.room = [](qint64) { return false; };
        picture.name = u"no-room"_s;
        auto full = saveSnapshot(picture);
        QTRY_VERIFY_WITH_TIMEOUT(full.isFinished(), patience);
        QCOMPARE(full.result().error().kind, WriteFault::Kind::NoRoom);
        QCOMPARE(filesIn(m_folder->path()), (QStringList{u"as-shown.png"_s, u"large.jpg"_s, u"shot.png"_s}));
    }
};

QTEST_GUILESS_MAIN(ClipTest)
#include "clip_test.moc"
