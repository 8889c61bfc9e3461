// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/geo/distance.h"
#include "maps/roads/speeds.h"
#include "tests/maps/roads/made_roads.h"

#include <queue>

#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace tridesk::maps::test {

/// The plainest right answer: Dijkstra from turn to turn over the ways as given, one edge for each pair of
/// neighbouring nodes and direction; shares no code with the graph but the speeds and the lengths.
class ReferenceSearch {
public:
    explicit ReferenceSearch(const MadeRoads& roads) {
        for (const RoadWay& way : roads.ways)
            addWay(way);
        for (std::size_t edge = 0; edge < m_edges.size(); ++edge)
            m_out[m_edges[edge].from].push_back(edge);
        for (const TurnRestriction& restriction : roads.restrictions)
            addRestriction(restriction);
        dropHopelessRules();
    }

    /// Seconds from one node of the lattice, entered afresh, to each edge's far end.
    std::map<qint64, double> secondsFrom(qint64 start) const {
        std::vector<double> best(m_edges.size(), INFINITY);
        std::map<qint64, double> nodes{{start, 0}};
        using Open = std::pair<double, std::size_t>;
        std::priority_queue<Open, std::vector<Open>, std::greater<>> open;
        const auto reach = [&](std::size_t edge, double seconds) {
            if (seconds >= best[edge])
                return;
            best[edge] = seconds;
            open.push({seconds, edge});
            const auto node = nodes.try_emplace(m_edges[edge].to, seconds).first;
            node->second = std::min(node->second, seconds);
        };
        for (const std::size_t edge : outOf(start))
            reach(edge, m_edges[edge].seconds);
        while (!open.empty()) {
            const auto [seconds, edge] = open.top();
            open.pop();
            if (seconds > best[edge])
                continue;
            for (const std::size_t next : outOf(m_edges[edge].to)) {
                if (!m_forbidden.contains({edge, next}))
                    reach(next, seconds + m_edges[next].seconds);
            }
        }
        return nodes;
    }

private:
    struct Edge {
        qint64 from;
        qint64 to;
        qint64 way;
        double seconds;
    };

    const std::vector<std::size_t>& outOf(qint64 node) const {
        static const std::vector<std::size_t> none;
        const auto found = m_out.find(node);
        return found == m_out.end() ? none : found->second;
    }

    void addWay(const RoadWay& way) {
        for (qsizetype index = 1; index < way.nodeIds.size(); ++index) {
            const double metres = metresBetween(way.points.at(index - 1), way.points.at(index));
            // Rounded as the graph does, or a thousand roundings would be taken for another way.
            const double seconds = std::round(metres * 3600 / travelSpeedKmh(way)) / 1000;
            if (way.oneWay != OneWay::Backward)
                m_edges.push_back({way.nodeIds.at(index - 1), way.nodeIds.at(index), way.id, seconds});
            if (way.oneWay != OneWay::Forward)
                m_edges.push_back({way.nodeIds.at(index), way.nodeIds.at(index - 1), way.id, seconds});
        }
    }

    bool isMeant(const TurnRestriction& r, std::size_t in, std::size_t out) const {
        if (m_edges[in].way != r.fromWay || m_edges[out].way != r.toWay)
            return false;
        return r.fromWay != r.toWay || (!r.only && m_edges[in].from == m_edges[out].to);
    }

    void addRestriction(const TurnRestriction& restriction) {
        for (std::size_t in = 0; in < m_edges.size(); ++in) {
            if (m_edges[in].to != restriction.viaNode || m_edges[in].way != restriction.fromWay)
                continue;
            for (const std::size_t out : outOf(restriction.viaNode)) {
                if (isMeant(restriction, in, out))
                    (restriction.only ? m_only : m_no)[in].insert(out);
            }
        }
    }

    void dropHopelessRules() {
        std::set<std::size_t> ruled;
        for (const auto& rules : {m_no, m_only}) {
            for (const auto& [in, outs] : rules)
                ruled.insert(in);
        }
        for (const std::size_t in : ruled) {
            std::set<std::pair<std::size_t, std::size_t>> forbidden;
            for (const std::size_t out : outOf(m_edges[in].to)) {
                const bool wrong =
                    m_no[in].contains(out) || (!m_only[in].empty() && !m_only[in].contains(out));
                if (wrong)
                    forbidden.insert({in, out});
            }
            if (forbidden.size() < outOf(m_edges[in].to).size())
                m_forbidden.merge(forbidden);
        }
    }

    std::vector<Edge> m_edges;
    std::map<qint64, std::vector<std::size_t>> m_out;
    std::map<std::size_t, std::set<std::size_t>> m_no;
    std::map<std::size_t, std::set<std::size_t>> m_only;
    std::set<std::pair<std::size_t, std::size_t>> m_forbidden;
};

} // namespace tridesk::maps::test
