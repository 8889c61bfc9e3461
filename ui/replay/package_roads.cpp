// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/replay/package_roads.h"

#include <QLoggingCategory>

#include <algorithm>

namespace tridesk {

namespace {

Q_LOGGING_CATEGORY(log, "tridesk.replay")

constexpr double fastest = 55; ///< m/s, with lights and siren on a motorway
/// A way by road that is so much longer than the straight line is another way than the one driven.
constexpr double longestDetour = 3;
constexpr double sparedMetres = 60; ///< of detour at the corners of short ways

} // namespace

QList<GeoPoint> PackageRoads::between(GeoPoint from, GeoPoint to, Milliseconds took) {
    if (!std::exchange(m_opened, true)) {
        auto graph = maps::RoadGraph::open(m_file);
        if (graph)
            m_graph = std::move(*graph);
        else
            qCWarning(log).noquote() << "no roads:" << graph.error();
    }
    const double straight = from.metresTo(to);
    if (!m_graph || straight > farthestMetres)
        return {};
    const maps::Driving driving{.profile = maps::RoadProfile::of(maps::Vehicle::PoliceOnCall), .traffic = {}};
    const auto start = m_graph->snap(from.coordinate(), reachMetres, driving);
    const auto end = m_graph->snap(to.coordinate(), reachMetres, driving);
    if (!start || !end)
        return {};
    const auto route = m_graph->route(*start, *end, driving);
    const double most = std::min(straight * longestDetour + sparedMetres,
                                 fastest * double(took.count()) / 1000 + sparedMetres);
    if (!route || route->metres > most)
        return {};
    QList<GeoPoint> way{from};
    way.reserve(qsizetype(route->points.size()) + 2);
    for (const QGeoCoordinate& point : route->points)
        if (const auto at = GeoPoint::from(point))
            way.append(*at);
    way.append(to);
    return way;
}

} // namespace tridesk
