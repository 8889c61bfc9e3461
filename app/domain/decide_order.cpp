// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/checks.h"
#include "app/domain/decisions.h"
#include "app/domain/enum_names.h"
#include "app/domain/order_rules.h"

#include <algorithm>

namespace tridesk::decisions {

using namespace Qt::StringLiterals;
using order_rules::openOrder;

namespace {

constexpr qsizetype mostShown = 20; ///< lines of a recommendation

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
Result<QList<Fact>> releaseUnit(const Asking& asking, const IncidentId& incident, const Addressee& to,
                                const QString& reason) {
    const auto may = mayIssue(asking.situation, incident, to);
    if (may)
        return QList<Fact>();
    if (may.error().code != RefusalCode::UnitBusy)
        return std::unexpected(may.error());
    const Unit* unit = asking.situation.units().find(std::get<UnitId>(to));
    const Order* held = checks::holding(asking.situation, *unit);
    // Before a reason is asked for, which would not help.
    if (asking.request.actor.seat.tier != Tier::Bureau && order_rules::issuedBy(*held) == Tier::Bureau)
        return refuse(RefusalCode::HeldByHigherTier, u"unit"_s,
                      incidentNumberText(asking.situation.incidents().find(held->incident)->number));
    if (reason.trimmed().isEmpty())
        return std::unexpected(may.error());
    return order_rules::ended(asking.situation, *held, OrderStage::Cancelled, reason);
}

/// Which posts must be told: the home post of a unit that is ordered over its head, and the post whose own
/// order was dropped for it.
QList<OrderNotice> noticesOf(const Asking& asking, const Unit& unit) {
    QList<OrderNotice> notices;
    const auto acting = asking.request.actor.seat.post();
    const Post* home = asking.situation.posts().find(unit.definition.post);
    if (home && home->tier == Tier::Station && acting != home->id &&
        asking.request.actor.seat.unit() != unit.definition.id)
        notices.append({home->id, NoticeKind::Bypassed});
    const Order* held = checks::holding(asking.situation, unit);
    const auto seat = held ? Seat::parse(held->issuedBy) : std::nullopt;
    const auto dropped = seat ? seat->post() : std::nullopt;
    if (dropped && dropped != acting) {
        const auto told = std::ranges::find(notices, *dropped, &OrderNotice::post);
        if (told != notices.end())
            told->kind = NoticeKind::Overridden;
        else
            notices.append({*dropped, NoticeKind::Overridden});
    }
    return notices;
}

/// The crew has set out, or is there, already: it has signed, and nothing is left to recall.
void takeAsReached(const Asking& asking, const IssueOrder& command, const OrderIssued& issued,
                   QList<Fact>& facts) {
    Order order;
    order.id = issued.order;
    order.incident = issued.incident;
    order.to = issued.to;
    order.parent = issued.parent;
    for (const OrderStage stage : {OrderStage::Signed, OrderStage::UnderWay, OrderStage::Arrived}) {
        if (stage > command.reached)
            break;
        const OrderAdvanced fact{order.id, order.incident, stage, {}, {}};
        facts.append(fact);
        facts.append(order_rules::carried(asking.situation, order, fact, asking.context.now));
    }
}

Result<void> checkIssue(const IssueOrder& command) {
    const bool reaches = command.reached == OrderStage::UnderWay || command.reached == OrderStage::Arrived;
    if (command.reached != OrderStage::Issued && !(reaches && std::holds_alternative<UnitId>(command.to)))
        return refuse(RefusalCode::Invalid, u"reached"_s, QString(enumName(command.reached)));
    if (command.shown.size() > mostShown)
        return refuse(RefusalCode::TooMany, u"shown"_s, QString::number(command.shown.size()),
                      QString::number(mostShown));
    return checks::all([&] { return checks::length(command.text, limits::text, u"text"_s); },
                       [&] { return checks::length(command.overrideReason, limits::line, u"reason"_s); });
}

/// What a unit is on the way to, and may give to another: not at the scene yet, and not the bureau's where a
/// station asks.
Result<const Order*> exchangeable(const Asking& asking, const UnitId& id) {
    const auto unit = checks::unit(asking.situation, id);
    if (!unit)
        return std::unexpected(unit.error());
    const QString callsign = (*unit)->definition.callsign.toString();
    if ((*unit)->emergency)
        return refuse(RefusalCode::InEmergency, u"unit"_s, callsign);
    const Order* order = checks::holding(asking.situation, **unit);
    if (!order)
        return refuse(RefusalCode::UnknownOrder, u"unit"_s, callsign);
    if (order->stage >= OrderStage::Arrived)
        return refuse(RefusalCode::OutOfTurn, u"stage"_s, QString::number(int(order->stage)));
    if (asking.request.actor.seat.tier == Tier::Station && order_rules::issuedBy(*order) == Tier::Bureau)
        return refuse(RefusalCode::HeldByHigherTier, u"unit"_s,
                      incidentNumberText(asking.situation.incidents().find(order->incident)->number));
    return order;
}

} // namespace

Decision decide(const Asking& asking, const IssueOrder& command) {
    if (const auto checked = checkIssue(command); !checked)
        return std::unexpected(checked.error());
    auto facts = releaseUnit(asking, command.incident, command.to, command.overrideReason);
    if (!facts)
        return std::unexpected(facts.error());
    const Incident& incident = *asking.situation.incidents().find(command.incident);
    const UnitId* unit = std::get_if<UnitId>(&command.to);
    // One leads: who is sent while another leads backs it up.
    const bool led = unit && order_rules::primary(asking.situation, incident);
    OrderIssued issued{.order = OrderId(asking.context.ids.next()),
                       .incident = command.incident,
                       .to = command.to,
                       .role = led ? OrderRole::Backup : command.role,
                       .parent = {},
                       .text = command.text,
                       .releaseAt = asking.context.now +
                                    (command.reached == OrderStage::Issued ? recallWindow : Milliseconds(0)),
                       .overrideReason = facts->isEmpty() ? QString() : command.overrideReason,
                       .notices = unit ? noticesOf(asking, *asking.situation.units().find(*unit))
                                       : QList<OrderNotice>(),
                       .shown = command.shown};
    if (const Order* parent = parentOrder(asking, command)) {
        issued.parent = parent->id;
        if (parent->stage < OrderStage::Signed) // who hands an order on has read it
            facts->append(OrderAdvanced{parent->id, parent->incident, OrderStage::Signed, {}, {}});
    }
    facts->append(issued);
    takeAsReached(asking, command, issued, *facts);
    return *facts;
}

Decision decide(const Asking& asking, const ReplaceUnit& command) {
    const auto found = checks::order(asking.situation, command.order);
    if (!found)
        return std::unexpected(found.error());
    const Order& order = **found;
    if (isOver(order.stage) || order.stage == OrderStage::Reported)
        return refuse(RefusalCode::OrderOver, u"order"_s, QString(enumName(order.stage)));
    if (!order.unit())
        return refuse(RefusalCode::Invalid, u"order"_s, order.id.toString(), u"goes to a post"_s);
    if (command.reason.trimmed().isEmpty())
        return refuse(RefusalCode::ReasonNeeded, u"reason"_s);
    if (const auto checked = checks::length(command.reason, limits::line, u"reason"_s); !checked)
        return std::unexpected(checked.error());
    const auto released = releaseUnit(asking, order.incident, command.unit, command.overrideReason);
    if (!released)
        return std::unexpected(released.error());
    QList<Fact> facts = *released;
    facts.append(OrderAdvanced{order.id, order.incident, OrderStage::Cancelled, command.reason, {}});
    facts.append(OrderIssued{.order = OrderId(asking.context.ids.next()),
                             .incident = order.incident,
                             .to = command.unit,
                             .role = order.role,
                             .parent = order.parent,
                             .text = order.text,
                             .releaseAt = asking.context.now + recallWindow,
                             .overrideReason = released->isEmpty() ? QString() : command.overrideReason,
                             .notices = noticesOf(asking, *asking.situation.units().find(command.unit))});
    return facts;
}

Decision decide(const Asking& asking, const ExchangeUnits& command) {
    const auto first = exchangeable(asking, command.first);
    const auto second = exchangeable(asking, command.second);
    if (!first || !second)
        return std::unexpected(first ? second.error() : first.error());
    const auto worksOn = [&](const Order& order, const UnitId& unit) {
        return openOrder(asking.situation, *asking.situation.incidents().find(order.incident), unit) !=
               nullptr;
    };
    if (worksOn(**first, command.second) || worksOn(**second, command.first))
        return refuse(RefusalCode::AlreadyAssigned, u"unit"_s, command.second.toString());
    if (command.reason.trimmed().isEmpty())
        return refuse(RefusalCode::ReasonNeeded, u"reason"_s);
    if (const auto checked = checks::length(command.reason, limits::line, u"reason"_s); !checked)
        return std::unexpected(checked.error());
    QList<Fact> facts;
    for (const Order* order : {*first, *second})
        facts.append(OrderAdvanced{order->id, order->incident, OrderStage::Cancelled, command.reason, {}});
    for (const auto& [order, unit] : {std::pair(*first, command.second), std::pair(*second, command.first)})
        facts.append(OrderIssued{.order = OrderId(asking.context.ids.next()),
                                 .incident = order->incident,
                                 .to = unit,
                                 .role = order->role,
                                 .parent = order->parent,
                                 .text = order->text,
                                 .releaseAt = asking.context.now + recallWindow,
                                 .overrideReason = command.reason,
                                 .notices = noticesOf(asking, *asking.situation.units().find(unit))});
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
    return order_rules::ended(asking.situation, **order, OrderStage::Recalled, {});
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
