// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/roads/graph.h"
#include "maps/roads/graph_file.h"
#include "maps/roads/speeds.h"

#include <optional>

namespace tridesk::maps {

/// What RoadGraph::snap does, on the bare file.
[[nodiscard]] std::optional<RoadPoint> snapToRoad(const GraphFile& graph, const Weights& weights,
                                                  const QGeoCoordinate& at, double reachMetres);

} // namespace tridesk::maps
