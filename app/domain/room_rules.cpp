// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/room_rules.h"

#include <algorithm>

namespace tridesk::room_rules {

namespace {

bool reached(const Order& order) {
    return order.stage >= OrderStage::Delivered && !isOver(order.stage);
}

} // namespace

bool hasRoom(const Situation& situation, const Incident& incident) {
    return std::ranges::any_of(incident.orders, [&](const OrderId& id) {
        const Order* order = situation.orders().find(id);
        return order && order->stage != OrderStage::Recalled;
    });
}

QList<Addressee> members(const Situation& situation, const Incident& incident) {
    QList<Addressee> all;
    const auto add = [&](const Addressee& each) {
        if (!all.contains(each))
            all.append(each);
    };
    PostId bureau;
    for (const Post& post : situation.posts())
        if (post.tier == Tier::Bureau && (bureau.isNull() || post.id < bureau))
            bureau = post.id;
    if (!bureau.isNull())
        add(bureau);
    if (situation.posts().find(incident.post) && !incident.has(IncidentFlag::Sensitive))
        add(incident.post);
    for (const OrderId& id : incident.orders)
        if (const Order* order = situation.orders().find(id); order && reached(*order))
            add(order->to);
    return all;
}

bool isMember(const Situation& situation, const Incident& incident, const Seat& seat) {
    if (seat.tier == Tier::Bureau)
        return true;
    const QList<Addressee> all = members(situation, incident);
    const auto unit = seat.unit();
    const auto post = seat.post();
    return (unit && all.contains(Addressee(*unit))) || (post && all.contains(Addressee(*post)));
}

QList<const Message*> thread(const Situation& situation, const IncidentId& incident) {
    QList<const Message*> said;
    for (const Message& message : situation.messages())
        if (message.kind == MessageKind::Room && message.incident == incident)
            said.append(&message);
    std::ranges::sort(said, [](const Message* a, const Message* b) {
        return std::pair(a->sentAt, a->id.value()) < std::pair(b->sentAt, b->id.value());
    });
    return said;
}

} // namespace tridesk::room_rules
