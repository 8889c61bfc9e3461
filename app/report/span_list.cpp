// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/span_list.h"

#include <algorithm>

namespace tridesk {

namespace {

void earlier(std::optional<Instant>& first, std::optional<Instant> next) {
    if (next && (!first || *next < *first))
        first = next;
}

ListedIncident listed(const Situation& situation, const Incident& shown) {
    ListedIncident line{.incident = shown};
    for (const OrderId& id : shown.orders) {
        const Order* order = situation.orders().find(id);
        if (!order || order->stage == OrderStage::Recalled)
            continue;
        line.units += order->unit().has_value();
        earlier(line.orderedAt, order->reached(OrderStage::Issued));
        if (order->unit())
            earlier(line.arrivedAt, order->reached(OrderStage::Arrived));
    }
    if (!shown.isOpen())
        line.closedAt = shown.stageSince;
    return line;
}

} // namespace

bool isIn(const StatisticsQuery& query, const Situation& situation, const Incident& incident) {
    if (incident.reportedAt < query.from || incident.reportedAt >= query.to)
        return false;
    if (!query.post.isNull() && incident.post != query.post)
        return false;
    const TypeCode& type = incident.details.type;
    if (!query.type.isNull() && type != query.type &&
        !type.toString().startsWith(query.type.toString() + u'.'))
        return false;
    return query.unit.isNull() || std::ranges::any_of(incident.orders, [&](const OrderId& id) {
               const Order* order = situation.orders().find(id);
               return order && order->unit() == query.unit;
           });
}

SpanList spanList(const Situation& situation, const Eyes& eyes, const StatisticsQuery& query, bool named,
                  Instant now, qsizetype most) {
    QList<const Incident*> found;
    SpanList list;
    for (const Incident& incident : situation.incidents()) {
        if (!isIn(query, situation, incident))
            continue;
        if (sightOf(situation, eyes, incident, now) == Sight::Nothing)
            ++list.hidden;
        else
            found.append(&incident);
    }
    std::ranges::sort(found, {},
                      [](const Incident* each) { return std::pair(each->reportedAt, each->number); });
    list.isCut = found.size() > most;
    found.resize(std::min(found.size(), most));
    list.incidents.reserve(found.size());
    for (const Incident* each : std::as_const(found)) {
        list.incidents.append(listed(situation, redacted(situation, eyes, *each, now)));
        if (!named)
            list.incidents.last().incident.details.callers.clear();
    }
    return list;
}

} // namespace tridesk
