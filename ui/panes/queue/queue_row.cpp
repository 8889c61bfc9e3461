// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/queue/queue_row.h"

#include <limits>
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

/// Pinned, open, closed; then what is sorted by, where a number says it, and a word.
std::tuple<int, qint64, QString> orderKey(const QueueRow& row, QueueOrder order) {
    const int standing = !row.isOpen() ? 2 : row.flags.contains(IncidentFlag::Pinned) ? 0 : 1;
    switch (order) {
    case QueueOrder::Queue:
        return {0, 0, {}}; // as queuedBefore() has it
    case QueueOrder::Level:
        return {standing, qint64(row.level), {}};
    case QueueOrder::Age:
        return {standing, toMs(row.reportedAt), {}};
    case QueueOrder::Deadline:
        return {standing, row.deadline ? toMs(row.deadline->due) : std::numeric_limits<qint64>::max(), {}};
    case QueueOrder::Station:
        return {standing, row.post.isNull() ? 0 : 1, row.post.toString()};
    }
    return {};
}

} // namespace

bool operator==(const QueueRow& a, const QueueRow& b) {
    const auto key = [](const QueueRow& r) {
        return std::tie(r.id, r.number, r.level, r.stage, r.reportedAt, r.stageSince, r.type, r.address, r.at,
                        r.post, r.hazards, r.assigned, r.units, r.flags, r.tags, r.heldUntil, r.waitsFor,
                        r.beat, r.agency, r.reinforcement, r.reports, r.veiled);
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
    row.beat = incident.beat;
    row.hazards = incident.details.hazards;
    for (const OrderId& id : incident.orders)
        if (const Order* order = situation.orders().find(id); order && !isOver(order->stage))
            addOrder(row, situation, *order);
    row.flags = incident.flags;
    row.tags = incident.tags;
    row.reinforcement = incident.isOpen() && incident.reinforcement.has_value();
    row.reports += int(incident.merged.size());
    if (incident.isHeld(now) && incident.hold)
        row.heldUntil = incident.hold->until;
    if (incident.isOpen() && incident.hold && incident.hold->unit) {
        const Unit* unit = situation.units().find(*incident.hold->unit);
        row.waitsFor = unit ? unit->definition.callsign.toString() : incident.hold->unit->toString();
    } else if (incident.isOpen() && incident.hold) {
        row.waitsFor = incident.hold->beat.toString();
    }
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

QString groupOf(const QueueRow& row, QueueGrouping grouping) {
    switch (grouping) {
    case QueueGrouping::None:
        return {};
    case QueueGrouping::Station:
        return row.post.toString();
    case QueueGrouping::Level:
        return QString::number(int(row.level));
    case QueueGrouping::Stage:
        return QString::number(int(row.stage));
    case QueueGrouping::Beat:
        return row.beat.toString();
    }
    return {};
}

bool arrangedBefore(const QueueRow& a, const QueueRow& b, const QueueArrangement& arrangement) {
    const auto groupKey = [&](const QueueRow& row) {
        switch (arrangement.grouping) {
        case QueueGrouping::None:
            break;
        case QueueGrouping::Station: // those of no station need somebody to say whose they are
            return std::pair(row.post.isNull() ? 0 : 1, row.post.toString());
        case QueueGrouping::Beat:
            return std::pair(row.beat.isNull() ? 0 : 1, row.post.toString() + u'/' + row.beat.toString());
        case QueueGrouping::Level:
            return std::pair(int(row.level), QString());
        case QueueGrouping::Stage:
            return std::pair(int(row.stage), QString());
        }
        return std::pair(0, QString());
    };
    if (arrangement.grouping != QueueGrouping::None) {
        const auto groupA = groupKey(a);
        const auto groupB = groupKey(b);
        if (groupA != groupB)
            return groupA < groupB;
    }
    const auto key = [&](const QueueRow& row) { return orderKey(row, arrangement.order); };
    const auto keyA = key(a);
    const auto keyB = key(b);
    return keyA != keyB ? keyA < keyB : queuedBefore(a, b);
}

} // namespace tridesk
