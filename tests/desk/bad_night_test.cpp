// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What goes wrong between desks on one journal on the disk: two take one unit in the same moment, a crew
// leaves while it is ordered, ten thousand incidents are open.
#include "app/desk/clockwork.h"
#include "app/domain/deadlines.h"
#include "app/journal/data_folder.h"
#include "app/journal/sqlite_journal.h"
#include "tests/support/must.h"
#include "tests/support/scene.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 60'000; ///< ms; a loaded machine
constexpr int rounds = 25;

} // namespace

class BadNightTest : public QObject {
    Q_OBJECT

private:
    std::shared_ptr<ManualClock> m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Desk> m_one;
    std::unique_ptr<Desk> m_other;

    /// The scene's two stations and three cars, and the incidents that were reported in it, on the disk.
    void furnish(const Scene& scene) {
        const DataFolder folder = DataFolder::open(m_dir->path()).value();
        const auto journal = SqliteJournal::open(folder.journal());
        QVERIFY(journal);
        const auto step = (*journal)->begin();
        QVERIFY(step);
        for (const Entry& entry : scene.entries)
            QVERIFY((*step)->append({entry.fact}, entry.recordedAt));
        QVERIFY((*step)->commit());
        m_one = openDesk(folder);
        m_other = openDesk(folder);
        QVERIFY(m_one && m_other);
    }

    std::unique_ptr<Desk> openDesk(const DataFolder& folder) {
        auto desk = std::make_unique<Desk>(
            [folder]() -> std::expected<std::unique_ptr<Journal>, QString> {
                return SqliteJournal::open(folder.journal()).transform_error([](const JournalFault& f) {
                    return f.toString();
                });
            },
            folder.journalBell(), m_clock, std::make_shared<RandomIds>());
        QSignalSpy ready(desk.get(), &Desk::ready);
        desk->start();
        return QTest::qWaitFor([&] { return ready.size() == 1; }, patience) ? std::move(desk) : nullptr;
    }

    static IssueOrder send(const IncidentId& incident, QStringView unit) {
        return {.incident = incident, .to = code<UnitId>(unit), .text = {}, .overrideReason = {}};
    }

    /// Both ask at once; which of them was heard first, and why the other was refused.
    struct Race {
        bool firstWon = false;
        int won = 0;
        RefusalCode refused = RefusalCode(-1);
    };
    Race race(const Actor& first, const Command& ask, const Actor& second, const Command& other) {
        const auto one = m_one->submit(first, ask);
        const auto two = m_other->submit(second, other);
        if (!QTest::qWaitFor([&] { return one.isFinished() && two.isFinished(); }, patience))
            return {};
        Race race{
            one.result().has_value(), int(one.result().has_value()) + int(two.result().has_value()), {}};
        for (const Outcome& each : {one.result(), two.result()})
            if (!each)
                race.refused = each.error().code;
        return race;
    }

    bool done(const Actor& who, const Command& command) {
        const auto asked = m_one->submit(who, command);
        return QTest::qWaitFor([&] { return asked.isFinished(); }, patience) && asked.result().has_value();
    }

private Q_SLOTS:
    void init() {
        m_clock = std::make_shared<ManualClock>();
        m_dir = std::make_unique<QTemporaryDir>();
    }
    void cleanup() {
        m_one.reset();
        m_other.reset();
    }

    void twoDispatchersTakeOneUnitInTheSameSecond() {
        Scene scene;
        scene.furnish();
        const IncidentId here = scene.report(u"fire"_s), there = scene.report(u"fight"_s);
        furnish(scene);
        for (int i = 0; i < rounds; ++i) {
            const Race result =
                race(actor(u"bureau:1"), send(here, u"1A12"), actor(u"station:ST01"), send(there, u"1A12"));
            QCOMPARE(result.won, 1);
            // a station that comes second is told by whom the unit is held
            QCOMPARE(result.refused, result.firstWon ? RefusalCode::HeldByHigherTier : RefusalCode::UnitBusy);
            const IncidentId& taken = result.firstWon ? here : there;
            QTRY_VERIFY_WITH_TIMEOUT(m_one->situation().units().find(code<UnitId>(u"1A12"))->order, patience);
            const OrderId order = must(m_one->situation().units().find(code<UnitId>(u"1A12"))->order);
            QCOMPARE(m_one->situation().orders().find(order)->incident, taken);
            QVERIFY(done(actor(u"bureau"), RecallOrder{order}));
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_other->situation().seq(), m_one->situation().seq(), patience);
        QVERIFY(m_other->situation() == m_one->situation());
    }

    void aCrewLeavesWhileItIsOrdered() {
        Scene scene;
        scene.furnish();
        const IncidentId here = scene.report(u"fire"_s);
        furnish(scene);
        const UnitId unit = code<UnitId>(u"1A12");
        for (int i = 0; i < rounds; ++i) {
            const Race result =
                race(actor(u"bureau"), send(here, u"1A12"), actor(u"field:1A12"), LogOff{unit});
            QCOMPARE(result.won, 1);
            // whoever comes second is told: nobody crews it any more, or it is ordered and stays
            QCOMPARE(result.refused, result.firstWon ? RefusalCode::UnitBusy : RefusalCode::UnitOff);
            QTRY_COMPARE_WITH_TIMEOUT(m_one->situation().units().find(unit)->status,
                                      result.firstWon ? UnitStatus::Dispatched : UnitStatus::Off, patience);
            if (result.firstWon)
                QVERIFY(
                    done(actor(u"bureau"), RecallOrder{must(m_one->situation().units().find(unit)->order)}));
            else
                QVERIFY(done(actor(u"station:ST01"), LogOn{unit, {u"Wang"_s}}));
        }
    }

    void tenThousandIncidentsAreOpen() {
        constexpr int open = 10'000;
        Scene scene;
        scene.furnish();
        for (int i = 0; i < open; ++i)
            (void)scene.report(u"call %1"_s.arg(i));
        furnish(scene);
        QCOMPARE(m_one->situation().openIncidents().size(), open);
        m_clock->advance(61s);
        // all are late: two programs mark each once, some at a time, and people's requests go between
        Clockwork ours(*m_one), theirs(*m_other);
        const auto missed = [&] {
            int late = 0;
            for (const Incident& incident : m_one->situation().incidents())
                late += incident.dispatchMissedAt ? 1 : 0;
            return late;
        };
        ours.tick();
        theirs.tick();
        const auto asked =
            m_one->submit(actor(u"bureau"), send(*m_one->situation().openIncidents().begin(), u"1A12"));
        QTRY_VERIFY_WITH_TIMEOUT(asked.isFinished(), patience);
        QVERIFY(asked.result());
        QVERIFY(missed() < open / 2);
        for (int i = 0; i < open && missed() < open - 1; ++i) {
            ours.tick();
            theirs.tick();
            QTRY_VERIFY_WITH_TIMEOUT(!ours.isWaiting() && !theirs.isWaiting(), patience);
        }
        QTRY_VERIFY_WITH_TIMEOUT(missed() >= open - 1, patience);
        const qint64 before = m_one->situation().seq();
        ours.tick();
        QVERIFY(!ours.isWaiting());
        QVERIFY(before <= qint64(scene.entries.size()) + open + 1);
        // the next number is given, and the day is not full
        QVERIFY(
            done(actor(u"bureau"), ReportIncident{{u"phone"_s, {}}, {u"one more"_s, {}, {}, {}, {}, {}}}));
        QCOMPARE(m_one->situation().openIncidents().size(), open + 1);
    }
};

QTEST_GUILESS_MAIN(BadNightTest)
#include "bad_night_test.moc"
