// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/checklist.h"
#include "app/domain/incident.h"
#include "app/domain/order.h"
#include "app/domain/unit.h"

#include <algorithm>

namespace tridesk {

const IncidentType* Catalogue::type(const TypeCode& code) const {
    const auto at = std::ranges::find(types, code, &IncidentType::code);
    return at == types.end() ? nullptr : &*at;
}

const Disposition* Catalogue::disposition(const TypeCode& code) const {
    const auto at = std::ranges::find(dispositions, code, &Disposition::code);
    return at == dispositions.end() ? nullptr : &*at;
}

const CustomStatus* Catalogue::status(const TypeCode& code) const {
    const auto at = std::ranges::find(statuses, code, &CustomStatus::code);
    return at == statuses.end() ? nullptr : &*at;
}

namespace {

/// Whether a rule for `rule` holds for a type; a null one holds for all.
bool isWithin(const TypeCode& type, const TypeCode& rule) {
    return rule.isNull() || type == rule || type.toString().startsWith(rule.toString() + QChar(u'.'));
}

} // namespace

const PlanStep* Plan::step(const TypeCode& wanted) const {
    const auto at = std::ranges::find(steps, wanted, &PlanStep::code);
    return at == steps.end() ? nullptr : &*at;
}

std::optional<Instant> Checklist::due(const PlanStep& step) const {
    if (step.within <= Milliseconds(0) || ticks.contains(step.code))
        return std::nullopt;
    return openedAt + step.within;
}

QList<PlanStep> Checklist::open() const {
    QList<PlanStep> open;
    for (const PlanStep& step : plan.steps)
        if (!ticks.contains(step.code))
            open.append(step);
    return open;
}

const Plan* Catalogue::plan(const TypeCode& type, Level level) const {
    const auto at = std::ranges::find_if(plans, [&](const Plan& plan) {
        return isWithin(type, plan.type) && level <= plan.level.value_or(Level::NonPolice);
    });
    return at == plans.end() ? nullptr : &*at;
}

DispatchPath Catalogue::path(const TypeCode& type, Level level, const PostId& post) const {
    for (const PathRule& rule : paths)
        if (isWithin(type, rule.type) && rule.level.value_or(level) == level &&
            (rule.post.isNull() || rule.post == post))
            return rule.path;
    return DispatchPath::Direct;
}

QString incidentNumberText(qint64 number) {
    constexpr qint64 perDay = 1'000'000;
    return QStringLiteral("%1-%2").arg(number / perDay).arg(number % perDay, 4, 10, QChar(u'0'));
}

std::optional<UnitId> Order::unit() const {
    const UnitId* addressed = std::get_if<UnitId>(&to);
    return addressed ? std::optional(*addressed) : std::nullopt;
}

std::optional<PostId> Order::post() const {
    const PostId* addressed = std::get_if<PostId>(&to);
    return addressed ? std::optional(*addressed) : std::nullopt;
}

} // namespace tridesk
