// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/clockwork.h"
#include "app/journal/memory_journal.h"
#include "tests/support/scene.h"

#include <QSignalSpy>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ClockworkTest : public QObject {
    Q_OBJECT

private:
    std::shared_ptr<ManualClock> m_clock = std::make_shared<ManualClock>();
    std::shared_ptr<CountedIds> m_ids = std::make_shared<CountedIds>();

    std::unique_ptr<Desk> openDesk(const std::shared_ptr<MemoryJournal::Store>& store) {
        auto desk = std::make_unique<Desk>(
            [store]() -> std::expected<std::unique_ptr<Journal>, QString> {
                return std::make_unique<MemoryJournal>(store);
            },
            QString(), m_clock, m_ids);
        QSignalSpy ready(desk.get(), &Desk::ready);
        desk->start();
        return ready.wait(20'000) ? std::move(desk) : nullptr;
    }

    /// Asks and waits for what came of it, with the event loop running.
    static bool done(Desk& desk, const Command& command, std::optional<Instant> happenedAt = {}) {
        const QFuture<Outcome> asked = desk.submit(actor(u"bureau"), command, happenedAt);
        return QTest::qWaitFor([&] { return asked.isFinished(); }, 20'000) && asked.result().has_value();
    }

    static qsizetype count(MemoryJournal& journal, const QString& kind) {
        qsizetype found = 0;
        const QList<Entry> all = journal.read(1, 1000).value();
        for (const Entry& entry : all)
            found += entry.fact.kind == kind ? 1 : 0;
        return found;
    }

private Q_SLOTS:
    void twoProgramsRaiseOnce() {
        const auto store = MemoryJournal::makeStore();
        const auto one = openDesk(store);
        const auto other = openDesk(store);
        QVERIFY(one && other);
        IncidentDetails details;
        details.text = u"smoke"_s;
        QVERIFY(done(*one, ReportIncident{{u"phone"_s, {}}, details}));
        QTRY_COMPARE(one->situation().incidents().size(), 1);
        Clockwork ours(*one);
        Clockwork theirs(*other);
        MemoryJournal journal(store);
        m_clock->advance(60s);
        // The other program knows the incident from what it decides next.
        QVERIFY(done(*other, OpenSeat{}));
        QTRY_COMPARE(other->situation().incidents().size(), 1);
        ours.tick();
        theirs.tick();
        QTRY_COMPARE(one->situation().incidents().begin()->dispatchMissedAt, m_clock->now());
        // Whatever either still had to ask is decided before this.
        QVERIFY(done(*other, CloseSeat{}));
        QCOMPARE(count(journal, u"deadline.missed"_s), 1);
        ours.tick();
        theirs.tick();
        QVERIFY(done(*one, CloseSeat{}));
        QVERIFY(done(*other, CloseSeat{}));
        QCOMPARE(count(journal, u"deadline.missed"_s), 1);
    }

    void historyIsNoAlarm() {
        const auto store = MemoryJournal::makeStore();
        const auto desk = openDesk(store);
        IncidentDetails details;
        details.text = u"of last year"_s;
        const auto told = m_clock->now() - 24h * 365;
        QVERIFY(done(*desk, ReportIncident{{u"phone"_s, {}}, details}, told));
        QTRY_COMPARE(desk->situation().incidents().size(), 1);
        Clockwork clockwork(*desk);
        clockwork.tick();
        QVERIFY(done(*desk, OpenSeat{}));
        MemoryJournal journal(store);
        QCOMPARE(count(journal, u"deadline.missed"_s), 0);
    }
};

QTEST_GUILESS_MAIN(ClockworkTest)
#include "clockwork_test.moc"
