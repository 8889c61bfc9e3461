// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/replay/road_walk.h"
#include "maps/roads/graph.h"

#include <QString>

#include <optional>

namespace tridesk {

/// Ways along the roads of a map package, by the quickest route. The file is opened when the first is asked
/// for; one that cannot be read knows no roads.
class PackageRoads final : public RoadWalk {
public:
    /// Further from a road than that nobody is taken to be on it.
    static constexpr double reachMetres = 40;
    /// Further apart than that nothing is looked for: the search would take long, and nobody drives so far
    /// between two reports of half a minute.
    static constexpr double farthestMetres = 2'000;

    explicit PackageRoads(QString roadsFile)
        : m_file(std::move(roadsFile)) {}

    [[nodiscard]] QList<GeoPoint> between(GeoPoint from, GeoPoint to, Milliseconds took) override;

private:
    QString m_file;
    bool m_opened = false;
    std::optional<maps::RoadGraph> m_graph;
};

} // namespace tridesk
