// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/roads/snap.h"

#include "maps/geo/bounds.h"
#include "maps/geo/distance.h"
#include "maps/roads/network.h"
#include "maps/roads/segment_grid.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tridesk::maps {
namespace {

constexpr double IsletPenaltyMetres = 150;
constexpr double FirstReachMetres =
    60; // most coordinates lie on a road; only then is it worth looking further

class Snapper {
public:
    Snapper(const GraphFile& graph, const Weights& weights, const QGeoCoordinate& at)
        : m_graph(graph)
        , m_weights(weights)
        , m_islet(weights.onFoot() ? SegmentFootIslet : SegmentIslet)
        , m_at(at)
        , m_plane(at) {}

    std::optional<RoadPoint> nearest(double reach) {
        for (double radius = std::min(FirstReachMetres, reach);; radius = std::min(radius * 4, reach)) {
            lookWithin(radius);
            // What lies outside the box is further than its radius, whatever it is.
            if (m_bestRank <= radius || radius >= reach)
                break;
        }
        if (m_best.offMetres > reach || !std::isfinite(m_bestRank))
            return std::nullopt;
        return m_best;
    }

private:
    void lookWithin(double radius) {
        const GeoBounds box = boundsAround(m_at, radius);
        const CellRange cells =
            cellsTouched(m_graph.grid, toGraphPoint({std::max(-90.0, box.south), held(box.west)}),
                         toGraphPoint({std::min(90.0, box.north), held(box.east)}));
        for (qint64 row = cells.firstRow; row <= cells.lastRow; ++row) {
            for (qint64 column = cells.firstColumn; column <= cells.lastColumn; ++column)
                lookInCell(static_cast<std::size_t>(row * m_graph.grid.columns + column));
        }
    }

    static double held(double longitude) { return std::clamp(longitude, -180.0, 180.0); }

    void lookInCell(std::size_t cell) {
        for (quint32 entry = m_graph.cellFirst[cell]; entry < m_graph.cellFirst[cell + 1]; ++entry)
            lookAt(m_graph.cellSegments[entry]);
    }

    void lookAt(quint32 number) {
        const GraphSegment& segment = m_graph.segments[number];
        const bool isOpen = m_weights.mayUse(m_graph.outArcs[segment.arcs[0]].kind) ||
                            m_weights.mayUse(m_graph.outArcs[segment.arcs[1]].kind);
        if (!isOpen)
            return;
        const double penalty = (segment.flags & m_islet) != 0 ? IsletPenaltyMetres : 0;
        double length = 0;
        double along = -1;
        NearestOnStretch best;
        const std::span<const GraphPoint> points = m_graph.pointsOf(segment);
        LocalPlane::Point a = onPlane(points.front());
        for (const GraphPoint point : points.subspan(1)) {
            const LocalPlane::Point b = onPlane(point);
            const double piece = std::hypot(b.east - a.east, b.north - a.north);
            const NearestOnStretch near = nearestToOrigin(a, b);
            if (near.metres + penalty < m_bestRank) {
                m_bestRank = near.metres + penalty;
                along = length + near.share * piece;
                best = near;
            }
            length += piece;
            a = b;
        }
        if (along < 0)
            return;
        m_best = {number, length > 0 ? along / length : 0, best.metres, m_plane.fromPlane(best.point)};
    }

    LocalPlane::Point onPlane(GraphPoint point) const {
        return m_plane.toPlane(point.latitude / UnitsPerDegree, point.longitude / UnitsPerDegree);
    }

    const GraphFile& m_graph;
    const Weights& m_weights;
    quint8 m_islet;
    QGeoCoordinate m_at;
    LocalPlane m_plane;
    RoadPoint m_best;
    double m_bestRank = std::numeric_limits<double>::infinity();
};

} // namespace

std::optional<RoadPoint> snapToRoad(const GraphFile& graph, const Weights& weights, const QGeoCoordinate& at,
                                    double reachMetres) {
    if (!at.isValid() || !(reachMetres >= 0))
        return std::nullopt;
    return Snapper(graph, weights, at).nearest(reachMetres);
}

} // namespace tridesk::maps
