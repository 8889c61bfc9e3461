// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/timeline/time_scale.h"

#include <QTest>

using namespace tridesk;
using namespace std::chrono_literals;

namespace {

constexpr Instant first{std::chrono::milliseconds(1'795'262'400'000)};
constexpr Instant last = first + 24h * 31;

} // namespace

class TimeScaleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsATimeWhereItShowsIt() {
        const TimeScale scale{first, first + 1h, 1'000};
        for (double x = 0; x <= 1'000; x += 12.5)
            QVERIFY(qAbs(scale.xOf(scale.at(x)) - x) < 0.01);
    }

    void zoomsFromAMonthToSecondsAboutThePointer() {
        TimeScale scale{first, last, 1'200};
        const Instant under = scale.at(400);
        for (int notch = 0; notch < 100; ++notch) {
            scale = scale.zoomed(0.8, scale.xOf(under), first, last);
            QVERIFY(qAbs(double((scale.at(scale.xOf(under)) - under).count())) < 2'000);
        }
        QCOMPARE(scale.length(), TimeScale::shortest);
        for (int notch = 0; notch < 100; ++notch)
            scale = scale.zoomed(1.25, 0, first, last);
        QCOMPARE(scale.from, first);
        QCOMPARE(scale.to, last);
    }

    void staysWithinTheRecord() {
        const TimeScale scale = TimeScale{last - 1h, last + 5h, 100}.within(first, last);
        QCOMPARE(scale.to, last);
        QCOMPARE(scale.length(), 6h);
        const TimeScale early = TimeScale{first - 9h, first - 8h, 100}.within(first, last);
        QCOMPARE(early.from, first);
        // a record of one instant still has a scale
        QVERIFY(TimeScale(first, first + 4s, 100).within(first, first).length() > 0ms);
    }

    void marksRoundTimesFarEnoughApart() {
        for (const Milliseconds length :
             {Milliseconds(8s), Milliseconds(5min), Milliseconds(3h), Milliseconds(24h * 31)}) {
            const TimeScale scale{first, first + length, 1'000};
            const QList<TimeMark> marks = timeMarks(scale, 90);
            QVERIFY(!marks.isEmpty());
            for (qsizetype i = 1; i < marks.size(); ++i)
                QVERIFY(scale.xOf(marks[i].at) - scale.xOf(marks[i - 1].at) >= 89.9);
            QVERIFY(marks.constFirst().at >= scale.from && marks.constLast().at <= scale.to);
            QVERIFY(toMs(marks.constFirst().at) % 1'000 == 0);
        }
    }
};

QTEST_APPLESS_MAIN(TimeScaleTest)
#include "time_scale_test.moc"
