// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/roads/network.h"

#include "maps/geo/distance.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tridesk::maps {
namespace {

// What the ways make of a node of the map.
struct MapNode {
    qint64 id;
    GraphPoint at;
    quint32 uses; ///< an end counts twice, so two or more make a junction
};

// Past this a road is a mistake of the map; a graph refuses it.
constexpr double LongestMetres = 1'000'000;

quint64 spread(quint32 value) {
    quint64 bits = value;
    bits = (bits | bits << 16) & 0x0000FFFF0000FFFFULL;
    bits = (bits | bits << 8) & 0x00FF00FF00FF00FFULL;
    bits = (bits | bits << 4) & 0x0F0F0F0F0F0F0F0FULL;
    bits = (bits | bits << 2) & 0x3333333333333333ULL;
    return (bits | bits << 1) & 0x5555555555555555ULL;
}

quint64 curvePosition(GraphPoint point) {
    constexpr quint32 Middle = 1U << 31; // makes signed order unsigned order
    const quint32 y = static_cast<quint32>(point.latitude) ^ Middle;
    const quint32 x = static_cast<quint32>(point.longitude) ^ Middle;
    return spread(x) | spread(y) << 1;
}

class Cutter {
public:
    explicit Cutter(std::span<const RoadWay> ways)
        : m_ways(ways) {}

    Network cut() {
        gatherNodes();
        numberJunctions();
        for (std::size_t way = 0; way < m_ways.size(); ++way)
            cutWay(static_cast<quint32>(way));
        std::ranges::stable_sort(m_network.stretches, {}, &Stretch::from);
        return std::move(m_network);
    }

private:
    void gatherNodes() {
        for (const RoadWay& way : m_ways) {
            const qsizetype last = way.nodeIds.size() - 1;
            for (qsizetype index = 0; index <= last; ++index) {
                const quint32 uses = index == 0 || index == last ? 2 : 1;
                m_nodes.push_back({way.nodeIds.at(index), toGraphPoint(way.points.at(index)), uses});
            }
        }
        std::ranges::stable_sort(m_nodes, {}, &MapNode::id);
        std::size_t kept = 0;
        for (std::size_t index = 0; index < m_nodes.size(); ++index) {
            if (kept > 0 && m_nodes[kept - 1].id == m_nodes[index].id)
                m_nodes[kept - 1].uses += m_nodes[index].uses;
            else
                m_nodes[kept++] = m_nodes[index];
        }
        m_nodes.resize(kept);
    }

    void numberJunctions() {
        std::vector<quint32> order;
        for (std::size_t index = 0; index < m_nodes.size(); ++index) {
            if (m_nodes[index].uses > 1)
                order.push_back(static_cast<quint32>(index));
        }
        std::ranges::stable_sort(order, {}, [this](quint32 node) { return curvePosition(m_nodes[node].at); });
        m_junctionOf.assign(m_nodes.size(), NoIndex);
        for (const quint32 node : order) {
            m_junctionOf[node] = static_cast<quint32>(m_network.junctions.size());
            m_network.junctions.push_back(m_nodes[node].at);
            m_network.junctionIds.push_back(m_nodes[node].id);
        }
    }

    quint32 junctionOf(qint64 id) const {
        const auto found = std::ranges::lower_bound(m_nodes, id, {}, &MapNode::id);
        return m_junctionOf[static_cast<std::size_t>(found - m_nodes.begin())];
    }

    void cutWay(quint32 index) {
        const RoadWay& way = m_ways[index];
        Stretch stretch{.way = index, .from = junctionOf(way.nodeIds.front())};
        double metres = 0;
        for (qsizetype node = 1; node < way.nodeIds.size(); ++node) {
            metres += metresBetween(way.points.at(node - 1), way.points.at(node));
            const quint32 junction = junctionOf(way.nodeIds.at(node));
            if (junction == NoIndex)
                continue;
            stretch.to = junction;
            stretch.lastNode = static_cast<quint32>(node);
            stretch.centimetres = static_cast<quint32>(std::lround(std::min(metres, LongestMetres) * 100));
            m_network.stretches.push_back(stretch);
            stretch = {.way = index, .firstNode = stretch.lastNode, .from = junction};
            metres = 0;
        }
    }

    std::span<const RoadWay> m_ways;
    std::vector<MapNode> m_nodes;      ///< by id
    std::vector<quint32> m_junctionOf; ///< by node
    Network m_network;
};

} // namespace

GraphPoint toGraphPoint(const QGeoCoordinate& at) {
    return {static_cast<qint32>(std::lround(at.latitude() * UnitsPerDegree)),
            static_cast<qint32>(std::lround(at.longitude() * UnitsPerDegree))};
}

QGeoCoordinate toCoordinate(GraphPoint point) {
    return {point.latitude / UnitsPerDegree, point.longitude / UnitsPerDegree};
}

Network cutAtJunctions(std::span<const RoadWay> ways) {
    return Cutter(ways).cut();
}

} // namespace tridesk::maps
