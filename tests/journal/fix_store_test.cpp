// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/bell.h"
#include "app/journal/file_watch.h"
#include "app/journal/fix_codec.h"
#include "tests/journal/fix_contract.h"
#include "tests/support/must.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tridesk::test {

using namespace Qt::StringLiterals;

class FixStoreTest : public FixContract {
    Q_OBJECT

private Q_SLOTS:
    void packsAndUnpacks() {
        const QList<Fix> fixes = shift(7, 11);
        QCOMPARE(must(unpackFixes(packFixes(fixes))), fixes);
        QCOMPARE(must(unpackFixes(packFixes(fixes), must(UnitId::parse(u"1A3")))).size(), 11);
        QVERIFY(must(unpackFixes(packFixes(fixes), must(UnitId::parse(u"9Z9")))).isEmpty());
        QVERIFY(must(unpackFixes(packFixes({}))).isEmpty());
    }

    /// Brought in at once it is the same store as if each batch had come by itself.
    void takesManyBatchesAtOnce() {
        QList<QList<Fix>> batches;
        for (int second = 0; second < 600; ++second)
            batches.append({fixAt(u"1A1"_s, second, 31 + second * 0.001), fixAt(u"1A2"_s, second)});
        QVERIFY(m_store->append(batches.constFirst()).has_value());
        QVERIFY(m_store->appendBatches(std::span(batches).subspan(1)).has_value());
        const FixTail latest = must(m_store->latest());
        QCOMPARE(latest.fixes.size(), 2);
        QCOMPARE(latest.next.batch, 600);
        for (const Fix& each : latest.fixes)
            QCOMPARE(each.measuredAt, batches.constLast().constFirst().measuredAt);
        const Instant middle = batches[450].constFirst().measuredAt;
        const FixSpan span = must(m_store->span(middle, middle));
        QHash<UnitId, Fix> found;
        for (const Fix& each : span.fixes)
            found.insert(each.unit, each);
        QCOMPARE(found.value(must(UnitId::parse(u"1A1"))), batches[450].constFirst());
        QVERIFY(m_store->appendBatches({}).has_value());
    }

    /// A terminal's, which is to stay small.
    void keepsNoLongerThanIsWanted() {
        const QString path = m_folder->filePath(u"terminal.db"_s);
        constexpr int hour = 3'600;
        {
            const auto store = must(FixStore::open(path, std::chrono::seconds(5), std::chrono::hours(2)));
            QVERIFY(store->append(QList<Fix>{fixAt(u"silent"_s, 0)}));
            for (int second = 0; second < 4 * hour; second += 10)
                QVERIFY(store->append(QList<Fix>{fixAt(u"1A1"_s, second, 31 + second * 0.0001)}));
        }
        const auto store = must(FixStore::open(path));
        const auto trackOf = [&](const QString& unit, int from, int to) {
            return must(store->track(must(UnitId::parse(unit)), secondOf(from), secondOf(to)));
        };
        QVERIFY(trackOf(u"1A1"_s, 0, hour).isEmpty());
        QCOMPARE(trackOf(u"1A1"_s, 2 * hour, 4 * hour).size(), 720);
        const FixTail latest = must(store->latest());
        QCOMPARE(latest.fixes.size(), 2); // and whoever is silent stays where they were
        const Instant late = secondOf(3 * hour + 5);
        QCOMPARE(must(store->span(late, late)).fixes.size(), 2);
        // Where nothing is said, all of it is kept.
        QVERIFY(m_store->append(QList<Fix>{fixAt(u"1A1"_s, 0)}));
        for (int second = 0; second < 4 * hour; second += 10)
            QVERIFY(m_store->append(QList<Fix>{fixAt(u"1A2"_s, second)}));
        QCOMPARE(must(m_store->track(must(UnitId::parse(u"1A2")), secondOf(0), secondOf(hour))).size(), 361);
    }

    void packsTheEndsOfTheWorld() {
        Fix far = fixAt(u"南-1"_s, 0);
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

    void wakesOthers() {
        FileWatch watch(bellOf(path()));
        QSignalSpy rang(&watch, &FileWatch::rang);
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
    [[nodiscard]] std::unique_ptr<FixStore> open() override { return FixStore::open(path()).value(); }
    void renew() override { m_folder = std::make_unique<QTemporaryDir>(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::FixStoreTest)
#include "fix_store_test.moc"
