// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/package/build_watch.h"
#include "maps/package/road_way.h"

#include <QString>

#include <expected>
#include <vector>

namespace tridesk::maps {

/// What went into a road graph, and what did not.
struct GraphCounts {
    qint64 ways = 0;                ///< kept
    qint64 waysLeftOut = 0;         ///< closed to everybody, or fewer than two usable points
    qint64 nodes = 0;               ///< junctions and ends, with the copies that restrictions make
    qint64 segments = 0;            ///< stretches of road between two junctions
    qint64 arcs = 0;                ///< directed edges: each segment has one each way
    qint64 restrictions = 0;        ///< honoured
    qint64 restrictionsLeftOut = 0; ///< they name roads or nodes that are not in the graph
};

/// Turns roads into the file that RoadGraph opens (roads.bin; its layout stands in maps/roads/graph_file.h).
///
/// Add everything, then write once. Keeps what was added in memory; one thread. Any order of ways gives a
/// graph with the same answers, the same order the same file to the byte.
class GraphBuilder {
public:
    void add(RoadWay way);
    void add(const TurnRestriction& restriction);

    /// Writes whole or not at all (a temporary file, renamed), nothing where the watch ends it. The error is
    /// one line that names the file.
    [[nodiscard]] std::expected<GraphCounts, QString> write(const QString& path,
                                                            const BuildWatch& watch = {}) const;

private:
    std::vector<RoadWay> m_ways;
    std::vector<TurnRestriction> m_restrictions;
};

} // namespace tridesk::maps
