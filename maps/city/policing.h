// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/city/site.h"
#include "maps/city/skeleton.h"

namespace tridesk::maps::city {

/// A station's area: cells [i0, i1) by [j0, j1) of the plan; in rows beside the river its edge is the river's
/// middle.
struct Beat {
    double west = 0, south = 0, east = 0,
           north = 0; ///< on the plan; edges are main roads, the river or the rim
    int i0 = 0, j0 = 0, i1 = 0, j1 = 0;
    std::string ref = {};
    Name name = {};
    bool housed = false; ///< its station stands

    [[nodiscard]] bool holds(Vec p) const { return p.x >= west && p.x < east && p.y >= south && p.y < north; }
    [[nodiscard]] Vec middle() const { return {(west + east) / 2, (south + north) / 2}; }
};

/// Parts the district among stations, about twelve for each unit of size: no gaps, no overlaps.
[[nodiscard]] std::vector<Beat> makeBeats(const Plan& plan, double size, Names& names);
/// The areas' outlines, sharing their corners.
void drawBeats(Site& site, const Plan& plan, const std::vector<Beat>& beats);
/// The station itself at the front of a block; what is left of the block, or all of it if it did not fit.
[[nodiscard]] Block buildStation(Site& site, const Block& block, Beat& beat);
/// One that found no room stands beside a main road near its area's middle.
void placeStation(Site& site, Beat& beat);
/// Cameras at main junctions, bridges and the ring.
void drawCameras(Site& site, const Plan& plan, const Skeleton& skeleton);

} // namespace tridesk::maps::city
