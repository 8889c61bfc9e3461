// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/checks.h"
#include "app/domain/decisions.h"

#include <QSet>

namespace tridesk::decisions {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostPlans = 500;
constexpr int mostSteps = 40; ///< of one plan; nobody ticks more in a night
constexpr auto longestStep = std::chrono::hours(48);

Result<void> checkSteps(const Plan& plan) {
    if (plan.steps.size() > mostSteps)
        return refuse(RefusalCode::TooMany, u"plans.steps"_s, QString::number(plan.steps.size()),
                      QString::number(mostSteps));
    QSet<TypeCode> seen;
    for (const PlanStep& step : plan.steps) {
        if (step.code.isNull())
            return refuse(RefusalCode::Missing, u"plans.steps.code"_s);
        if (seen.contains(step.code))
            return refuse(RefusalCode::AlreadyDefined, u"plans.steps.code"_s, step.code.toString());
        if (step.within < Milliseconds(0) || step.within > longestStep)
            return refuse(RefusalCode::Invalid, u"plans.steps.within"_s,
                          QString::number(step.within.count()));
        if (const auto named = checks::name(step.name); !named)
            return named;
        seen.insert(step.code);
    }
    return {};
}

/// The checklist that has such a step, of an incident that is open.
Result<const Checklist*> checklistWith(const Situation& situation, const IncidentId& id,
                                       const TypeCode& step) {
    const auto incident = checks::openIncident(situation, id);
    if (!incident)
        return std::unexpected(incident.error());
    const Checklist* list = situation.checklist(id);
    if (!list || !list->plan.step(step))
        return refuse(RefusalCode::UnknownStep, u"step"_s, step.toString());
    return list;
}

} // namespace

Result<void> checkPlans(const QList<Plan>& plans) {
    if (plans.size() > mostPlans)
        return refuse(RefusalCode::TooMany, u"plans"_s, QString::number(plans.size()),
                      QString::number(mostPlans));
    QSet<TypeCode> seen;
    for (const Plan& plan : plans) {
        if (plan.code.isNull())
            return refuse(RefusalCode::Missing, u"plans.code"_s);
        if (seen.contains(plan.code))
            return refuse(RefusalCode::AlreadyDefined, u"plans.code"_s, plan.code.toString());
        const auto checked =
            checks::all([&] { return checks::name(plan.name); }, [&] { return checkSteps(plan); });
        if (!checked)
            return checked;
        seen.insert(plan.code);
    }
    return {};
}

void openPlan(const Asking& asking, const IncidentId& incident, const IncidentDetails& details,
              QList<Fact>& facts) {
    const Plan* fitting = asking.situation.catalogue().plan(details.type, details.level);
    const Checklist* list = asking.situation.checklist(incident);
    const TypeCode before = list ? list->plan.code : TypeCode();
    const TypeCode now = fitting ? fitting->code : TypeCode();
    if (now != before)
        facts.append(PlanOpened{incident, fitting ? *fitting : Plan()});
}

Decision decide(const Asking& asking, const TickStep& command) {
    const auto list = checklistWith(asking.situation, command.incident, command.step);
    if (!list)
        return std::unexpected(list.error());
    if ((*list)->ticks.contains(command.step) == command.done)
        return QList<Fact>();
    return QList<Fact>{StepTicked{command.incident, command.step, command.done}};
}

Decision decide(const Asking& asking, const MissStep& command) {
    const auto list = checklistWith(asking.situation, command.incident, command.step);
    if (!list)
        return std::unexpected(list.error());
    const auto due = (*list)->due(*(*list)->plan.step(command.step));
    if (!due || *due > asking.context.now || (*list)->missed.contains(command.step))
        return QList<Fact>();
    return QList<Fact>{StepMissed{command.incident, command.step, *due}};
}

} // namespace tridesk::decisions
