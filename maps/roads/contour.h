// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace tridesk::maps {

/// A field of values on a square lattice, row by row; the outermost rows and columns must lie above any level
/// that is asked for, so that every line closes.
struct Lattice {
    std::size_t columns = 0;
    std::size_t rows = 0;
    std::vector<float> values;
    [[nodiscard]] float at(std::size_t column, std::size_t row) const {
        return values[row * columns + column];
    }
};

/// In units of the lattice's cells.
struct LatticePoint {
    double x = 0;
    double y = 0;
};
using Loop = std::vector<LatticePoint>; ///< closed: the last point joins the first

/// The borders of where the values are at most the level (marching squares): what is inside lies to the left,
/// so borders run anticlockwise around it and clockwise around holes. No loop crosses itself or another.
[[nodiscard]] std::vector<Loop> contourLoops(const Lattice& lattice, float level);

/// Positive for anticlockwise loops, in cells squared.
[[nodiscard]] double signedArea(const Loop& loop);
[[nodiscard]] bool loopContains(const Loop& loop, LatticePoint point);

/// Fewer points, none further from the line than the tolerance, in cells (Douglas and Peucker).
[[nodiscard]] Loop simplified(const Loop& loop, double tolerance);

/// Whether any two stretches of the loops cross.
[[nodiscard]] bool anyCross(const std::vector<Loop>& loops);

/// The same borders without the steps of the lattice: each point drawn towards its neighbours, none further
/// than `most` (in cells) from where it was. Where two borders run so close that they would cross, both stay
/// as they were. The loops given must not cross, and the result does not.
[[nodiscard]] std::vector<Loop> smoothed(const std::vector<Loop>& loops, double most);

} // namespace tridesk::maps
