// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/deadlines.h"
#include "tests/support/must.h"
#include "tests/support/scene.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QStringList kindsOf(const Result<QList<Entry>>& made) {
    QStringList kinds;
    for (const Entry& entry : made.value_or(QList<Entry>()))
        kinds << entry.fact.kind;
    return kinds;
}

} // namespace

// The order ledger over three tiers: notices, conflicts, who leads, replacing, pressing, paths.
class LedgerTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Scene> m_scene;
    IncidentId m_incident;

    const Order& order(const OrderId& id) const { return m_scene->order(id); }

    qsizetype tick() {
        qsizetype made = 0;
        for (const Command& command : dueCommands(m_scene->situation, m_scene->clock.now()))
            made += m_scene->ask(u"machine:clockwork", command).value().size();
        return made;
    }

    void useCatalogue(const std::function<void(Catalogue&)>& change) {
        Catalogue catalogue = m_scene->situation.catalogue();
        change(catalogue);
        QVERIFY(m_scene->ask(u"bureau", DefineCatalogue{catalogue}));
    }

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        m_incident = m_scene->report();
    }

    void theBypassedStationIsTold() {
        const OrderId direct = m_scene->issue(m_incident, u"1A12");
        QCOMPARE(order(direct).notices, (QList<OrderNotice>{{code<PostId>(u"ST01"), NoticeKind::Bypassed}}));
        const AcknowledgeNotice seen{direct, code<PostId>(u"ST01")};
        QCOMPARE(m_scene->ask(u"station:ST01", seen)->size(), 1);
        QCOMPARE(order(direct).notices.first().acknowledgedAt, m_scene->clock.now());
        QCOMPARE(m_scene->ask(u"station:ST01", seen)->size(), 0);
        QCOMPARE(
            refusalOf(m_scene->ask(u"station:ST02", AcknowledgeNotice{direct, code<PostId>(u"ST02")})).code,
            RefusalCode::UnknownPost);
        const OrderId own = m_scene->issue(m_incident, u"1A14", u"station:ST01");
        QVERIFY2(order(own).notices.isEmpty(), "nobody was passed over");
    }

    void theBureauTakesAUnitFromAStationWhichIsTold() {
        const IncidentId other = m_scene->report(u"theft"_s);
        const OrderId stations = m_scene->issue(m_incident, u"1A12", u"station:ST01");
        IssueOrder command{other, code<UnitId>(u"1A12"), OrderRole::Primary, {}, {}};
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", command)).code, RefusalCode::UnitBusy);
        command.overrideReason = u"knife"_s;
        QCOMPARE(kindsOf(m_scene->ask(u"bureau", command)),
                 (QStringList{u"order.cancelled"_s, u"order.issued"_s}));
        QCOMPARE(order(stations).stage, OrderStage::Cancelled);
        const Order& taken = order(m_scene->incident(other).orders.first());
        QCOMPARE(taken.notices, (QList<OrderNotice>{{code<PostId>(u"ST01"), NoticeKind::Overridden}}));
    }

    void aStationDoesNotTakeAUnitFromTheBureau() {
        const IncidentId other = m_scene->report(u"theft"_s);
        (void)m_scene->issue(m_incident, u"1A12");
        const auto made =
            m_scene->ask(u"station:ST01", IssueOrder{other, code<UnitId>(u"1A12"), {}, {}, u"near"_s});
        QCOMPARE(refusalOf(made).code, RefusalCode::HeldByHigherTier);
        QCOMPARE(refusalOf(made).value, incidentNumberText(m_scene->incident(m_incident).number));
        // Said at once, and not only after a reason that would not have helped.
        const IssueOrder without{other, code<UnitId>(u"1A12"), {}, {}, {}};
        QCOMPARE(refusalOf(m_scene->ask(u"station:ST01", without)).code, RefusalCode::HeldByHigherTier);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", without)).code, RefusalCode::UnitBusy);
    }

    void oneLeadsAndTheNextTakesOver() {
        const OrderId first = m_scene->issue(m_incident, u"1A12");
        const OrderId second = m_scene->issue(m_incident, u"1A14"); // asks for Primary too
        QCOMPARE(order(second).role, OrderRole::Backup);
        QVERIFY(m_scene->ask(u"bureau", SetPrimary{second}));
        QCOMPARE(order(first).role, OrderRole::Backup);
        QCOMPARE(order(second).role, OrderRole::Primary);
        QCOMPARE(m_scene->ask(u"bureau", SetPrimary{second})->size(), 0);
        m_scene->clock.advance(recallWindow);
        QVERIFY(m_scene->ask(u"bureau", AdvanceOrder{second, OrderStage::Cancelled, u"not needed"_s, {}}));
        QCOMPARE(order(first).role, OrderRole::Primary);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", SetPrimary{second})).code, RefusalCode::OrderOver);
    }

    void anotherUnitTakesTheOrderOver() {
        const OrderId old = m_scene->issue(m_incident, u"1A12");
        m_scene->clock.advance(recallWindow);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", ReplaceUnit{old, code<UnitId>(u"1A14"), {}})).code,
                 RefusalCode::ReasonNeeded);
        QVERIFY(m_scene->ask(u"bureau", ReplaceUnit{old, code<UnitId>(u"1A14"), u"flat tyre"_s}));
        QCOMPARE(order(old).stage, OrderStage::Cancelled);
        const Order& now = order(m_scene->incident(m_incident).orders.last());
        QCOMPARE(now.unit(), code<UnitId>(u"1A14"));
        QCOMPARE(now.role, OrderRole::Primary);
        QCOMPARE(m_scene->unit(u"1A12").status, UnitStatus::Available);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", ReplaceUnit{old, code<UnitId>(u"2A01"), u"x"_s})).code,
                 RefusalCode::OrderOver);
    }

    void aCrewAsksForMoreUntilTheyAreSent() {
        const OrderId first = m_scene->issue(m_incident, u"1A12");
        m_scene->clock.advance(recallWindow);
        QCOMPARE(refusalOf(m_scene->ask(u"field:1A12", AskReinforcement{first, u"two"_s})).code,
                 RefusalCode::OutOfTurn);
        QVERIFY(m_scene->ask(u"field:1A12", AdvanceOrder{first, OrderStage::Arrived, {}, {}}));
        QVERIFY(m_scene->ask(u"field:1A12", AskReinforcement{first, u"two"_s}));
        QCOMPARE(must(m_scene->incident(m_incident).reinforcement).text, u"two"_s);
        (void)m_scene->issue(m_incident, u"1A14");
        QVERIFY(!m_scene->incident(m_incident).reinforcement);
    }

    void eachDeadlineIsMissedOnceAndPressed() {
        const OrderId id = m_scene->issue(m_incident, u"1A12");
        m_scene->clock.advance(recallWindow + 60s);
        QCOMPARE(tick(), 1);
        QCOMPARE(order(id).missed(DeadlineKind::Sign), m_scene->clock.now());
        QCOMPARE(tick(), 0);
        m_scene->clock.advance(60s);
        QCOMPARE(tick(), 1);
        QCOMPARE(order(id).chases, 1);
        QVERIFY(m_scene->ask(u"bureau", ChaseOrder{id, u"answer"_s}));
        QCOMPARE(order(id).chases, 2);
        m_scene->clock.advance(59s);
        QCOMPARE(tick(), 0); // pressed by hand a moment ago
        for (int i = 0; i < 2 * mostChases; ++i) {
            m_scene->clock.advance(61s);
            tick();
        }
        QCOMPARE(order(id).chases, mostChases);
        QVERIFY(m_scene->ask(u"field:1A12", AdvanceOrder{id, OrderStage::Signed, {}, {}}));
        QCOMPARE(tick(), 0); // another clock runs now
        m_scene->clock.advance(5min);
        QCOMPARE(tick(), 1);
        QVERIFY(order(id).missed(DeadlineKind::Arrive));
    }

    void aPendingIncidentIsMissedOnceAndAHoldPutsItOff() {
        QVERIFY(m_scene->ask(u"bureau", HoldIncident{m_incident, m_scene->clock.now() + 15min, u"no car"_s}));
        m_scene->clock.advance(14min);
        QCOMPARE(tick(), 0);
        m_scene->clock.advance(1min);
        QCOMPARE(tick(), 1);
        QCOMPARE(m_scene->incident(m_incident).dispatchMissedAt, m_scene->clock.now());
        QCOMPARE(tick(), 0);
        QVERIFY(m_scene->ask(u"bureau", HoldIncident{m_incident, {}, {}}));
        QVERIFY(!m_scene->incident(m_incident).hold);
        m_scene->clock.advance(60s);
        QCOMPARE(tick(), 1);
    }

    void arrivingInTheOutskirtsMayTakeLonger() {
        Post post = *m_scene->situation.posts().find(code<PostId>(u"ST01"));
        const OrderId id = m_scene->issue(m_incident, u"1A12");
        m_scene->clock.advance(recallWindow);
        QVERIFY(m_scene->ask(u"field:1A12", AdvanceOrder{id, OrderStage::Signed, {}, {}}));
        const Instant city = must(deadline(m_scene->situation, order(id))).due;
        const PostId home = m_scene->incident(m_incident).post;
        post = *m_scene->situation.posts().find(home);
        post.outskirts = true;
        QVERIFY(m_scene->ask(u"bureau", DefinePost{post}));
        QCOMPARE(must(deadline(m_scene->situation, order(id))).due, city + 5min);
    }

    void routineGoesToTheStationAtOnce() {
        useCatalogue(
            [](Catalogue& c) { c.paths = {{{}, Level::Routine, {}, DispatchPath::ThroughStation}}; });
        const IncidentId id = m_scene->report(u"noise"_s);
        const Incident& incident = m_scene->incident(id);
        QCOMPARE(incident.details.level, Level::Routine);
        QCOMPARE(incident.orders.size(), 1);
        QCOMPARE(order(incident.orders.first()).post(), incident.post);
        QCOMPARE(order(incident.orders.first()).releaseAt, m_scene->clock.now());
        QVERIFY(m_scene->ask(u"station:"_s + incident.post.toString(),
                             AdvanceOrder{incident.orders.first(), OrderStage::Signed, {}, {}}));
    }

    void aCallSavedEarlyTakesItsPathWhenItIsPlaced() {
        useCatalogue(
            [](Catalogue& c) { c.paths = {{{}, Level::Routine, {}, DispatchPath::ThroughStation}}; });
        const auto made = m_scene->ask(
            u"bureau", ReportIncident{{u"phone"_s, {}}, {u"noise"_s, {}, Level::Routine, {}, {}, {}}});
        const IncidentId id = std::get<IncidentReported>(decode(made->first().fact).value()).incident;
        QVERIFY(m_scene->incident(id).orders.isEmpty());
        const Place place{GeoPoint::from(31.5, 118.5), {}};
        QVERIFY(m_scene->ask(u"bureau", AmendIncident{id, {}, {}, {}, place, {}, {}, {}}));
        QCOMPARE(m_scene->incident(id).orders.size(), 1);
    }

    void aCrewBeginsAnIncidentItself() {
        const UnitId unit = code<UnitId>(u"1A12");
        IncidentDetails details{u"stop"_s, {}, Level::Routine, {}, {}, {}};
        const auto made = m_scene->ask(u"field:1A12", InitiateIncident{unit, details});
        QCOMPARE(kindsOf(made), (QStringList{u"incident.reported"_s, u"order.issued"_s, u"order.signed"_s,
                                             u"order.under_way"_s, u"order.arrived"_s, u"unit.timer_set"_s}));
        QCOMPARE(m_scene->unit(u"1A12").status, UnitStatus::OnScene);
        QCOMPARE(refusalOf(m_scene->ask(u"field:1A12", InitiateIncident{unit, details})).code,
                 RefusalCode::UnitBusy);
    }

    void aStopStartsItsTimerWhateverItIs() {
        const UnitId unit = code<UnitId>(u"1A12");
        const auto every = [&](const TypeCode& type) {
            Scene scene;
            scene.furnish();
            Catalogue catalogue = scene.situation.catalogue();
            catalogue.types = {
                {.code = code<TypeCode>(u"lost"), .name = {u"失物"_s, u"lost"_s}},
                {.code = code<TypeCode>(u"fight"), .name = {u"斗殴"_s, u"fight"_s}, .safetyCheck = 7min}};
            (void)scene.ask(u"bureau", DefineCatalogue{catalogue});
            (void)scene.ask(u"field:1A12",
                            InitiateIncident{unit, {u"stop"_s, type, Level::Routine, {}, {}, {}}});
            const auto& timer = scene.unit(u"1A12").timer;
            return timer ? timer->every : Milliseconds(0);
        };
        QCOMPARE(every({}), Milliseconds(7min)); // as often as for the worst that it may turn out to be
        QCOMPARE(every(code<TypeCode>(u"fight")), Milliseconds(7min));
        QCOMPARE(every(code<TypeCode>(u"lost")), Milliseconds(0)); // of that nobody expects harm
        (void)m_scene->ask(u"field:1A12",
                           InitiateIncident{unit, {u"stop"_s, {}, Level::Routine, {}, {}, {}}});
        const auto& timer = m_scene->unit(u"1A12").timer; // of a catalogue that asks of nothing
        QVERIFY(timer);
        QCOMPARE(timer->every, Milliseconds(10min));
    }

    void aCrewThatReportedIsItsOwnMaster() {
        const OrderId id = m_scene->issue(m_incident, u"1A12");
        m_scene->clock.advance(recallWindow);
        QVERIFY(m_scene->ask(u"field:1A12", AdvanceOrder{id, OrderStage::Reported, u"done"_s, {}}));
        const UnitId unit = code<UnitId>(u"1A12");
        QVERIFY(m_scene->ask(u"field:1A12", SetUnitStatus{unit, UnitStatus::OutOfService, u"meal"_s}));
        QVERIFY(m_scene->ask(u"bureau", AdvanceOrder{id, OrderStage::Closed, {}, {}}));
        QCOMPARE(m_scene->unit(u"1A12").status, UnitStatus::OutOfService); // not sent on by the closing
    }

    void aSlowClockDoesNotTurnTheChainRound() {
        const OrderId id = m_scene->issue(m_incident, u"1A12");
        m_scene->clock.advance(recallWindow);
        const Instant before = m_scene->clock.now() - 1h;
        QVERIFY(m_scene->ask(u"field:1A12", AdvanceOrder{id, OrderStage::Signed, {}, {}}, before));
        QCOMPARE(order(id).reached(OrderStage::Signed), order(id).reached(OrderStage::Issued));
        QCOMPARE(m_scene->entries.last().fact.happenedAt, before); // as it was told
        QCOMPARE(refusalOf(m_scene->ask(u"field:1A12", AdvanceOrder{id, OrderStage::Arrived, {}, {}},
                                        m_scene->clock.now() + 1h))
                     .field,
                 u"happened_at"_s);
    }

    void somebodyAnswersOnBehalfOfACrew() {
        const OrderId id = m_scene->issue(m_incident, u"1A12");
        m_scene->clock.advance(recallWindow);
        AdvanceOrder step{id, OrderStage::Signed, {}, {}, OnBehalf{u"radio"_s, u"copied"_s}};
        const auto made = m_scene->ask(u"bureau", step);
        QCOMPARE(std::get<OrderAdvanced>(decode(made->first().fact).value()).onBehalf, step.onBehalf);
        step.to = OrderStage::Arrived;
        step.onBehalf->channel.clear();
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", step)).field, u"channel"_s);
    }
};

QTEST_GUILESS_MAIN(LedgerTest)
#include "ledger_test.moc"
