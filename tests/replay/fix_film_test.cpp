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

    void knowsNobodyBeforeTheFirstReport() {
        FixFilm film(*m_store);
        QVERIFY(must(film.at(start - 1s)).isEmpty());
        QVERIFY(!must(film.at(start + 1s)).contains(unit(2))); // begins at 3,000 s
        QVERIFY(must(film.at(start + 3'100s)).contains(unit(2)));
        QCOMPARE(must(film.at(start + 24h)).size(), units);
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
