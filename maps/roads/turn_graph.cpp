// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/roads/turn_graph.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace tridesk::maps {
namespace {

using Arcs = std::vector<quint32>;

// The turns that one road into a junction must not take, or the only ones it may.
struct TurnRule {
    std::set<quint32> forbidden;
    std::set<quint32> only;
};

class TurnGraphBuilder {
public:
    TurnGraphBuilder(const Network& network, std::span<const RoadWay> ways)
        : m_network(network)
        , m_ways(ways) {}

    TurnGraph build(std::span<const TurnRestriction> restrictions) {
        addArcs();
        indexArcs();
        for (const TurnRestriction& restriction : restrictions)
            addRule(restriction);
        const auto redirected = splitJunctions();
        for (const auto& [arc, node] : redirected)
            m_graph.arcs[arc].head = node;
        addCopies();
        return std::move(m_graph);
    }

private:
    void addArcs() {
        for (std::size_t index = 0; index < m_network.stretches.size(); ++index) {
            const Stretch& stretch = m_network.stretches[index];
            const OneWay oneWay = m_ways[stretch.way].oneWay;
            const auto number = static_cast<quint32>(index);
            if (oneWay != OneWay::Backward)
                m_graph.arcs.push_back({stretch.from, stretch.to, number, false});
            if (oneWay != OneWay::Forward)
                m_graph.arcs.push_back({stretch.to, stretch.from, number, true});
        }
        m_graph.firstCopy = m_graph.arcs.size();
    }

    void indexArcs() {
        m_out.resize(m_network.junctions.size());
        m_in.resize(m_network.junctions.size());
        for (std::size_t arc = 0; arc < m_graph.arcs.size(); ++arc) {
            m_out[m_graph.arcs[arc].tail].push_back(static_cast<quint32>(arc));
            m_in[m_graph.arcs[arc].head].push_back(static_cast<quint32>(arc));
        }
        for (std::size_t junction = 0; junction < m_network.junctionIds.size(); ++junction)
            m_junctions.emplace(m_network.junctionIds[junction], static_cast<quint32>(junction));
    }

    qint64 wayOf(quint32 arc) const { return m_ways[m_network.stretches[m_graph.arcs[arc].stretch].way].id; }

    Arcs ofWay(const Arcs& arcs, qint64 way) const {
        Arcs found;
        std::ranges::copy_if(arcs, std::back_inserter(found), [&](quint32 arc) { return wayOf(arc) == way; });
        return found;
    }

    bool isUTurn(quint32 in, quint32 out) const {
        const DraftArc& a = m_graph.arcs[in];
        const DraftArc& b = m_graph.arcs[out];
        return a.stretch == b.stretch && a.backward != b.backward;
    }

    void addRule(const TurnRestriction& restriction) {
        const auto via = m_junctions.find(restriction.viaNode);
        const Arcs in = via == m_junctions.end() ? Arcs() : ofWay(m_in[via->second], restriction.fromWay);
        const Arcs out = via == m_junctions.end() ? Arcs() : ofWay(m_out[via->second], restriction.toWay);
        bool honoured = false;
        for (const quint32 from : in) {
            for (const quint32 to : out) {
                // A way that turns into itself can only mean the U-turn.
                if (restriction.fromWay == restriction.toWay && (restriction.only || !isUTurn(from, to)))
                    continue;
                TurnRule& rule = m_rules[from];
                (restriction.only ? rule.only : rule.forbidden).insert(to);
                honoured = true;
            }
        }
        ++(honoured ? m_graph.restrictions : m_graph.restrictionsLeftOut);
    }

    // What is left to the road that the rule is for; nothing where the rule leaves no way out at all, which
    // is taken for a mistake of the map.
    std::optional<Arcs> waysOut(quint32 arc, const TurnRule& rule) const {
        Arcs left;
        for (const quint32 out : m_out[m_graph.arcs[arc].head]) {
            if (!rule.forbidden.contains(out) && (rule.only.empty() || rule.only.contains(out)))
                left.push_back(out);
        }
        return left.empty() ? std::nullopt : std::optional(left);
    }

    std::map<quint32, quint32> splitJunctions() {
        std::map<quint32, quint32> redirected;
        std::map<std::pair<quint32, Arcs>, quint32> copies; // roads with the same ways out share a copy
        for (const auto& [arc, rule] : m_rules) {
            const std::optional<Arcs> left = waysOut(arc, rule);
            if (!left)
                continue;
            const quint32 junction = m_graph.arcs[arc].head;
            const auto next = static_cast<quint32>(m_network.junctions.size() + m_graph.copiedFrom.size());
            const auto [copy, isNew] = copies.try_emplace({junction, *left}, next);
            if (isNew) {
                m_graph.copiedFrom.push_back(junction);
                m_waysOut.push_back(*left);
            }
            redirected.emplace(arc, copy->second);
        }
        return redirected;
    }

    void addCopies() {
        for (std::size_t copy = 0; copy < m_waysOut.size(); ++copy) {
            for (const quint32 out : m_waysOut[copy]) {
                DraftArc arc = m_graph.arcs[out];
                arc.tail = static_cast<quint32>(m_network.junctions.size() + copy);
                m_graph.arcs.push_back(arc);
            }
        }
    }

    const Network& m_network;
    std::span<const RoadWay> m_ways;
    TurnGraph m_graph;
    std::vector<Arcs> m_out; ///< by junction
    std::vector<Arcs> m_in;
    std::map<qint64, quint32> m_junctions; ///< by OSM id
    std::map<quint32, TurnRule> m_rules;   ///< by the arc into the junction
    std::vector<Arcs> m_waysOut;           ///< by copy
};

// Tarjan's strongly connected components, with a stack of its own: a city is deeper than the machine's.
class Components {
public:
    Components(std::size_t nodes, std::span<const DraftArc> arcs)
        : m_first(nodes + 1)
        , m_index(nodes, NoIndex)
        , m_low(nodes)
        , m_component(nodes, NoIndex) {
        for (const DraftArc& arc : arcs)
            ++m_first[arc.tail + 1];
        for (std::size_t node = 0; node < nodes; ++node)
            m_first[node + 1] += m_first[node];
        m_heads.resize(arcs.size());
        std::vector<quint32> next(m_first.begin(), m_first.end() - 1);
        for (const DraftArc& arc : arcs)
            m_heads[next[arc.tail]++] = arc.head;
    }

    void run() {
        for (quint32 node = 0; node < m_index.size(); ++node) {
            if (m_index[node] == NoIndex)
                visitFrom(node);
        }
    }

    [[nodiscard]] quint32 sizeOf(quint32 node) const { return m_sizes[m_component[node]]; }
    [[nodiscard]] quint32 largest() const { return m_sizes.empty() ? 0 : std::ranges::max(m_sizes); }

private:
    struct Visit {
        quint32 node;
        quint32 nextArc;
    };

    void enter(quint32 node) {
        m_index[node] = m_low[node] = m_counter++;
        m_open.push_back(node);
        m_visits.push_back({node, m_first[node]});
    }

    void visitFrom(quint32 root) {
        enter(root);
        while (!m_visits.empty()) {
            Visit& visit = m_visits.back();
            const quint32 node = visit.node;
            if (visit.nextArc == m_first[node + 1]) {
                leave(node);
                continue;
            }
            const quint32 head = m_heads[visit.nextArc++];
            if (m_index[head] == NoIndex)
                enter(head);
            else if (m_component[head] == NoIndex)
                m_low[node] = std::min(m_low[node], m_index[head]);
        }
    }

    void leave(quint32 node) {
        m_visits.pop_back();
        if (!m_visits.empty()) {
            quint32& low = m_low[m_visits.back().node];
            low = std::min(low, m_low[node]);
        }
        if (m_low[node] != m_index[node])
            return;
        const auto component = static_cast<quint32>(m_sizes.size());
        m_sizes.push_back(0);
        quint32 member = NoIndex;
        do {
            member = m_open.back();
            m_open.pop_back();
            m_component[member] = component;
            ++m_sizes.back();
        } while (member != node);
    }

    std::vector<quint32> m_first;
    std::vector<quint32> m_heads;
    std::vector<quint32> m_index;
    std::vector<quint32> m_low;
    std::vector<quint32> m_component;
    std::vector<quint32> m_sizes;
    std::vector<quint32> m_open;
    std::vector<Visit> m_visits;
    quint32 m_counter = 0;
};

} // namespace

TurnGraph buildTurnGraph(const Network& network, std::span<const RoadWay> ways,
                         std::span<const TurnRestriction> restrictions) {
    return TurnGraphBuilder(network, ways).build(restrictions);
}

std::vector<bool> findIslets(const Network& network, const TurnGraph& graph) {
    constexpr quint32 TooFew = 64;
    const std::size_t nodes = network.junctions.size();
    std::vector<DraftArc> plain(graph.arcs.begin(),
                                graph.arcs.begin() + static_cast<std::ptrdiff_t>(graph.firstCopy));
    for (DraftArc& arc : plain) {
        if (arc.head >= nodes)
            arc.head = graph.copiedFrom[arc.head - nodes];
    }
    Components components(nodes, plain);
    components.run();
    const quint32 least = std::min(TooFew, components.largest() / 2);
    std::vector<bool> islets(nodes);
    for (quint32 node = 0; node < nodes; ++node)
        islets[node] = components.sizeOf(node) < least;
    return islets;
}

} // namespace tridesk::maps
