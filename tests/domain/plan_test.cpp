// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/permission.h"
#include "app/domain/brief.h"
#include "app/domain/deadlines.h"
#include "tests/support/scene.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Timed checklists.
class PlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        Catalogue catalogue = m_scene->situation.catalogue();
        catalogue.types +=
            QList<IncidentType>{{code<TypeCode>(u"fire"), {{}, u"Fire"_s}, Level::Urgent},
                                {code<TypeCode>(u"fire.house"), {{}, u"House"_s}, Level::Urgent},
                                {code<TypeCode>(u"noise"), {{}, u"Noise"_s}, Level::Routine}};
        catalogue.plans = {
            {m_plan,
             {{}, u"Fire"_s},
             code<TypeCode>(u"fire"),
             Level::Urgent,
             {{m_call, {{}, u"Call the brigade"_s}, 2min}, {m_close, {{}, u"Close the road"_s}, 0min}}},
            {code<TypeCode>(u"grave"),
             {{}, u"Grave"_s},
             {},
             Level::Critical,
             {{m_call, {{}, u"Tell"_s}, 1min}}}};
        QVERIFY(m_scene->ask(u"bureau", DefineCatalogue{catalogue}));
    }

    void opensWithTheIncident() {
        const IncidentId id = report(u"fire.house", Level::Urgent);
        const Checklist* list = m_scene->situation.checklist(id);
        QVERIFY(list);
        QCOMPARE(list->plan.code, m_plan);
        QCOMPARE(list->open().size(), 2);
        QVERIFY(!m_scene->situation.checklist(report(u"fire.house", Level::Routine)));
        QCOMPARE(m_scene->situation.checklist(report(u"noise", Level::Critical))->plan.code,
                 code<TypeCode>(u"grave"));
    }

    void followsTheTypeAndKeepsWhatIsDone() {
        const IncidentId id = report(u"fire", Level::Urgent);
        QVERIFY(m_scene->ask(u"bureau", TickStep{id, m_call}));
        AmendIncident amend;
        amend.incident = id;
        amend.type = code<TypeCode>(u"noise");
        amend.level = Level::Critical;
        QVERIFY(m_scene->ask(u"bureau", amend));
        QCOMPARE(m_scene->situation.checklist(id)->plan.code, code<TypeCode>(u"grave"));
        QVERIFY(m_scene->situation.checklist(id)->open().isEmpty()); // the call was made
        amend.type = {};
        amend.level = Level::Routine;
        amend.reason = u"a pan"_s;
        QVERIFY(m_scene->ask(u"bureau", amend));
        QVERIFY(m_scene->situation.checklist(id)->plan.code.isNull());
    }

    void aNewCatalogueDoesNotChangeWhatStands() {
        const IncidentId id = report(u"fire", Level::Urgent);
        Catalogue catalogue = m_scene->situation.catalogue();
        catalogue.plans.clear();
        QVERIFY(m_scene->ask(u"bureau", DefineCatalogue{catalogue}));
        QCOMPARE(m_scene->situation.checklist(id)->plan.steps.size(), 2);
    }

    void ticksOnceAndTakesBack() {
        const IncidentId id = report(u"fire", Level::Urgent);
        QVERIFY(m_scene->ask(u"bureau", TickStep{id, m_close}));
        QVERIFY(m_scene->ask(u"bureau", TickStep{id, m_close}).value().isEmpty());
        QCOMPARE(m_scene->situation.checklist(id)->ticks.value(m_close).by, u"bureau"_s);
        QVERIFY(m_scene->ask(u"bureau", TickStep{id, m_close, false}));
        QCOMPARE(m_scene->situation.checklist(id)->open().size(), 2);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", TickStep{id, code<TypeCode>(u"x")})).code,
                 RefusalCode::UnknownStep);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", TickStep{m_scene->report(), m_call})).code,
                 RefusalCode::UnknownStep);
    }

    void isOverdueOnce() {
        const IncidentId id = report(u"fire", Level::Urgent);
        QCOMPARE(misses(), 0);
        m_scene->clock.advance(3min);
        QCOMPARE(misses(), 1); // the step without a clock is not late
        QVERIFY(m_scene->ask(u"machine:clockwork", MissStep{id, m_call}));
        QCOMPARE(misses(), 0);
        QVERIFY(m_scene->ask(u"machine:clockwork", MissStep{id, m_call}).value().isEmpty());
        QVERIFY(m_scene->situation.checklist(id)->missed.contains(m_call));
        QVERIFY(!permitted(m_scene->situation, actor(u"station:ST01"), MissStep{id, m_call}));
        QVERIFY(permitted(m_scene->situation, clockwork(), MissStep{id, m_call}));
    }

    void whatIsDoneIsNotLate() {
        const IncidentId id = report(u"fire", Level::Urgent);
        QVERIFY(m_scene->ask(u"bureau", TickStep{id, m_call}));
        m_scene->clock.advance(3min);
        QCOMPARE(misses(), 0);
    }

    void standsInTheBrief() {
        const IncidentId id = report(u"fire", Level::Urgent);
        QVERIFY(m_scene->ask(u"bureau", TickStep{id, m_call}));
        const SeatBrief brief =
            seatBrief(m_scene->situation, must(Seat::parse(u"bureau")), m_scene->clock.now());
        QCOMPARE(brief.steps.size(), 1);
        QCOMPARE(brief.steps.constFirst().incident, id);
        QCOMPARE(brief.steps.constFirst().step.code, m_close);
        QVERIFY(!brief.steps.constFirst().due);
        QVERIFY(!brief.isEmpty());
    }

    void refusesPlansThatCannotBe() {
        const auto refused = [this](const Plan& plan) {
            Catalogue catalogue = m_scene->situation.catalogue();
            catalogue.plans = {plan};
            return refusalOf(m_scene->ask(u"bureau", DefineCatalogue{catalogue})).field;
        };
        const Name name{{}, u"x"_s};
        QCOMPARE(refused({{}, name, {}, {}, {}}), u"plans.code"_s);
        QCOMPARE(refused({m_plan, {}, {}, {}, {}}), u"name"_s);
        QCOMPARE(refused({m_plan, name, {}, {}, {{{}, name, 1min}}}), u"plans.steps.code"_s);
        QCOMPARE(refused({m_plan, name, {}, {}, {{m_call, name, 1min}, {m_call, name, 1min}}}),
                 u"plans.steps.code"_s);
        QCOMPARE(refused({m_plan, name, {}, {}, {{m_call, name, -1min}}}), u"plans.steps.within"_s);
    }

private:
    static Actor clockwork() { return {clockworkSeat(), u"test"_s}; }
    IncidentId report(QStringView type, Level level) {
        const auto made = m_scene->ask(
            u"bureau", ReportIncident{{u"phone"_s, {}}, {u"x"_s, code<TypeCode>(type), level, {}, {}, {}}});
        return std::get<IncidentReported>(decode(made.value().constFirst().fact).value()).incident;
    }
    int misses() const {
        int found = 0;
        for (const Command& command : dueCommands(m_scene->situation, m_scene->clock.now()))
            found += int(std::holds_alternative<MissStep>(command));
        return found;
    }

    const TypeCode m_plan = code<TypeCode>(u"burning");
    const TypeCode m_call = code<TypeCode>(u"call");
    const TypeCode m_close = code<TypeCode>(u"close");
    std::unique_ptr<Scene> m_scene;
};

QTEST_GUILESS_MAIN(PlanTest)
#include "plan_test.moc"
