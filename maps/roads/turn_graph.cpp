// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/roads/turn_graph.h"

#include <algorithm>
#include <map>
#include <set>

namespace tridesk::maps {
namespace {

using Arcs = std::vector<quint32>;

constexpr quint8 AllGroups = TurnCar | TurnMotorcycle | TurnPsv | TurnBicycle | TurnEmergency;

// What is still forbidden to one who has begun to drive it: these arcs, one after the other.
struct Rest {
    Arcs arcs;
    quint8 groups;
    auto operator<=>(const Rest&) const = default;
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
            ++(addRule(restriction) ? m_graph.restrictions : m_graph.restrictionsLeftOut);
        forbidOthers();
        for (std::size_t arc = 0; arc < m_graph.firstCopy; ++arc)
            m_graph.arcs[arc].head = nodeAfter(static_cast<quint32>(arc), {});
        addCopies();
        return std::move(m_graph);
    }

private:
    void addArcs() {
        for (std::size_t index = 0; index < m_network.stretches.size(); ++index) {
            const Stretch& stretch = m_network.stretches[index];
            const OneWay oneWay = m_ways[stretch.way].oneWay;
            const auto number = static_cast<quint32>(index);
            m_graph.arcs.push_back({stretch.from, stretch.to, number, false, oneWay == OneWay::Backward});
            m_graph.arcs.push_back({stretch.to, stretch.from, number, true, oneWay == OneWay::Forward});
        }
        m_graph.firstCopy = m_graph.arcs.size();
    }

    void indexArcs() {
        m_out.resize(m_network.junctions.size());
        for (std::size_t arc = 0; arc < m_graph.arcs.size(); ++arc) {
            m_out[m_graph.arcs[arc].tail].push_back(static_cast<quint32>(arc));
            m_head.push_back(m_graph.arcs[arc].head);
            if (isForCars(static_cast<quint32>(arc)))
                m_ofWay[wayOf(static_cast<quint32>(arc))].push_back(static_cast<quint32>(arc));
        }
        for (std::size_t junction = 0; junction < m_network.junctionIds.size(); ++junction)
            m_junctions.emplace(m_network.junctionIds[junction], static_cast<quint32>(junction));
    }

    // Restrictions are about roads, the way they are driven.
    bool isForCars(quint32 arc) const {
        const RoadWay& way = m_ways[m_network.stretches[m_graph.arcs[arc].stretch].way];
        return !m_graph.arcs[arc].against && way.cls != RoadClass::Footway &&
               (way.access != Access::NoVehicles || way.busOnly || way.emergency);
    }

    qint64 wayOf(quint32 arc) const { return m_ways[m_network.stretches[m_graph.arcs[arc].stretch].way].id; }

    const Arcs& ofWay(qint64 way) const {
        static const Arcs None;
        const auto found = m_ofWay.find(way);
        return found == m_ofWay.end() ? None : found->second;
    }

    bool isUTurn(quint32 in, quint32 out) const {
        return m_graph.arcs[in].stretch == m_graph.arcs[out].stretch && in != out;
    }

    bool addRule(const TurnRestriction& restriction) {
        const quint8 groups = AllGroups & ~restriction.exempt;
        bool honoured = false;
        for (const Arcs& path : pathsOf(restriction)) {
            honoured = true;
            if (!restriction.only) {
                forbid(path, groups);
                continue;
            }
            for (std::size_t step = 1; step < path.size(); ++step) {
                Only& only = m_only[Arcs(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(step))];
                only.allowed.insert(path[step]);
                only.groups |= groups;
            }
        }
        return honoured;
    }

    std::vector<Arcs> pathsOf(const TurnRestriction& restriction) const {
        std::vector<Arcs> paths;
        const auto via = m_junctions.find(restriction.viaNode);
        for (const quint32 from : ofWay(restriction.fromWay)) {
            if (!restriction.viaWays.isEmpty()) {
                Arcs path{from};
                followVia(restriction, path, paths);
            } else if (via != m_junctions.end() && m_head[from] == via->second) {
                for (const quint32 to : ofWay(restriction.toWay))
                    addTurn(restriction, from, to, paths);
            }
        }
        return paths;
    }

    void addTurn(const TurnRestriction& restriction, quint32 from, quint32 to,
                 std::vector<Arcs>& paths) const {
        if (m_graph.arcs[to].tail != m_head[from])
            return;
        // A way that turns into itself can only mean the U-turn.
        if (restriction.fromWay == restriction.toWay && (restriction.only || !isUTurn(from, to)))
            return;
        paths.push_back({from, to});
    }

    // Along the via ways, each of which may be cut in pieces, to the first road of the way that it is about.
    void followVia(const TurnRestriction& restriction, Arcs& path, std::vector<Arcs>& paths) const {
        constexpr std::size_t LongestPath = 16;
        constexpr std::size_t MostPaths = 16;
        if (path.size() >= LongestPath || paths.size() >= MostPaths)
            return;
        const quint32 last = path.back();
        for (const quint32 next : m_out[m_head[last]]) {
            if (!isForCars(next) || isUTurn(last, next))
                continue;
            path.push_back(next);
            if (path.size() > 2 && wayOf(next) == restriction.toWay && coversVia(restriction, path))
                paths.push_back(path);
            else if (restriction.viaWays.contains(wayOf(next)) && std::ranges::count(path, next) == 1)
                followVia(restriction, path, paths);
            path.pop_back();
        }
    }

    bool coversVia(const TurnRestriction& restriction, const Arcs& path) const {
        return std::ranges::all_of(restriction.viaWays, [&](qint64 via) {
            return std::any_of(path.begin() + 1, path.end() - 1,
                               [&](quint32 arc) { return wayOf(arc) == via; });
        });
    }

    void forbid(const Arcs& path, quint8 groups) {
        m_begun[path.front()].push_back({Arcs(path.begin() + 1, path.end()), groups});
    }

    // What "only" means: nothing else.
    void forbidOthers() {
        for (const auto& [begun, only] : m_only) {
            for (const quint32 out : m_out[m_head[begun.back()]]) {
                if (only.allowed.contains(out))
                    continue;
                Arcs path = begun;
                path.push_back(out);
                forbid(path, only.groups);
            }
        }
    }

    // By the road out of the junction: whom what is left forbids to take it.
    std::map<quint32, quint8> barredBy(quint32 junction, const std::vector<Rest>& rests) const {
        std::map<quint32, quint8> barred;
        for (const Rest& rest : rests) {
            if (rest.arcs.size() == 1)
                barred[rest.arcs.front()] |= rest.groups;
        }
        if (barred.empty())
            return barred;
        quint8 hopeless = AllGroups;
        for (const quint32 out : m_out[junction]) {
            if (!isForCars(out))
                continue;
            const auto found = barred.find(out);
            hopeless &= found == barred.end() ? 0 : found->second;
        }
        for (auto& [out, groups] : barred)
            groups &= ~hopeless;
        return barred;
    }

    // The node that an arc leads to, for one who has begun what is in `rests`: the junction, or its copy for
    // what is forbidden from there on.
    quint32 nodeAfter(quint32 arc, const std::vector<Rest>& rests) {
        std::vector<Rest> left;
        for (const Rest& rest : rests) {
            if (rest.arcs.front() == arc && rest.arcs.size() > 1)
                left.push_back({Arcs(rest.arcs.begin() + 1, rest.arcs.end()), rest.groups});
        }
        if (const auto begun = m_begun.find(arc); begun != m_begun.end())
            left.insert(left.end(), begun->second.begin(), begun->second.end());
        const quint32 junction = m_head[arc];
        const std::map<quint32, quint8> barred = barredBy(junction, left);
        std::erase_if(left, [](const Rest& rest) { return rest.arcs.size() == 1; });
        for (const auto& [out, groups] : barred) {
            if (groups != 0)
                left.push_back({{out}, groups});
        }
        if (left.empty())
            return junction;
        std::ranges::sort(left);
        left.erase(std::ranges::unique(left).begin(), left.end());
        const auto next = static_cast<quint32>(m_network.junctions.size() + m_graph.copiedFrom.size());
        const auto [copy, isNew] = m_copies.try_emplace({junction, left}, next);
        if (isNew) {
            m_graph.copiedFrom.push_back(junction);
            m_restsOf.push_back(std::move(left));
        }
        return copy->second;
    }

    void addCopies() {
        for (std::size_t copy = 0; copy < m_restsOf.size(); ++copy) { // grows while copies lead to copies
            const std::vector<Rest> rests = m_restsOf[copy];
            const quint32 junction = m_graph.copiedFrom[copy];
            const std::map<quint32, quint8> barred = barredBy(junction, rests);
            for (const quint32 out : m_out[junction]) {
                DraftArc arc = m_graph.arcs[out];
                arc.tail = static_cast<quint32>(m_network.junctions.size() + copy);
                arc.head = nodeAfter(out, rests);
                const auto found = barred.find(out);
                arc.barred = found == barred.end() ? 0 : found->second;
                m_graph.arcs.push_back(arc);
            }
        }
    }

    struct Only {
        std::set<quint32> allowed;
        quint8 groups = 0;
    };

    const Network& m_network;
    std::span<const RoadWay> m_ways;
    TurnGraph m_graph;
    std::vector<Arcs> m_out;                      ///< by junction
    std::vector<quint32> m_head;                  ///< by arc: the junction it leads to
    std::map<qint64, Arcs> m_ofWay;               ///< by OSM id: its arcs that cars may drive
    std::map<qint64, quint32> m_junctions;        ///< by OSM id
    std::map<Arcs, Only> m_only;                  ///< by what was driven before
    std::map<quint32, std::vector<Rest>> m_begun; ///< by arc: what is forbidden to one who drives it
    std::map<std::pair<quint32, std::vector<Rest>>, quint32> m_copies;
    std::vector<std::vector<Rest>> m_restsOf; ///< by copy
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

std::vector<bool> findIslets(const Network& network, const TurnGraph& graph,
                             const std::function<bool(const DraftArc&)>& isUsable) {
    constexpr quint32 TooFew = 64;
    const std::size_t nodes = network.junctions.size();
    std::vector<DraftArc> plain;
    std::copy_if(graph.arcs.begin(), graph.arcs.begin() + static_cast<std::ptrdiff_t>(graph.firstCopy),
                 std::back_inserter(plain), isUsable);
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
