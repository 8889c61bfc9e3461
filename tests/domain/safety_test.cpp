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

// Safety timers and emergencies.
class SafetyTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Scene> m_scene;
    const UnitId m_unit = code<UnitId>(u"1A12");

    const Unit& unit() const { return m_scene->unit(u"1A12"); }

    /// As whichever program is up does it: everything that is due is asked for.
    qsizetype tick() {
        qsizetype made = 0;
        for (const Command& command : dueCommands(m_scene->situation, m_scene->clock.now()))
            made += m_scene->ask(u"machine:clockwork", command).value().size();
        return made;
    }

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
    }

    void aTimerRunsIsResetAndStopped() {
        QVERIFY(m_scene->ask(u"bureau", SetTimer{m_unit, 10min}));
        QCOMPARE(must(unit().timer).due, m_scene->clock.now() + 10min);
        m_scene->clock.advance(9min);
        QVERIFY(m_scene->ask(u"bureau", ResetTimers{{m_unit}}));
        QCOMPARE(must(unit().timer).due, m_scene->clock.now() + 10min);
        QVERIFY(m_scene->ask(u"bureau", SetTimer{m_unit, 0ms}));
        QVERIFY(!unit().timer);
        QCOMPARE(m_scene->ask(u"bureau", SetTimer{m_unit, 0ms})->size(), 0);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", ResetTimers{{m_unit}})).code, RefusalCode::NoTimer);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", SetTimer{m_unit, 9s})).field, u"timer"_s);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", SetTimer{m_unit, 13h})).code, RefusalCode::Invalid);
    }

    void oneKeyResetsAllThatTheSeatMayAskFor() {
        for (const QStringView id : {u"1A12", u"1A14", u"2A01"})
            QVERIFY(m_scene->ask(u"bureau", SetTimer{code<UnitId>(id), 10min}));
        m_scene->clock.advance(5min);
        QCOMPARE(m_scene->ask(u"station:ST01", ResetTimers{})->size(), 2);
        QCOMPARE(m_scene->ask(u"bureau", ResetTimers{})->size(), 3);
    }

    void aMissedCheckIsRaisedOnceAndThenBecomesAnEmergency() {
        QVERIFY(m_scene->ask(u"bureau", SetTimer{m_unit, 10min}));
        m_scene->clock.advance(10min - 1ms);
        QCOMPARE(tick(), 0);
        m_scene->clock.advance(1ms);
        QCOMPARE(tick(), 1);
        QVERIFY(must(unit().timer).missedAt);
        QCOMPARE(tick(), 0);
        m_scene->clock.advance(60s);
        QCOMPARE(tick(), 1);
        QCOMPARE(unit().status, UnitStatus::Emergency);
        QCOMPARE(must(unit().emergency).source, EmergencySource::MissedCheck);
        QCOMPARE(tick(), 0);
    }

    void anAnswerInTheGraceStopsTheEmergency() {
        QVERIFY(m_scene->ask(u"bureau", SetTimer{m_unit, 10min}));
        m_scene->clock.advance(10min);
        QCOMPARE(tick(), 1);
        QVERIFY(m_scene->ask(u"field:1A12", ResetTimers{{m_unit}}));
        m_scene->clock.advance(60s);
        QCOMPARE(tick(), 0);
        QVERIFY(!unit().emergency);
        // Asked for before the answer was known: decides nothing.
        QCOMPARE(
            m_scene->ask(u"machine:clockwork", RaiseEmergency{m_unit, EmergencySource::MissedCheck, {}, {}})
                ->size(),
            0);
    }

    void anEmergencyLatchesOverEveryStatus() {
        const IncidentId incident = m_scene->report();
        const OrderId order = m_scene->issue(incident, u"1A12");
        m_scene->clock.advance(recallWindow);
        QVERIFY(m_scene->ask(u"field:1A12", RaiseEmergency{m_unit, EmergencySource::Crew, u"shots"_s, {}}));
        QCOMPARE(m_scene->situation.emergencies(), QSet<UnitId>{m_unit});
        QVERIFY(m_scene->ask(u"field:1A12", AdvanceOrder{order, OrderStage::Arrived, {}, {}}));
        QCOMPARE(unit().status, UnitStatus::Emergency);
        QCOMPARE(m_scene->ask(u"field:1A12", RaiseEmergency{m_unit, EmergencySource::Device, {}, {}})->size(),
                 0);
        QVERIFY(m_scene->ask(u"bureau", AcknowledgeEmergency{m_unit}));
        QCOMPARE(must(unit().emergency).acknowledgedBy, u"bureau"_s);
        QCOMPARE(m_scene->ask(u"bureau", AcknowledgeEmergency{m_unit})->size(), 0);
        QCOMPARE(
            refusalOf(m_scene->ask(u"bureau", EndEmergency{m_unit, EmergencyOutcome::False, u" "_s})).code,
            RefusalCode::ReasonNeeded);
        QVERIFY(m_scene->ask(u"bureau", EndEmergency{m_unit, EmergencyOutcome::Resolved, u"backup there"_s}));
        QCOMPARE(unit().status, UnitStatus::OnScene); // what it had become behind the emergency
        QVERIFY(m_scene->situation.emergencies().isEmpty());
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", EndEmergency{m_unit, {}, u"x"_s})).code,
                 RefusalCode::NoEmergency);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", AcknowledgeEmergency{m_unit})).code,
                 RefusalCode::NoEmergency);
    }

    void aBodyCamerasSignsAreNotedOnce() {
        const auto sign = [&](CameraSign said) {
            return m_scene->ask(u"machine:cameras", NoteCameraSign{m_unit, said, u"C-07"_s});
        };
        QCOMPARE(sign(CameraSign::RecordingEnded)->size(), 0);
        QCOMPARE(sign(CameraSign::Recording)->constFirst().fact.stream, u"unit/1A12"_s);
        QCOMPARE(must(unit().recordingSince), m_scene->clock.now());
        QCOMPARE(sign(CameraSign::Recording)->size(), 0);
        QCOMPARE(sign(CameraSign::WeaponDrawn)->size(), 1);
        QCOMPARE(sign(CameraSign::WeaponDrawn)->size(), 0);
        QVERIFY2(unit().drawnSince && !unit().emergency, "noted, and no emergency");
        QCOMPARE(sign(CameraSign::RecordingEnded)->size(), 1);
        QVERIFY(!unit().recordingSince && unit().drawnSince);
        QCOMPARE(sign(CameraSign::WeaponHolstered)->size(), 1);
        QVERIFY(!unit().drawnSince);
        QCOMPARE(sign(CameraSign::WeaponHolstered)->size(), 0);
        QVERIFY(sign(CameraSign::Recording) && sign(CameraSign::WeaponDrawn));
        QVERIFY(m_scene->ask(u"field:1A12", LogOff{m_unit}));
        QVERIFY2(!unit().recordingSince && !unit().drawnSince, "the next crew begins anew");
        QCOMPARE(refusalOf(sign(CameraSign::Recording)).code, RefusalCode::UnitOff);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", NoteCameraSign{code<UnitId>(u"9Z9"), {}, {}})).code,
                 RefusalCode::UnknownUnit);
        QCOMPARE(
            refusalOf(m_scene->ask(u"bureau", NoteCameraSign{code<UnitId>(u"1A14"), {}, QString(8001, u'x')}))
                .code,
            RefusalCode::TooLong);
    }

    void nobodyLogsOffOutOfAnEmergency() {
        QVERIFY(m_scene->ask(u"field:1A12", RaiseEmergency{m_unit, EmergencySource::Crew, {}, {}}));
        QCOMPARE(refusalOf(m_scene->ask(u"field:1A12", LogOff{m_unit})).code, RefusalCode::InEmergency);
    }

    void aTypeAsksForChecksOnTheScene() {
        Catalogue catalogue = m_scene->situation.catalogue();
        catalogue.types.append({code<TypeCode>(u"x.armed"), {u"持械"_s, u"Armed"_s}, Level::Critical});
        catalogue.types.last().safetyCheck = 5min;
        QVERIFY(m_scene->ask(u"bureau", DefineCatalogue{catalogue}));
        const IncidentId incident = m_scene->report();
        QVERIFY(m_scene->ask(u"bureau",
                             AmendIncident{incident, {}, code<TypeCode>(u"x.armed"), {}, {}, {}, {}, {}}));
        const OrderId order = m_scene->issue(incident, u"1A12");
        m_scene->clock.advance(recallWindow);
        QVERIFY(m_scene->ask(u"field:1A12", AdvanceOrder{order, OrderStage::Arrived, {}, {}}));
        QCOMPARE(must(unit().timer).due, m_scene->clock.now() + 5min);
        QVERIFY(m_scene->ask(u"field:1A12", AdvanceOrder{order, OrderStage::Reported, u"done"_s, {}}));
        QVERIFY2(!unit().timer, "it goes with the work that it came with");
    }
};

QTEST_GUILESS_MAIN(SafetyTest)
#include "safety_test.moc"
