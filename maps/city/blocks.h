// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/city/streets.h"

#include <functional>

namespace tridesk::maps::city {

/// What a side of a block lies on.
struct Edge {
    int street = -1; ///< -1: no street: a river bank, a railway, the city's rim
    double from = 0; ///< metres along the street at the side's first corner
    double to = 0;   ///< and at its last
};

/// A piece of land between streets: convex, anticlockwise on the plan; edge i runs from corner i to corner i
/// + 1.
struct Block {
    Ring corners;
    std::vector<Edge> edges;

    /// The side of its street on which the block lies.
    [[nodiscard]] Side side(std::size_t edge) const {
        return edges[edge].to >= edges[edge].from ? Side::Left : Side::Right;
    }
};

/// How land is cut up.
struct CutRules {
    double largest = 60'000;  ///< square metres above which a block is cut again
    double shortest = 90;     ///< metres below which a side is not cut
    double secondAbove = 3e5; ///< above this a cut is a tertiary street ...
    Rank main = Rank::Tertiary;
    Rank minor = Rank::Residential;
    double snap = 45;  ///< metres within which a cut goes on from a street that meets the other side
    double oneWay = 0; ///< share of minor streets with one direction
    std::function<int(Rank)> newRoad = {}; ///< makes the road of a new street: its index or -1
};

class Cutter {
public:
    Cutter(Streets& streets, Prng random)
        : m_streets(streets)
        , m_random(random) {}

    /// Cuts until every piece is small enough; hands the pieces to take.
    void cut(const Block& block, const CutRules& rules, const std::function<void(const Block&)>& take);

    /// What of the block lies to the left of the line through a towards b; the new side lies on no street.
    [[nodiscard]] static Block part(const Block& block, Vec a, Vec b);

private:
    struct Hit {
        std::size_t edge = 0;
        Vec at;
        int road = -1; ///< of a street that meets there already
        bool snapped = false;
    };
    [[nodiscard]] bool cutOnce(const Block& block, const CutRules& rules, Block& one, Block& other);
    [[nodiscard]] Hit snapped(const Block& block, std::size_t edge, Vec at, const CutRules& rules) const;
    [[nodiscard]] static bool opposite(const Block& block, std::size_t edge, Vec from, Vec direction,
                                       Hit& hit);
    std::int64_t nodeAt(const Block& block, const Hit& hit, Rank rank, int road);
    [[nodiscard]] static double streetT(const Block& block, const Hit& hit);

    Streets& m_streets;
    Prng m_random;
};

} // namespace tridesk::maps::city
