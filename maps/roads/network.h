// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/package/road_way.h"
#include "maps/roads/graph_file.h"

#include <span>
#include <vector>

namespace tridesk::maps {

/// A stretch of a way between two junctions, or between a junction and an end.
struct Stretch {
    quint32 way = 0;       ///< into the ways that were cut
    quint32 firstNode = 0; ///< positions within the way
    quint32 lastNode = 0;
    quint32 from = 0; ///< junctions
    quint32 to = 0;
    quint32 centimetres = 0;
};

/// Ways cut where they meet. Junctions are numbered along a space-filling curve, stretches by the junction
/// they begin at.
struct Network {
    std::vector<GraphPoint> junctions;
    std::vector<qint64> junctionIds; ///< OSM, by junction
    std::vector<Stretch> stretches;
};

/// Only ways with as many points as node ids and at least two different ones may be handed in.
[[nodiscard]] Network cutAtJunctions(std::span<const RoadWay> ways);

[[nodiscard]] GraphPoint toGraphPoint(const QGeoCoordinate& at);
[[nodiscard]] QGeoCoordinate toCoordinate(GraphPoint point);

} // namespace tridesk::maps
