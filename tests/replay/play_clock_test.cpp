// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replay/known_then.h"
#include "app/replay/play_clock.h"

#include <QTest>

using namespace tridesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Instant start{std::chrono::milliseconds(1'795'262'400'000)};

PlayClock clockOfAnHour() {
    PlayClock clock;
    clock.setSpan(start, start + 1h);
    clock.seek(start);
    return clock;
}

Receipt receipt(Instant at, qint64 from, qint64 to) {
    return {u"station:ST01"_s, u"test"_s, ReceiptStage::Received, from, to, at};
}

} // namespace

class PlayClockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void standsUntilItPlays() {
        PlayClock clock = clockOfAnHour();
        clock.pass(1s);
        QCOMPARE(clock.at(), start);
        clock.play();
        clock.pass(1s);
        QCOMPARE(clock.at(), start + 1s);
    }

    void runsAtEverySpeed() {
        for (const double speed : playSpeeds) {
            PlayClock clock = clockOfAnHour();
            clock.setSpeed(speed);
            clock.play();
            for (int frame = 0; frame < 300; ++frame)
                clock.pass(33ms);
            QCOMPARE(clock.at() - start, Milliseconds(qint64(9'900 * speed)));
        }
    }

    void runsBackwards() {
        PlayClock clock = clockOfAnHour();
        clock.seek(start + 10min);
        clock.setSpeed(4);
        clock.play(true);
        clock.pass(30s);
        QCOMPARE(clock.at(), start + 8min);
        QVERIFY(clock.plays());
    }

    void pausesAtEitherEnd() {
        PlayClock clock = clockOfAnHour();
        clock.setSpeed(64);
        clock.play();
        clock.pass(1h);
        QCOMPARE(clock.at(), start + 1h);
        QVERIFY(!clock.plays());
        clock.play(true);
        clock.pass(1h);
        QCOMPARE(clock.at(), start);
        QVERIFY(!clock.plays());
    }

    void staysWithinTheRecord() {
        PlayClock clock = clockOfAnHour();
        clock.seek(start - 1h);
        QCOMPARE(clock.at(), start);
        clock.seek(start + 5h);
        QCOMPARE(clock.at(), start + 1h);
        clock.setSpan(start, start + 2h); // the live desk goes on beside
        QCOMPARE(clock.at(), start + 1h);
    }

    void knowsWhatHadReachedASeat() {
        // cut off from 5 min to 6 min, then told all at once; a range that is noted late changes nothing
        const KnownThen known({receipt(start + 1min, 1, 10), receipt(start + 6min, 11, 60),
                               receipt(start + 5min, 1, 30), receipt(start + 7min, 61, 61)});
        QCOMPARE(known.seqAt(start), 0);
        QCOMPARE(known.seqAt(start + 1min), 10);
        QCOMPARE(known.seqAt(start + 5min + 59s), 30);
        QCOMPARE(known.seqAt(start + 6min), 60);
        QCOMPARE(known.seqAt(start + 1h), 61);
        QCOMPARE(KnownThen().seqAt(start), 0);
    }
};

QTEST_APPLESS_MAIN(PlayClockTest)
#include "play_clock_test.moc"
