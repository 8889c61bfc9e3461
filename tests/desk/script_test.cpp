// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Scripts on a desk: at their own time, with the clockwork of life; and as a drill in front of somebody.
#include "app/desk/drill.h"
#include "app/desk/script_file.h"
#include "app/desk/script_run.h"
#include "tests/support/must.h"
#include "tests/support/scene_store.h"

#include <QSignalSpy>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 15'000; ///< ms; a loaded machine

line::Script scriptOf(const QByteArray& lines) {
    const auto script = line::readScript(lines, QTimeZone::UTC);
    if (!script)
        qFatal("%s", qPrintable(script.error().toString(u"script"_s)));
    return *script;
}

} // namespace

class ScriptTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Scene> m_scene;
    std::shared_ptr<MemoryJournal::Store> m_store;
    std::shared_ptr<ScriptClock> m_clock;
    std::unique_ptr<Desk> m_desk;

    /// "00:00:06 order.issued" of everything since the scene.
    QStringList told() {
        QStringList lines;
        const QList<Entry> all = MemoryJournal(m_store).read(m_scene->entries.size() + 1, 1000).value();
        for (const Entry& entry : all)
            lines << QTime::fromMSecsSinceStartOfDay(int((entry.recordedAt - m_scene->clock.now()).count()))
                             .toString(u"mm:ss"_s) +
                         u' ' + entry.fact.kind;
        return lines;
    }

    std::optional<PlayedLine> play(const QByteArray& lines) {
        ScriptRun run(*m_desk, m_clock, scriptOf(lines));
        QSignalSpy finished(&run, &ScriptRun::finished);
        std::optional<PlayedLine> stopped;
        connect(&run, &ScriptRun::stopped, this, [&](const PlayedLine& line) { stopped = line; });
        run.start();
        if (!QTest::qWaitFor([&] { return finished.size() == 1 || stopped; }, patience))
            qWarning("the script does not end");
        return stopped;
    }

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        m_store = storeOf(*m_scene);
        m_clock = std::make_shared<ScriptClock>(m_scene->clock.now());
        m_desk = std::make_unique<Desk>(
            [store = m_store]() -> std::expected<std::unique_ptr<Journal>, QString> {
                return std::make_unique<MemoryJournal>(store);
            },
            QString(), m_clock, std::make_shared<RandomIds>());
        QSignalSpy ready(m_desk.get(), &Desk::ready);
        m_desk->start();
        QTRY_COMPARE(ready.size(), 1);
    }
    void cleanup() { m_desk.reset(); }

    void marksAtTheSecond() {
        const auto stopped = play("I traffic at=31.5,118.5 two cars\n"
                                  "+70 D 1A12 0001\n"
                                  "+150 field:1A12 S\n"
                                  "+10 ER\n"
                                  "+350\n");
        QVERIFY2(!stopped, stopped ? qPrintable(stopped->why()) : "");
        QCOMPARE(
            told(),
            (QStringList{u"00:00 incident.reported"_s, u"01:00 deadline.missed"_s, u"01:10 order.issued"_s,
                         u"02:16 deadline.missed"_s, u"03:16 order.chased"_s, u"03:40 order.signed"_s,
                         u"03:50 order.under_way"_s, u"08:40 deadline.missed"_s, u"09:40 order.chased"_s}));
    }

    void stopsWhereItDoesNotGoAsWritten_data() {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("why");
        QTest::newRow("unread") << QByteArray("AV 1A12\nAV 9Z99\n") << 2 << u"unit: \"9Z99\": line.unknown"_s;
        QTest::newRow("ambiguous") << QByteArray("AV 1A\n") << 1
                                   << u"unit: \"1A\": line.ambiguous: could be 1A12, 1A14"_s;
        QTest::newRow("refused") << QByteArray("field:1A12 AV 1A14\n") << 1
                                 << u"unit: \"field:1A12\": not_permitted"_s;
        QTest::newRow("for another reason") << QByteArray("!unit_busy AV 9Z99\n") << 1
                                            << u"unit: \"9Z99\": line.unknown: must be unit_busy"_s;
        QTest::newRow("done") << QByteArray("!unit_busy AS 1A12\n") << 1
                              << u"was carried out, but must be refused: unit_busy"_s;
        QTest::newRow("a form") << QByteArray("I\n") << 1 << u"text: line.missing"_s;
        QTest::newRow("no such station")
            << QByteArray("station:ST99 AV 1A12\n") << 1 << u"seat: \"station:ST99\": unknown_post"_s;
        QTest::newRow("no such crew")
            << QByteArray("field:9Z99 AV\n") << 1 << u"seat: \"field:9Z99\": unknown_unit"_s;
        QTest::newRow("half of it") << QByteArray("I traffic at=31.5,118.5 x\nD 1A12 2A01 0001\n"
                                                  "I traffic at=31.5,118.5 y\nD 1A14 2A01 0002\n")
                                    << 4 << u"unit: \"20261121-0001\": unit_busy"_s;
    }
    void stopsWhereItDoesNotGoAsWritten() {
        QFETCH(QByteArray, lines);
        QFETCH(int, row);
        QFETCH(QString, why);
        const auto stopped = play(lines);
        QVERIFY(stopped);
        QCOMPARE(must(stopped).line.row, row);
        QCOMPARE(must(stopped).why(), why);
        // what a line asks for is done as a whole or not at all
        QVERIFY(m_desk->situation().units().find(code<UnitId>(u"1A14"))->status == UnitStatus::Available);
    }

    void leavesANewerJournalAlone() {
        const Instant newest = m_clock->now();
        QVERIFY(mayPlayFrom(newest, newest));
        const auto may = mayPlayFrom(newest - 1ms, newest);
        QVERIFY(!may);
        QVERIFY2(may.error().contains(toIso(newest)), qPrintable(may.error()));
    }

    void aDrillGoesOnWhateverHappens() {
        Drill drill(*m_desk, u"night"_s,
                    scriptOf("seat bureau as Trainer\n"
                             "I traffic at=31.5,118.5 two cars\n"
                             "+0.2 D 1A12 0002\n"
                             "+0.2 D 1A12 0001\n"
                             "+0.2 !unit_busy AS 1A14\n"),
                    10);
        QList<int> strays;
        connect(&drill, &Drill::strayedAt, this, [&](const PlayedLine& line) { strays << line.line.row; });
        QCOMPARE(drill.count(), 4);
        drill.start();
        QVERIFY(drill.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!drill.isRunning(), patience);
        QCOMPARE(drill.played(), 4);
        QCOMPARE(strays, (QList<int>{3, 5}));
        QCOMPARE(must(drill.lastStray()).line.row, 5);
        QCOMPARE(must(drill.last()).line.row, 5);
        QCOMPARE(drill.strayed(), 2);
        QCOMPARE(m_desk->situation().orders().size(), 1);
        QCOMPARE(MemoryJournal(m_store).read(m_scene->entries.size() + 1, 1).value().constFirst().fact.user,
                 u"Trainer"_s);
    }

    /// At a desk with users a script does what its users may do there.
    void aDrillHasTheRightsOfItsUsers() {
        const auto actorOf = [](const Seat& seat, const QString& user) -> Result<Actor> {
            if (user != u"Reader"_s)
                return refuse(RefusalCode::NotPermitted, u"user"_s, user);
            return Actor{.seat = seat, .user = user, .role = Role::Reviewer};
        };
        Drill drill(*m_desk, u"night"_s,
                    scriptOf("seat bureau as Reader\n"
                             "!not_of_role AS 1A12\n"
                             "seat bureau as Nobody\n"
                             "!not_permitted AS 1A12\n"),
                    10, actorOf);
        drill.start();
        QTRY_VERIFY_WITH_TIMEOUT(!drill.isRunning(), patience);
        QCOMPARE(drill.played(), 2);
        QCOMPARE(drill.strayed(), 0);
        QVERIFY(told().isEmpty());
    }

    void aDrillIsStopped() {
        Drill drill(*m_desk, u"night"_s, scriptOf("AS 1A12\n+3600 AS 1A14\n"));
        QSignalSpy changed(&drill, &Drill::changed);
        drill.start();
        QTRY_COMPARE_WITH_TIMEOUT(drill.played(), 1, patience);
        QVERIFY(drill.nextIn() > 50min);
        drill.stop();
        QVERIFY(!drill.isRunning());
        QCOMPARE(drill.nextIn(), 0ms);
        QCOMPARE(drill.played(), 1);
        QVERIFY(!changed.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ScriptTest)
#include "script_test.moc"
