// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/city/blocks.h"

#include <map>

namespace tridesk::maps::city {

enum class Zone : std::uint8_t {
    River,
    Centre,
    OldTown,
    Estates,
    Slabs,
    Industry,
    Campus,
    Lake,
    Hill,
    Park,
    Station,
    Civic,
    Sports,
    Rural
};

/// A straight line of the plan that a road follows through the whole city.
struct Line {
    double at = 0;
    Rank rank = Rank::Secondary;
    double offset = 0;        ///< > 0: a divided road
    bool ring = false;        ///< the elevated expressway stands over it
    bool bridge = true;       ///< a column: crosses the river
    Name low = {}, high = {}; ///< names of its halves: south and north, west and east
};

/// Cells of the grid that belong together: columns [i0, i1) and rows [j0, j1). No road runs through.
struct Region {
    int i0 = 0, j0 = 0, i1 = 0, j1 = 0;
    Zone zone = Zone::Rural;
};

/// The city in broad strokes: where its main roads run and what each piece of land is for.
struct Plan {
    std::vector<Line> columns; ///< by u, from west to east
    std::vector<Line> rows;    ///< by v, from south to north
    int south = 0;             ///< row of the southern embankment; the northern one is the next
    std::vector<Region> regions;
    double railway = 0;    ///< v of the railway
    double canal = 0;      ///< u of the canal, which comes from the north
    double expressway = 0; ///< v of the expressway past the city, in the north
    int ringWest = 0, ringEast = 0, ringSouth = 0, ringNorth = 0;

    [[nodiscard]] int cellsAcross() const { return static_cast<int>(columns.size()) - 1; }
    [[nodiscard]] int cellsUp() const { return static_cast<int>(rows.size()) - 1; }
    [[nodiscard]] double u(int column) const { return columns[static_cast<std::size_t>(column)].at; }
    [[nodiscard]] double v(int row) const { return rows[static_cast<std::size_t>(row)].at; }
    [[nodiscard]] Vec corner(int column, int row) const { return {u(column), v(row)}; }
    /// Index of the line nearest to a place.
    [[nodiscard]] static int nearest(const std::vector<Line>& lines, double at);
    /// Which region a cell belongs to.
    [[nodiscard]] const Region& regionAt(int i, int j) const;
};

/// size 1 is a district of 12 by 9 km; areas grow with size.
[[nodiscard]] Plan makePlan(const Prng& random, double size, Names& names);

} // namespace tridesk::maps::city
