// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whether a picture may be believed; when a lost feed is tried again; the pace of what comes in heaps. All by
// a clock that is set by hand.
#include "app/video/feed_health.h"
#include "app/video/pacer.h"
#include "app/video/reconnect_pause.h"
#include "app/video/stream_fault.h"
#include "tests/support/must.h"

#include <QTest>

#include <random>
#include <vector>

using namespace tridesk;
using namespace tridesk::test;
using namespace std::chrono_literals;

namespace {

constexpr int width = 640;
constexpr int height = 360;

struct Painted {
    std::vector<std::uint8_t> samples = std::vector<std::uint8_t>(std::size_t(width) * height, 90);

    void fill(int x, int y, int w, int h, int value) {
        for (int row = y; row < y + h; ++row) {
            for (int column = x; column < x + w; ++column)
                samples[std::size_t(row) * width + std::size_t(column)] = std::uint8_t(value);
        }
    }
    [[nodiscard]] LumaDigest digest() const { return LumaDigest({samples.data(), width, width, height, 1}); }
};

LumaDigest flat(int value) {
    Painted painted;
    painted.fill(0, 0, width, height, value);
    return painted.digest();
}

VideoTime at(Milliseconds ms) {
    return VideoTime(ms);
}

/// A feed that sent changing pictures every 66 ms from 0 to `until`.
FeedHealth playing(Milliseconds until) {
    FeedHealth health;
    health.turnOn(at(0ms));
    int value = 0;
    for (Milliseconds now = 0ms; now <= until; now += 66ms)
        health.picture(at(now), flat(40 + 10 * (++value % 10)));
    return health;
}

} // namespace

class HealthTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isOffUntilTurnedOn() {
        FeedHealth health;
        QCOMPARE(health.state(at(0ms)), FeedState::Off);
        QVERIFY(!health.age(at(0ms)).has_value());
        health.turnOn(at(0ms));
        QCOMPARE(health.state(at(0ms)), FeedState::Connecting);
        QCOMPARE(health.state(at(1h)), FeedState::Connecting); // never had a picture: neither late nor frozen
        QVERIFY(!health.untilChange(at(1h)).has_value());
        health.turnOff();
        QCOMPARE(health.state(at(1h)), FeedState::Off);
        QCOMPARE(health.still(at(1h)), FeedStill::Not);
    }

    void isLateAtTwoAndFrozenAtFiveSeconds() {
        FeedHealth health;
        health.turnOn(at(0ms));
        health.picture(at(1000ms), flat(10));
        QCOMPARE(health.state(at(1000ms)), FeedState::Live);
        QCOMPARE(health.state(at(2999ms)), FeedState::Live);
        QCOMPARE(health.state(at(3000ms)), FeedState::Late);
        QCOMPARE(health.still(at(3000ms)), FeedStill::NoPictures);
        QCOMPARE(health.state(at(5999ms)), FeedState::Late);
        QCOMPARE(health.state(at(6000ms)), FeedState::Frozen);
        QCOMPARE(health.still(at(6000ms)), FeedStill::NoPictures);
        QCOMPARE(must(health.age(at(6000ms))), 5000ms);
        health.picture(at(60'000ms), flat(50));
        QCOMPARE(health.state(at(60'000ms)), FeedState::Live);
    }

    void saysWhenTimeAloneChangesIt() {
        FeedHealth health;
        health.turnOn(at(0ms));
        health.picture(at(0ms), flat(10));
        QCOMPARE(must(health.untilChange(at(0ms))), 2000ms);
        QCOMPARE(must(health.untilChange(at(1500ms))), 500ms);
        QCOMPARE(must(health.untilChange(at(2000ms))), 3000ms);
        QVERIFY(!health.untilChange(at(5000ms)).has_value());
        // each step that it names is one, and the last one
        health = playing(660ms);
        VideoTime now = at(660ms);
        std::vector<FeedState> states;
        while (const auto left = health.untilChange(now)) {
            QCOMPARE(health.state(now + *left - 1ms), health.state(now));
            now += *left;
            states.push_back(health.state(now));
        }
        QCOMPARE(states, (std::vector{FeedState::Late, FeedState::Frozen}));
    }

    void theSamePictureAgainAndAgainIsFrozen() {
        FeedHealth health = playing(3300ms);
        Milliseconds now = 3300ms;
        const LumaDigest stuck = flat(200);
        for (; now < 8300ms; now += 66ms) {
            health.picture(at(now), stuck);
            QCOMPARE(health.state(at(now)), FeedState::Live);
        }
        now = 3300ms + 5000ms;
        health.picture(at(now), stuck);
        QCOMPARE(health.state(at(now)), FeedState::Frozen);
        QCOMPARE(health.still(at(now)), FeedStill::SamePicture);
        QCOMPARE(must(health.age(at(now))), 0ms);
        health.picture(at(now + 66ms), flat(20));
        QCOMPARE(health.state(at(now + 66ms)), FeedState::Live);
        QCOMPARE(health.still(at(now + 66ms)), FeedStill::Not);
    }

    void aReconnectDoesNotMakeAStuckPictureLive() {
        FeedHealth health = playing(0ms);
        for (Milliseconds now = 4000ms; now < 60'000ms;
             now += 4000ms) // a gateway that drops us every four seconds
            health.picture(at(now), flat(50));
        QCOMPARE(health.state(at(60'000ms)), FeedState::Frozen);
    }

    void whatTheEncoderDoesToAStillPictureIsNoChange() {
        std::mt19937 chance(7); // NOLINT(bugprone-random-generator-seed): the same noise each time
        Painted still;
        still.fill(100, 100, 200, 100, 180);
        FeedHealth health;
        health.turnOn(at(0ms));
        health.picture(at(0ms), still.digest());
        for (Milliseconds now = 66ms; now <= 5100ms; now += 66ms) {
            Painted coded = still;
            for (auto& sample : coded.samples)
                sample = std::uint8_t(sample + int(chance() % 7) - 3);
            health.picture(at(now), coded.digest());
        }
        QCOMPARE(health.state(at(5100ms)), FeedState::Frozen);
        QCOMPARE(health.still(at(5100ms)), FeedStill::SamePicture);
    }

    void aClockInTheCornerIsChange_data() {
        QTest::addColumn<int>("x");
        QTest::addColumn<int>("y");
        QTest::newRow("upper left") << 8 << 8;
        QTest::newRow("across the border of cells") << 15 << 17;
        QTest::newRow("lower right") << 620 << 338;
    }
    void aClockInTheCornerIsChange() {
        QFETCH(int, x);
        QFETCH(int, y);
        FeedHealth health;
        health.turnOn(at(0ms));
        for (int second = 0; second < 30; ++second) {
            Painted picture;
            picture.fill(x, y, 3, 14, second % 2 == 0 ? 235 : 90); // one stroke of a digit of seconds
            for (int frame = 0; frame < 15; ++frame)
                health.picture(at(Milliseconds(second * 1000 + frame * 66)), picture.digest());
            QCOMPARE(health.state(at(Milliseconds(second * 1000 + 999))), FeedState::Live);
        }
    }

    void slowChangeAddsUp() {
        FeedHealth health;
        health.turnOn(at(0ms));
        for (int second = 0; second < 60; ++second) // dusk: one level each second, never two at once
            health.picture(at(Milliseconds(second * 1000)), flat(200 - second));
        QCOMPARE(health.state(at(59'000ms)), FeedState::Live);
    }

    void whileNobodyLooksOnlyArrivalCounts() {
        FeedHealth health = playing(660ms);
        for (Milliseconds now = 726ms; now < 30'000ms; now += 66ms)
            health.unseen(at(now));
        QCOMPARE(health.state(at(30'000ms)), FeedState::Live);
        QCOMPARE(health.state(at(32'100ms)), FeedState::Late);
        QCOMPARE(health.state(at(35'000ms)), FeedState::Frozen);
        // looked at again, a stuck picture has five seconds more
        health.unseen(at(40'000ms));
        health.picture(at(40'066ms), flat(100));
        for (Milliseconds now = 40'132ms; now < 46'000ms; now += 66ms)
            health.picture(at(now), flat(100));
        QCOMPARE(health.still(at(46'000ms)), FeedStill::SamePicture);
    }

    void aClockThatRunsBackwardsCountsAsStanding() {
        FeedHealth health = playing(6600ms);
        QCOMPARE(health.state(at(0ms)), FeedState::Live);
        QCOMPARE(must(health.age(at(0ms))), 0ms);
        health.picture(at(100ms), flat(1));
        QCOMPARE(health.state(at(6700ms)), FeedState::Live); // the newest arrival stays the newest
    }

    void turnedOnAgainItBeginsAnew() {
        FeedHealth health = playing(660ms);
        health.turnOn(at(700ms)); // already on: nothing is forgotten
        QCOMPARE(health.state(at(700ms)), FeedState::Live);
        health.turnOff();
        health.turnOn(at(800ms));
        QCOMPARE(health.state(at(800ms)), FeedState::Connecting);
        health.picture(at(900ms), flat(50));
        QCOMPARE(health.state(at(900ms)), FeedState::Live);
    }

    void digestsStandAnySize() {
        const std::vector<std::uint8_t> samples(64, 77);
        QVERIFY(
            !LumaDigest({samples.data(), 8, 8, 8, 1}).differsFrom(LumaDigest({samples.data(), 8, 8, 8, 1})));
        QVERIFY(!LumaDigest({nullptr, 0, 640, 360, 1}).differsFrom(LumaDigest()));
        QVERIFY(flat(10).differsFrom(flat(12)));
        QVERIFY(!flat(10).differsFrom(flat(11)));
        // every second byte, as in pictures of two bytes a point
        std::vector<std::uint8_t> pairs;
        pairs.reserve(std::size_t(width) * height * 2);
        for (int i = 0; i < width * height; ++i) {
            pairs.push_back(90);
            pairs.push_back(std::uint8_t(i));
        }
        QVERIFY(!LumaDigest({pairs.data(), width * 2, width, height, 2}).differsFrom(flat(90)));
    }

    void pausesGrowAndAreCapped() {
        ReconnectPause pause;
        std::vector<Milliseconds> pauses;
        pauses.reserve(7);
        for (int i = 0; i < 7; ++i)
            pauses.push_back(pause.next(StreamFault::Kind::Unreachable));
        QCOMPARE(pauses, (std::vector<Milliseconds>{250ms, 500ms, 1s, 2s, 3s, 3s, 3s}));
        pause.reset();
        QCOMPARE(pause.next(StreamFault::Kind::Ended), 250ms);
        pause.reset();
        Milliseconds last{};
        for (int i = 0; i < 20; ++i)
            last = pause.next(StreamFault::Kind::LoginRefused);
        QCOMPARE(last, 60s);
        QCOMPARE(pause.next(StreamFault::Kind::Unreachable),
                 3s); // the camera was exchanged: not a minute any more
    }

    void keepsThePaceAndSurvivesJumps() {
        Pacer pacer;
        QCOMPARE(pacer.wait({}, at(0ms)), 0ms);
        QCOMPARE(pacer.wait(5'000'000ms, at(100ms)), 0ms); // whatever the first says is now
        QCOMPARE(pacer.wait(5'000'066ms, at(110ms)), 56ms);
        QCOMPARE(pacer.wait(5'000'066ms, at(300ms)), 0ms); // behind: no wait
        QCOMPARE(pacer.wait(5'000'400ms, at(300ms)), 200ms);
        QCOMPARE(pacer.wait(90'000'000ms, at(500ms)), 0ms); // a jump ahead
        QCOMPARE(pacer.wait(90'000'100ms, at(500ms)), 100ms);
        QCOMPARE(pacer.wait(10ms, at(600ms)), 0ms); // and back
        QCOMPARE(pacer.wait(76ms, at(600ms)), 66ms);
    }
};

QTEST_APPLESS_MAIN(HealthTest)
#include "health_test.moc"
