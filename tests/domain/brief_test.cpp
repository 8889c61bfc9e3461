// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a seat has in hand, for its successor; and how it goes over.

#include "app/domain/brief.h"
#include "tests/support/must.h"
#include "tests/support/scene.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class BriefTest : public QObject {
    Q_OBJECT

    std::unique_ptr<Scene> m_scene;

    [[nodiscard]] SeatBrief brief(QStringView seat = u"bureau", const BriefView& view = {}) const {
        return seatBrief(m_scene->situation, must(Seat::parse(seat)), m_scene->clock.now(), view);
    }
    static QList<IncidentId> incidents(const QList<SeatBrief::Job>& jobs) {
        QList<IncidentId> ids;
        for (const SeatBrief::Job& job : jobs)
            ids << job.incident;
        return ids;
    }
    void regrade(const IncidentId& id, Level level) {
        QVERIFY(m_scene->ask(u"bureau", AmendIncident{.incident = id,
                                                      .text = {},
                                                      .type = {},
                                                      .level = level,
                                                      .place = {},
                                                      .callers = {},
                                                      .hazards = {},
                                                      .reason = u"test"_s}));
    }

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
    }

    void aQuietSeatHasNothing() { QVERIFY(brief().isEmpty()); }

    void openJobsTheGravestFirstWithTheirClocks() {
        const IncidentId older = m_scene->report();
        m_scene->clock.advance(10s);
        const IncidentId newer = m_scene->report();
        const IncidentId grave = m_scene->report();
        const IncidentId closed = m_scene->report();
        regrade(grave, Level::Critical);
        QVERIFY(m_scene->ask(u"bureau", CloseIncident{closed, code<TypeCode>(u"handled"), {}}));
        const OrderId order = m_scene->issue(newer, u"1A12");
        m_scene->clock.advance(55s);
        const SeatBrief now = brief();
        QCOMPARE(incidents(now.jobs), (QList{grave, older, newer}));
        QVERIFY(now.jobs[1].isOverdue); // 65 s without an order
        QVERIFY(!now.jobs[2].isOverdue);
        QCOMPARE(now.jobs[2].stage, IncidentStage::Dispatched);
        QCOMPARE(now.jobs[2].orders, QList{order});
        QCOMPARE(now.jobs[1].place.address, u"解放路1号");
        QCOMPARE(now.at - now.jobs[1].reportedAt, Milliseconds(65s));
    }

    void whatIsHeldComesWithItsReturn() {
        const IncidentId late = m_scene->report();
        const IncidentId soon = m_scene->report();
        const Instant now = m_scene->clock.now();
        QVERIFY(m_scene->ask(u"bureau", HoldIncident{late, now + 40min, u"owner away"_s}));
        QVERIFY(m_scene->ask(u"bureau", HoldIncident{soon, now + 20min, {}}));
        QCOMPARE(incidents(brief().held), (QList{soon, late}));
        QVERIFY(brief().jobs.isEmpty());
        QCOMPARE(must(brief().held[1].hold).reason, u"owner away");
        m_scene->clock.advance(21min); // it is due again
        QCOMPARE(incidents(brief().held), QList{late});
        QCOMPARE(incidents(brief().jobs), QList{soon});
    }

    void watchedTimersAndEmergencies() {
        const IncidentId watched = m_scene->report();
        const IncidentId pinned = m_scene->report();
        std::ignore = m_scene->report();
        QVERIFY(m_scene->ask(u"bureau", FlagIncident{watched, IncidentFlag::Watch, true}));
        QVERIFY(m_scene->ask(u"bureau", FlagIncident{pinned, IncidentFlag::Pinned, true}));
        QVERIFY(m_scene->ask(u"bureau", HoldIncident{pinned, m_scene->clock.now() + 1h, {}}));
        QVERIFY(m_scene->ask(u"bureau", SetTimer{code<UnitId>(u"1A12"), 10min}));
        QVERIFY(m_scene->ask(u"bureau", SetTimer{code<UnitId>(u"2A01"), 5min}));
        QVERIFY(m_scene->ask(u"bureau",
                             RaiseEmergency{code<UnitId>(u"1A14"), EmergencySource::Desk, u"shots"_s, {}}));
        m_scene->clock.advance(6min);
        const SeatBrief now = brief();
        QCOMPARE(incidents(now.watched), (QList{watched, pinned}));
        QCOMPARE(now.timers.size(), 2);
        QCOMPARE(now.timers[0].unit, code<UnitId>(u"2A01"));
        QVERIFY(now.timers[0].isMissed && !now.timers[1].isMissed);
        QCOMPARE(now.emergencies.size(), 1);
        QCOMPARE(now.emergencies[0].emergency.text, u"shots");
    }

    void ordersThatWereNotReported() {
        const IncidentId first = m_scene->report();
        const IncidentId second = m_scene->report();
        const OrderId reported = m_scene->issue(first, u"1A12");
        const OrderId arrived = m_scene->issue(second, u"2A01");
        m_scene->clock.advance(recallWindow);
        for (const OrderId& id : {reported, arrived})
            QVERIFY(m_scene->ask(u"bureau", AdvanceOrder{id, OrderStage::Arrived, {}, {}}));
        QVERIFY(m_scene->ask(u"bureau", AdvanceOrder{reported, OrderStage::Reported, u"done"_s, {}}));
        const SeatBrief now = brief();
        QCOMPARE(now.unreported.size(), 1);
        QCOMPARE(now.unreported[0].order, arrived);
        QCOMPARE(now.unreported[0].stage, OrderStage::Arrived);
        QVERIFY(brief(u"bureau:2").unreported.isEmpty()); // given by another desk
    }

    void messagesThatStandAndWait() {
        const Instant now = m_scene->clock.now();
        const auto send = [&](QStringView seat, QList<Addressee> to, MessageKind kind, Milliseconds stands) {
            const auto sent = m_scene->ask(
                seat, SendMessage{.to = std::move(to),
                                  .text = u"text"_s,
                                  .incident = {},
                                  .kind = kind,
                                  .expiresAt = stands > 0ms ? std::optional(now + stands) : std::nullopt});
            return std::get<MessageSent>(decode(sent->first().fact).value()).message;
        };
        const Addressee bureau = code<PostId>(u"HQ");
        const Addressee station = code<PostId>(u"ST01");
        const Addressee car = code<UnitId>(u"1A12");
        const MessageId note = send(u"bureau", {station}, MessageKind::StatusNote, 2h);
        const MessageId bulletin = send(u"bureau", {station, car}, MessageKind::Bulletin, 1h);
        const MessageId ended = send(u"bureau", {car}, MessageKind::Bulletin, 1s);
        const MessageId received = send(u"field:1A12", {bureau}, MessageKind::Message, 0ms);
        const MessageId answered = send(u"bureau", {car}, MessageKind::Message, 0ms);
        QVERIFY(m_scene->ask(u"field:1A12", AdvanceMessage{answered, MessageStage::Acknowledged}));
        QVERIFY(m_scene->ask(u"field:1A12", AdvanceMessage{bulletin, MessageStage::Acknowledged}));
        m_scene->clock.advance(1min);
        const SeatBrief brief = this->brief();
        QCOMPARE(brief.standing, (QList{bulletin, note}));
        QCOMPARE(brief.unread, QList{received});
        QCOMPARE(brief.unanswered.size(), 1);
        QCOMPARE(brief.unanswered[0].message, bulletin);
        QCOMPARE(brief.unanswered[0].waiting, 1);
        QCOMPARE(brief.unanswered[0].of, 2);
        QVERIFY(!brief.standing.contains(ended));
        QCOMPARE(this->brief(u"station:ST01").unread, QList{bulletin});
        QCOMPARE(this->brief(u"station:ST01").standing, (QList{bulletin, note}));
    }

    void onlyWhatTheSeatMaySee() {
        const IncidentId west = m_scene->report(u"west"_s, 118.5);
        std::ignore = m_scene->report(u"east"_s, 119.5);
        QVERIFY(m_scene->ask(u"bureau", SetTimer{code<UnitId>(u"2A01"), 5min}));
        const BriefView view{
            .incident = [](const Incident& incident) { return incident.post == code<PostId>(u"ST01"); },
            .unit = [](const Unit& unit) { return unit.definition.post == code<PostId>(u"ST01"); }};
        QCOMPARE(incidents(brief(u"station:ST01", view).jobs), QList{west});
        QVERIFY(brief(u"station:ST01", view).timers.isEmpty());
    }

    void onlyWhatMayBeRead() {
        const IncidentId incident = m_scene->report(u"west"_s, 118.5);
        QVERIFY(m_scene->ask(u"bureau", HoldIncident{incident, m_scene->clock.now() + 1h, u"SECRET"_s}));
        QVERIFY(m_scene->ask(u"field:1A12", SendMessage{{code<PostId>(u"HQ")}, u"SECRET"_s, incident}));
        const BriefView view{.message = [](const Message& message) { return !message.incident; },
                             .shown =
                                 [](Incident shown) {
                                     if (shown.hold)
                                         shown.hold->reason.clear();
                                     return shown;
                                 }};
        QCOMPARE(must(brief().held.at(0).hold).reason, u"SECRET");
        QCOMPARE(must(brief(u"bureau", view).held.at(0).hold).reason, QString());
        QCOMPARE(brief().unread.size(), 1);
        QVERIFY(brief(u"bureau", view).unread.isEmpty());
    }

    void aHandoverIsSignedByTwo() {
        const Actor goes{must(Seat::parse(u"bureau")), u"li"_s};
        const Actor comes{must(Seat::parse(u"bureau")), u"wang"_s};
        QVERIFY(!standingHandover(m_scene->situation, u"bureau"_s));
        QVERIFY(m_scene->ask(goes, OfferHandover{u"first"_s, {}}));
        m_scene->clock.advance(1min);
        QVERIFY(m_scene->ask(goes, OfferHandover{u"again"_s, u"the van is still there"_s}));
        const Handover* offered = standingHandover(m_scene->situation, u"bureau"_s);
        QVERIFY(offered);
        QCOMPARE(offered->brief, u"again");
        QVERIFY(!standingHandover(m_scene->situation, u"bureau:2"_s));
        const HandoverId id = offered->id;
        QCOMPARE(refusalOf(m_scene->ask(goes, TakeHandover{id, {}})).code, RefusalCode::SameUser);
        m_scene->clock.advance(1min);
        QVERIFY(m_scene->ask(comes, TakeHandover{id, u"read"_s}));
        const Handover& signedOne = *m_scene->situation.handovers().find(id);
        QCOMPARE(signedOne.from, u"li");
        QCOMPARE(signedOne.takenBy, u"wang");
        QCOMPARE(must(signedOne.takenAt) - signedOne.offeredAt, Milliseconds(1min));
        // the one before it does not stand again
        QVERIFY(!standingHandover(m_scene->situation, u"bureau"_s));
    }
};

QTEST_GUILESS_MAIN(BriefTest)
#include "brief_test.moc"
