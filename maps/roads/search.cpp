// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/roads/search.h"

#include "maps/geo/distance.h"

#include <queue>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numbers>

namespace tridesk::maps {
namespace {

Ms partOf(Ms whole, double share) {
    return static_cast<Ms>(std::lround(whole * std::clamp(share, 0.0, 1.0)));
}

// How much of an arc lies behind a point, by the direction it is driven.
double shareDriven(OnSegment point, bool backward) {
    return backward ? 1 - point.share : point.share;
}

// Nodes by time, in buckets of a power of two of milliseconds: with times this short a heap's order is more
// than is needed. A node may be put in again when a shorter time is found, in the bucket being emptied too;
// entries overtaken are passed over.
class Buckets {
public:
    explicit Buckets(Ms bound)
        : m_shift(shiftFor(bound))
        , m_buckets((bound >> m_shift) + 1) {}

    struct Entry {
        quint32 node;
        Ms ms;
    };

    void put(quint32 node, Ms ms) { m_buckets[ms >> m_shift].push_back({node, ms}); }

    template <typename Visit>
    void empty(Visit visit) {
        for (std::vector<Entry>& bucket : m_buckets) {
            for (std::size_t index = 0; index < bucket.size(); ++index) {
                const Entry entry = bucket[index]; // a copy: visiting may make the bucket grow
                visit(entry);
            }
        }
    }

private:
    static int shiftFor(Ms bound) {
        constexpr int LeastShift = 10;  // a second, about what the shortest city blocks take
        constexpr int MostBuckets = 12; // as a power of two
        return std::max(LeastShift, std::bit_width(bound) - MostBuckets);
    }

    int m_shift;
    std::vector<std::vector<Entry>> m_buckets;
};

// Never more than the time that is left to the end: as the crow flies, at the graph's highest speed.
class TimeLeft {
public:
    TimeLeft(const GraphFile& graph, const Weights& weights, const std::vector<SearchEnd>& ends)
        : m_graph(graph) {
        constexpr double Caution = 0.98; // for rounding, and for what a plane is off over a city
        m_end = graph.nodes[ends.front().node];
        double highest = std::abs(m_end.latitude / UnitsPerDegree);
        for (const SearchEnd& end : ends) {
            // The crow may stop at the end that lies nearest.
            m_slack = std::max(m_slack, units(graph.nodes[end.node], 1));
            highest = std::max(highest, std::abs(graph.nodes[end.node].latitude / UnitsPerDegree));
        }
        constexpr double CityReach = 1.0; // degrees further from the equator, where meridians draw together
        m_cosine = std::cos(std::min(89.0, highest + CityReach) * std::numbers::pi / 180);
        const double metresPerUnit = MetresPerDegree / UnitsPerDegree;
        m_msPerUnit = Caution * metresPerUnit * 100 * double(weights.leastMsPerCentimetre());
    }

    [[nodiscard]] Ms from(quint32 node) const {
        const double left = units(m_graph.nodes[node], m_cosine) - m_slack;
        return left > 0 ? static_cast<Ms>(left * m_msPerUnit) : 0;
    }

private:
    [[nodiscard]] double units(GraphPoint at, double cosine) const {
        const double north = double(at.latitude) - m_end.latitude;
        const double east = (double(at.longitude) - m_end.longitude) * cosine;
        return std::sqrt(north * north + east * east);
    }

    const GraphFile& m_graph;
    GraphPoint m_end{};
    double m_slack = 0;
    double m_cosine = 1;
    double m_msPerUnit = 0;
};

class WaySearch {
public:
    WaySearch(const GraphFile& graph, const Weights& weights, const std::vector<SearchEnd>& starts,
              const std::vector<SearchEnd>& ends)
        : m_graph(graph)
        , m_weights(weights)
        , m_starts(starts)
        , m_ends(ends)
        , m_timeLeft(graph, weights, ends)
        , m_labels(graph.nodes.size()) {}

    std::optional<FoundWay> run() {
        for (const SearchEnd& start : m_starts)
            reach(start.node, start.ms, start.arc, NoIndex);
        while (!m_open.empty() && m_open.top().key < m_best) {
            const Open open = m_open.top();
            m_open.pop();
            if (open.ms != m_labels[open.node].ms)
                continue;
            for (quint32 arc = m_graph.outFirst[open.node]; arc < m_graph.outFirst[open.node + 1]; ++arc) {
                const Ms ms = m_weights.of(m_graph.outArcs[arc]);
                if (ms < NoIndex - open.ms)
                    reach(m_graph.outArcs[arc].node, open.ms + ms, arc, open.node);
            }
        }
        return m_bestEnd == nullptr ? std::nullopt : std::optional(wayBack());
    }

private:
    struct Label {
        Ms ms = NoIndex;
        quint32 arc = NoIndex; ///< by which it was reached
        quint32 from = NoIndex;
    };
    struct Open {
        Ms key;
        Ms ms;
        quint32 node;
        bool operator<(const Open& other) const { return key > other.key; }
    };

    void reach(quint32 node, Ms ms, quint32 arc, quint32 from) {
        Label& label = m_labels[node];
        if (ms >= label.ms)
            return;
        label = {ms, arc, from};
        const Ms left = m_timeLeft.from(node);
        m_open.push({left < NoIndex - ms ? ms + left : NoIndex - 1, ms, node});
        for (const SearchEnd& end : m_ends) {
            if (end.node == node && end.ms < m_best && ms < m_best - end.ms) {
                m_best = ms + end.ms;
                m_bestEnd = &end;
            }
        }
    }

    FoundWay wayBack() const {
        FoundWay way;
        way.ms = m_best;
        way.arcs.push_back(m_bestEnd->arc);
        for (quint32 node = m_bestEnd->node; node != NoIndex; node = m_labels[node].from)
            way.arcs.push_back(m_labels[node].arc);
        std::ranges::reverse(way.arcs);
        return way;
    }

    const GraphFile& m_graph;
    const Weights& m_weights;
    const std::vector<SearchEnd>& m_starts;
    const std::vector<SearchEnd>& m_ends;
    TimeLeft m_timeLeft;
    std::vector<Label> m_labels;
    std::priority_queue<Open> m_open;
    Ms m_best = NoIndex;
    const SearchEnd* m_bestEnd = nullptr;
};

// The bounded search, one way or the other: arcs are those that lead on from a node.
std::vector<Ms> spreadTimes(std::span<const quint32> first, std::span<const GraphArc> arcs,
                            const Weights& weights, const std::vector<SearchEnd>& ends, Ms bound) {
    std::vector<Ms> times(first.size() - 1, NoIndex);
    Buckets buckets(bound);
    const auto reach = [&](quint32 node, Ms ms) {
        if (ms <= bound && ms < times[node]) {
            times[node] = ms;
            buckets.put(node, ms);
        }
    };
    for (const SearchEnd& end : ends)
        reach(end.node, end.ms);
    buckets.empty([&](Buckets::Entry entry) {
        if (times[entry.node] != entry.ms)
            return;
        const quint32 last = first[entry.node + 1];
        for (quint32 index = first[entry.node]; index < last; ++index) {
            const Ms ms = weights.of(arcs[index]);
            if (ms <= bound - entry.ms) // false too where it is closed
                reach(arcs[index].node, entry.ms + ms);
        }
    });
    return times;
}

} // namespace

std::vector<SearchEnd> endsAhead(const GraphFile& graph, const Weights& weights, OnSegment point) {
    std::vector<SearchEnd> ends;
    for (const bool backward : {false, true}) {
        const quint32 arc = graph.segments[point.segment].arcs[backward ? 1 : 0];
        const Ms whole = weights.of(graph.outArcs[arc]);
        if (whole != NoIndex)
            ends.push_back({graph.outArcs[arc].node, partOf(whole, 1 - shareDriven(point, backward)), arc});
    }
    return ends;
}

std::vector<SearchEnd> endsBehind(const GraphFile& graph, const Weights& weights, OnSegment point) {
    std::vector<SearchEnd> ends;
    for (const bool backward : {false, true}) {
        const GraphSegment& segment = graph.segments[point.segment];
        // The arc begins where the one the other way ends, and at that junction's copies.
        const quint32 junction = graph.junctionOf[graph.outArcs[segment.arcs[backward ? 0 : 1]].node];
        const ArcSegment wanted = ArcSegment::of(point.segment, backward);
        for (quint32 node = junction; node < graph.nodes.size() && graph.junctionOf[node] == junction;
             ++node) {
            for (quint32 arc = graph.outFirst[node]; arc < graph.outFirst[node + 1]; ++arc) {
                const Ms whole = weights.of(graph.outArcs[arc]);
                if (graph.outSegments[arc].value == wanted.value && whole != NoIndex)
                    ends.push_back({node, partOf(whole, shareDriven(point, backward)), arc});
            }
        }
    }
    return ends;
}

std::optional<Ms> alongSegment(const GraphFile& graph, const Weights& weights, OnSegment from, OnSegment to) {
    if (from.segment != to.segment)
        return std::nullopt;
    const GraphSegment& segment = graph.segments[from.segment];
    Ms whole = weights.of(graph.outArcs[segment.arcs[to.share < from.share ? 1 : 0]]);
    if (from.share == to.share && whole == NoIndex)
        whole = weights.of(graph.outArcs[segment.arcs[1]]);
    return whole == NoIndex ? std::nullopt : std::optional(partOf(whole, std::abs(to.share - from.share)));
}

std::vector<Ms> searchBackward(const GraphFile& graph, const Weights& weights,
                               const std::vector<SearchEnd>& ends, Ms bound) {
    return spreadTimes(graph.inFirst, graph.inArcs, weights, ends, bound);
}

std::vector<Ms> searchForward(const GraphFile& graph, const Weights& weights,
                              const std::vector<SearchEnd>& starts, Ms bound) {
    return spreadTimes(graph.outFirst, graph.outArcs, weights, starts, bound);
}

std::optional<FoundWay> searchWay(const GraphFile& graph, const Weights& weights,
                                  const std::vector<SearchEnd>& starts, const std::vector<SearchEnd>& ends) {
    if (starts.empty() || ends.empty())
        return std::nullopt;
    return WaySearch(graph, weights, starts, ends).run();
}

} // namespace tridesk::maps
