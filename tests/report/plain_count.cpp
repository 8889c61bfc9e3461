// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/report/plain_count.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tridesk::test {

using namespace Qt::StringLiterals;

namespace {

QJsonObject payloadOf(const Entry& entry) {
    return QJsonDocument::fromJson(entry.fact.payload).object();
}

/// All entries of one incident, by the id in their payload.
QHash<QString, QList<Entry>> byIncident(const QList<Entry>& entries) {
    QHash<QString, QList<Entry>> all;
    for (const Entry& entry : entries)
        if (const QString id = payloadOf(entry).value("incident"_L1).toString(); !id.isEmpty())
            all[id].append(entry);
    return all;
}

QHash<QString, QString> homePosts(const QList<Entry>& entries) {
    QHash<QString, QString> homes;
    for (const Entry& entry : entries)
        if (entry.fact.kind == u"unit.defined") {
            const QJsonObject unit = payloadOf(entry);
            homes[unit["id"_L1].toString()] = unit["post"_L1].toString();
        }
    return homes;
}

} // namespace

QList<PlainCount::Order> PlainCount::ordersOf(const QList<Entry>& entries) {
    QList<Order> orders;
    for (const Entry& entry : entries) {
        if (entry.fact.kind != u"order.issued")
            continue;
        const QJsonObject issued = payloadOf(entry);
        Order order;
        order.id = issued["order"_L1].toString();
        order.unit = issued["to"_L1]["unit"_L1].toString();
        order.post = issued["to"_L1]["post"_L1].toString();
        order.issued = entry.fact.happenedAt;
        order.release = instantFromMs(issued["releaseAt"_L1].toInteger());
        for (const Entry& later : entries) {
            if (payloadOf(later).value("order"_L1).toString() != order.id)
                continue;
            order.hops[later.fact.kind] = later.fact.happenedAt;
            if (later.fact.kind == u"deadline.missed")
                order.late.append(payloadOf(later).value("kind"_L1).toString());
        }
        orders.append(order);
    }
    return orders;
}

PlainCount::PlainCount(const QList<Entry>& entries, Instant from, Instant to) {
    const auto homes = homePosts(entries);
    const auto all = byIncident(entries);
    for (auto each = all.cbegin(); each != all.cend(); ++each) {
        Incident incident;
        incident.id = each.key();
        bool isOrdered = false;
        for (const Entry& entry : *each) {
            const QJsonObject payload = payloadOf(entry);
            const QString& kind = entry.fact.kind;
            if (kind == u"incident.reported") {
                incident.reported = entry.fact.happenedAt;
                incident.isApart = payload["source"_L1]["name"_L1] == u"field"_s;
            }
            if (kind == u"incident.reported" || kind == u"incident.amended") {
                for (const auto& [field, value] :
                     {std::pair("type"_L1, &incident.type), std::pair("level"_L1, &incident.level),
                      std::pair("post"_L1, &incident.area)})
                    if (payload.contains(field))
                        *value = payload[field].toString();
            }
            if (kind == u"incident.closed")
                incident.closed = entry.fact.happenedAt;
            if (kind == u"incident.reopened")
                incident.closed.reset();
            if (kind == u"incident.merged" || kind == u"incident.split")
                incident.isMerged = kind == u"incident.merged";
            if (kind == u"order.issued")
                isOrdered = true;
            const bool waits =
                kind == u"incident.transferred" || (kind == u"incident.held" && payload.contains("until"_L1));
            if (waits && !isOrdered)
                incident.isApart = true;
            if (kind == u"deadline.missed" && !payload.contains("order"_L1))
                incident.isDispatchLate = true;
        }
        if (incident.reported < from || incident.reported >= to)
            continue;
        incident.orders = ordersOf(*each);
        for (Order& order : incident.orders)
            if (order.post.isEmpty())
                order.post = homes.value(order.unit);
        m_incidents.append(incident);
    }
}

PlainCount::Lengths PlainCount::lengths(Interval interval, const Wanted& wanted) const {
    Lengths found;
    const auto add = [&found](std::optional<Instant> from, std::optional<Instant> to) {
        if (!from || !to)
            return;
        if (*to < *from)
            ++found.backwards;
        else
            found.list.append((*to - *from).count());
    };
    const auto hop = [](const Order& order, const QString& kind) {
        return order.hops.contains(kind) ? std::optional(order.hops[kind]) : std::nullopt;
    };
    const bool isOfOrder = interval >= Interval::Sign;
    for (const Incident& incident : m_incidents) {
        QList<Instant> issued;
        QList<Instant> arrivals;
        for (const Order& order : incident.orders) {
            if (order.isRecalled())
                continue;
            issued.append(order.issued);
            if (const auto arrived = hop(order, u"order.arrived"_s); arrived && !order.unit.isEmpty())
                arrivals.append(*arrived);
            if (!isOfOrder || !wanted(incident, &order))
                continue;
            const auto signedAt = hop(order, u"order.signed"_s);
            const auto underWay = hop(order, u"order.under_way"_s);
            const auto arrived = hop(order, u"order.arrived"_s);
            if (interval == Interval::Sign)
                add(order.release, signedAt);
            else if (!order.unit.isEmpty() && interval == Interval::SetOut)
                add(signedAt, underWay);
            else if (!order.unit.isEmpty() && interval == Interval::Travel)
                add(underWay, arrived);
            else if (!order.unit.isEmpty() && interval == Interval::OnScene)
                add(arrived, hop(order, u"order.reported"_s));
        }
        if (isOfOrder || incident.isMerged || !wanted(incident, nullptr))
            continue;
        if (interval == Interval::Total)
            add(incident.reported, incident.closed);
        else if (!incident.isApart && interval == Interval::Dispatch && !issued.isEmpty())
            add(incident.reported, *std::ranges::min_element(issued));
        else if (!incident.isApart && interval == Interval::Response && !arrivals.isEmpty())
            add(incident.reported, *std::ranges::min_element(arrivals));
    }
    std::ranges::sort(found.list);
    return found;
}

} // namespace tridesk::test
