// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/refusal_words.h"
#include "tests/link/link_scene.h"

#include <random>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A terminal and a gateway with a line between them that is cut.
class LinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsWhatItsSeatMaySee();
    void goesOverTheLineAtOnce();
    void worksWithoutTheLine();
    void keepsTheOutboxOverARestart();
    void doesNothingTwiceWhereTheAnswerWasLost();
    void putsWhatNoLongerFitsBeforeTheCrew();
    void ownIncidentAndItsReportGoTogether();
    void sendsAnEmergencyFirst();
    void keepsTheTimeOfAWrongClock();
    void startsAnewBehindAnotherJournal();
    void saysThatItIsNotLetIn();
    void takesBackWhatWasRecalled();
    void isOneSeatsAndOneProgrammes();
    void survivesManyCuts();
};

void LinkTest::followsWhatItsSeatMaySee() {
    Gateway gateway;
    const IncidentId others = gateway.live.report(u"elsewhere"_s, 32.05, 118.65);
    const IncidentId mine = gateway.live.report(u"here"_s, 32.05, 118.55);
    const Terminal terminal(gateway.line.url(), gateway.token);
    QVERIFY(terminal.isUp());
    QVERIFY(
        terminal.knows([](const Situation& s) { return s.units().find(code<UnitId>(u"1A12")) != nullptr; }));
    QCOMPARE(terminal.unit()->status, UnitStatus::Available);
    QCOMPARE(terminal.situation().posts().size(), 2);
    QVERIFY(!terminal.situation().catalogue().types.isEmpty());
    QVERIFY(!terminal.situation().incidents().find(mine)); // nobody has sent it there yet
    const OrderId order = gateway.order(mine);
    QVERIFY(terminal.stands(order, OrderStage::Issued));
    QCOMPARE(terminal.situation().incidents().find(mine)->details.text, u"here"_s);
    QCOMPARE(terminal.situation().incidents().find(mine)->number,
             gateway.live.situation().incidents().find(mine)->number);
    QVERIFY(!terminal.situation().incidents().find(others));
    // Of other crews it has the callsign, and not who sits there.
    const Unit* other = terminal.situation().units().find(code<UnitId>(u"2A01"));
    QVERIFY(other);
    QVERIFY(other->crew.isEmpty());
}

void LinkTest::goesOverTheLineAtOnce() {
    Gateway gateway;
    const IncidentId incident = gateway.live.report(u"here"_s, 32.05, 118.55);
    const OrderId order = gateway.order(incident);
    Terminal terminal(gateway.line.url(), gateway.token);
    QVERIFY(terminal.stands(order, OrderStage::Issued));
    QVERIFY(terminal.advance(order, OrderStage::Signed).has_value());
    QVERIFY(terminal.isSent());
    QCOMPARE(gateway.live.situation().orders().find(order)->stage, OrderStage::Signed);
    QCOMPARE(gateway.count(incident, u"order.signed"_s), 1);
    QVERIFY(terminal.link().unsent.steps.isEmpty());
    // What the gateway refuses in time is the answer, and nothing is left of it.
    gateway.live.ask(u"bureau",
                     AdvanceOrder{.order = order, .to = OrderStage::Arrived, .text = {}, .disposition = {}});
    QVERIFY(terminal.stands(order, OrderStage::Arrived));
    QCOMPARE(refusalOf(terminal.advance(order, OrderStage::UnderWay)).code, RefusalCode::OutOfTurn);
    QVERIFY(terminal.link().refused.isEmpty());
}

void LinkTest::worksWithoutTheLine() {
    Gateway gateway;
    const IncidentId incident = gateway.live.report(u"here"_s, 32.05, 118.55);
    const OrderId order = gateway.order(incident);
    Terminal terminal(gateway.line.url(), gateway.token);
    QVERIFY(terminal.stands(order, OrderStage::Issued));
    gateway.line.cut();
    QVERIFY(terminal.isLost());
    const Instant lostAt = must(terminal.link().heardAt);
    terminal.own->advance(60s);
    gateway.live.pass(60s);
    QVERIFY(terminal.advance(order, OrderStage::Signed).has_value());
    const Instant signedAt = terminal.clock->now();
    terminal.own->advance(120s);
    gateway.live.pass(120s);
    QVERIFY(terminal.advance(order, OrderStage::Arrived).has_value());
    // Shown at once, and marked.
    QVERIFY(terminal.stands(order, OrderStage::Arrived));
    QCOMPARE(terminal.unit()->status, UnitStatus::OnScene);
    QTRY_COMPARE(terminal.link().waiting, 2);
    QCOMPARE(terminal.link().waitingSince, signedAt);
    QVERIFY(terminal.link().unsent.steps.contains({order, OrderStage::Signed}));
    QVERIFY(terminal.link().unsent.steps.contains({order, OrderStage::Arrived}));
    QCOMPARE(must(terminal.link().heardAt), lostAt);
    QCOMPARE(gateway.live.situation().orders().find(order)->stage, OrderStage::Issued);
    // What cannot be is refused here as there.
    QCOMPARE(refusalOf(terminal.advance(order, OrderStage::Signed)).code, RefusalCode::OutOfTurn);
    gateway.line.restore();
    QVERIFY(terminal.isSent());
    const Order& there = *gateway.live.situation().orders().find(order);
    QCOMPARE(there.stage, OrderStage::Arrived);
    QCOMPARE(must(there.reached(OrderStage::Signed)), signedAt); // when it happened, not when it came
    QCOMPARE(gateway.count(incident, u"order.signed"_s), 1);
    QCOMPARE(gateway.count(incident, u"order.arrived"_s), 1);
    QVERIFY(terminal.link().unsent.steps.isEmpty());
    QCOMPARE(*terminal.order(order), there);
}

void LinkTest::keepsTheOutboxOverARestart() {
    Gateway gateway;
    const IncidentId incident = gateway.live.report(u"here"_s, 32.05, 118.55);
    const OrderId order = gateway.order(incident);
    Terminal terminal(gateway.line.url(), gateway.token);
    QVERIFY(terminal.stands(order, OrderStage::Issued));
    gateway.line.cut();
    QVERIFY(terminal.isLost());
    QVERIFY(terminal.advance(order, OrderStage::Signed).has_value());
    const auto heard = terminal.link().heardAt;
    terminal.restart();
    // Nobody has answered since, and all of it is there.
    QVERIFY(!terminal.link().isUp);
    QVERIFY(must(terminal.link().heardAt) <= must(heard));
    QVERIFY(terminal.stands(order, OrderStage::Signed));
    QCOMPARE(terminal.link().waiting, 1);
    QVERIFY(terminal.advance(order, OrderStage::UnderWay).has_value());
    terminal.restart();
    QVERIFY(terminal.stands(order, OrderStage::UnderWay));
    QCOMPARE(terminal.link().waiting, 2);
    gateway.line.restore();
    QVERIFY(terminal.isSent());
    QCOMPARE(gateway.live.situation().orders().find(order)->stage, OrderStage::UnderWay);
    QCOMPARE(gateway.count(incident, u"order.signed"_s), 1);
    QCOMPARE(gateway.count(incident, u"order.under_way"_s), 1);
    terminal.restart();
    QVERIFY(terminal.isSent());
    QCOMPARE(gateway.count(incident, u"order.signed"_s), 1);
}

void LinkTest::doesNothingTwiceWhereTheAnswerWasLost() {
    Gateway gateway;
    const IncidentId incident = gateway.live.report(u"here"_s, 32.05, 118.55);
    const OrderId order = gateway.order(incident);
    Terminal terminal(gateway.line.url(), gateway.token);
    QVERIFY(terminal.stands(order, OrderStage::Issued));
    gateway.line.loseNextAnswer();
    const OrderStage steps[] = {OrderStage::Signed, OrderStage::UnderWay, OrderStage::Arrived};
    for (const OrderStage step : steps)
        QVERIFY(terminal.advance(order, step).has_value());
    QVERIFY(terminal.isSent());
    QCOMPARE(gateway.line.lost(), 1);
    QCOMPARE(gateway.count(incident, u"order.signed"_s), 1);
    QCOMPARE(gateway.count(incident, u"order.under_way"_s), 1);
    QCOMPARE(gateway.count(incident, u"order.arrived"_s), 1);
    QVERIFY(terminal.link().refused.isEmpty()); // the second time is no contradiction
}

void LinkTest::putsWhatNoLongerFitsBeforeTheCrew() {
    Gateway gateway;
    const IncidentId incident = gateway.live.report(u"here"_s, 32.05, 118.55);
    const OrderId order = gateway.order(incident);
    Terminal terminal(gateway.line.url(), gateway.token);
    QVERIFY(terminal.stands(order, OrderStage::Issued));
    gateway.line.cut();
    QVERIFY(terminal.isLost());
    QVERIFY(terminal.advance(order, OrderStage::Signed).has_value());
    QVERIFY(terminal.ask(AskReinforcement{.order = order, .text = u"two of them"_s}).has_value());
    gateway.live.ask(
        u"bureau",
        AdvanceOrder{.order = order, .to = OrderStage::Cancelled, .text = u"sent 1A14"_s, .disposition = {}});
    gateway.line.restore();
    QVERIFY(terminal.isSent());
    QTRY_COMPARE(terminal.link().refused.size(), 2);
    const LateRefusal first = terminal.link().refused.constFirst();
    QCOMPARE(first.refusal.code, RefusalCode::OrderOver);
    QCOMPARE(std::get<AdvanceOrder>(first.request.command).to, OrderStage::Signed);
    QCOMPARE(std::get<AskReinforcement>(terminal.link().refused.constLast().request.command).text,
             u"two of them"_s); // the words are not lost
    // The desk's version is what is shown now.
    QVERIFY(terminal.stands(order, OrderStage::Cancelled));
    // It stays until somebody has read it, over a restart too.
    terminal.restart();
    QTRY_COMPARE(terminal.link().refused.size(), 2);
    terminal.desk->link()->dismiss(first.request.id);
    QTRY_COMPARE(terminal.link().refused.size(), 1);
    terminal.restart();
    QCOMPARE(terminal.link().refused.size(), 1);
}

void LinkTest::ownIncidentAndItsReportGoTogether() {
    Gateway gateway;
    Terminal terminal(gateway.line.url(), gateway.token);
    QVERIFY(
        terminal.knows([](const Situation& s) { return s.units().find(code<UnitId>(u"1A12")) != nullptr; }));
    gateway.line.cut();
    QVERIFY(terminal.isLost());
    const UnitId unit = code<UnitId>(u"1A12");
    QVERIFY(
        terminal
            .ask(InitiateIncident{.unit = unit,
                                  .details = {.text = u"a stop"_s,
                                              .type = code<TypeCode>(u"traffic"),
                                              .level = Level::Routine,
                                              .place = {.at = GeoPoint::from(32.05, 118.54), .address = {}},
                                              .callers = {},
                                              .hazards = {}}})
            .has_value());
    QVERIFY(terminal.unit()->order);
    const OrderId order = must(terminal.unit()->order);
    const IncidentId incident = terminal.order(order)->incident;
    QTRY_VERIFY(terminal.link().unsent.incidents.contains(incident));
    QVERIFY(terminal.advance(order, OrderStage::Reported, u"all in order"_s).has_value());
    // Meanwhile another incident takes the number that this one would have had.
    const IncidentId other = gateway.live.report(u"elsewhere"_s, 32.05, 118.65);
    gateway.line.restore();
    QVERIFY(terminal.isSent());
    QVERIFY(terminal.link().refused.isEmpty());
    const Order* there = gateway.live.situation().orders().find(order);
    QVERIFY(there);
    QCOMPARE(there->stage, OrderStage::Reported);
    QCOMPARE(there->report, u"all in order"_s);
    QVERIFY(gateway.live.situation().incidents().find(incident)->number !=
            gateway.live.situation().incidents().find(other)->number);
    QCOMPARE(terminal.situation().incidents().find(incident)->number,
             gateway.live.situation().incidents().find(incident)->number);
}

void LinkTest::sendsAnEmergencyFirst() {
    Gateway gateway;
    const IncidentId incident = gateway.live.report(u"here"_s, 32.05, 118.55);
    const OrderId order = gateway.order(incident);
    Terminal terminal(gateway.line.url(), gateway.token);
    QVERIFY(terminal.stands(order, OrderStage::Issued));
    gateway.line.cut();
    QVERIFY(terminal.isLost());
    QVERIFY(terminal.advance(order, OrderStage::Signed).has_value());
    const UnitId unit = code<UnitId>(u"1A12");
    QVERIFY(terminal.ask(RaiseEmergency{.unit = unit, .source = EmergencySource::Crew, .text = {}, .at = {}})
                .has_value());
    QVERIFY(terminal.unit()->emergency);
    QTRY_VERIFY(terminal.link().unsent.emergencies.contains(unit));
    qint64 raised = 0;
    qint64 signedAt = 0;
    QObject watch;
    connect(&gateway.live.desk(), &Desk::changed, &watch, [&] {
        const qint64 seq = gateway.live.situation().seq();
        if (!raised && gateway.unit(u"1A12").emergency)
            raised = seq;
        if (!signedAt && gateway.live.situation().orders().find(order)->stage == OrderStage::Signed)
            signedAt = seq;
    });
    gateway.line.restore();
    QVERIFY(terminal.isSent());
    QTRY_VERIFY(raised > 0 && signedAt > 0);
    QVERIFY(raised <= signedAt);
    QVERIFY(terminal.link().unsent.emergencies.isEmpty());
    gateway.live.ask(u"bureau", AcknowledgeEmergency{unit});
    QVERIFY(terminal.knows([&](const Situation& s) {
        const Unit* own = s.units().find(unit);
        return own && own->emergency && own->emergency->acknowledgedBy == u"bureau";
    }));
}

void LinkTest::keepsTheTimeOfAWrongClock() {
    Gateway gateway;
    const IncidentId incident = gateway.live.report(u"here"_s, 32.05, 118.55);
    const OrderId order = gateway.order(incident);
    Terminal terminal(gateway.line.url(), gateway.token);
    terminal.own->advance(-1h); // an hour slow, before it has heard anything... and it goes on so
    QVERIFY(terminal.stands(order, OrderStage::Issued));
    QTRY_VERIFY(terminal.clock->ahead() > 30min);
    gateway.line.cut();
    QVERIFY(terminal.isLost());
    terminal.own->advance(30s);
    gateway.live.pass(30s);
    QVERIFY(terminal.advance(order, OrderStage::Signed).has_value());
    terminal.restart(); // what it knows of its clock is kept
    terminal.own->advance(30s);
    gateway.live.pass(30s);
    QVERIFY(terminal.advance(order, OrderStage::UnderWay).has_value());
    gateway.line.restore();
    QVERIFY(terminal.isSent());
    const Order& there = *gateway.live.situation().orders().find(order);
    const Instant now = gateway.live.desk().clock().now();
    QVERIFY(now - must(there.reached(OrderStage::Signed)) >= 29s);
    QVERIFY(now - must(there.reached(OrderStage::Signed)) <= 31s);
    QVERIFY(now - must(there.reached(OrderStage::UnderWay)) <= 1s);
}

void LinkTest::startsAnewBehindAnotherJournal() {
    Gateway before;
    const IncidentId old = before.live.report(u"old"_s, 32.05, 118.55);
    const OrderId order = before.order(old);
    Terminal terminal(before.line.url(), before.token);
    QVERIFY(terminal.stands(order, OrderStage::Issued));
    before.line.cut();
    QVERIFY(terminal.isLost());
    QVERIFY(terminal.advance(order, OrderStage::Signed).has_value());
    // The site stands on another machine now, whose journal knows nothing of that order.
    Gateway after;
    after.live.pass(1h);
    after.live.ask(u"bureau", LogOff{code<UnitId>(u"2A01")});
    terminal.options.gateway = after.line.url();
    terminal.options.token = after.token;
    terminal.restart();
    QVERIFY(terminal.isSent());
    QVERIFY(terminal.knows([&](const Situation& s) { return !s.orders().find(order); }));
    QCOMPARE(terminal.unit()->status, UnitStatus::Available);
    QCOMPARE(terminal.link().refused.size(), 1); // and is not silent about it
    QCOMPARE(terminal.link().refused.constFirst().refusal.code, RefusalCode::UnknownOrder);
}

void LinkTest::saysThatItIsNotLetIn() {
    Gateway gateway;
    Terminal terminal(gateway.line.url(), "tridesk_wrong");
    QTRY_VERIFY(!terminal.link().turnedAway.isEmpty());
    QVERIFY(!terminal.link().isUp);
    // Another seat's token does not reach this one.
    terminal.options.token = gateway.grant(u"car-1A14"_s, u"seat:field:1A14"_s);
    terminal.restart();
    QTRY_VERIFY(terminal.link().turnedAway.contains("another seat"_L1));
    QVERIFY(terminal.situation().units().isEmpty());
    terminal.options.token = gateway.token;
    terminal.restart();
    QVERIFY(terminal.isUp());
    QTRY_VERIFY(terminal.link().turnedAway.isEmpty());
}

void LinkTest::takesBackWhatWasRecalled() {
    Gateway gateway;
    const IncidentId incident = gateway.live.report(u"here"_s, 32.05, 118.55);
    const Terminal terminal(gateway.line.url(), gateway.token);
    QVERIFY(terminal.isUp());
    gateway.live.ask(u"bureau", IssueOrder{.incident = incident,
                                           .to = code<UnitId>(u"1A12"),
                                           .role = OrderRole::Primary,
                                           .text = u"go"_s,
                                           .overrideReason = {}});
    const OrderId order = gateway.live.ordersOf(incident).constFirst();
    QVERIFY(terminal.stands(order, OrderStage::Issued));
    gateway.live.ask(u"bureau", RecallOrder{order});
    QVERIFY(terminal.knows([&](const Situation& s) { return !s.incidents().find(incident); }));
    QVERIFY(!terminal.order(order));
    QCOMPARE(terminal.unit()->status, UnitStatus::Available);
}

void LinkTest::isOneSeatsAndOneProgrammes() {
    Gateway gateway;
    Terminal terminal(gateway.line.url(), gateway.token);
    QVERIFY(terminal.isUp());
    const QString file = terminal.folder.filePath(u"link.db"_s);
    const auto second = LinkStore::open(file, u"field:1A12"_s);
    QVERIFY(!second);
    QCOMPARE(second.error().code, JournalFault::Code::Locked);
    terminal.desk.reset();
    const auto other = LinkStore::open(file, u"field:1A14"_s);
    QVERIFY(!other);
    QVERIFY(other.error().detail.contains("field:1A12"_L1));
}

/// A whole job, and the line breaks wherever it likes: at the end both sides say the same, and each step is
/// there once.
void LinkTest::survivesManyCuts() {
    Gateway gateway;
    Terminal terminal(gateway.line.url(), gateway.token);
    QVERIFY(terminal.isUp());
    std::mt19937 random(20261121);
    QStringList expected;
    for (int job = 0; job < 6; ++job) {
        const IncidentId incident = gateway.live.report(u"job %1"_s.arg(job), 32.05, 118.55);
        const OrderId order = gateway.order(incident);
        QVERIFY(terminal.stands(order, OrderStage::Issued));
        terminal.own->advance(7s); // a clock goes on while nothing is heard
        for (const OrderStage step :
             {OrderStage::Signed, OrderStage::UnderWay, OrderStage::Arrived, OrderStage::Reported}) {
            switch (random() % 5) {
            case 0:
                gateway.line.cut();
                break;
            case 1:
                gateway.line.restore();
                break;
            case 2:
                gateway.line.loseNextAnswer();
                break;
            case 3:
                if (random() % 2 == 0)
                    terminal.restart();
                break;
            default:
                break;
            }
            const Outcome outcome = terminal.advance(order, step, u"words"_s);
            QVERIFY2(outcome.has_value(), outcome ? "" : qPrintable(inWords(outcome.error())));
        }
        gateway.line.restore();
        QVERIFY(terminal.isSent());
        const QStringList kinds = gateway.live.kinds(incident);
        for (const auto& kind :
             {u"order.signed"_s, u"order.under_way"_s, u"order.arrived"_s, u"order.reported"_s})
            QCOMPARE(kinds.count(kind), 1);
        QVERIFY(terminal.stands(order, OrderStage::Reported));
        QCOMPARE(*terminal.order(order), *gateway.live.situation().orders().find(order));
        gateway.live.ask(u"bureau", AdvanceOrder{.order = order,
                                                 .to = OrderStage::Closed,
                                                 .text = {},
                                                 .disposition = code<TypeCode>(u"handled")});
        QVERIFY(terminal.stands(order, OrderStage::Closed));
    }
    QVERIFY(terminal.link().refused.isEmpty());
}

QTEST_GUILESS_MAIN(LinkTest)
#include "link_test.moc"
