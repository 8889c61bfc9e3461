// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/queue/queue_row.h"

#include <tuple>

namespace tridesk {

namespace {

QString addresseeText(const Situation& situation, const Order& order) {
    if (const auto id = order.unit()) {
        const Unit* unit = situation.units().find(*id);
        return unit ? unit->definition.callsign.toString() : id->toString();
    }
    return order.post().value_or(PostId()).toString();
}

void addOrder(QueueRow& row, const Situation& situation, const Order& order) {
    const QString text = addresseeText(situation, order);
    const bool first = order.role == OrderRole::Primary && order.unit();
    row.assigned.insert(first ? 0 : row.assigned.size(), text);
    if (const auto unit = order.unit())
        row.units.insert(first ? 0 : row.units.size(), *unit);
}

constexpr int closedRank = 4;

int stageRank(const QueueRow& row) {
    if (!row.isOpen())
        return closedRank;
    if (row.flags.contains(IncidentFlag::Pinned))
        return 0;
    if (row.stage == IncidentStage::Pending)
        return row.heldUntil || !row.agency.isEmpty() ? 2 : 1;
    return 3;
}

} // namespace

bool operator==(const QueueRow& a, const QueueRow& b) {
    const auto key = [](const QueueRow& r) {
        return std::tie(r.id, r.number, r.level, r.stage, r.reportedAt, r.stageSince, r.type, r.address, r.at,
                        r.post, r.hazards, r.assigned, r.units, r.flags, r.heldUntil, r.agency, r.reports,
                        r.veiled);
    };
    const auto same = [](const std::optional<Deadline>& x, const std::optional<Deadline>& y) {
        return x.has_value() == y.has_value() && (!x || (x->kind == y->kind && x->due == y->due));
    };
    return key(a) == key(b) && same(a.deadline, b.deadline);
}

QueueRow queueRow(const Situation& situation, const Incident& incident, Instant now) {
    QueueRow row;
    row.id = incident.id;
    row.number = incident.number;
    row.level = incident.details.level;
    row.stage = incident.stage;
    row.reportedAt = incident.reportedAt;
    row.stageSince = incident.stageSince;
    row.type = incident.details.type;
    row.address = incident.details.place.address;
    row.at = incident.details.place.at;
    row.post = incident.post;
    row.hazards = incident.details.hazards;
    for (const OrderId& id : incident.orders)
        if (const Order* order = situation.orders().find(id); order && !isOver(order->stage))
            addOrder(row, situation, *order);
    row.flags = incident.flags;
    row.reports += int(incident.merged.size());
    if (incident.isHeld(now) && incident.hold)
        row.heldUntil = incident.hold->until;
    if (incident.isAway() && incident.transfer)
        row.agency = incident.transfer->agency;
    if (incident.isOpen())
        row.deadline = deadline(situation, incident);
    return row;
}

bool queuedBefore(const QueueRow& a, const QueueRow& b) {
    const int rankA = stageRank(a);
    const int rankB = stageRank(b);
    if (rankA != rankB)
        return rankA < rankB;
    if (rankA == closedRank) // what was closed last is what somebody asks about
        return std::tie(b.stageSince, b.number, b.id) < std::tie(a.stageSince, a.number, a.id);
    return std::tie(a.level, a.reportedAt, a.number, a.id) < std::tie(b.level, b.reportedAt, b.number, b.id);
}

} // namespace tridesk
