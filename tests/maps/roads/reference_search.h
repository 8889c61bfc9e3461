// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/geo/distance.h"
#include "maps/roads/speeds.h"
#include "tests/maps/roads/made_roads.h"

#include <queue>

#include <array>
#include <cmath>
#include <map>
#include <set>

namespace tridesk::maps::test {

/// The plainest right answer: Dijkstra from turn to turn over the ways as given, one edge for each pair of
/// neighbouring nodes and direction, that remembers the last two edges and looks every rule up at each turn.
/// Shares no code with the graph but who may use a road, how fast, and how long it is. Via ways must be of
/// one edge.
class ReferenceSearch {
public:
    ReferenceSearch(const MadeRoads& roads, const Driving& driving)
        : m_driving(driving) {
        for (const RoadWay& way : roads.ways)
            addWay(way);
        for (std::size_t edge = 0; edge < m_edges.size(); ++edge)
            m_out[m_edges[edge].from].push_back(edge);
        for (const TurnRestriction& restriction : roads.restrictions)
            addRestriction(restriction);
    }

    /// Seconds from one node of the lattice, entered afresh, to each edge's far end.
    std::map<qint64, double> secondsFrom(qint64 start) const {
        std::map<State, double> best;
        std::map<qint64, double> nodes{{start, 0}};
        using Open = std::pair<double, State>;
        std::priority_queue<Open, std::vector<Open>, std::greater<>> open;
        const auto reach = [&](const State& state, double seconds) {
            const auto known = best.try_emplace(state, INFINITY).first;
            if (seconds >= known->second)
                return;
            known->second = seconds;
            open.push({seconds, state});
            const auto node = nodes.try_emplace(m_edges[state.back()].to, seconds).first;
            node->second = std::min(node->second, seconds);
        };
        for (const std::size_t edge : outOf(start)) {
            if (m_edges[edge].usable)
                reach({None, edge}, m_edges[edge].seconds);
        }
        while (!open.empty()) {
            const auto [seconds, state] = open.top();
            open.pop();
            if (seconds > best.at(state))
                continue;
            for (const std::size_t next : outOf(m_edges[state.back()].to)) {
                if (m_edges[next].usable && !isForbidden(state, next))
                    reach({state.back(), next}, seconds + m_edges[next].seconds);
            }
        }
        return nodes;
    }

private:
    static constexpr std::size_t None = ~std::size_t{0};
    static constexpr quint8 Everybody = 31;
    using State = std::array<std::size_t, 2>; ///< the edge before, and the edge driven last

    struct Edge {
        qint64 from;
        qint64 to;
        qint64 way;
        double seconds;
        bool usable;
        bool forCars;
    };
    struct Rule {
        std::map<std::size_t, quint8> no;
        std::set<std::size_t> only;
        quint8 onlyGroups = 0;
    };

    const std::vector<std::size_t>& outOf(qint64 node) const {
        static const std::vector<std::size_t> none;
        const auto found = m_out.find(node);
        return found == m_out.end() ? none : found->second;
    }

    void addWay(const RoadWay& way) {
        for (qsizetype index = 1; index < way.nodeIds.size(); ++index) {
            const double metres = metresBetween(way.points.at(index - 1), way.points.at(index));
            const auto add = [&](qint64 from, qint64 to, bool against) {
                const RoadKind kind = kindOf(way, against);
                const double seconds = std::round(metres * 100) / 100 * 3.6 / speedKmh(kind, m_driving);
                const bool forCars = !against && way.cls != RoadClass::Footway &&
                                     (way.access != Access::NoVehicles || way.busOnly || way.emergency);
                m_edges.push_back({from, to, way.id, seconds, mayUse(kind, m_driving.profile), forCars});
            };
            add(way.nodeIds.at(index - 1), way.nodeIds.at(index), way.oneWay == OneWay::Backward);
            add(way.nodeIds.at(index), way.nodeIds.at(index - 1), way.oneWay == OneWay::Forward);
        }
    }

    bool isMeant(const TurnRestriction& r, std::size_t in, std::size_t out) const {
        if (!m_edges[in].forCars || !m_edges[out].forCars || m_edges[in].to != m_edges[out].from)
            return false;
        if (m_edges[in].way != r.fromWay || m_edges[out].way != r.toWay)
            return false;
        return r.fromWay != r.toWay || (!r.only && m_edges[in].from == m_edges[out].to);
    }

    void addRestriction(const TurnRestriction& r) {
        const quint8 groups = Everybody & ~r.exempt;
        const auto add = [&](const State& before, std::size_t next) {
            Rule& rule = m_rules[before];
            if (r.only) {
                rule.only.insert(next);
                rule.onlyGroups |= groups;
            } else {
                rule.no[next] |= groups;
            }
        };
        for (std::size_t in = 0; in < m_edges.size(); ++in) {
            for (const std::size_t next : outOf(m_edges[in].to)) {
                if (r.viaWays.isEmpty()) {
                    if (m_edges[in].to == r.viaNode && isMeant(r, in, next))
                        add({None, in}, next);
                    continue;
                }
                const bool isVia = m_edges[in].way == r.fromWay && m_edges[in].forCars &&
                                   m_edges[next].way == r.viaWays.first() && m_edges[next].forCars &&
                                   m_edges[next].to != m_edges[in].from;
                if (!isVia)
                    continue;
                for (const std::size_t out : outOf(m_edges[next].to)) {
                    if (m_edges[out].way != r.toWay || !m_edges[out].forCars ||
                        m_edges[out].to == m_edges[next].from)
                        continue;
                    add({in, next}, out);
                    if (r.only)
                        add({None, in}, next);
                }
            }
        }
    }

    quint8 barred(const State& state, std::size_t next) const {
        quint8 groups = 0;
        for (const State& before : {state, State{None, state.back()}}) {
            const auto rule = m_rules.find(before);
            if (rule == m_rules.end())
                continue;
            if (const auto no = rule->second.no.find(next); no != rule->second.no.end())
                groups |= no->second;
            if (!rule->second.only.empty() && !rule->second.only.contains(next))
                groups |= rule->second.onlyGroups;
        }
        return groups;
    }

    bool isForbidden(const State& state, std::size_t next) const {
        const RoadProfile& profile = m_driving.profile;
        if (profile.onFoot || profile.ignoresTurns)
            return false;
        quint8 groups = barred(state, next);
        if (groups == 0)
            return false;
        // Whom the rules would leave no way out at all, they do not bind.
        quint8 stuck = Everybody;
        for (const std::size_t other : outOf(m_edges[state.back()].to)) {
            if (m_edges[other].forCars)
                stuck &= barred(state, other);
        }
        groups &= ~stuck;
        return (groups & profile.turnGroups) == profile.turnGroups;
    }

    Driving m_driving;
    std::vector<Edge> m_edges;
    std::map<qint64, std::vector<std::size_t>> m_out;
    std::map<State, Rule> m_rules;
};

} // namespace tridesk::maps::test
