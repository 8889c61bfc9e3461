// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/checks.h"
#include "app/domain/decisions.h"
#include "app/domain/enum_names.h"

#include <array>

namespace tridesk::decisions {

using namespace Qt::StringLiterals;

namespace {

/// The open order to `to` on an incident, or null.
const Order* openOrder(const Situation& situation, const Incident& incident, const Addressee& to) {
    for (const OrderId& id : incident.orders) {
        const Order* order = situation.orders().find(id);
        if (order->to == to && !isOver(order->stage))
            return order;
    }
    return nullptr;
}

Result<void> mayIssueToUnit(const Situation& situation, const Incident& incident, const UnitId& id) {
    const auto unit = checks::unit(situation, id);
    if (!unit)
        return std::unexpected(unit.error());
    if ((*unit)->status == UnitStatus::Off || (*unit)->status == UnitStatus::OutOfService)
        return refuse(RefusalCode::UnitOff, u"unit"_s, (*unit)->definition.callsign.toString(),
                      QString(enumName((*unit)->status)));
    if (openOrder(situation, incident, id))
        return refuse(RefusalCode::AlreadyAssigned, u"unit"_s, (*unit)->definition.callsign.toString());
    if (const Order* held = checks::holding(situation, **unit))
        return refuse(RefusalCode::UnitBusy, u"unit"_s,
                      incidentNumberText(situation.incidents().find(held->incident)->number));
    return {};
}

Result<void> mayIssueToPost(const Situation& situation, const Incident& incident, const PostId& id) {
    if (!situation.posts().find(id))
        return refuse(RefusalCode::UnknownPost, u"post"_s, id.toString());
    if (openOrder(situation, incident, id))
        return refuse(RefusalCode::AlreadyAssigned, u"post"_s, id.toString());
    return {};
}

/// The order to the acting station that a new order to one of its units carries out.
const Order* parentOrder(const Asking& asking, const IssueOrder& command) {
    const auto post = asking.request.actor.seat.post();
    if (!post || !std::holds_alternative<UnitId>(command.to))
        return nullptr;
    return openOrder(asking.situation, *asking.situation.incidents().find(command.incident), *post);
}

/// A busy unit's old order ends where a reason was given.
Result<QList<Fact>> releaseUnit(const Asking& asking, const IssueOrder& command) {
    const auto may = mayIssue(asking.situation, command.incident, command.to);
    if (may)
        return QList<Fact>();
    if (may.error().code != RefusalCode::UnitBusy || command.overrideReason.trimmed().isEmpty())
        return std::unexpected(may.error());
    const Unit* unit = asking.situation.units().find(std::get<UnitId>(command.to));
    const Order* held = checks::holding(asking.situation, *unit);
    return QList<Fact>{
        OrderAdvanced{held->id, held->incident, OrderStage::Cancelled, command.overrideReason, {}}};
}

bool isInChain(OrderStage stage) {
    return stage <= OrderStage::Closed;
}

Result<void> checkAdvance(const Asking& asking, const Order& order, const AdvanceOrder& command) {
    if (isOver(order.stage))
        return refuse(RefusalCode::OrderOver, u"stage"_s, QString(enumName(order.stage)));
    if (asking.context.now < order.releaseAt && command.to != OrderStage::Cancelled)
        return refuse(RefusalCode::OrderNotReleased, u"order"_s, order.id.toString(), toIso(order.releaseAt));
    const bool early = command.to == OrderStage::Refused     ? order.stage < OrderStage::Arrived
                       : command.to == OrderStage::Cancelled ? order.stage < OrderStage::Reported
                       : command.to == OrderStage::Closed    ? order.stage == OrderStage::Reported
                                                          : isInChain(command.to) && command.to > order.stage;
    if (!early)
        return refuse(RefusalCode::OutOfTurn, u"stage"_s, QString(enumName(order.stage)),
                      QString(enumName(command.to)));
    const bool reasoned = command.to == OrderStage::Refused || command.to == OrderStage::Cancelled;
    if (reasoned && command.text.trimmed().isEmpty())
        return refuse(RefusalCode::ReasonNeeded, u"text"_s);
    return checks::length(command.text, limits::text, u"text"_s);
}

Result<void> checkDisposition(const Situation& situation, const TypeCode& disposition) {
    const Catalogue& catalogue = situation.catalogue();
    if (!disposition.isNull() && !catalogue.dispositions.isEmpty() && !catalogue.disposition(disposition))
        return refuse(RefusalCode::UnknownDisposition, u"disposition"_s, disposition.toString());
    return {};
}

/// The stages that a step to `to` passes: a crew that says "arrived" has signed and set out. What a screen
/// would have told (delivered, shown) is never made up; a duty room that reports back need not have set out.
QList<OrderStage> passed(const Order& order, OrderStage to) {
    QList<OrderStage> stages;
    const bool crew = order.unit().has_value();
    for (const OrderStage stage : {OrderStage::Signed, OrderStage::UnderWay, OrderStage::Arrived})
        if (stage > order.stage && stage < to && isInChain(to) && (crew || stage == OrderStage::Signed))
            stages.append(stage);
    stages.append(to);
    return stages;
}

/// What a crew does carries its duty room's order along.
void carryParent(const Situation& situation, const Order& order, const OrderAdvanced& fact,
                 QList<Fact>& facts) {
    const Order* parent = order.parent ? situation.orders().find(*order.parent) : nullptr;
    const bool carried = fact.stage == OrderStage::UnderWay || fact.stage == OrderStage::Arrived ||
                         fact.stage == OrderStage::Reported;
    if (parent && carried && !isOver(parent->stage) && parent->stage < fact.stage)
        facts.append(OrderAdvanced{parent->id, parent->incident, fact.stage, fact.text, fact.disposition});
}

} // namespace

Decision decide(const Asking& asking, const IssueOrder& command) {
    const auto checked =
        checks::all([&] { return checks::length(command.text, limits::text, u"text"_s); },
                    [&] { return checks::length(command.overrideReason, limits::line, u"reason"_s); });
    if (!checked)
        return std::unexpected(checked.error());
    auto facts = releaseUnit(asking, command);
    if (!facts)
        return std::unexpected(facts.error());
    OrderIssued issued{.order = OrderId(asking.context.ids.next()),
                       .incident = command.incident,
                       .to = command.to,
                       .role = command.role,
                       .parent = {},
                       .text = command.text,
                       .releaseAt = asking.context.now + recallWindow,
                       .overrideReason = facts->isEmpty() ? QString() : command.overrideReason};
    if (const Order* parent = parentOrder(asking, command)) {
        issued.parent = parent->id;
        if (parent->stage < OrderStage::Signed) // who hands an order on has read it
            facts->append(OrderAdvanced{parent->id, parent->incident, OrderStage::Signed, {}, {}});
    }
    facts->append(issued);
    return *facts;
}

Decision decide(const Asking& asking, const AdvanceOrder& command) {
    const auto found = checks::order(asking.situation, command.order);
    if (!found)
        return std::unexpected(found.error());
    const Order& order = **found;
    const auto checked = checks::all([&] { return checkAdvance(asking, order, command); },
                                     [&] { return checkDisposition(asking.situation, command.disposition); });
    if (!checked)
        return std::unexpected(checked.error());
    QList<Fact> facts;
    for (const OrderStage stage : passed(order, command.to)) {
        const bool last = stage == command.to;
        const OrderAdvanced fact{order.id, order.incident, stage, last ? command.text : QString(),
                                 last ? command.disposition : TypeCode()};
        facts.append(fact);
        carryParent(asking.situation, order, fact, facts);
    }
    return facts;
}

Decision decide(const Asking& asking, const RecallOrder& command) {
    const auto order = checks::order(asking.situation, command.order);
    if (!order)
        return std::unexpected(order.error());
    if (isOver((*order)->stage))
        return refuse(RefusalCode::OrderOver, u"order"_s, QString(enumName((*order)->stage)));
    if ((*order)->stage != OrderStage::Issued || asking.context.now >= (*order)->releaseAt)
        return refuse(RefusalCode::OrderReleased, u"order"_s, (*order)->id.toString(),
                      toIso((*order)->releaseAt));
    return QList<Fact>{OrderAdvanced{(*order)->id, (*order)->incident, OrderStage::Recalled, {}, {}}};
}

} // namespace tridesk::decisions

namespace tridesk {

Result<void> mayIssue(const Situation& situation, const IncidentId& incident, const Addressee& to) {
    const auto open = checks::openIncident(situation, incident);
    if (!open)
        return std::unexpected(open.error());
    if (const UnitId* unit = std::get_if<UnitId>(&to))
        return decisions::mayIssueToUnit(situation, **open, *unit);
    return decisions::mayIssueToPost(situation, **open, std::get<PostId>(to));
}

} // namespace tridesk
