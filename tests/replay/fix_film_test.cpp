// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/fix_age.h"
#include "app/journal/fix_store.h"
#include "app/replay/fix_film.h"
#include "tests/support/must.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Instant start{std::chrono::milliseconds(1'795'262'400'000)};
constexpr int units = 20;
constexpr int steps = 2'000; ///< every two seconds, a batch each

UnitId unit(int number) {
    return must(UnitId::parse(u"1A%1"_s.arg(number)));
}

Fix fix(int number, Instant at) {
    const double seconds = double((at - start).count()) / 1'000;
    return {.unit = unit(number),
            .at = must(GeoPoint::from(31 + number * 0.01, 118 + seconds * 1e-5)),
            .measuredAt = at,
            .receivedAt = at,
            .speed = {},
            .heading = {},
            .accuracy = {},
            .source = u"made"_s};
}

/// A road that goes round a block: north, along, and back south. Counts what it is asked.
class Block final : public RoadWalk {
public:
    explicit Block(bool fits = true)
        : m_fits(fits) {}
    int asked = 0;

    QList<GeoPoint> between(GeoPoint from, GeoPoint to, Milliseconds took) override {
        ++asked;
        if (!m_fits || took > 30s)
            return {};
        const auto north = [](GeoPoint at) {
            return must(GeoPoint::from(at.latitude() + 0.001, at.longitude()));
        };
        return {from, north(from), north(to), to};
    }

private:
    bool m_fits;
};

} // namespace

class FixFilmTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_store = must(FixStore::open(m_folder.filePath(u"fixes.db"_s)));
        for (int step = 0; step < steps; ++step) {
            QList<Fix> batch;
            for (int number = 0; number < units; ++number)
                if (reports(number, step))
                    batch.append(fix(number, start + step * 2s));
            m_all += batch;
            QVERIFY(m_store->append(batch).has_value());
        }
    }

    /// Against a plain walk over all that was stored.
    void findsWhereEachUnitWas() {
        FixFilm film(*m_store);
        QRandomGenerator random(1);
        for (int i = 0; i < 200; ++i) {
            const Instant at = start + Milliseconds(random.bounded(steps * 2'000));
            const auto found = must(film.at(at));
            QHash<UnitId, Fix> expected;
            for (const Fix& each : std::as_const(m_all))
                if (knownAt(each) <= at)
                    expected.insert(each.unit, each);
            QCOMPARE(found.size(), expected.size());
            for (const ReplayedFix& each : found)
                QCOMPARE(each.fix.measuredAt, expected.value(each.fix.unit).measuredAt);
        }
    }

    void movesEvenlyBetweenTwoReports() {
        FixFilm film(*m_store);
        const ReplayedFix half = must(film.at(start + 101s)).value(unit(0));
        QVERIFY(half.between);
        QCOMPARE(half.fix.measuredAt, start + 100s);
        QVERIFY(qAbs(half.fix.at.longitude() - (118 + 101e-5)) < 1e-7);
        QVERIFY(!must(film.at(start + 100s)).value(unit(0)).between);
    }

    /// Unit 1 is silent from 1,000 s to 2,000 s.
    void leavesAGapAGap() {
        FixFilm film(*m_store);
        const ReplayedFix silent = must(film.at(start + 1'500s)).value(unit(1));
        QVERIFY(!silent.between);
        QCOMPARE(silent.fix.measuredAt, start + 998s);
        QCOMPARE(silent.fix.at, fix(1, start + 998s).at);
    }

    /// Units 3 and 4 drive 1 km in each 10 s of their reports.
    void followsTheRoads() {
        const QTemporaryDir folder;
        const auto store = must(FixStore::open(folder.filePath(u"fixes.db"_s)));
        QList<Fix> fixes;
        for (int step = 0; step < 5; ++step)
            for (int number = 0; number < 3; ++number) {
                Fix made = fix(number, start + step * 10s);
                made.at = must(GeoPoint::from(31 + number * 0.01, 118 + step * 0.01));
                fixes.append(made);
            }
        QVERIFY(store->append(fixes).has_value());
        Block roads;
        FixFilm film(*store, &roads);
        const ReplayedFix on = must(film.at(start + 5s)).value(unit(0));
        QVERIFY(on.between && on.byRoad);
        QVERIFY(qAbs(on.fix.at.latitude() - 31.001) < 1e-6); // on the block's far side
        QVERIFY(qAbs(on.fix.at.longitude() - 118.005) < 1e-4);
        QCOMPARE(roads.asked, 3);
        QVERIFY(must(film.at(start + 6s)).value(unit(0)).byRoad);
        QCOMPARE(roads.asked, 3);                                    // known already
        QVERIFY(!must(film.at(start + 10s)).value(unit(0)).between); // as it was reported
        Block none(false);
        FixFilm straight(*store, &none);
        const ReplayedFix off = must(straight.at(start + 5s)).value(unit(0));
        QVERIFY(off.between && !off.byRoad);
        QVERIFY(qAbs(off.fix.at.latitude() - 31) < 1e-9);
    }

    /// However many move at once, one call looks for a bounded number of ways; the next for the others.
    void looksForSomeWaysAtATime() {
        const QTemporaryDir folder;
        const auto store = must(FixStore::open(folder.filePath(u"fixes.db"_s)));
        constexpr int many = FixFilm::mostWays * 2 + 5;
        QList<Fix> fixes;
        for (int step = 0; step < 2; ++step)
            for (int number = 0; number < many; ++number) {
                Fix made = fix(number, start + step * 10s);
                made.at = must(GeoPoint::from(31 + number * 0.01, 118 + step * 0.01));
                fixes.append(made);
            }
        QVERIFY(store->append(fixes).has_value());
        Block roads;
        FixFilm film(*store, &roads);
        const auto onRoads = [&] {
            qsizetype count = 0;
            for (const ReplayedFix& each : must(film.at(start + 5s)))
                count += each.byRoad ? 1 : 0;
            return count;
        };
        QCOMPARE(onRoads(), FixFilm::mostWays);
        QVERIFY(film.isRough());
        QCOMPARE(onRoads(), 2 * FixFilm::mostWays);
        QCOMPARE(onRoads(), many);
        QVERIFY(!film.isRough());
        QCOMPARE(roads.asked, many);
    }

    void knowsNobodyBeforeTheFirstReport() {
        FixFilm film(*m_store);
        QVERIFY(must(film.at(start - 1s)).isEmpty());
        QVERIFY(!must(film.at(start + 1s)).contains(unit(2))); // begins at 3,000 s
        QVERIFY(must(film.at(start + 3'100s)).contains(unit(2)));
        QCOMPARE(must(film.at(start + 24h)).size(), units);
    }

    /// A car that reports ten times a second all day, and nobody else.
    void bearsADayOfAMillionFixes() {
        const QTemporaryDir folder;
        const auto store = must(FixStore::open(folder.filePath(u"fixes.db"_s)));
        QList<QList<Fix>> batches;
        for (int batch = 0; batch < 1'000; ++batch) {
            QList<Fix> fixes;
            for (int i = 0; i < 1'000; ++i) {
                fixes.append(fix(0, start + Milliseconds((qint64(batch) * 1'000 + i) * 86)));
                fixes.last().at = must(GeoPoint::from(31, 118 + batch * 1e-4));
            }
            batches.append(fixes);
        }
        QVERIFY(store->appendBatches(batches).has_value());
        FixFilm film(*store);
        QRandomGenerator random(7);
        for (int i = 0; i < 12; ++i) {
            const Instant at = start + Milliseconds(random.bounded(86'000'000));
            const auto found = must(film.at(at));
            QCOMPARE(found.size(), 1);
            QVERIFY(at - found.begin()->fix.measuredAt < 86ms);
        }
    }

    void playsBackwardsToo() {
        FixFilm film(*m_store);
        Instant before = Instant::max();
        for (Instant at = start + 3'500s; at > start + 3'300s; at -= 700ms) {
            const Instant measured = must(film.at(at)).value(unit(0)).fix.measuredAt;
            QVERIFY(measured <= before && measured <= at);
            before = measured;
        }
    }

private:
    static bool reports(int number, int step) {
        const int second = step * 2;
        if (number == 1)
            return second < 1'000 || second >= 2'000;
        if (number == 2)
            return second >= 3'000;
        return true;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<FixStore> m_store;
    QList<Fix> m_all;
};

QTEST_GUILESS_MAIN(FixFilmTest)
#include "fix_film_test.moc"
