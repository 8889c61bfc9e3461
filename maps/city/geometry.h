// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <vector>

namespace tridesk::maps::city {

/// Metres. The city is planned on a flat sheet (u to the east, v to the north, the river along v = 0), which
/// Ground then bends onto the land.
struct Vec {
    double x = 0;
    double y = 0;

    friend Vec operator+(Vec a, Vec b) { return {a.x + b.x, a.y + b.y}; }
    friend Vec operator-(Vec a, Vec b) { return {a.x - b.x, a.y - b.y}; }
    friend Vec operator*(Vec a, double k) { return {a.x * k, a.y * k}; }
    friend bool operator==(Vec a, Vec b) = default;
};

using Ring = std::vector<Vec>;

inline double dot(Vec a, Vec b) {
    return a.x * b.x + a.y * b.y;
}
inline double cross(Vec a, Vec b) {
    return a.x * b.y - a.y * b.x;
}
inline double length(Vec a) {
    return std::sqrt(dot(a, a));
}
inline Vec unit(Vec a) {
    const double l = length(a);
    return l > 0 ? a * (1 / l) : Vec{1, 0};
}
/// A quarter turn to the left.
inline Vec left(Vec a) {
    return {-a.y, a.x};
}
inline Vec lerp(Vec a, Vec b, double f) {
    return a + (b - a) * f;
}

/// Positive for rings that run anticlockwise.
[[nodiscard]] double area(const Ring& ring);
[[nodiscard]] Vec centroid(const Ring& ring);
/// For convex anticlockwise rings; margin metres within.
[[nodiscard]] bool holds(const Ring& convex, Vec point, double margin = 0);
/// What of a convex ring lies to the left of the line through a towards b.
[[nodiscard]] Ring clip(const Ring& convex, Vec a, Vec b);
/// Each edge of a convex anticlockwise ring moved inwards by its own distance; empty if nothing is left.
[[nodiscard]] Ring inset(const Ring& convex, const std::vector<double>& distances);
[[nodiscard]] Ring inset(const Ring& convex, double distance);
/// Width across the ring's longest edge, at right angles to it: how deep a block is.
[[nodiscard]] double depth(const Ring& convex);
/// Direction of the longest edge.
[[nodiscard]] Vec mainAxis(const Ring& ring);
/// An oval of so many points around a centre: half axes along and across a direction.
[[nodiscard]] Ring oval(Vec centre, Vec axis, double along, double across, int points);
/// A rectangle with half sides along and across a direction.
[[nodiscard]] Ring box(Vec centre, Vec axis, double along, double across);

} // namespace tridesk::maps::city
