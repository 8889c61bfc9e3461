// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/alert_watch.h"
#include "app/desk/clockwork.h"
#include "tests/support/live_desk.h"

#include <QSignalSpy>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A seat, and what it was called for, in order.
class Listener {
public:
    Listener(Desk& desk, QStringView seat)
        : m_desk(desk, actor(seat))
        , m_watch(m_desk) {
        QObject::connect(&m_watch, &AlertWatch::alerted, &m_desk,
                         [this](const Alert& alert) { m_heard.append(alert); });
    }
    [[nodiscard]] QList<AlertFamily> heard() const {
        QList<AlertFamily> families;
        for (const Alert& alert : m_heard)
            families.append(alert.family);
        return families;
    }
    [[nodiscard]] const QList<Alert>& alerts() const { return m_heard; }
    [[nodiscard]] AlertWatch& watch() { return m_watch; }
    void forget() { m_heard.clear(); }

private:
    SeatDesk m_desk;
    AlertWatch m_watch;
    QList<Alert> m_heard;
};

using Heard = QList<AlertFamily>;

} // namespace

class AlertWatchTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<LiveDesk> m_live;

    IncidentId report(Level level) {
        return m_live->report(
            {.text = u"crash"_s,
             .type = code<TypeCode>(u"traffic.accident"),
             .level = level,
             .place = {.at = GeoPoint::from(32.05, 118.55), .address = u"Linjiang Road 5"_s},
             .callers = {},
             .hazards = {}});
    }
    OrderId order(const IncidentId& incident, QStringView seat, QStringView unit) {
        m_live->ask(
            seat,
            IssueOrder{.incident = incident, .to = code<UnitId>(unit), .text = {}, .overrideReason = {}});
        return m_live->ordersOf(incident).constLast();
    }

private Q_SLOTS:
    void init() { m_live = std::make_unique<LiveDesk>(); }

    void callsForWhatIsUrgentAndWhoSeesIt() {
        Listener bureau(m_live->desk(), u"bureau");
        Listener own(m_live->desk(), u"station:ST01");
        Listener other(m_live->desk(), u"station:ST02");
        Listener crew(m_live->desk(), u"field:1A12");
        report(Level::Routine);
        const IncidentId urgent = report(Level::Critical);
        QTRY_COMPARE(bureau.heard(), Heard{AlertFamily::UrgentIncident});
        QCOMPARE(bureau.alerts().constFirst().incident, urgent);
        QTRY_COMPARE(own.heard(), Heard{AlertFamily::UrgentIncident});
        QCOMPARE(other.heard(), Heard());
        QCOMPARE(crew.heard(), Heard());
    }

    void callsOnceForWhatBecameUrgent() {
        const IncidentId incident = report(Level::Routine);
        Listener bureau(m_live->desk(), u"bureau");
        const auto grade = [&](Level level) {
            AmendIncident amend;
            amend.incident = incident;
            amend.level = level;
            amend.reason = u"more is known"_s;
            return m_live->ask(u"bureau", amend);
        };
        QVERIFY(grade(Level::Urgent));
        QTRY_COMPARE(bureau.heard(), Heard{AlertFamily::UrgentIncident});
        QVERIFY(grade(Level::Critical));
        QVERIFY(m_live->ask(u"bureau", AddNote{incident, u"a second car"_s}));
        QCOMPARE(bureau.heard().size(), 1);
    }

    void callsAnAddresseeOnceItMaySeeItsOrder() {
        const IncidentId incident = report(Level::Routine);
        Listener crew(m_live->desk(), u"field:1A12");
        Listener neighbour(m_live->desk(), u"field:1A14");
        order(incident, u"bureau", u"1A12");
        QCOMPARE(crew.heard(), Heard());
        m_live->pass(recallWindow);
        QTRY_COMPARE(crew.heard(), Heard{AlertFamily::Assigned});
        QCOMPARE(neighbour.heard(), Heard());
    }

    void callsAPostWhoseUnitWasOrderedOverItsHead() {
        const IncidentId incident = report(Level::Routine);
        Listener own(m_live->desk(), u"station:ST01");
        Listener other(m_live->desk(), u"station:ST02");
        const OrderId direct = order(incident, u"bureau", u"1A12");
        QCOMPARE(own.heard(), Heard());
        m_live->pass(recallWindow);
        QTRY_COMPARE(own.heard(), Heard{AlertFamily::Assigned});
        QCOMPARE(own.alerts().constFirst().notice, NoticeKind::Bypassed);
        QCOMPARE(own.alerts().constFirst().order, direct);
        QCOMPARE(own.alerts().constFirst().unit, code<UnitId>(u"1A12"));
        own.forget();
        QVERIFY(m_live->ask(
            u"field:1A12",
            AdvanceOrder{.order = direct, .to = OrderStage::Signed, .text = {}, .disposition = {}}));
        QVERIFY(m_live->ask(u"station:ST01", AcknowledgeNotice{direct, code<PostId>(u"ST01")}));
        QCOMPARE(own.heard(), Heard()); // once
        QCOMPARE(other.heard(), Heard());
    }

    void callsAPostWhoseOrderWasDroppedForAnother() {
        const IncidentId first = report(Level::Routine);
        const IncidentId second = report(Level::Routine);
        order(first, u"station:ST01", u"1A12");
        m_live->pass(recallWindow);
        Listener own(m_live->desk(), u"station:ST01");
        QVERIFY(m_live->ask(u"bureau", IssueOrder{.incident = second,
                                                  .to = code<UnitId>(u"1A12"),
                                                  .text = {},
                                                  .overrideReason = u"shots fired"_s}));
        // recalled at once: nobody went, but the station's order stays dropped
        QVERIFY(m_live->ask(u"bureau", RecallOrder{m_live->ordersOf(second).constLast()}));
        QTRY_COMPARE(own.heard(), Heard{AlertFamily::Assigned});
        QCOMPARE(own.alerts().constFirst().notice, NoticeKind::Overridden);
    }

    void neverCallsForARecalledOrder() {
        const IncidentId incident = report(Level::Routine);
        Listener crew(m_live->desk(), u"field:1A12");
        const OrderId recalled = order(incident, u"bureau", u"1A12");
        QVERIFY(m_live->ask(u"bureau", RecallOrder{recalled}));
        m_live->pass(recallWindow);
        const OrderId standing = order(incident, u"bureau", u"1A12");
        m_live->pass(recallWindow);
        QTRY_COMPARE(crew.heard(), Heard{AlertFamily::Assigned});
        QCOMPARE(crew.alerts().constFirst().order, standing);
    }

    void callsOnceForASafetyCheckThatWasNotAnswered() {
        QVERIFY(m_live->ask(u"station:ST01", SetTimer{.unit = code<UnitId>(u"1A12"), .every = 60s}));
        Listener bureau(m_live->desk(), u"bureau");
        Listener own(m_live->desk(), u"station:ST01");
        Listener other(m_live->desk(), u"station:ST02");
        Clockwork clockwork(m_live->desk());
        m_live->pass(61s);
        clockwork.tick();
        QTRY_COMPARE(bureau.heard(), Heard{AlertFamily::Overdue});
        QTRY_COMPARE(own.heard(), Heard{AlertFamily::Overdue});
        QVERIFY(bureau.alerts().constFirst().check);
        QCOMPARE(bureau.alerts().constFirst().unit, code<UnitId>(u"1A12"));
        bureau.forget();
        // answered, and missed again: that is news
        QVERIFY(m_live->ask(u"station:ST01", ResetTimers{{code<UnitId>(u"1A12")}}));
        QCOMPARE(bureau.heard(), Heard());
        m_live->pass(61s);
        clockwork.tick();
        QTRY_COMPARE(bureau.heard(), Heard{AlertFamily::Overdue});
        QCOMPARE(other.heard(), Heard());
    }

    void callsForEachDeadlineThatPassed() {
        const IncidentId pending = report(Level::Routine);
        const IncidentId given = report(Level::Routine);
        const OrderId unsigned_ = order(given, u"station:ST01", u"1A12");
        Listener bureau(m_live->desk(), u"bureau");
        Listener other(m_live->desk(), u"station:ST02");
        Clockwork clockwork(m_live->desk());
        m_live->pass(90s);
        clockwork.tick();
        QTRY_COMPARE(bureau.heard(), (Heard{AlertFamily::Overdue, AlertFamily::Overdue}));
        QSet<IncidentId> about;
        for (const Alert& alert : bureau.alerts()) {
            about.insert(alert.incident);
            QCOMPARE(alert.deadline, alert.incident == pending ? DeadlineKind::Dispatch : DeadlineKind::Sign);
        }
        QCOMPARE(about, (QSet<IncidentId>{pending, given}));
        QCOMPARE(other.heard(), Heard());
        bureau.forget();
        QVERIFY(m_live->ask(u"station:ST01", ChaseOrder{unsigned_, u"where are you?"_s}));
        QTRY_COMPARE(bureau.heard(), Heard{AlertFamily::Overdue});
    }

    void callsForMessagesToThisSeatOnly() {
        Listener station(m_live->desk(), u"station:ST01");
        Listener other(m_live->desk(), u"station:ST02");
        Listener bureau(m_live->desk(), u"bureau");
        QVERIFY(m_live->ask(
            u"bureau", SendMessage{.to = {code<PostId>(u"ST01")}, .text = u"Call me."_s, .incident = {}}));
        QTRY_COMPARE(station.heard(), Heard{AlertFamily::Message});
        QCOMPARE(other.heard(), Heard());
        QCOMPARE(bureau.heard(), Heard());
        const MessageId message = station.alerts().constFirst().message;
        QVERIFY(m_live->ask(u"station:ST01", AdvanceMessage{message, MessageStage::Shown}));
        QCOMPARE(station.heard().size(), 1);
    }

    void ringsUntilAnEmergencyIsTaken() {
        Listener bureau(m_live->desk(), u"bureau");
        Listener crew(m_live->desk(), u"field:1A12");
        QSignalSpy ringing(&bureau.watch(), &AlertWatch::ringingChanged);
        QVERIFY(
            m_live->ask(u"field:1A12", RaiseEmergency{.unit = code<UnitId>(u"1A12"), .text = {}, .at = {}}));
        QTRY_COMPARE(bureau.heard(), Heard{AlertFamily::Emergency});
        QVERIFY(bureau.watch().isRinging());
        QCOMPARE(crew.heard(), Heard()); // its own car stays silent
        QVERIFY(!crew.watch().isRinging());
        Listener late(m_live->desk(),
                      u"bureau:2"); // sat down since: it rings there too, though nothing is news
        QVERIFY(late.watch().isRinging());
        QCOMPARE(late.heard(), Heard());
        QVERIFY(m_live->ask(u"bureau", AcknowledgeEmergency{code<UnitId>(u"1A12")}));
        QTRY_VERIFY(!bureau.watch().isRinging());
        QTRY_VERIFY(!late.watch().isRinging());
        QCOMPARE(ringing.size(), 2);
        QCOMPARE(bureau.heard().size(), 1);
    }

    void tellsWhatABodyCameraSays() {
        Listener bureau(m_live->desk(), u"bureau");
        Listener other(m_live->desk(), u"station:ST02");
        Listener crew(m_live->desk(), u"field:1A12");
        const auto sign = [&](CameraSign said) {
            return m_live->ask(u"machine:cameras", NoteCameraSign{code<UnitId>(u"1A12"), said});
        };
        QVERIFY(sign(CameraSign::Recording) && sign(CameraSign::WeaponDrawn));
        QTRY_COMPARE(bureau.heard(), (Heard{AlertFamily::Status, AlertFamily::Status}));
        QCOMPARE(bureau.alerts().constLast().sign, CameraSign::WeaponDrawn);
        QVERIFY(sign(CameraSign::WeaponHolstered) && sign(CameraSign::WeaponDrawn));
        QTRY_COMPARE(bureau.heard().size(), 3); // drawn again
        QCOMPARE(other.heard(), Heard());
        QCOMPARE(crew.heard(), Heard());
    }

    void tellsOnceWhoCameFreeForWhatWaits() {
        const OrderId given = order(report(Level::Routine), u"bureau", u"1A12");
        const IncidentId waiting = report(Level::Routine);
        m_live->pass(recallWindow);
        HoldIncident hold{.incident = waiting, .until = {}, .reason = {}, .unit = code<UnitId>(u"1A12")};
        hold.until = SeatDesk(m_live->desk(), actor(u"bureau")).now() + usualHold;
        QVERIFY(m_live->ask(u"bureau", hold));
        m_live->pass(std::chrono::seconds(1));
        Listener own(m_live->desk(), u"station:ST01");
        Listener other(m_live->desk(), u"station:ST02");
        QVERIFY(m_live->ask(u"bureau", AdvanceOrder{.order = given,
                                                    .to = OrderStage::Cancelled,
                                                    .text = u"not needed"_s,
                                                    .disposition = {}}));
        QTRY_COMPARE(own.heard(), Heard{AlertFamily::Status});
        QVERIFY(own.alerts().constFirst().next);
        QCOMPARE(own.alerts().constFirst().incident, waiting);
        QVERIFY(m_live->ask(u"bureau", AddNote{waiting, u"still there"_s}));
        QVERIFY(m_live->ask(u"bureau", SetUnitStatus{.unit = code<UnitId>(u"1A12"),
                                                     .status = UnitStatus::AvailableAtStation,
                                                     .reason = {}}));
        QCOMPARE(own.heard().size(), 1);
        QCOMPARE(other.heard(), Heard());
    }

    void tellsWhoGaveAnOrderOfItsSteps() {
        const IncidentId incident = report(Level::Routine);
        const OrderId given = order(incident, u"station:ST01", u"1A12");
        m_live->pass(recallWindow);
        Listener giver(m_live->desk(), u"station:ST01");
        Listener bureau(m_live->desk(), u"bureau");
        for (const OrderStage stage : {OrderStage::Signed, OrderStage::UnderWay, OrderStage::Arrived})
            QVERIFY(m_live->ask(u"field:1A12",
                                AdvanceOrder{.order = given, .to = stage, .text = {}, .disposition = {}}));
        QTRY_COMPARE(giver.heard(), Heard{AlertFamily::Status});
        QCOMPARE(bureau.heard(), Heard());
    }

    void tellsWhoGaveAnOrderThatItWasRefused() {
        const OrderId given = order(report(Level::Routine), u"station:ST01", u"1A12");
        m_live->pass(recallWindow);
        Listener giver(m_live->desk(), u"station:ST01");
        Listener other(m_live->desk(), u"station:ST02");
        QVERIFY(m_live->ask(u"field:1A12", AdvanceOrder{.order = given,
                                                        .to = OrderStage::Refused,
                                                        .text = u"flat tyre"_s,
                                                        .disposition = {}}));
        QTRY_COMPARE(giver.heard(), Heard{AlertFamily::Status});
        QCOMPARE(giver.alerts().constFirst().order, given);
        QVERIFY(!giver.alerts().constFirst().reinforcement);
        QCOMPARE(other.heard(), Heard());
    }

    void callsBureauAndStationOnceForEachAskingForMoreUnits() {
        const IncidentId incident = report(Level::Routine);
        const OrderId given = order(incident, u"bureau", u"1A12");
        m_live->pass(recallWindow);
        QVERIFY(m_live->ask(
            u"field:1A12",
            AdvanceOrder{.order = given, .to = OrderStage::Signed, .text = {}, .disposition = {}}));
        Listener bureau(m_live->desk(), u"bureau:2"); // did not give the order
        Listener own(m_live->desk(), u"station:ST01");
        Listener other(m_live->desk(), u"station:ST02");
        Listener crew(m_live->desk(), u"field:1A12");
        QVERIFY(m_live->ask(u"field:1A12", AskReinforcement{given, u"two men fight"_s}));
        QTRY_COMPARE(bureau.heard(), Heard{AlertFamily::Status});
        QTRY_COMPARE(own.heard(), Heard{AlertFamily::Status});
        QVERIFY(bureau.alerts().constFirst().reinforcement);
        QCOMPARE(bureau.alerts().constFirst().unit, code<UnitId>(u"1A12"));
        QVERIFY(m_live->ask(u"bureau", AddNote{incident, u"heard"_s}));
        QCOMPARE(bureau.heard().size(), 1); // the same asking still
        order(incident, u"bureau", u"1A14");
        m_live->pass(1min);
        QVERIFY(m_live->ask(u"field:1A12", AskReinforcement{given, u"a third"_s}));
        QTRY_COMPARE(bureau.heard(), (Heard{AlertFamily::Status, AlertFamily::Status}));
        QCOMPARE(other.heard(), Heard());
        QCOMPARE(crew.heard(), Heard());
    }

    void callsOnceForALateStepAndNotForWhatIsShelved() {
        Catalogue catalogue = m_live->situation().catalogue();
        const auto step = code<TypeCode>(u"call");
        catalogue.plans = {{code<TypeCode>(u"any"), {{}, u"Any"_s}, {}, {}, {{step, {{}, u"Call"_s}, 1min}}}};
        QVERIFY(m_live->ask(u"bureau", DefineCatalogue{catalogue}));
        const IncidentId incident = report(Level::Routine);
        Listener bureau(m_live->desk(), u"bureau");
        Listener second(m_live->desk(), u"bureau:2");
        m_live->pass(2min);
        QVERIFY(m_live->ask(u"bureau:2", ShelveAlarm{u"dispatch_late/"_s + incident.toString(),
                                                     m_live->desk().clock().now() + 10min, u"no unit"_s}));
        QVERIFY(m_live->ask(u"machine:clockwork", MissStep{incident, step}));
        QTRY_COMPARE(bureau.heard(), Heard{AlertFamily::Overdue});
        QVERIFY(bureau.alerts().constFirst().step);
        QVERIFY(m_live->ask(u"bureau", AddNote{incident, u"x"_s}));
        QVERIFY(m_live->ask(u"machine:clockwork", MarkMissed{incident, {}, DeadlineKind::Dispatch}));
        QTRY_COMPARE(bureau.heard().size(), 2);
        QCOMPARE(second.heard().size(), 1); // it has put that aside
    }

    void callsTheDeskThatAnswersForTheStation() {
        for (const auto* seat : {u"bureau", u"bureau:2"})
            QVERIFY(m_live->ask(seat, OpenSeat{}));
        Listener first(m_live->desk(), u"bureau");
        Listener second(m_live->desk(), u"bureau:2");
        const IncidentId probe = report(Level::Routine);
        const PostId post = m_live->situation().incidents().find(probe)->post;
        QVERIFY(!post.isNull());
        QVERIFY(m_live->ask(u"bureau", MoveSector{{post}, {}, u"bureau:2"_s}));
        report(Level::Critical);
        QTRY_COMPARE(second.heard(), Heard{AlertFamily::UrgentIncident});
        QCOMPARE(first.heard(), Heard());
        QVERIFY(m_live->ask(u"bureau:2", CloseSeat{})); // nobody sits there: everybody hears
        report(Level::Critical);
        QTRY_COMPARE(first.heard(), Heard{AlertFamily::UrgentIncident});
    }
};

QTEST_GUILESS_MAIN(AlertWatchTest)
#include "alert_watch_test.moc"
