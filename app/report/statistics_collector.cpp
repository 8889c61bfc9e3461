// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/statistics_collector.h"

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

/// Takes one fact in; what is not counted changes nothing.
struct StatisticsFold {
    StatisticsCollector& c;
    Instant at;

    template <class Any>
    void operator()(const Any&) const {}

    void operator()(const PostDefined& f) const { c.m_posts[f.post.id] = f.post.name; }
    void operator()(const UnitDefined& f) const { c.m_units[f.unit.id] = f.unit; }
    void operator()(const CatalogueDefined& f) const {
        for (const IncidentType& type : f.catalogue.types)
            c.m_types[type.code] = type.name;
    }

    void operator()(const IncidentReported& f) const {
        if (at < c.m_query.from || at >= c.m_query.to)
            return;
        if (c.m_incidents.size() >= StatisticsCollector::mostIncidents) {
            c.m_isCut = true;
            return;
        }
        c.m_incidents.insert(f.incident, {.reportedAt = at,
                                          .type = f.details.type,
                                          .level = f.details.level,
                                          .post = f.post,
                                          .initiated = f.source.name == "field"_L1});
    }
    void operator()(const IncidentAmended& f) const {
        if (auto* incident = find(f.change.incident)) {
            incident->type = f.change.type.value_or(incident->type);
            incident->level = f.change.level.value_or(incident->level);
            incident->post = f.post.value_or(incident->post);
        }
    }
    void operator()(const IncidentClosed& f) const {
        if (auto* incident = find(f.incident))
            incident->closedAt = at;
    }
    void operator()(const IncidentMerged& f) const {
        if (auto* incident = find(f.incident))
            incident->merged = true;
    }
    void operator()(const IncidentSplit& f) const {
        if (auto* incident = find(f.incident))
            incident->merged = false;
    }
    void operator()(const IncidentReopened& f) const {
        if (auto* incident = find(f.incident)) {
            incident->reopened = true;
            incident->closedAt.reset();
        }
    }
    void operator()(const IncidentHeld& f) const {
        if (auto* incident = find(f.incident); incident && f.until)
            incident->waited |= !incident->ordered;
    }
    void operator()(const IncidentTransferred& f) const {
        if (auto* incident = find(f.incident)) {
            incident->transferred = true;
            incident->waited |= !incident->ordered;
        }
    }

    void operator()(const OrderIssued& f) const {
        auto* incident = find(f.incident);
        if (!incident)
            return;
        incident->ordered = true;
        const auto* unit = std::get_if<UnitId>(&f.to);
        c.m_orders.insert(f.order, {.incident = f.incident,
                                    .unit = unit ? *unit : UnitId(),
                                    .post = unit ? c.m_units.value(*unit).post : std::get<PostId>(f.to),
                                    .issuedAt = at,
                                    .releaseAt = f.releaseAt});
    }
    void operator()(const OrderAdvanced& f) const {
        const auto order = c.m_orders.find(f.order);
        if (order == c.m_orders.end())
            return;
        order->stage = f.stage;
        if (f.stage <= OrderStage::Reported)
            order->reachedAt[size_t(f.stage)] = at;
    }
    void operator()(const DeadlineMissed& f) const {
        if (f.order) {
            if (const auto order = c.m_orders.find(*f.order); order != c.m_orders.end())
                order->missed[size_t(f.kind)] = true;
        } else if (auto* incident = find(f.incident)) {
            incident->dispatchMissed = true;
        }
    }

private:
    [[nodiscard]] StatisticsCollector::CountedIncident* find(const IncidentId& id) const {
        const auto found = c.m_incidents.find(id);
        return found == c.m_incidents.end() ? nullptr : &*found;
    }
};

StatisticsCollector::StatisticsCollector(const StatisticsQuery& query)
    : m_query(query) {}

void StatisticsCollector::take(const Entry& entry, const Fact* fact) {
    m_record.take(entry, fact);
    if (fact)
        std::visit(StatisticsFold{*this, entry.fact.happenedAt}, *fact);
}

/// Puts what was counted into the rows that it belongs to.
class StatisticsCollector::Counting {
public:
    Counting(const StatisticsCollector& from, Statistics& into)
        : m_from(from)
        , m_into(into)
        , m_depth(from.m_query.type.isNull() ? 1 : from.m_query.type.toString().count(u'.') + 2) {}

    void run() {
        QHash<IncidentId, QList<const CountedOrder*>> orders;
        for (const CountedOrder& order : m_from.m_orders)
            if (m_from.m_query.unit.isNull() || order.unit == m_from.m_query.unit)
                orders[order.incident].append(&order);
        for (auto each = m_from.m_incidents.cbegin(); each != m_from.m_incidents.cend(); ++each)
            if (isWanted(*each) && (m_from.m_query.unit.isNull() || orders.contains(each.key())))
                count(*each, orders.value(each.key()));
    }

private:
    using Tallies = QList<Tally*>;

    [[nodiscard]] bool isWanted(const CountedIncident& incident) const {
        const StatisticsQuery& query = m_from.m_query;
        const QString type = incident.type.toString();
        return (query.post.isNull() || incident.post == query.post) &&
               (query.type.isNull() || incident.type == query.type ||
                type.startsWith(query.type.toString() + u'.'));
    }

    void count(const CountedIncident& incident, const QList<const CountedOrder*>& orders) {
        const Tallies tallies{
            &m_into.whole, &row(Grouping::Type, incident.type.toString().section(u'.', 0, int(m_depth) - 1)),
            &row(Grouping::Area, incident.post.toString()),
            &row(Grouping::Hour, hourOf(incident.reportedAt))};
        Tallies ofOrders; // each once, however many orders
        for (const CountedOrder* order : orders) {
            if (order->stage == OrderStage::Recalled) {
                ++m_into.outcomes.recalled;
                continue;
            }
            m_into.outcomes.refused += order->stage == OrderStage::Refused;
            m_into.outcomes.cancelled += order->stage == OrderStage::Cancelled;
            Tallies own{&row(Grouping::Post, order->post.toString())};
            if (!order->unit.isNull())
                own.append(&row(Grouping::Unit, order->unit.toString()));
            count(*order, tallies + own);
            for (Tally* each : std::as_const(own))
                if (!ofOrders.contains(each))
                    ofOrders.append(each);
        }
        for (Tally* each : tallies + ofOrders) {
            ++each->incidents;
            ++each->levels[size_t(incident.level)];
        }
        for (Tally* each : tallies)
            each->missed[size_t(DeadlineKind::Dispatch)] += incident.dispatchMissed;
        countOutcomes(incident);
        countTimes(incident, orders, tallies);
    }

    void countOutcomes(const CountedIncident& incident) {
        Outcomes& outcomes = m_into.outcomes;
        outcomes.closed += incident.closedAt && !incident.merged;
        outcomes.merged += incident.merged;
        outcomes.transferred += incident.transferred;
        outcomes.reopened += incident.reopened;
        outcomes.initiated += incident.initiated;
    }

    static void countTimes(const CountedIncident& incident, const QList<const CountedOrder*>& orders,
                           const Tallies& tallies) {
        if (incident.merged)
            return;
        time(Interval::Total, incident.reportedAt, incident.closedAt, tallies);
        if (incident.initiated || incident.waited)
            return;
        std::optional<Instant> ordered;
        std::optional<Instant> arrived;
        const auto earlier = [](std::optional<Instant>& first, std::optional<Instant> next) {
            if (next && (!first || *next < *first))
                first = next;
        };
        for (const CountedOrder* order : orders) {
            if (order->stage == OrderStage::Recalled)
                continue;
            earlier(ordered, order->issuedAt);
            if (!order->unit.isNull())
                earlier(arrived, order->reachedAt[size_t(OrderStage::Arrived)]);
        }
        time(Interval::Dispatch, incident.reportedAt, ordered, tallies);
        time(Interval::Response, incident.reportedAt, arrived, tallies);
    }

    static void count(const CountedOrder& order, const Tallies& tallies) {
        const auto hop = [&](OrderStage stage) { return order.reachedAt[size_t(stage)]; };
        time(Interval::Sign, order.releaseAt, hop(OrderStage::Signed), tallies);
        if (!order.unit.isNull()) {
            time(Interval::SetOut, hop(OrderStage::Signed), hop(OrderStage::UnderWay), tallies);
            time(Interval::Travel, hop(OrderStage::UnderWay), hop(OrderStage::Arrived), tallies);
            time(Interval::OnScene, hop(OrderStage::Arrived), hop(OrderStage::Reported), tallies);
        }
        for (Tally* each : tallies) {
            ++each->orders;
            for (size_t kind = 0; kind < order.missed.size(); ++kind)
                each->missed[kind] += order.missed[kind];
        }
    }

    static void time(Interval which, std::optional<Instant> from, std::optional<Instant> to,
                     const Tallies& tallies) {
        if (!from || !to)
            return;
        for (Tally* each : tallies) {
            if (*to < *from)
                ++each->backwards[size_t(which)];
            else
                each->intervals[size_t(which)].add(*to - *from);
        }
    }

    [[nodiscard]] Tally& row(Grouping grouping, const QString& key) {
        return m_into.rows[size_t(grouping)][key];
    }

    [[nodiscard]] QString hourOf(Instant at) const {
        return toDateTime(at).toTimeZone(m_from.m_query.zone).toString(u"HH"_s);
    }

    const StatisticsCollector& m_from;
    Statistics& m_into;
    qsizetype m_depth;
};

Statistics StatisticsCollector::finish() const {
    Statistics made{.query = m_query,
                    .record = m_record,
                    .whole = {},
                    .outcomes = {},
                    .rows = {},
                    .types = m_types,
                    .posts = m_posts,
                    .units = {},
                    .isCut = m_isCut};
    for (auto each = m_units.cbegin(); each != m_units.cend(); ++each)
        made.units.insert(each.key(), each->callsign);
    Counting(*this, made).run();
    return made;
}

} // namespace tridesk
