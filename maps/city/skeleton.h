// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/city/plan.h"

#include <map>
#include <tuple>

namespace tridesk::maps::city {

/// The main roads of the plan laid into the streets, and the blocks of land between them.
class Skeleton {
public:
    Skeleton(const Plan& plan, const Ground& ground, Streets& streets, OsmData& out, Prng random);

    void lay();
    /// A region as a block, or as two where an avenue crosses it from corner to corner.
    [[nodiscard]] std::vector<Block> blocksOf(const Region& region) const;
    /// The stretch from column i to i + 1 along row j, or -1.
    [[nodiscard]] int across(int i, int j) const { return find(m_across, i, j); }
    /// The stretch from row j to j + 1 along column i, or -1.
    [[nodiscard]] int up(int i, int j) const { return find(m_up, i, j); }
    /// The node at a corner of the grid, on that side of divided roads (-1 west or south, 1 east or north).
    std::int64_t vertex(int i, int j, int sx, int sy);
    /// After the streets were written: some turns are not allowed.
    void restrictTurns();

private:
    using Key = std::pair<int, int>;
    struct Avenue {
        int street = -1;
        bool rising =
            true; ///< from the cell's south-west to its north-east, else from north-west to south-east
    };
    [[nodiscard]] static int find(const std::map<Key, int>& map, int i, int j);
    [[nodiscard]] bool sameRegion(int i, int j, int k, int l) const;
    void layAcross(int i, int j);
    void layUp(int i, int j);
    void layAvenue(int i, int j, int steps, bool rising, const Name& name);
    void joinCorner(int i, int j);
    void internal(std::int64_t a, std::int64_t b, const Line& line, bool oneWay, int road);
    [[nodiscard]] std::vector<Span> spansAcross(double from, double to, double v) const;
    [[nodiscard]] std::vector<Span> spansUp(int column, int j) const;
    int roadOf(const Line& line, bool high);
    void markBridge(int street, const Name& name);
    void side(Block& block, Vec from, Vec to, int street, bool forward) const;

    const Plan& m_plan;
    const Ground& m_ground;
    Streets& m_streets;
    OsmData& m_out;
    Prng m_random;
    std::map<Key, int> m_across, m_up;
    std::map<Key, Avenue> m_avenues;
    std::map<std::string, int> m_roads;
    std::map<std::tuple<int, int, int, int>, std::int64_t> m_vertices;
    int m_bridges = 0;
};

} // namespace tridesk::maps::city
