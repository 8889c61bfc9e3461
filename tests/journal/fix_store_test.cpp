// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/bell.h"
#include "app/journal/fix_codec.h"
#include "app/journal/fix_store.h"
#include "app/journal/journal_watch.h"
#include "tests/support/must.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tridesk::test {

using namespace Qt::StringLiterals;

namespace {

/// Values that the packing keeps exactly.
Fix fix(const QString& unit, int second, double latitude = 31.25) {
    const Instant at = instantFromMs(1'700'000'000'000 + second * 1000);
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
            fixes += fix(u"1A%1"_s.arg(unit), second, 31 + unit * 0.125);
    return fixes;
}

} // namespace

class FixStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = open();
    }

    void packsAndUnpacks() {
        const QList<Fix> fixes = shift(7, 11);
        QCOMPARE(must(unpackFixes(packFixes(fixes))), fixes);
        QCOMPARE(must(unpackFixes(packFixes(fixes), must(UnitId::parse(u"1A3")))).size(), 11);
        QVERIFY(must(unpackFixes(packFixes(fixes), must(UnitId::parse(u"9Z9")))).isEmpty());
        QVERIFY(must(unpackFixes(packFixes({}))).isEmpty());
    }

    void packsTheEndsOfTheWorld() {
        Fix far = fix(u"南-1"_s, 0);
        far.at = must(GeoPoint::from(-90, 180));
        far.measuredAt = instantFromMs(-1);
        far.receivedAt = instantFromMs(std::numeric_limits<qint64>::max());
        far.source = QString();
        QCOMPARE(must(unpackFixes(packFixes({&far, 1}))), QList<Fix>{far});
    }

    void refusesWhatIsNoBatch() {
        const QByteArray good = packFixes(shift(3, 4));
        for (qsizetype size = 0; size < good.size(); ++size)
            QVERIFY(!unpackFixes(good.first(size)));
        QRandomGenerator chance(7);
        for (int round = 0; round < 20'000; ++round) {
            QByteArray bad = good;
            for (int flips = chance.bounded(1, 6); flips > 0; --flips)
                bad[chance.bounded(bad.size())] = char(chance.generate());
            std::ignore = unpackFixes(bad); // must return, whatever it returns
        }
    }

    void tailsWhatCameAfter() {
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

    void splitsWhatIsTooMuch() {
        const QList<Fix> fixes = shift(100, 100);
        QVERIFY(m_store->append(fixes));
        QCOMPARE(m_store->end().value().batch, 3);
        QCOMPARE(m_store->since({}).value().fixes, fixes);
    }

    void knowsTheNewestOfEachUnit() {
        for (int second = 0; second < 600; ++second)
            QVERIFY(m_store->append(
                QList<Fix>{fix(u"1A1"_s, second), fix(u"1A%1"_s.arg(2 + second % 5), second)}));
        QVERIFY(m_store->append(QList<Fix>{fix(u"1A1"_s, 3)})); // late
        const FixTail latest = open()->latest().value();
        QCOMPARE(latest.fixes.size(), 6);
        QVERIFY(latest.fixes.contains(fix(u"1A1"_s, 599)));
        QVERIFY(latest.fixes.contains(fix(u"1A2"_s, 595)));
        QCOMPARE(latest.next, m_store->end().value());
    }

    void followsOneUnit() {
        QVERIFY(m_store->append(shift(5, 60)));
        QVERIFY(m_store->append(QList<Fix>{fix(u"1A2"_s, 70), fix(u"1A2"_s, 65), fix(u"1A3"_s, 66)}));
        const UnitId unit = must(UnitId::parse(u"1A2"));
        const auto second = [](int s) { return instantFromMs(1'700'000'000'000 + s * 1000); };
        const QList<Fix> track = m_store->track(unit, second(58), second(70)).value();
        QCOMPARE(track.size(), 4);
        QVERIFY(std::ranges::is_sorted(track, {}, &Fix::measuredAt));
        QCOMPARE(track.last().measuredAt, second(70));
        QVERIFY(m_store->track(unit, second(71), second(99)).value().isEmpty());
    }

    void wakesOthers() {
        JournalWatch watch(bellOf(path()));
        QSignalSpy rang(&watch, &JournalWatch::rang);
        QVERIFY(m_store->append(shift(1, 1)));
        QTRY_VERIFY(!rang.isEmpty());
    }

    void refusesWhatIsNoStore() {
        QFile file(m_folder->filePath(u"other.db"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(10'000, 'x'));
        file.close();
        QCOMPARE(FixStore::open(file.fileName()).error().code, JournalFault::Code::Corrupt);
        QCOMPARE(FixStore::open(m_folder->filePath(u"none/fixes.db"_s)).error().code, JournalFault::Code::Io);
    }

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"fixes.db"_s); }
    [[nodiscard]] std::unique_ptr<FixStore> open() const { return FixStore::open(path()).value(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FixStore> m_store;
};

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::FixStoreTest)
#include "fix_store_test.moc"
