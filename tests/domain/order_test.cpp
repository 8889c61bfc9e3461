// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/deadlines.h"
#include "tests/support/must.h"
#include "tests/support/scene.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

QStringList kinds(const Result<QList<Entry>>& made) {
    QStringList found;
    for (const Entry& entry : made.value_or(QList<Entry>()))
        found.append(entry.fact.kind);
    return found;
}

RefusalCode why(const Result<QList<Entry>>& made) {
    return made ? RefusalCode(-1) : made.error().code;
}

AdvanceOrder to(const OrderId& order, OrderStage stage, const QString& text = {}) {
    return {order, stage, text, {}};
}

} // namespace

/// The receipt chain: every step that leads on, and every one that is refused.
class OrderTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Scene> m_scene;
    IncidentId m_incident;

    OrderId released(QStringView unit = u"1A12", QStringView seat = u"bureau") {
        const OrderId order = m_scene->issue(m_incident, unit, seat);
        m_scene->clock.advance(recallWindow);
        return order;
    }

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        m_incident = m_scene->report();
    }

    void goesThroughTheWholeChain() {
        const OrderId order = released();
        QCOMPARE(m_scene->unit(u"1A12").status, UnitStatus::Dispatched);
        const std::tuple<OrderStage, UnitStatus, IncidentStage> steps[] = {
            {OrderStage::Delivered, UnitStatus::Dispatched, IncidentStage::Dispatched},
            {OrderStage::Shown, UnitStatus::Dispatched, IncidentStage::Dispatched},
            {OrderStage::Signed, UnitStatus::Signed, IncidentStage::Dispatched},
            {OrderStage::UnderWay, UnitStatus::EnRoute, IncidentStage::EnRoute},
            {OrderStage::Arrived, UnitStatus::OnScene, IncidentStage::OnScene},
            {OrderStage::Reported, UnitStatus::Reporting, IncidentStage::Reported},
            {OrderStage::Closed, UnitStatus::Available, IncidentStage::Reported},
        };
        for (const auto& [stage, status, phase] : steps) {
            m_scene->clock.advance(std::chrono::seconds(10));
            QVERIFY(m_scene->ask(u"field:1A12", to(order, stage)));
            QCOMPARE(m_scene->order(order).stage, stage);
            QCOMPARE(m_scene->order(order).reached(stage), m_scene->clock.now());
            QCOMPARE(m_scene->unit(u"1A12").status, status);
            QCOMPARE(m_scene->incident(m_incident).stage, phase);
        }
    }

    void aCrewThatArrivedHasSignedAndSetOut() {
        const OrderId order = released();
        QCOMPARE(kinds(m_scene->ask(u"field:1A12", to(order, OrderStage::Arrived))),
                 (QStringList{u"order.signed"_s, u"order.under_way"_s, u"order.arrived"_s}));
        QVERIFY(!m_scene->order(order).reached(OrderStage::Shown));
    }

    void neverGoesBack() {
        const OrderId order = released();
        QVERIFY(m_scene->ask(u"field:1A12", to(order, OrderStage::Arrived)));
        for (const OrderStage back : {OrderStage::Delivered, OrderStage::Signed, OrderStage::Arrived})
            QCOMPARE(why(m_scene->ask(u"field:1A12", to(order, back))), RefusalCode::OutOfTurn);
        QCOMPARE(why(m_scene->ask(u"bureau", to(order, OrderStage::Closed))), RefusalCode::OutOfTurn);
        QCOMPARE(why(m_scene->ask(u"field:1A12", to(order, OrderStage::Refused, u"no"_s))),
                 RefusalCode::OutOfTurn);
        QCOMPARE(why(m_scene->ask(u"bureau", to(order, OrderStage::Issued))), RefusalCode::OutOfTurn);
    }

    void endsOnlyOnce() {
        const OrderId order = released();
        QCOMPARE(why(m_scene->ask(u"bureau", to(order, OrderStage::Cancelled))), RefusalCode::ReasonNeeded);
        QVERIFY(m_scene->ask(u"bureau", to(order, OrderStage::Cancelled, u"caller withdrew"_s)));
        QCOMPARE(m_scene->unit(u"1A12").status, UnitStatus::Available);
        QCOMPARE(m_scene->incident(m_incident).stage, IncidentStage::Pending);
        for (const OrderStage stage : {OrderStage::Signed, OrderStage::Closed, OrderStage::Cancelled})
            QCOMPARE(why(m_scene->ask(u"bureau", to(order, stage, u"again"_s))), RefusalCode::OrderOver);
    }

    void isRecalledOnlyBeforeItIsReleased() {
        const OrderId order = m_scene->issue(m_incident, u"1A12");
        QCOMPARE(why(m_scene->ask(u"field:1A12", to(order, OrderStage::Signed))),
                 RefusalCode::OrderNotReleased);
        m_scene->clock.advance(recallWindow - Milliseconds(1));
        QCOMPARE(kinds(m_scene->ask(u"bureau", RecallOrder{order})), QStringList{u"order.recalled"_s});
        QCOMPARE(m_scene->unit(u"1A12").status, UnitStatus::Available);
        QCOMPARE(why(m_scene->ask(u"bureau", RecallOrder{order})), RefusalCode::OrderOver);
        QCOMPARE(why(m_scene->ask(u"bureau", RecallOrder{released()})), RefusalCode::OrderReleased);
    }

    void aBusyUnitNeedsAReason() {
        const OrderId first = released();
        const IncidentId other = m_scene->report(u"fight"_s);
        const IssueOrder second{other, code<UnitId>(u"1A12"), OrderRole::Primary, {}, {}};
        const auto refused = m_scene->ask(u"bureau", second);
        QCOMPARE(why(refused), RefusalCode::UnitBusy);
        QCOMPARE(refused.error().value, incidentNumberText(m_scene->incident(m_incident).number));
        IssueOrder reasoned = second;
        reasoned.overrideReason = u"nearer, knife"_s;
        QCOMPARE(kinds(m_scene->ask(u"bureau", reasoned)),
                 (QStringList{u"order.cancelled"_s, u"order.issued"_s}));
        QCOMPARE(m_scene->order(first).report, u"nearer, knife"_s);
        QCOMPARE(m_scene->incident(m_incident).stage, IncidentStage::Pending);
        QCOMPARE(m_scene->unit(u"1A12").status, UnitStatus::Dispatched);
    }

    void anOrderNeedsSomebodyToCarryItOut() {
        const auto issue = [this](const Addressee& to) {
            return why(m_scene->ask(u"bureau", IssueOrder{m_incident, to, OrderRole::Primary, {}, {}}));
        };
        QCOMPARE(issue(code<UnitId>(u"9Z99")), RefusalCode::UnknownUnit);
        QCOMPARE(issue(code<PostId>(u"ST99")), RefusalCode::UnknownPost);
        QVERIFY(m_scene->ask(u"bureau", LogOff{code<UnitId>(u"1A14")}));
        QCOMPARE(issue(code<UnitId>(u"1A14")), RefusalCode::UnitOff);
        released();
        QCOMPARE(issue(code<UnitId>(u"1A12")), RefusalCode::AlreadyAssigned);
    }

    void aCrewCarriesItsDutyRoomsOrderAlong() {
        const auto toPost = m_scene->ask(
            u"bureau", IssueOrder{m_incident, code<PostId>(u"ST01"), OrderRole::Primary, {}, {}});
        const OrderId above = std::get<OrderIssued>(decode(toPost->first().fact).value()).order;
        m_scene->clock.advance(recallWindow);
        const OrderId below = released(u"1A12", u"station:ST01");
        QCOMPARE(m_scene->order(above).stage, OrderStage::Signed);
        QCOMPARE(m_scene->order(below).parent, above);
        QVERIFY(m_scene->ask(u"field:1A12", to(below, OrderStage::Arrived)));
        QCOMPARE(m_scene->order(above).stage, OrderStage::Arrived);
        QVERIFY(m_scene->ask(u"field:1A12", to(below, OrderStage::Reported, u"towed"_s)));
        QCOMPARE(m_scene->order(above).report, u"towed"_s);
        QVERIFY(m_scene->ask(u"bureau", CloseIncident{m_incident, code<TypeCode>(u"handled"), {}}));
        QCOMPARE(m_scene->order(above).stage, OrderStage::Closed);
        QCOMPARE(m_scene->order(below).stage, OrderStage::Closed);
    }

    void eachHopHasItsDeadline() {
        const auto due = [this](const OrderId& order) {
            return deadline(m_scene->situation, m_scene->order(order));
        };
        const Instant reported = m_scene->clock.now();
        QCOMPARE(must(deadline(m_scene->situation, m_scene->incident(m_incident))).due,
                 reported + std::chrono::seconds(60));
        const OrderId order = released();
        QCOMPARE(must(due(order)).kind, DeadlineKind::Sign);
        QCOMPARE(must(due(order)).due, m_scene->clock.now() + std::chrono::seconds(60));
        QVERIFY(m_scene->ask(u"field:1A12", to(order, OrderStage::Signed)));
        QCOMPARE(must(due(order)).due, m_scene->clock.now() + std::chrono::minutes(5));
        QVERIFY(m_scene->ask(u"field:1A12", to(order, OrderStage::Arrived)));
        QCOMPARE(must(due(order)).kind, DeadlineKind::Report);
        QVERIFY(m_scene->ask(u"field:1A12", to(order, OrderStage::Reported)));
        QVERIFY(!due(order));
    }
};

QTEST_GUILESS_MAIN(OrderTest)
#include "order_test.moc"
