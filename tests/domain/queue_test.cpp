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

// What a desk does to the queue: marks, holds, merges, transfers, reopens; and what stands on screens.
class QueueTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Scene> m_scene;
    IncidentId m_id;

    const Incident& incident() const { return m_scene->incident(m_id); }

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        m_id = m_scene->report();
    }

    void marksGoOnAndOff() {
        QVERIFY(m_scene->ask(u"bureau", FlagIncident{m_id, IncidentFlag::Major, true}));
        QVERIFY(incident().has(IncidentFlag::Major));
        QCOMPARE(m_scene->ask(u"bureau", FlagIncident{m_id, IncidentFlag::Major, true})->size(), 0);
        QVERIFY(m_scene->ask(u"bureau", FlagIncident{m_id, IncidentFlag::Major, false}));
        QVERIFY(!incident().has(IncidentFlag::Major));
        QVERIFY(m_scene->ask(u"bureau", TagIncident{m_id, {u"bridge"_s, u"rain"_s}}));
        QCOMPARE(incident().tags.size(), 2);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", TagIncident{m_id, QStringList(13, u"x"_s)})).code,
                 RefusalCode::TooMany);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", TagIncident{m_id, {u" "_s}})).code, RefusalCode::Missing);
    }

    void aHoldIsBoundedAndEndsWithAnOrder() {
        const Instant now = m_scene->clock.now();
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", HoldIncident{m_id, now, {}})).field, u"until"_s);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", HoldIncident{m_id, now + 200h, {}})).code,
                 RefusalCode::Invalid);
        QVERIFY(m_scene->ask(u"bureau", HoldIncident{m_id, now + 15min, u"no car"_s}));
        QVERIFY(incident().isHeld(now));
        QVERIFY(!incident().isHeld(now + 15min));
        (void)m_scene->issue(m_id, u"1A12");
        QVERIFY(!incident().hold);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", HoldIncident{m_id, now + 15min, {}})).code,
                 RefusalCode::IncidentHasOpenOrders);
    }

    void twentyCallersOneJob() {
        for (int i = 0; i < 20; ++i)
            QVERIFY(m_scene->ask(u"bureau", MergeIncident{m_scene->report(), m_id}));
        QCOMPARE(incident().merged.size(), 20);
        QCOMPARE(m_scene->situation.openIncidents(), QSet<IncidentId>{m_id});
        const IncidentId child = incident().merged.first();
        QVERIFY(!m_scene->incident(child).details.text.isEmpty()); // still on the record
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", ReopenIncident{child, u"x"_s})).code,
                 RefusalCode::AlreadyMerged);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", SplitIncident{child, {}})).code,
                 RefusalCode::ReasonNeeded);
        QVERIFY(m_scene->ask(u"bureau", SplitIncident{child, u"other car"_s}));
        QCOMPARE(incident().merged.size(), 19);
        QCOMPARE(m_scene->incident(child).stage, IncidentStage::Pending);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", SplitIncident{child, u"x"_s})).code,
                 RefusalCode::NotMerged);
    }

    void whatIsWorkedOnIsNotMergedAway() {
        const IncidentId other = m_scene->report();
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", MergeIncident{m_id, m_id})).code, RefusalCode::Invalid);
        (void)m_scene->issue(m_id, u"1A12");
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", MergeIncident{m_id, other})).code,
                 RefusalCode::IncidentHasOpenOrders);
        QVERIFY(m_scene->ask(u"bureau", MergeIncident{other, m_id}));
    }

    void reopeningBeginsAnewWithoutOldTimers() {
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", ReopenIncident{m_id, u"x"_s})).code,
                 RefusalCode::NotClosed);
        m_scene->clock.advance(2min);
        QVERIFY(m_scene->ask(u"machine:clockwork", MarkMissed{m_id, {}, DeadlineKind::Dispatch}));
        QVERIFY(incident().dispatchMissedAt);
        QVERIFY(m_scene->ask(u"bureau", CloseIncident{m_id, code<TypeCode>(u"handled"), {}}));
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", ReopenIncident{m_id, {}})).code,
                 RefusalCode::ReasonNeeded);
        m_scene->clock.advance(1h);
        QVERIFY(m_scene->ask(u"bureau", ReopenIncident{m_id, u"called again"_s}));
        QVERIFY(!incident().dispatchMissedAt);
        QCOMPARE(must(deadline(m_scene->situation, incident())).due, m_scene->clock.now() + 60s);
        QCOMPARE(incident().reopened, 1);
        QVERIFY(incident().disposition.isNull());
    }

    void anotherAgencyTakesItAndGivesItBack() {
        QVERIFY(m_scene->ask(u"bureau", TransferIncident{m_id, u"12345"_s, u"street light"_s}));
        QVERIFY(incident().isAway());
        QVERIFY2(!deadline(m_scene->situation, incident()), "no clock of ours runs there");
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", TransferIncident{m_id, u"fire"_s, {}})).code,
                 RefusalCode::AwayAlready);
        m_scene->clock.advance(1h);
        QVERIFY(m_scene->ask(u"bureau", ReturnTransfer{m_id, u"not ours"_s}));
        QCOMPARE(must(incident().transfer).answer, u"not ours"_s);
        QCOMPARE(must(deadline(m_scene->situation, incident())).due, m_scene->clock.now() + 60s);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", ReturnTransfer{m_id, {}})).code, RefusalCode::NotAway);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", TransferIncident{m_id, {}, {}})).field, u"agency"_s);
    }

    void aBulletinStandsUntilItExpiresOrIsTakenDown() {
        SendMessage bulletin{{code<PostId>(u"ST01")}, u"white van"_s, {}, MessageKind::Bulletin, {}, {}};
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", bulletin)).field, u"expires_at"_s);
        bulletin.expiresAt = m_scene->clock.now() + 1h;
        const auto made = m_scene->ask(u"bureau", bulletin);
        const MessageId id = std::get<MessageSent>(decode(made->first().fact).value()).message;
        const auto stands = [&](Milliseconds later) {
            return m_scene->situation.messages().find(id)->stands(m_scene->clock.now() + later);
        };
        QVERIFY(stands(59min) && !stands(60min));
        QVERIFY(m_scene->ask(u"station:ST01", AdvanceMessage{id, MessageStage::Acknowledged}));
        QVERIFY(m_scene->ask(u"bureau", WithdrawMessage{id}));
        QVERIFY(!stands(0ms));
        QCOMPARE(m_scene->ask(u"bureau", WithdrawMessage{id})->size(), 0);
        bulletin.kind = MessageKind::Message;
        const auto sent = m_scene->ask(u"bureau", bulletin);
        const MessageId message = std::get<MessageSent>(decode(sent->first().fact).value()).message;
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", WithdrawMessage{message})).code, RefusalCode::Invalid);
    }

    void aHandoverIsSignedByTwo() {
        const auto made = m_scene->ask(u"bureau", OfferHandover{u"0001 pending"_s, u"quiet night"_s});
        const HandoverId id = std::get<HandoverOffered>(decode(made->first().fact).value()).handover;
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", TakeHandover{id, {}})).code, RefusalCode::SameUser);
        QCOMPARE(refusalOf(m_scene->ask(u"station:ST01", TakeHandover{id, {}})).code,
                 RefusalCode::UnknownHandover);
        const auto taken =
            m_scene->ask({must(Seat::parse(u"bureau")), u"next"_s}, TakeHandover{id, u"read"_s});
        QVERIFY(taken);
        QCOMPARE(m_scene->situation.handovers().find(id)->takenBy, u"next"_s);
    }

    void aPolicyHoldsOnlyWhatCanBeWeighed() {
        RecommendPolicy policy;
        policy.picks = 3;
        QVERIFY(m_scene->ask(u"bureau", DefinePolicy{policy}));
        QCOMPARE(m_scene->situation.policy(), policy);
        QCOMPARE(m_scene->ask(u"bureau", DefinePolicy{policy})->size(), 0);
        policy.divertPenalty = -1;
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", DefinePolicy{policy})).field, u"divert_penalty"_s);
        policy.divertPenalty = 0;
        policy.picks = 21;
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", DefinePolicy{policy})).field, u"picks"_s);
        policy.picks = 5;
        policy.detourPercent = 99; // shorter than the straight line
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", DefinePolicy{policy})).field, u"detour_percent"_s);
        policy.detourPercent = 100;
        policy.staleAfter = Milliseconds(0);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", DefinePolicy{policy})).field, u"stale_after"_s);
    }
};

QTEST_GUILESS_MAIN(QueueTest)
#include "queue_test.moc"
