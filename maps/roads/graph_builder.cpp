// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/roads/graph_builder.h"

#include "maps/roads/network.h"
#include "maps/roads/segment_grid.h"
#include "maps/roads/speeds.h"
#include "maps/roads/turn_graph.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace tridesk::maps {
namespace {

using namespace Qt::StringLiterals;

// Beyond these a file of 32-bit indices would overflow; a country has a hundredth of it.
constexpr std::size_t MaxWayPoints = 500'000'000;

// How far write() is after each of its steps: shares of its time over Malta.
constexpr double WaysCleaned = 0.1;
constexpr double NetworkCut = 0.37;
constexpr double TurnsBuilt = 0.56;
constexpr double DataBuilt = 0.9;
constexpr double IsletsOfData = 0.3; // of the data between the turns and the file
constexpr double SegmentsOfData = 0.73;

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
    DataBuilder(const Network& network, const TurnGraph& graph, std::span<const RoadWay> ways,
                const BuildStretch& stretch)
        : m_stretch(stretch)
        , m_network(network)
        , m_graph(graph)
        , m_ways(ways)
        , m_arcs(graph.arcs) {}

    std::expected<GraphData, QString> build() {
        numberNodes();
        if (!addSegments() || !m_stretch.at(SegmentsOfData))
            return std::unexpected(QString::fromUtf16(endedText));
        if (!addKinds())
            return std::unexpected(u"more kinds of roads than a graph holds"_s);
        addOutArcs();
        addInArcs();
        buildGrid(m_data);
        return std::move(m_data);
    }

private:
    // Each junction is followed by its copies.
    void numberNodes() {
        const auto junctions = static_cast<quint32>(m_network.junctions.size());
        std::vector<std::vector<quint32>> copies(junctions);
        for (std::size_t copy = 0; copy < m_graph.copiedFrom.size(); ++copy)
            copies[m_graph.copiedFrom[copy]].push_back(junctions + static_cast<quint32>(copy));
        std::vector<quint32> place(junctions + m_graph.copiedFrom.size());
        for (quint32 junction = 0; junction < junctions; ++junction) {
            const auto first = static_cast<quint32>(m_data.nodes.size());
            const auto add = [&](quint32 node) {
                place[node] = static_cast<quint32>(m_data.nodes.size());
                m_data.nodes.push_back(m_network.junctions[junction]);
                m_data.junctionOf.push_back(first);
            };
            add(junction);
            std::ranges::for_each(copies[junction], add);
        }
        for (DraftArc& arc : m_arcs) {
            arc.tail = place[arc.tail];
            arc.head = place[arc.head];
        }
    }

    // False: told to end.
    bool addSegments() {
        NameTable names(m_data);
        names.indexOf(RoadWay()); // the first name is none
        const auto isletsFor = [this](Vehicle vehicle) {
            return findIslets(m_network, m_graph, [this, vehicle](const DraftArc& arc) {
                return mayUse(kindOf(wayOf(arc), arc.against), RoadProfile::of(vehicle));
            });
        };
        const std::vector<bool> islets = isletsFor(Vehicle::PoliceCar);
        if (!m_stretch.at(IsletsOfData))
            return false;
        const std::vector<bool> footIslets = isletsFor(Vehicle::Foot);
        for (const Stretch& stretch : m_network.stretches) {
            const RoadWay& way = m_ways[stretch.way];
            GraphSegment segment{};
            segment.wayId = way.id;
            segment.firstPoint = static_cast<quint32>(m_data.points.size());
            segment.pointCount = stretch.lastNode - stretch.firstNode + 1;
            segment.centimetres = stretch.centimetres;
            segment.name = names.indexOf(way);
            segment.flags = static_cast<quint8>(
                (way.bridge ? SegmentBridge : 0) | (way.tunnel ? SegmentTunnel : 0) |
                (way.link ? SegmentLink : 0) |
                (islets[stretch.from] || islets[stretch.to] ? SegmentIslet : 0) |
                (footIslets[stretch.from] || footIslets[stretch.to] ? SegmentFootIslet : 0));
            m_data.segments.push_back(segment);
            for (quint32 node = stretch.firstNode; node <= stretch.lastNode; ++node)
                m_data.points.push_back(toGraphPoint(way.points.at(node)));
        }
        return true;
    }

    const RoadWay& wayOf(const DraftArc& arc) const { return m_ways[m_network.stretches[arc.stretch].way]; }

    bool addKinds() {
        std::map<RoadKind, quint16> numbers;
        for (const DraftArc& arc : m_arcs) {
            RoadKind kind = kindOf(wayOf(arc), arc.against);
            kind.barred = arc.barred;
            const auto [entry, isNew] = numbers.try_emplace(kind, static_cast<quint16>(m_data.kinds.size()));
            if (isNew)
                m_data.kinds.push_back(kind);
            if (m_data.kinds.size() > std::numeric_limits<quint16>::max())
                return false;
            m_kinds.push_back(entry->second);
        }
        return true;
    }

    // Positions in an array sorted by a node, and in it where each node begins.
    std::vector<quint32> places(std::vector<quint32>& first, quint32 DraftArc::* node) const {
        first.assign(m_data.nodes.size() + 1, 0);
        for (const DraftArc& arc : m_arcs)
            ++first[arc.*node + 1];
        for (std::size_t index = 0; index < m_data.nodes.size(); ++index)
            first[index + 1] += first[index];
        std::vector<quint32> next(first.begin(), first.end() - 1);
        std::vector<quint32> result;
        result.reserve(m_arcs.size());
        for (const DraftArc& arc : m_arcs)
            result.push_back(next[arc.*node]++);
        return result;
    }

    void addOutArcs() {
        m_outPlace = places(m_data.outFirst, &DraftArc::tail);
        m_data.outArcs.resize(m_arcs.size());
        m_data.outSegments.resize(m_arcs.size());
        for (std::size_t index = 0; index < m_arcs.size(); ++index) {
            const DraftArc& arc = m_arcs[index];
            const quint32 place = m_outPlace[index];
            m_data.outArcs[place] = graphArc(arc.head, index);
            m_data.outSegments[place] = ArcSegment::of(arc.stretch, arc.backward);
            if (index < m_graph.firstCopy)
                m_data.segments[arc.stretch].arcs[arc.backward ? 1 : 0] = place;
        }
    }

    void addInArcs() {
        const std::vector<quint32> inPlace = places(m_data.inFirst, &DraftArc::head);
        m_data.inArcs.resize(m_arcs.size());
        m_data.inArcIds.resize(m_arcs.size());
        for (std::size_t index = 0; index < m_arcs.size(); ++index) {
            const DraftArc& arc = m_arcs[index];
            m_data.inArcs[inPlace[index]] = graphArc(arc.tail, index);
            m_data.inArcIds[inPlace[index]] = m_outPlace[index];
        }
    }

    GraphArc graphArc(quint32 node, std::size_t index) const {
        return {node, m_network.stretches[m_arcs[index].stretch].centimetres, m_kinds[index], 0};
    }

    const BuildStretch& m_stretch;
    const Network& m_network;
    const TurnGraph& m_graph;
    std::span<const RoadWay> m_ways;
    std::vector<DraftArc> m_arcs;    ///< with the numbers that nodes have in the file
    std::vector<quint16> m_kinds;    ///< by arc
    std::vector<quint32> m_outPlace; ///< by arc: its place among the out arcs
    GraphData m_data;
};

std::vector<RoadWay> usableWays(const std::vector<RoadWay>& ways) {
    std::vector<RoadWay> usable;
    for (const RoadWay& way : ways) {
        RoadWay clean = isOfUse(way) ? cleaned(way) : RoadWay();
        if (clean.nodeIds.size() >= 2)
            usable.push_back(std::move(clean));
    }
    return usable;
}

} // namespace

void GraphBuilder::add(RoadWay way) {
    m_ways.push_back(std::move(way));
}

void GraphBuilder::add(const TurnRestriction& restriction) {
    m_restrictions.push_back(restriction);
}

std::expected<GraphCounts, QString> GraphBuilder::write(const QString& path, const BuildWatch& watch) const {
    const BuildStretch whole(watch, 0, 1);
    const auto ended = [&] { return std::unexpected(u"%1: %2"_s.arg(path, QString::fromUtf16(endedText))); };
    const std::vector<RoadWay> ways = usableWays(m_ways);
    std::size_t points = 0;
    for (const RoadWay& way : ways)
        points += static_cast<std::size_t>(way.points.size());
    if (points > MaxWayPoints)
        return std::unexpected(u"%1: %2 points of roads are more than a graph holds"_s.arg(path).arg(points));

    if (!whole.at(WaysCleaned))
        return ended();
    const Network network = cutAtJunctions(ways);
    if (!whole.at(NetworkCut))
        return ended();
    const TurnGraph graph = buildTurnGraph(network, ways, m_restrictions);
    if (!whole.at(TurnsBuilt))
        return ended();
    const BuildStretch rest(watch, TurnsBuilt, DataBuilt);
    const auto built = DataBuilder(network, graph, ways, rest).build();
    if (!built)
        return std::unexpected(u"%1: %2"_s.arg(path, built.error()));
    const GraphData& data = *built;
    if (!whole.at(DataBuilt))
        return ended();
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
