// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/alarms.h"
#include "app/domain/deadlines.h"
#include "tests/support/scene.h"

#include <QTest>

#include <algorithm>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What waits for a desk's notice.
class AlarmsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        QVERIFY(m_scene->ask(u"bureau", OpenSeat{}));
    }

    void groupsTheRepeatsOfOneOrder() {
        const OrderId order = m_scene->issue(m_scene->report(), u"1A12");
        pass(2min);
        QCOMPARE(alarms().size(), 1);
        QCOMPARE(alarms().constFirst().kind, AlarmKind::OrderLate);
        QCOMPARE(alarms().constFirst().order, order);
        QCOMPARE(alarms().constFirst().count, 1);
        pass(61s);
        pass(61s);
        QCOMPARE(alarms().size(), 1);
        QCOMPARE(alarms().constFirst().count, 3); // and two chases
        QVERIFY(alarms().constFirst().last > alarms().constFirst().since);
    }

    void staysUntilSomebodyTookNotice() {
        const OrderId order = m_scene->issue(m_scene->report(), u"1A12");
        pass(2min);
        QVERIFY(m_scene->ask(u"field:1A12", AdvanceOrder{order, OrderStage::Signed, {}, {}}));
        QCOMPARE(alarms().size(), 1);
        QVERIFY(!alarms().constFirst().stands); // over, and still told
        const QString key = alarms().constFirst().key;
        QVERIFY(m_scene->ask(u"bureau", AcknowledgeAlarms{{key}}));
        QVERIFY(alarms().isEmpty());
        QCOMPARE(alarms(u"bureau:2").size(), 1); // each desk for itself
    }

    void comesBackWhenItIsRaisedAgain() {
        m_scene->issue(m_scene->report(), u"1A12");
        pass(2min);
        QVERIFY(m_scene->ask(u"bureau", AcknowledgeAlarms{{alarms().constFirst().key}}));
        QVERIFY(alarms().isEmpty());
        pass(61s);
        QCOMPARE(alarms().size(), 1);
    }

    void isShelvedForAWhile() {
        m_scene->issue(m_scene->report(), u"1A12");
        pass(2min);
        const QString key = alarms().constFirst().key;
        const Instant until = m_scene->clock.now() + 10min;
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", ShelveAlarm{key, until, {}})).code,
                 RefusalCode::ReasonNeeded);
        QVERIFY(m_scene->ask(u"bureau", ShelveAlarm{key, until, u"their radio is down"_s}));
        QVERIFY(isShelved(alarms().constFirst(), m_scene->clock.now()));
        pass(61s); // a repeat does not bring it back
        QVERIFY(isShelved(alarms().constFirst(), m_scene->clock.now()));
        pass(10min);
        QVERIFY(!isShelved(alarms().constFirst(), m_scene->clock.now()));
        QVERIFY(m_scene->ask(u"bureau", ShelveAlarm{key, m_scene->clock.now() + 10min, u"again"_s}));
        QVERIFY(m_scene->ask(u"bureau", ShelveAlarm{key, m_scene->clock.now(), {}}));
        QVERIFY(!alarms().constFirst().shelvedUntil);
    }

    /// Sending somebody answers it at the desk that sends; another desk would never have seen it.
    void aLateDispatchStaysWhereNobodyTookNotice() {
        const IncidentId incident = m_scene->report();
        pass(2min);
        QVERIFY(alarms(u"bureau:2").constFirst().stands);
        m_scene->issue(incident, u"1A12");
        QVERIFY(alarms().isEmpty());
        const QList<Alarm> other = alarms(u"bureau:2");
        QCOMPARE(other.size(), 1);
        QCOMPARE(other.constFirst().kind, AlarmKind::DispatchLate);
        QVERIFY(!other.constFirst().stands);
        QVERIFY(m_scene->ask(u"bureau:2", AcknowledgeAlarms{{other.constFirst().key}}));
        QVERIFY(alarms(u"bureau:2").isEmpty());
    }

    void anEmergencyIsNeverShelved() {
        QVERIFY(m_scene->ask(u"field:1A12", RaiseEmergency{m_unit, EmergencySource::Crew, {}, {}}));
        const Alarm alarm = alarms().constFirst();
        QCOMPARE(alarm.kind, AlarmKind::Emergency);
        const auto refused =
            refusalOf(m_scene->ask(u"bureau", ShelveAlarm{alarm.key, m_scene->clock.now() + 1min, u"why"_s}));
        QCOMPARE(refused.code, RefusalCode::NeverShelved);
        QVERIFY(m_scene->ask(u"bureau", AcknowledgeEmergency{m_unit}));
        QVERIFY(alarms().isEmpty());
    }

    void refusesWhatIsNoAlarm() {
        const auto code = [this](const Command& command) {
            return refusalOf(m_scene->ask(u"bureau", command)).code;
        };
        QCOMPARE(code(AcknowledgeAlarms{{u"nonsense"_s}}), RefusalCode::Invalid);
        QCOMPARE(code(AcknowledgeAlarms{{}}), RefusalCode::Missing);
        QCOMPARE(code(AcknowledgeAlarms{{u"order_late/"_s}}), RefusalCode::Invalid);
        QCOMPARE(
            code(ShelveAlarm{u"order_late/"_s + QString(300, u'x'), m_scene->clock.now() + 1min, u"why"_s}),
            RefusalCode::Invalid);
        QCOMPARE(code(ShelveAlarm{u"order_late/1"_s, m_scene->clock.now() + 13h, u"why"_s}),
                 RefusalCode::Invalid);
    }

    void followsTheSector() {
        QVERIFY(m_scene->ask(u"bureau:2", OpenSeat{}));
        const IncidentId incident = m_scene->report(u"x"_s, 118.25);
        pass(2min);
        QCOMPARE(alarms().constFirst().kind, AlarmKind::DispatchLate);
        QVERIFY(m_scene->ask(u"bureau", MoveSector{{m_scene->incident(incident).post}, {}, u"bureau:2"_s}));
        QVERIFY(alarms().isEmpty());
        QCOMPARE(alarms(u"bureau:2").size(), 1);
        QVERIFY(alarms(u"field:1A12").isEmpty());
        QVERIFY(m_scene->ask(u"bureau:2", CloseSeat{})); // no alarm may ring unheard
        QCOMPARE(alarms().size(), 1);
    }

    void putsTheMostPressingFirst() {
        m_scene->issue(m_scene->report(), u"1A14");
        m_scene->clock.advance(1s);
        QVERIFY(m_scene->ask(u"bureau", SetTimer{m_unit, 1min}));
        pass(2min);
        QVERIFY(m_scene->ask(u"field:1A12", RaiseEmergency{m_unit, EmergencySource::Crew, {}, {}}));
        QList<AlarmKind> kinds;
        for (const Alarm& alarm : alarms())
            kinds.append(alarm.kind);
        QCOMPARE(kinds, QList({AlarmKind::Emergency, AlarmKind::CheckMissed, AlarmKind::OrderLate}));
    }

private:
    /// Time goes by, and the clockwork with it.
    void pass(Milliseconds by) {
        m_scene->clock.advance(by);
        for (const Command& command : dueCommands(m_scene->situation, m_scene->clock.now()))
            QVERIFY(m_scene->ask(u"machine:clockwork", command));
    }
    QList<Alarm> alarms(QStringView seat = u"bureau") const {
        return alarmsOf(m_scene->situation, must(Seat::parse(seat)), m_scene->clock.now());
    }

    const UnitId m_unit = code<UnitId>(u"1A12");
    std::unique_ptr<Scene> m_scene;
};

QTEST_GUILESS_MAIN(AlarmsTest)
#include "alarms_test.moc"
