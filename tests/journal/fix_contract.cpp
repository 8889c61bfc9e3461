// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journal/fix_contract.h"

#include "tests/support/must.h"

#include <QTest>

#include <algorithm>

namespace tridesk::test {

using namespace Qt::StringLiterals;

Instant secondOf(int second) {
    return instantFromMs(1'700'000'000'000 + qint64(second) * 1000);
}

Fix fixAt(const QString& unit, int second, double latitude) {
    const Instant at = secondOf(second);
    Fix made{must(UnitId::parse(unit)),
             must(GeoPoint::from(latitude, 121.5)),
             at,
             at + Milliseconds(250),
             {},
             {},
             {},
             u"owntracks"_s};
    if (second % 2)
        made.speed = 12.5;
    if (second % 3)
        made.heading = 90.25;
    if (second % 5)
        made.accuracy = 8;
    return made;
}

QList<Fix> shift(int units, int seconds) {
    QList<Fix> fixes;
    for (int second = 0; second < seconds; ++second)
        for (int unit = 0; unit < units; ++unit)
            fixes += fixAt(u"1A%1"_s.arg(unit), second, 31 + unit * 0.125);
    return fixes;
}

void FixContract::tailsWhatCameAfter() {
    const auto other = open();
    const QList<Fix> first = shift(3, 2), second = shift(2, 5);
    QVERIFY(m_store->append(first));
    const FixTail one = other->since({}).value();
    QCOMPARE(one.fixes, first);
    QVERIFY(one.isComplete);
    QCOMPARE(other->end().value(), one.next);
    QVERIFY(m_store->append(second));
    QCOMPARE(other->since(one.next).value().fixes, second);
    QVERIFY(other->since(other->end().value()).value().fixes.isEmpty());
}

void FixContract::splitsWhatIsTooMuch() {
    const QList<Fix> fixes = shift(100, 100);
    QVERIFY(m_store->append(fixes));
    QCOMPARE(m_store->end().value().batch, 3);
    QCOMPARE(m_store->since({}).value().fixes, fixes);
}

void FixContract::knowsTheNewestOfEachUnit() {
    for (int second = 0; second < 600; ++second)
        QVERIFY(m_store->append(
            QList<Fix>{fixAt(u"1A1"_s, second), fixAt(u"1A%1"_s.arg(2 + second % 5), second)}));
    QVERIFY(m_store->append(QList<Fix>{fixAt(u"1A1"_s, 3)})); // late
    const FixTail latest = open()->latest().value();
    QCOMPARE(latest.fixes.size(), 6);
    QVERIFY(latest.fixes.contains(fixAt(u"1A1"_s, 599)));
    QVERIFY(latest.fixes.contains(fixAt(u"1A2"_s, 595)));
    QCOMPARE(latest.next, m_store->end().value());
}

/// Each unit's last place before, and every place of the time itself.
void FixContract::knowsWhereAllWere() {
    for (int second = 0; second < 600; ++second)
        QVERIFY(m_store->append(
            QList<Fix>{fixAt(u"1A1"_s, second), fixAt(u"1A%1"_s.arg(2 + second % 5), second)}));
    for (const int from : {0, 7, 300, 595}) {
        const FixSpan span =
            m_store->span(secondOf(from) + Milliseconds(250), secondOf(from + 4) + Milliseconds(250)).value();
        QCOMPARE(span.to, secondOf(from + 4) + Milliseconds(250));
        QHash<UnitId, int> counts;
        for (const Fix& fix : span.fixes)
            ++counts[fix.unit];
        QCOMPARE(counts.value(must(UnitId::parse(u"1A1"))), 5); // the last before, and four
        QCOMPARE(counts.size(), 6);                             // those of the time before too
    }
}

/// A terminal was without a line for a quarter of an hour, and sends what it kept when others are far on.
void FixContract::knowsWhatCameLate() {
    for (int second = 0; second < 900; ++second)
        QVERIFY(m_store->append(QList<Fix>{fixAt(u"1A1"_s, second)}));
    QVERIFY(m_store->append(QList<Fix>{fixAt(u"1A2"_s, 99), fixAt(u"1A2"_s, 102), fixAt(u"1A2"_s, 900)}));
    const FixSpan span = m_store->span(secondOf(100), secondOf(104)).value();
    const QList<Fix> wanted{fixAt(u"1A2"_s, 99), fixAt(u"1A2"_s, 102)};
    QList<Fix> found;
    for (const Fix& fix : span.fixes)
        if (fix.unit == wanted.first().unit)
            found.append(fix);
    QCOMPARE(found, wanted);
    QCOMPARE(span.fixes.size(), 1 + 5 + 2);
}

void FixContract::followsOneUnit() {
    QVERIFY(m_store->append(shift(5, 60)));
    QVERIFY(m_store->append(QList<Fix>{fixAt(u"1A2"_s, 70), fixAt(u"1A2"_s, 65), fixAt(u"1A3"_s, 66)}));
    const UnitId unit = must(UnitId::parse(u"1A2"));
    const QList<Fix> track = m_store->track(unit, secondOf(58), secondOf(70)).value();
    QCOMPARE(track.size(), 4);
    QVERIFY(std::ranges::is_sorted(track, {}, &Fix::measuredAt));
    QCOMPARE(track.last().measuredAt, secondOf(70));
    QVERIFY(m_store->track(unit, secondOf(71), secondOf(99)).value().isEmpty());
}

} // namespace tridesk::test
