// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/roads/graph_builder.h"

#include "maps/roads/network.h"
#include "maps/roads/segment_grid.h"
#include "maps/roads/speeds.h"
#include "maps/roads/turn_graph.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace tridesk::maps {
namespace {

using namespace Qt::StringLiterals;

// Beyond these a file of 32-bit indices would overflow; a country has a hundredth of it.
constexpr std::size_t MaxWayPoints = 500'000'000;

// The way with points that are coordinates and differ from one another; fewer than two where it is no way.
RoadWay cleaned(RoadWay way) {
    const qsizetype count = std::min(way.nodeIds.size(), way.points.size());
    qsizetype kept = 0;
    for (qsizetype index = 0; index < count; ++index) {
        const bool repeats = kept > 0 && way.nodeIds.at(kept - 1) == way.nodeIds.at(index);
        if (repeats || !way.points.at(index).isValid())
            continue;
        way.nodeIds[kept] = way.nodeIds.at(index);
        way.points[kept] = way.points.at(index);
        ++kept;
    }
    way.nodeIds.resize(kept);
    way.points.resize(kept);
    return way;
}

class NameTable {
public:
    explicit NameTable(GraphData& data)
        : m_data(data) {
        m_data.nameFirst.push_back(0);
    }

    quint32 indexOf(const RoadWay& way) {
        const auto [entry, isNew] =
            m_indices.try_emplace({way.nameZh, way.nameEn, way.ref}, static_cast<quint32>(m_indices.size()));
        if (isNew) {
            append(way.nameZh);
            append(way.nameEn);
            append(way.ref);
        }
        return entry->second;
    }

private:
    void append(const QString& text) {
        const QByteArray bytes = text.toUtf8();
        m_data.nameText.insert(m_data.nameText.end(), bytes.begin(), bytes.end());
        m_data.nameFirst.push_back(static_cast<quint32>(m_data.nameText.size()));
    }

    GraphData& m_data;
    std::map<std::tuple<QString, QString, QString>, quint32> m_indices;
};

class DataBuilder {
public:
    DataBuilder(const Network& network, const TurnGraph& graph, std::span<const RoadWay> ways)
        : m_network(network)
        , m_graph(graph)
        , m_ways(ways) {}

    GraphData build() {
        m_data.nodes = m_network.junctions;
        for (const quint32 junction : m_graph.copiedFrom)
            m_data.nodes.push_back(m_network.junctions[junction]);
        addSegments();
        addOutArcs();
        addInArcs();
        buildGrid(m_data);
        return std::move(m_data);
    }

private:
    void addSegments() {
        NameTable names(m_data);
        names.indexOf(RoadWay()); // the first name is none
        const std::vector<bool> islets = findIslets(m_network, m_graph);
        for (const Stretch& stretch : m_network.stretches) {
            const RoadWay& way = m_ways[stretch.way];
            GraphSegment segment{};
            segment.wayId = way.id;
            segment.arcs[0] = segment.arcs[1] = NoIndex;
            segment.firstPoint = static_cast<quint32>(m_data.points.size());
            segment.pointCount = stretch.lastNode - stretch.firstNode + 1;
            segment.centimetres = stretch.centimetres;
            segment.name = names.indexOf(way);
            segment.cls = static_cast<quint8>(way.cls);
            segment.access = static_cast<quint8>(way.access);
            segment.speedKmh = static_cast<quint8>(travelSpeedKmh(way));
            segment.flags = flagsOf(way, islets[stretch.from] || islets[stretch.to]);
            m_data.segments.push_back(segment);
            for (quint32 node = stretch.firstNode; node <= stretch.lastNode; ++node)
                m_data.points.push_back(toGraphPoint(way.points.at(node)));
        }
    }

    static quint8 flagsOf(const RoadWay& way, bool islet) {
        return static_cast<quint8>((way.bridge ? SegmentBridge : 0) | (way.tunnel ? SegmentTunnel : 0) |
                                   (way.link ? SegmentLink : 0) | (islet ? SegmentIslet : 0));
    }

    // Positions in an array sorted by a node, and in it where each node begins.
    std::vector<quint32> places(std::vector<quint32>& first, quint32 DraftArc::* node) const {
        first.assign(m_data.nodes.size() + 1, 0);
        for (const DraftArc& arc : m_graph.arcs)
            ++first[arc.*node + 1];
        for (std::size_t index = 0; index < m_data.nodes.size(); ++index)
            first[index + 1] += first[index];
        std::vector<quint32> next(first.begin(), first.end() - 1);
        std::vector<quint32> result;
        result.reserve(m_graph.arcs.size());
        for (const DraftArc& arc : m_graph.arcs)
            result.push_back(next[arc.*node]++);
        return result;
    }

    void addOutArcs() {
        m_outPlace = places(m_data.outFirst, &DraftArc::tail);
        m_data.outArcs.resize(m_graph.arcs.size());
        m_data.outSegments.resize(m_graph.arcs.size());
        for (std::size_t index = 0; index < m_graph.arcs.size(); ++index) {
            const DraftArc& arc = m_graph.arcs[index];
            const quint32 place = m_outPlace[index];
            m_data.outArcs[place] = {arc.head, m_network.stretches[arc.stretch].ms};
            m_data.outSegments[place] = ArcSegment::of(arc.stretch, arc.backward);
            if (index < m_graph.firstCopy)
                m_data.segments[arc.stretch].arcs[arc.backward ? 1 : 0] = place;
        }
    }

    void addInArcs() {
        const std::vector<quint32> inPlace = places(m_data.inFirst, &DraftArc::head);
        m_data.inArcs.resize(m_graph.arcs.size());
        m_data.inArcIds.resize(m_graph.arcs.size());
        for (std::size_t index = 0; index < m_graph.arcs.size(); ++index) {
            const DraftArc& arc = m_graph.arcs[index];
            m_data.inArcs[inPlace[index]] = {arc.tail, m_network.stretches[arc.stretch].ms};
            m_data.inArcIds[inPlace[index]] = m_outPlace[index];
        }
    }

    const Network& m_network;
    const TurnGraph& m_graph;
    std::span<const RoadWay> m_ways;
    std::vector<quint32> m_outPlace; ///< by arc: its place among the out arcs
    GraphData m_data;
};

std::vector<RoadWay> usableWays(const std::vector<RoadWay>& ways) {
    std::vector<RoadWay> usable;
    for (const RoadWay& way : ways) {
        RoadWay clean = isDrivable(way) ? cleaned(way) : RoadWay();
        if (clean.nodeIds.size() >= 2)
            usable.push_back(std::move(clean));
    }
    return usable;
}

} // namespace

void GraphBuilder::add(RoadWay way) {
    m_ways.push_back(std::move(way));
}

void GraphBuilder::add(TurnRestriction restriction) {
    m_restrictions.push_back(restriction);
}

std::expected<GraphCounts, QString> GraphBuilder::write(const QString& path) const {
    const std::vector<RoadWay> ways = usableWays(m_ways);
    std::size_t points = 0;
    for (const RoadWay& way : ways)
        points += static_cast<std::size_t>(way.points.size());
    if (points > MaxWayPoints)
        return std::unexpected(u"%1: %2 points of roads are more than a graph holds"_s.arg(path).arg(points));

    const Network network = cutAtJunctions(ways);
    const TurnGraph graph = buildTurnGraph(network, ways, m_restrictions);
    const GraphData data = DataBuilder(network, graph, ways).build();
    if (auto written = writeGraphFile(path, data); !written)
        return std::unexpected(written.error());

    GraphCounts counts;
    counts.ways = static_cast<qint64>(ways.size());
    counts.waysLeftOut = static_cast<qint64>(m_ways.size() - ways.size());
    counts.nodes = static_cast<qint64>(data.nodes.size());
    counts.segments = static_cast<qint64>(data.segments.size());
    counts.arcs = static_cast<qint64>(data.outArcs.size());
    counts.restrictions = graph.restrictions;
    counts.restrictionsLeftOut = graph.restrictionsLeftOut;
    return counts;
}

} // namespace tridesk::maps
