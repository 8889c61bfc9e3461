// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/city/blocks.h"

namespace tridesk::maps::city {

/// What everybody who builds something on the land needs.
struct Site {
    const Ground& ground;
    Streets& streets;
    OsmData& out;
    Names& names;
    Prng random;
    bool buildings = true;      ///< false: streets, plots and names only (for large benchmarks)
    std::vector<Ring> standing; ///< boxes around what was built on the block in hand: nothing else goes there
};

/// Points of a plan ring in the world, with more of them where sides are long, as the land bends.
[[nodiscard]] Ring bent(const Ground& ground, const Ring& plan, bool closed = true);
/// The land of a block that is not street.
[[nodiscard]] Ring plotOf(const Site& site, const Block& block, double more = 0);
/// Draws an area around a ring of the plan.
std::int64_t drawArea(Site& site, const Ring& plan, Tags tags);
std::int64_t drawLine(Site& site, const Ring& plan, Tags tags);
/// A building around a point of the plan; its outline (metres, x along the axis) keeps its right angles on
/// the bent land. Only where the whole of it stands within the plot and off its neighbours; says whether it
/// was built.
bool build(Site& site, const Ring& plot, Vec at, Vec axis, const Ring& outline, Tags tags);
/// A point of interest.
std::int64_t drawPoint(Site& site, Vec plan, Tags tags);

/// Outlines, centred.
[[nodiscard]] Ring boxShape(double along, double across);
[[nodiscard]] Ring angleShape(double along, double across, double arm); ///< an L
[[nodiscard]] Ring courtShape(double along, double across, double arm); ///< a U, open to the south
[[nodiscard]] Ring towerShape(double along, double across);             ///< with notches, as high-rises have

/// The number a house at that place of a street has: odd to the left, even to the right.
[[nodiscard]] int houseNumber(const Streets& streets, int street, double t, Side side);
/// addr:street and addr:housenumber of a place on a block's side; nothing if the street has no name.
[[nodiscard]] Tags addressTags(const Site& site, const Block& block, std::size_t edge, double fraction);
/// The best and the quietest side of a block to enter from: an index, or -1 without any street.
[[nodiscard]] int frontEdge(const Site& site, const Block& block);
[[nodiscard]] int quietEdge(const Site& site, const Block& block);

void append(Tags& tags, const Tags& more);

} // namespace tridesk::maps::city
