// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/permission.h"
#include "app/domain/deadlines.h"
#include "app/domain/stack_rules.h"
#include "tests/support/scene.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What is held for one unit, or for whoever of a beat comes free.
class StackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        m_job = m_scene->report(u"collision"_s);
        m_order = m_scene->issue(m_job, u"1A12");
        m_scene->clock.advance(recallWindow);
        m_one = m_scene->report(u"noise"_s);
        m_two = m_scene->report(u"lost dog"_s);
    }

    void waitsInItsPlace() {
        QVERIFY(stack(m_one));
        QVERIFY(stack(m_two, 1));
        QCOMPARE(m_scene->unit(u"1A12").stack, QList({m_two, m_one}));
        QCOMPARE(stack_rules::placeOf(m_scene->situation, m_scene->incident(m_one)), 2);
        QVERIFY(stack(m_one, 1)); // moved to the front
        QCOMPARE(m_scene->unit(u"1A12").stack, QList({m_one, m_two}));
        QVERIFY(stack(m_one, 20)); // no further than the end
        QCOMPARE(m_scene->unit(u"1A12").stack, QList({m_two, m_one}));
        QVERIFY(m_scene->ask(u"bureau", HoldIncident{m_two, later(), {}, m_other}));
        QCOMPARE(m_scene->unit(u"1A12").stack, QList({m_one}));
        QCOMPARE(m_scene->unit(u"1A14").stack, QList({m_two}));
        QVERIFY(m_scene->ask(u"bureau", HoldIncident{m_one, later(), {}})); // for nobody any more
        QVERIFY(m_scene->unit(u"1A12").stack.isEmpty());
        QVERIFY(m_scene->incident(m_one).hold);
    }

    void isNextWhenTheUnitComesFree() {
        QVERIFY(stack(m_one));
        QVERIFY(stack(m_two));
        QVERIFY(!next()); // it works
        m_scene->clock.advance(1s);
        finish();
        QCOMPARE(next(), m_one);
        QCOMPARE(stack_rules::proposals(m_scene->situation), QList({stack_rules::Proposal{m_car, m_one}}));
        QCOMPARE(m_scene->incident(m_one).stage, IncidentStage::Pending); // nobody was sent by that
        m_scene->issue(m_one, u"1A12");
        QVERIFY(!m_scene->incident(m_one).hold);
        QCOMPARE(m_scene->unit(u"1A12").stack, QList({m_two}));
        QVERIFY(!next());
    }

    /// All have reported, and somebody is to go there again.
    void aSecondVisitWaitsToo() {
        const IncidentId again = m_scene->report(u"fence"_s);
        const OrderId order = m_scene->issue(again, u"1A14");
        m_scene->clock.advance(recallWindow);
        QVERIFY(m_scene->ask(u"field:1A14",
                             AdvanceOrder{order, OrderStage::Reported, {}, code<TypeCode>(u"handled")}));
        QVERIFY(m_scene->ask(u"bureau", AdvanceOrder{order, OrderStage::Closed, {}, {}}));
        QCOMPARE(m_scene->incident(again).stage, IncidentStage::Reported);
        QVERIFY(stack(again));
        m_scene->clock.advance(1s);
        finish();
        QCOMPARE(next(), again);
    }

    void whatIsPutBehindAFreeUnitWaitsForItsNextJob() {
        QVERIFY(m_scene->ask(u"bureau", HoldIncident{m_one, later(), {}, m_other}));
        QVERIFY(!stack_rules::nextFor(m_scene->situation, m_scene->unit(u"1A14")));
    }

    void isTakenUpWhenItsTimeHasCome() {
        QVERIFY(stack(m_one));
        m_scene->clock.advance(16min);
        QVERIFY(!m_scene->incident(m_one).isHeld(m_scene->clock.now()));
        bool marked = false;
        for (const Command& due : dueCommands(m_scene->situation, m_scene->clock.now()))
            if (const auto* missed = std::get_if<MarkMissed>(&due))
                marked = marked || (missed->incident == m_one && missed->kind == DeadlineKind::Dispatch);
        QVERIFY(marked);
        QCOMPARE(m_scene->unit(u"1A12").stack, QList({m_one})); // still behind it
    }

    void leavesTheOrderWithTheIncident() {
        QVERIFY(stack(m_one));
        QVERIFY(stack(m_two));
        QVERIFY(m_scene->ask(u"bureau", CloseIncident{m_one, code<TypeCode>(u"unfounded"), {}}));
        QCOMPARE(m_scene->unit(u"1A12").stack, QList({m_two}));
        QVERIFY(m_scene->ask(u"bureau", TransferIncident{m_two, u"12345"_s, {}}));
        QVERIFY(m_scene->unit(u"1A12").stack.isEmpty());
        QVERIFY(!m_scene->incident(m_two).hold);
    }

    void goesBackToTheQueueWhenTheCrewLogsOff() {
        QVERIFY(m_scene->ask(u"bureau", HoldIncident{m_one, later(), {}, m_other}));
        QVERIFY(m_scene->ask(u"bureau", LogOff{m_other}));
        QVERIFY(!m_scene->incident(m_one).hold);
        QVERIFY(m_scene->unit(u"1A14").stack.isEmpty());
        QCOMPARE(dispatchDeadline(m_scene->situation, m_scene->incident(m_one))->due,
                 m_scene->clock.now() + m_scene->situation.catalogue().deadlines.dispatch);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", HoldIncident{m_one, later(), {}, m_other})).code,
                 RefusalCode::UnitOff);
    }

    void refusesWhatCannotWait() {
        const auto why = [&](const HoldIncident& hold) {
            return refusalOf(m_scene->ask(u"bureau", hold)).code;
        };
        QCOMPARE(why({m_job, later(), {}, m_other}), RefusalCode::IncidentHasOpenOrders);
        QCOMPARE(why({m_one, later(), {}, code<UnitId>(u"9X99")}), RefusalCode::UnknownUnit);
        QCOMPARE(why({m_one, later(), {}, m_car, {}, -1}), RefusalCode::Invalid);
        QCOMPARE(why({m_one, later(), {}, {}, {}, 1}), RefusalCode::Invalid);
        QCOMPARE(why({m_one, later(), {}, {}, code<BeatId>(u"B9")}), RefusalCode::UnknownBeat);
        QCOMPARE(why({m_one, m_scene->clock.now(), {}, m_car}), RefusalCode::Invalid);
        for (qsizetype i = 0; i < stack_rules::most; ++i)
            QVERIFY(stack(m_scene->report(u"x"_s)));
        QCOMPARE(why({m_one, later(), {}, m_car}), RefusalCode::TooMany);
        QVERIFY(stack(m_scene->unit(u"1A12").stack.constLast(), 1)); // one of them may change places
    }

    void aStationStacksForItsOwn() {
        const HoldIncident own{m_one, later(), {}, m_car};
        const HoldIncident others{m_one, later(), {}, code<UnitId>(u"2A01")};
        QVERIFY(permitted(m_scene->situation, actor(u"station:ST01"), own));
        QVERIFY(!permitted(m_scene->situation, actor(u"station:ST01"), others));
        QVERIFY(!permitted(m_scene->situation, actor(u"field:1A12"), own));
    }

    void aBeatsNextIsTheMostPressing() {
        const auto beat = code<BeatId>(u"B1");
        const Post* station = m_scene->situation.posts().find(code<PostId>(u"ST01"));
        QVERIFY(m_scene->ask(u"bureau", DefineBeat{{beat, station->id, {{}, u"North"_s}, station->area}}));
        UnitDefinition car = m_scene->unit(u"1A12").definition;
        car.beat = beat;
        QVERIFY(m_scene->ask(u"bureau", DefineUnit{car}));
        AmendIncident worse{.incident = m_two,
                            .text = {},
                            .type = {},
                            .level = Level::Critical,
                            .place = {},
                            .callers = {},
                            .hazards = {},
                            .reason = u"bites"_s};
        QVERIFY(m_scene->ask(u"bureau", worse));
        for (const IncidentId& id : {m_one, m_two})
            QVERIFY(m_scene->ask(u"bureau", HoldIncident{id, later(), {}, {}, beat}));
        m_scene->clock.advance(1s);
        finish();
        QCOMPARE(next(), m_two);
        QCOMPARE(stack_rules::proposals(m_scene->situation),
                 QList({stack_rules::Proposal{m_car, m_two}})); // 1A14 patrols no beat
    }

private:
    Instant later() const { return m_scene->clock.now() + usualHold; }
    Result<QList<Entry>> stack(const IncidentId& id, qint64 place = 0) {
        return m_scene->ask(u"bureau", HoldIncident{id, later(), u"after that"_s, m_car, {}, place});
    }
    void finish() {
        QVERIFY(m_scene->ask(u"field:1A12",
                             AdvanceOrder{m_order, OrderStage::Reported, {}, code<TypeCode>(u"handled")}));
        QVERIFY(m_scene->ask(u"bureau", AdvanceOrder{m_order, OrderStage::Closed, {}, {}}));
    }
    std::optional<IncidentId> next() const {
        return stack_rules::nextFor(m_scene->situation, m_scene->unit(u"1A12"));
    }

    std::unique_ptr<Scene> m_scene;
    const UnitId m_car = code<UnitId>(u"1A12");
    const UnitId m_other = code<UnitId>(u"1A14");
    IncidentId m_job;
    OrderId m_order;
    IncidentId m_one;
    IncidentId m_two;
};

QTEST_GUILESS_MAIN(StackTest)
#include "stack_test.moc"
