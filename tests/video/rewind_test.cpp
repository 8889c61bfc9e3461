// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The last minute of a feed: what of it is kept, in what bounds, and that a replay shows the instant that it
// says while the live picture goes on.
#include "app/video/arrival_clock.h"
#include "app/video/kept_packets.h"
#include "app/video/player.h"
#include "app/video/replayer.h"
#include "app/video/rewind_spill.h"
#include "app/video/spill_file.h"
#include "tests/support/must.h"
#include "tests/video/camera_server.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <memory>
#include <random>
#include <vector>

extern "C" {
#include <libavcodec/codec_par.h>
#include <libavcodec/packet.h>
}

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000;
// The burnt clock is the machine's steady one, cut to 40 bits, as videoNow() is; a picture has been painted,
// coded and sent before it comes.
constexpr qint64 longestUnderWay = 500;

CodingPtr codingOf(AVMediaType type, AVCodecID codec) {
    AVCodecParameters* parameters = avcodec_parameters_alloc();
    parameters->codec_type = type;
    parameters->codec_id = codec;
    return std::make_shared<const PacketCoding>(parameters, 1, 90'000);
}

/// A rewind that is filled by hand.
struct Filled {
    std::shared_ptr<Rewind> rewind = Rewind::make();
    CodingPtr pictures = codingOf(AVMEDIA_TYPE_VIDEO, AV_CODEC_ID_H264);
    CodingPtr sound = codingOf(AVMEDIA_TYPE_AUDIO, AV_CODEC_ID_AAC);
    VideoTime now{1000s};

    void send(int size, bool begins, Milliseconds later = 40ms, bool isSound = false) const {
        const PacketPtr packet(av_packet_alloc());
        QVERIFY(av_new_packet(packet.get(), size) == 0);
        packet->flags = begins || isSound ? AV_PKT_FLAG_KEY : 0;
        rewind->keep(*packet, isSound ? sound : pictures, now + later);
    }
    void sendAt(int size, bool begins, Milliseconds later = 40ms) {
        now += later;
        send(size, begins, 0ms);
    }
};

qint64 burntIn(const QImage& image) {
    const auto pattern = readPattern(image);
    return pattern ? pattern->clockMs : -1;
}

qint64 clockOf(VideoTime at) {
    return at.time_since_epoch().count() % (qint64(1) << 40);
}

} // namespace

class RewindTest : public QObject {
    Q_OBJECT

    std::unique_ptr<CameraServer> m_server;

    void serve(const CameraServer::Options& options = {}) { QVERIFY(m_server->start(options)); }
    static void play(Player& player, const QString& address) {
        player.setKeeping(true);
        player.play(FeedSource::read(u"main"_s, address).value());
    }
    /// Plays until that much is kept.
    static void keepFor(Player& player, Milliseconds time) {
        QTRY_VERIFY_WITH_TIMEOUT(player.rewind()->length() >= time, patience);
    }
    /// The picture shown is that of the instant said.
    static void showsItsInstant(const Replayer& replay) {
        const qint64 burnt = burntIn(replay.picture().image);
        QVERIFY(burnt >= 0);
        const qint64 underWay = clockOf(replay.picture().at) - burnt;
        QVERIFY2(underWay > -20 && underWay < longestUnderWay, QByteArray::number(underWay).constData());
    }

private Q_SLOTS:
    void initTestCase() {
        const QString missing = CameraServer::missing();
        QVERIFY2(missing.isEmpty(), qPrintable(missing));
    }
    void init() { m_server = std::make_unique<CameraServer>(); }
    void cleanup() {
        m_server.reset();
        QVERIFY(FeedReader::waitForEnd(2s));
    }

    void nothingIsKeptForNobody() {
        Filled filled;
        filled.sendAt(100, true);
        QCOMPARE(filled.rewind->bytes(), 0);
        {
            const RewindHold hold = filled.rewind->hold();
            const RewindHold other = filled.rewind->hold();
            filled.sendAt(100, true);
            QCOMPARE(hold->after().size(), 1U);
        }
        QCOMPARE(filled.rewind->bytes(), 0);
        QVERIFY(filled.rewind->after().empty());
    }

    void itBeginsAtAPictureThatStandsByItself() {
        Filled filled;
        const RewindHold hold = filled.rewind->hold();
        filled.sendAt(100, false);
        filled.send(100, false, 0ms, true);
        QCOMPARE(hold->after().size(), 0U);
        for (int i = 0; i < 75 * 25; ++i) { // 75 s, a beginning each second
            filled.sendAt(100, i % 25 == 0);
            const PacketSpan span = hold->after();
            QVERIFY(span.front().begins);
            QVERIFY(hold->length() < Rewind::longest + 1s);
        }
        QVERIFY(hold->length() >= Rewind::longest);
        const PacketSpan all = hold->after();
        QCOMPARE(hold->after(all[all.size() - 4].number).size(), 3U);
        QCOMPARE(hold->after(all.back().number).size(), 0U);
    }

    void whoAsksAfterAGapBeginsAnew() {
        Filled filled;
        const RewindHold hold = filled.rewind->hold();
        filled.sendAt(100, true);
        const quint64 seen = hold->after().back().number;
        for (int i = 0; i < 70 * 25; ++i)
            filled.sendAt(100, i % 50 == 0);
        const PacketSpan rest = hold->after(seen);
        QVERIFY(rest.front().number > seen + 1);
        QVERIFY(rest.front().begins);
    }

    void itsBytesAreBounded() {
        Filled filled;
        const RewindHold hold = filled.rewind->hold();
        std::mt19937 chance(1);
        for (int i = 0; i < 3000; ++i) { // a feed of 4K, 60 Mbit/s
            const bool begins = i % 30 == 0;
            filled.sendAt(begins ? 2'000'000 : int(chance() % 400'000), begins);
            QVERIFY(hold->bytes() <= Rewind::mostBytes);
        }
        QVERIFY(hold->length() > 1s && hold->length() < 10s); // shorter, and still of use
        filled.sendAt(int(Rewind::mostBytes), true);
        QCOMPARE(hold->after().size(), 0U);
        filled.sendAt(100, true);
        for (int i = 0; i < 20'000; ++i) { // empty ones without a beginning
            filled.sendAt(1, false, 1ms);
            QVERIFY(hold->after().size() <= Rewind::mostPackets);
        }
    }

    void manyShareWhatThereIs() {
        std::vector<Filled> feeds(16);
        std::vector<RewindHold> holds;
        holds.reserve(feeds.size());
        for (const Filled& feed : feeds)
            holds.push_back(feed.rewind->hold());
        qint64 whole = 0;
        for (Filled& feed : feeds) {
            for (int i = 0; i < 300; ++i)
                feed.sendAt(100'000, i % 10 == 0);
            whole += feed.rewind->bytes();
        }
        QVERIFY(whole <= Rewind::mostBytesOfAll);
        QVERIFY(whole > Rewind::mostBytesOfAll * 3 / 4);
    }

    void aSpillFileUsesItsPlacesAgain() {
        const QTemporaryDir folder;
        const auto file = SpillFile::create(folder.path(), 40'960);
        QVERIFY(file);
        QVERIFY(QDir(folder.path()).isEmpty(QDir::Files | QDir::Hidden)); // nobody else can open it
        std::mt19937 chance(3);
        struct Piece {
            QByteArray data;
            std::shared_ptr<const SpilledBytes> bytes;
        };
        std::vector<Piece> pieces;
        int refused = 0;
        for (int i = 0; i < 5000; ++i) {
            if (!pieces.empty() && chance() % 2 == 0)
                pieces.erase(pieces.begin() + std::ptrdiff_t(chance() % pieces.size()));
            const QByteArray data(qsizetype(chance() % 9000 + 1), char(chance() % 256));
            const auto half = std::as_bytes(std::span(data)).first(std::size_t(data.size()) / 2);
            auto bytes = file->write({half, std::as_bytes(std::span(data)).subspan(half.size())});
            refused += bytes ? 0 : 1;
            if (bytes)
                pieces.push_back({data, std::move(bytes)});
            for (const Piece& piece : pieces) {
                QByteArray back(piece.data.size(), Qt::Uninitialized);
                QVERIFY(piece.bytes->read(0, std::as_writable_bytes(std::span(back))));
                QCOMPARE(back, piece.data);
            }
            QVERIFY(file->size() <= 40'960);
        }
        QVERIFY(refused > 0 && refused < 4000); // full now and then, and useful again
        std::byte beyond{};
        QVERIFY(!pieces.front().bytes->read(1'000'000, std::span(&beyond, 1)));
        pieces.clear();
        QCOMPARE(file->used(), 0);
        const QByteArray whole(40'960, 'x');
        QVERIFY(file->write({std::as_bytes(std::span(whole))})); // one place again
        QVERIFY(!SpillFile::create(u"/proc/self/none"_s, 4096));
    }

    void whatIsSpilledIsTheSame() {
        const QTemporaryDir folder;
        const auto file = SpillFile::create(folder.path(), 1'000'000);
        Filled filled;
        const RewindHold hold = filled.rewind->hold();
        for (int i = 0; i < 100; ++i)
            filled.sendAt(100 + i, i % 10 == 0);
        const PacketSpan before = hold->after();
        filled.rewind->spill(*file, before[60].at);
        QCOMPARE(hold->bytes(), qint64(100 * (100 + 400) + 99 * 50));
        const PacketSpan after = hold->after();
        QCOMPARE(after.size(), before.size());
        for (std::size_t i = 0; i < after.size(); ++i) {
            QCOMPARE(after[i].packet == nullptr, i < 60);
            const HeldPacket there = must(inMemory(after[i]));
            QCOMPARE(there.number, before[i].number);
            QCOMPARE(there.packet->flags, before[i].packet->flags);
            QCOMPARE(there.packet->pts, before[i].packet->pts);
            QCOMPARE(there.packet->size, before[i].packet->size);
            QCOMPARE(std::memcmp(there.packet->data, before[i].packet->data, std::size_t(there.packet->size)),
                     0);
        }
        for (int i = 0; i < 70 * 25; ++i) // the first are let go of, but for who still holds them
            filled.sendAt(100, i % 10 == 0);
        QVERIFY(must(inMemory(after[5])).packet->size == 105);
    }

    void aDiskThatIsFullLeavesItInMemory() {
        const QTemporaryDir folder;
        const auto file = SpillFile::create(folder.path(), 4096);
        Filled filled;
        const RewindHold hold = filled.rewind->hold();
        for (int i = 0; i < 100; ++i)
            filled.sendAt(1000, i % 10 == 0);
        filled.rewind->spill(*file, filled.now);
        QCOMPARE(file->used(), 0);
        QCOMPARE(hold->bytesInMemory(), 100'000);
    }

    void aReplayFromDiskShowsItsInstant() {
        serve();
        const QTemporaryDir folder;
        Player player;
        player.setSpill(std::make_shared<RewindSpill>(folder.path()));
        play(player, m_server->address());
        QTRY_VERIFY_WITH_TIMEOUT(player.rewind()->bytes() > 4 * player.rewind()->bytesInMemory() &&
                                     player.rewind()->length() > 4s,
                                 patience);
        const PacketSpan span = player.rewind()->after();
        QVERIFY(!span.front().packet);
        Replayer replay;
        QObject::connect(&replay, &Replayer::pictureChanged, &replay, [&] { showsItsInstant(replay); });
        replay.play(replayOf(span));
        replay.setRate(8);
        QTRY_VERIFY_WITH_TIMEOUT(replay.status().ended, patience);
        QTRY_COMPARE(replay.picture().at, span.back().at);
        QVERIFY(!replay.status().fault);
    }

    void theClockOfArrivalsTakesTheJitterOut() {
        ArrivalClock clock;
        std::mt19937 chance(7);
        const VideoTime start{5000s};
        VideoTime last{};
        for (int i = 0; i < 1000; ++i) {
            const VideoTime sent = start + 40ms * i;
            const VideoTime at = clock.place(90'000s + 40ms * i, sent + Milliseconds(chance() % 300));
            QVERIFY(at >= last);
            last = at;
            if (i > 50)
                QVERIFY(at - sent < 40ms);
        }
    }

    void aJumpOfTheFeedsClockIsPassedOver_data() {
        QTest::addColumn<qint64>("jumpMs");
        QTest::newRow("forward") << qint64(3'600'000);
        QTest::newRow("back") << qint64(-3'600'000);
        QTest::newRow("around") << -(qint64(1) << 40);
    }
    void aJumpOfTheFeedsClockIsPassedOver() {
        QFETCH(qint64, jumpMs);
        ArrivalClock clock;
        const VideoTime start{5000s};
        VideoTime last{};
        for (int i = 0; i < 200; ++i) {
            const VideoTime arrived = start + 40ms * i;
            const Milliseconds stamp = 40ms * i + Milliseconds(i >= 100 ? jumpMs : 0);
            const VideoTime at = clock.place(i % 50 == 7 ? std::nullopt : std::optional(stamp), arrived);
            QVERIFY(at >= last && at <= arrived);
            QVERIFY(arrived - at <= ArrivalClock::mostDelay);
            last = at;
        }
    }

    void aReplayShowsItsInstantWhileLiveGoesOn() {
        serve();
        Player player;
        play(player, m_server->address());
        keepFor(player, 4s);
        const PacketSpan span = player.rewind()->after();
        const VideoTime asked = span.back().at - 3s;
        const quint64 live = player.status().pictures;
        Replayer replay;
        std::vector<VideoTime> shown;
        QObject::connect(&replay, &Replayer::pictureChanged, &replay, [&] {
            shown.push_back(replay.picture().at);
            showsItsInstant(replay);
        });
        const VideoTime began = videoNow();
        replay.play(replayOf(span), asked);
        QTRY_VERIFY_WITH_TIMEOUT(replay.picture().number > 0, patience);
        QVERIFY(asked - replay.picture().at < 100ms); // the last picture that is no later
        QVERIFY(replay.picture().at <= asked);
        QTRY_VERIFY_WITH_TIMEOUT(replay.status().ended, patience);
        const Milliseconds took = videoNow() - began;
        QVERIFY2(took > 2700ms && took < 4500ms, QByteArray::number(took.count()).constData());
        QTRY_COMPARE(shown.back(), span.back().at);
        QVERIFY(shown.size() > 30);
        QVERIFY(std::ranges::is_sorted(shown));
        QVERIFY(player.status().pictures > live + 30);
        QVERIFY(clockOf(videoNow()) - burntIn(player.picture().image) < longestUnderWay);
    }

    void itPausesStepsAndGoesBack() {
        serve();
        Player player;
        play(player, m_server->address());
        keepFor(player, 3s);
        const PacketSpan span = player.rewind()->after();
        Replayer replay;
        replay.play(replayOf(span));
        replay.setPaused(true);
        const VideoTime middle = span[span.size() / 2].at;
        replay.seek(middle);
        QTRY_COMPARE_WITH_TIMEOUT(replay.picture().at, middle, patience);
        const quint64 number = replay.picture().number;
        const qint64 burnt = burntIn(replay.picture().image);
        replay.step(1);
        QTRY_COMPARE_WITH_TIMEOUT(replay.picture().at, span[span.size() / 2 + 1].at, patience);
        QVERIFY(burntIn(replay.picture().image) > burnt);
        QCOMPARE(replay.picture().number, number + 1); // it stood still meanwhile
        replay.step(-1);
        QTRY_COMPARE_WITH_TIMEOUT(replay.picture().at, middle, patience);
        QCOMPARE(burntIn(replay.picture().image), burnt);
        replay.seekBy(-10s); // further than there is anything
        QTRY_COMPARE_WITH_TIMEOUT(replay.picture().at, span.front().at, patience);
        showsItsInstant(replay);
        replay.setShownSize({320, 200});
        replay.step(1);
        QTRY_COMPARE_WITH_TIMEOUT(replay.picture().image.size(), QSize(320, 180), patience);
        QCOMPARE(replay.picture().native, QSize(640, 360));
    }

    void fasterIsFasterAndShowsTheNewest() {
        serve();
        Player player;
        play(player, m_server->address());
        keepFor(player, 4s);
        const PacketSpan span = player.rewind()->after();
        Replayer replay;
        const VideoTime began = videoNow();
        replay.play(replayOf(span));
        replay.setRate(8);
        QTRY_VERIFY_WITH_TIMEOUT(replay.status().ended, patience);
        QVERIFY(videoNow() - began < 3s);
        QTRY_COMPARE(replay.picture().at, span.back().at); // told by the same event
        showsItsInstant(replay);
    }

    void itReachesAcrossALostServerAndAnotherCoding() {
        serve();
        Player player;
        play(player, m_server->address());
        keepFor(player, 2s);
        m_server->kill();
        QVERIFY(m_server->startAgain());
        keepFor(player, 5s);
        const auto codecsOf = [&] {
            std::vector<int> codecs;
            const CodingPtr* last = nullptr;
            const PacketSpan span = player.rewind()->after();
            for (const HeldPacket& held : span) {
                if (last == nullptr || held.coding != *last)
                    codecs.push_back(held.coding->parameters().codec_id);
                last = &held.coding;
            }
            return codecs;
        };
        QVERIFY(codecsOf().size() >= 2);
        QVERIFY(m_server->tell(u"codec 0 jpeg"_s));
        QTRY_VERIFY_WITH_TIMEOUT(codecsOf().back() == AV_CODEC_ID_MJPEG, patience);
        const VideoTime changed = videoNow();
        QTRY_VERIFY_WITH_TIMEOUT(player.picture().at > changed + 500ms, patience);
        const PacketSpan span = player.rewind()->after();
        Replayer replay;
        QObject::connect(&replay, &Replayer::pictureChanged, &replay, [&] { showsItsInstant(replay); });
        replay.play(replayOf(span));
        replay.setRate(4);
        QTRY_VERIFY_WITH_TIMEOUT(replay.status().ended, patience);
        QTRY_COMPARE(replay.picture().at, span.back().at);
        QVERIFY(!replay.status().fault);
        replay.setPaused(true);               // or it is gone again before a busy machine looks
        replay.seek(span.front().at + 500ms); // back over both
        QTRY_VERIFY_WITH_TIMEOUT(replay.picture().at < span.front().at + 600ms, patience);
    }

    void otherParametersInMidStreamAreAnotherCoding() {
        serve();
        Player player;
        play(player, m_server->address());
        keepFor(player, 1s);
        QVERIFY(m_server->tell(u"size 0 320x180"_s));
        QTRY_COMPARE_WITH_TIMEOUT(player.status().native, QSize(320, 180), patience);
        const PacketSpan span = player.rewind()->after();
        QVERIFY(!span.front().coding->isLike(*span.back().coding));
    }

    void anotherFeedOnTheSamePlayerBeginsAnew() {
        serve({.feeds = 2});
        Player player;
        play(player, m_server->address(0));
        keepFor(player, 1s);
        player.playOther(FeedSource::read(u"sub"_s, m_server->address(0)).value());
        QVERIFY(player.rewind()->length() >= 1s);
        player.play(FeedSource::read(u"main"_s, m_server->address(1)).value());
        QCOMPARE(player.rewind()->length(), 0ms);
        keepFor(player, 500ms);
        Replayer replay;
        replay.play(replayOf(player.rewind()->after()));
        QTRY_VERIFY_WITH_TIMEOUT(replay.picture().number > 0, patience);
        QCOMPARE(must(readPattern(replay.picture().image)).feed, 1);
    }

    void thereIsNothingToReplay() {
        Replayer replay;
        replay.play(replayOf(PacketSpan()));
        QTRY_VERIFY_WITH_TIMEOUT(replay.status().ended, patience);
        QCOMPARE(must(replay.status().fault).kind, StreamFault::Kind::NoPicture);
        replay.play(replayOf(u"/nowhere/at/all.mkv"_s));
        QTRY_VERIFY_WITH_TIMEOUT(replay.status().fault.has_value(), patience);
        QCOMPARE(must(replay.status().fault).kind, StreamFault::Kind::NotFound);
    }
};

QTEST_GUILESS_MAIN(RewindTest)
#include "rewind_test.moc"
