// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/checks.h"
#include "app/domain/deadlines.h"
#include "app/domain/decisions.h"
#include "app/domain/enum_names.h"
#include "app/domain/stack_rules.h"

#include <algorithm>

namespace tridesk::decisions {

using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds longestHold = std::chrono::hours(24 * 7);
constexpr qsizetype mostMerged = 1'000; ///< reports of one event: a blackout has hundreds

Result<void> reasoned(const QString& reason) {
    return reason.trimmed().isEmpty() ? Result<void>(refuse(RefusalCode::ReasonNeeded, u"reason"_s))
                                      : checks::length(reason, limits::line, u"reason"_s);
}

bool hasOpenOrders(const Situation& situation, const Incident& incident) {
    return std::ranges::any_of(
        incident.orders, [&](const OrderId& id) { return !isOver(situation.orders().find(id)->stage); });
}

Result<const Incident*> pendingIncident(const Situation& situation, const IncidentId& id) {
    const auto incident = checks::openIncident(situation, id);
    if (incident && hasOpenOrders(situation, **incident))
        return refuse(RefusalCode::IncidentHasOpenOrders, u"incident"_s,
                      incidentNumberText((*incident)->number));
    return incident;
}

/// Whom it is to wait for: a crewed unit whose order is not full, or a beat; not both.
Result<void> checkStack(const Situation& situation, const HoldIncident& command) {
    if (!command.beat.isNull() && !situation.beats().find(command.beat))
        return refuse(RefusalCode::UnknownBeat, u"beat"_s, command.beat.toString());
    if (!command.unit)
        return command.place == 0 ? Result<void>()
                                  : refuse(RefusalCode::Invalid, u"place"_s, QString::number(command.place));
    const auto unit = checks::unit(situation, *command.unit);
    if (!unit)
        return std::unexpected(unit.error());
    const QString callsign = (*unit)->definition.callsign.toString();
    if (!command.beat.isNull())
        return refuse(RefusalCode::Invalid, u"beat"_s, command.beat.toString(), callsign);
    if ((*unit)->status == UnitStatus::Off)
        return refuse(RefusalCode::UnitOff, u"unit"_s, callsign);
    if (command.place < 0 || command.place > stack_rules::most)
        return refuse(RefusalCode::Invalid, u"place"_s, QString::number(command.place));
    const bool isThere = (*unit)->stack.contains(command.incident);
    if (!isThere && (*unit)->stack.size() >= stack_rules::most)
        return refuse(RefusalCode::TooMany, u"unit"_s, callsign, QString::number(stack_rules::most));
    return {};
}

} // namespace

Decision decide(const Asking& asking, const FlagIncident& command) {
    const auto incident = checks::incident(asking.situation, command.incident);
    if (!incident)
        return std::unexpected(incident.error());
    if ((*incident)->has(command.flag) == command.on)
        return QList<Fact>();
    return QList<Fact>{IncidentFlagged{command.incident, command.flag, command.on}};
}

Decision decide(const Asking& asking, const TagIncident& command) {
    const auto incident = checks::incident(asking.situation, command.incident);
    if (!incident)
        return std::unexpected(incident.error());
    if (command.tags.size() > limits::tags)
        return refuse(RefusalCode::TooMany, u"tags"_s, QString::number(command.tags.size()),
                      QString::number(limits::tags));
    for (const QString& tag : command.tags)
        if (const auto checked = checks::given(tag, limits::phone, u"tags"_s); !checked)
            return std::unexpected(checked.error());
    return (*incident)->tags == command.tags ? QList<Fact>()
                                             : QList<Fact>{IncidentTagged{command.incident, command.tags}};
}

Decision decide(const Asking& asking, const HoldIncident& command) {
    const auto incident = pendingIncident(asking.situation, command.incident);
    if (!incident)
        return std::unexpected(incident.error());
    if (!command.until)
        return (*incident)->hold ? QList<Fact>{IncidentHeld{command.incident, {}, command.reason}}
                                 : QList<Fact>();
    const Instant now = asking.context.now;
    if (*command.until <= now || *command.until > now + longestHold)
        return refuse(RefusalCode::Invalid, u"until"_s, toIso(*command.until));
    const auto checked =
        checks::all([&] { return checks::length(command.reason, limits::line, u"reason"_s); },
                    [&] { return checkStack(asking.situation, command); });
    if (!checked)
        return std::unexpected(checked.error());
    return QList<Fact>{IncidentHeld{command.incident, command.until, command.reason, command.unit,
                                    command.beat, command.place}};
}

Decision decide(const Asking& asking, const MergeIncident& command) {
    const auto incident = pendingIncident(asking.situation, command.incident);
    if (!incident)
        return std::unexpected(incident.error());
    const auto into = checks::openIncident(asking.situation, command.into);
    if (!into)
        return std::unexpected(into.error());
    if (command.incident == command.into)
        return refuse(RefusalCode::Invalid, u"into"_s, incidentNumberText((*into)->number));
    if ((*into)->merged.size() >= mostMerged)
        return refuse(RefusalCode::TooMany, u"into"_s, incidentNumberText((*into)->number),
                      QString::number(mostMerged));
    return QList<Fact>{IncidentMerged{command.incident, command.into}};
}

Decision decide(const Asking& asking, const SplitIncident& command) {
    const auto incident = checks::incident(asking.situation, command.incident);
    if (!incident)
        return std::unexpected(incident.error());
    if ((*incident)->mergedInto.isNull())
        return refuse(RefusalCode::NotMerged, u"incident"_s, incidentNumberText((*incident)->number));
    if (const auto checked = reasoned(command.reason); !checked)
        return std::unexpected(checked.error());
    return QList<Fact>{IncidentSplit{command.incident, command.reason}};
}

Decision decide(const Asking& asking, const ReopenIncident& command) {
    const auto incident = checks::incident(asking.situation, command.incident);
    if (!incident)
        return std::unexpected(incident.error());
    if ((*incident)->isOpen())
        return refuse(RefusalCode::NotClosed, u"incident"_s, incidentNumberText((*incident)->number));
    if (!(*incident)->mergedInto.isNull())
        return refuse(RefusalCode::AlreadyMerged, u"incident"_s,
                      incidentNumberText(asking.situation.incidents().find((*incident)->mergedInto)->number));
    if (const auto checked = reasoned(command.reason); !checked)
        return std::unexpected(checked.error());
    return QList<Fact>{IncidentReopened{command.incident, command.reason}};
}

Decision decide(const Asking& asking, const TransferIncident& command) {
    const auto incident = pendingIncident(asking.situation, command.incident);
    if (!incident)
        return std::unexpected(incident.error());
    if (const auto& transfer = (*incident)->transfer; transfer && (*incident)->isAway())
        return refuse(RefusalCode::AwayAlready, u"incident"_s, transfer->agency);
    const auto checked =
        checks::all([&] { return checks::given(command.agency, limits::line, u"agency"_s); },
                    [&] { return checks::length(command.reason, limits::line, u"reason"_s); });
    if (!checked)
        return std::unexpected(checked.error());
    return QList<Fact>{IncidentTransferred{command.incident, command.agency, command.reason}};
}

Decision decide(const Asking& asking, const ReturnTransfer& command) {
    const auto incident = checks::openIncident(asking.situation, command.incident);
    if (!incident)
        return std::unexpected(incident.error());
    if (!(*incident)->isAway())
        return refuse(RefusalCode::NotAway, u"incident"_s, incidentNumberText((*incident)->number));
    if (const auto checked = checks::length(command.answer, limits::text, u"answer"_s); !checked)
        return std::unexpected(checked.error());
    return QList<Fact>{TransferReturned{command.incident, command.answer}};
}

Decision decide(const Asking& asking, const MarkMissed& command) {
    const Situation& situation = asking.situation;
    const auto incident = checks::incident(situation, command.incident);
    if (!incident)
        return std::unexpected(incident.error());
    const Order* order = command.order ? situation.orders().find(*command.order) : nullptr;
    if (command.order && !order)
        return refuse(RefusalCode::UnknownOrder, u"order"_s, command.order->toString());
    const auto running = order ? deadline(situation, *order) : dispatchDeadline(situation, **incident);
    const auto marked = order ? order->missed(command.kind) : (*incident)->dispatchMissedAt;
    if (!running || running->kind != command.kind || running->due > asking.context.now || marked)
        return QList<Fact>();
    return QList<Fact>{DeadlineMissed{command.incident, command.order, command.kind, running->due}};
}

} // namespace tridesk::decisions
