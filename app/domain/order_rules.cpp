// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/order_rules.h"

#include <algorithm>

namespace tridesk::order_rules {

using namespace Qt::StringLiterals;

const Order* openOrder(const Situation& situation, const Incident& incident, const Addressee& to) {
    for (const OrderId& id : incident.orders) {
        const Order* order = situation.orders().find(id);
        if (order->to == to && !isOver(order->stage))
            return order;
    }
    return nullptr;
}

const Order* primary(const Situation& situation, const Incident& incident) {
    for (const OrderId& id : incident.orders) {
        const Order* order = situation.orders().find(id);
        if (order->unit() && order->role == OrderRole::Primary && !isOver(order->stage))
            return order;
    }
    return nullptr;
}

QList<Fact> ended(const Situation& situation, const Order& order, OrderStage stage, const QString& reason,
                  const std::optional<OnBehalf>& onBehalf) {
    QList<Fact> facts{OrderAdvanced{order.id, order.incident, stage, reason, {}, onBehalf}};
    if (!order.unit() || order.role != OrderRole::Primary)
        return facts;
    const Incident& incident = *situation.incidents().find(order.incident);
    for (const OrderId& id : incident.orders) {
        const Order& other = *situation.orders().find(id);
        if (other.id != order.id && other.unit() && !isOver(other.stage)) {
            facts.append(OrderRoleSet{other.id, other.incident, OrderRole::Primary});
            break;
        }
    }
    return facts;
}

QList<Fact> carried(const Situation& situation, const Order& order, const OrderAdvanced& fact, Instant now) {
    QList<Fact> facts;
    const Order* parent = order.parent ? situation.orders().find(*order.parent) : nullptr;
    const bool carries = fact.stage == OrderStage::UnderWay || fact.stage == OrderStage::Arrived ||
                         fact.stage == OrderStage::Reported;
    if (parent && carries && !isOver(parent->stage) && parent->stage < fact.stage)
        facts.append(OrderAdvanced{parent->id, parent->incident, fact.stage, fact.text, fact.disposition});
    const std::optional<UnitId> unit = order.unit();
    const Incident* incident = situation.incidents().find(order.incident);
    if (fact.stage != OrderStage::Arrived || !unit || !incident)
        return facts;
    const IncidentType* type = situation.catalogue().type(incident->details.type);
    if (type && type->safetyCheck > Milliseconds(0))
        facts.append(UnitTimerSet{*unit, now + type->safetyCheck, type->safetyCheck, true});
    return facts;
}

Tier issuedBy(const Order& order) {
    const auto seat = Seat::parse(order.issuedBy);
    return seat ? seat->tier : Tier::Machine;
}

const OrderNotice* standingNotice(const Order& order, const PostId& post, Instant now) {
    const bool recalled = order.stage == OrderStage::Recalled;
    if (now < order.releaseAt && !recalled)
        return nullptr;
    const auto found = std::ranges::find(order.notices, post, &OrderNotice::post);
    if (found == order.notices.end() || found->acknowledgedAt)
        return nullptr;
    return recalled && found->kind == NoticeKind::Bypassed ? nullptr : &*found;
}

Result<void> checkDisposition(const Situation& situation, const TypeCode& disposition) {
    const Catalogue& catalogue = situation.catalogue();
    if (!disposition.isNull() && !catalogue.dispositions.isEmpty() && !catalogue.disposition(disposition))
        return refuse(RefusalCode::UnknownDisposition, u"disposition"_s, disposition.toString());
    return {};
}

} // namespace tridesk::order_rules
