// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>

// Web Mercator on the unit square: x grows east from 0 (180° W) to 1 (180° E), y grows south from 0 to 1.
// Everything that is drawn is kept so, because a frame then costs one multiplication and one addition a
// point.
namespace tridesk::maps {

struct LonLat {
    double lon = 0; // degrees, WGS-84
    double lat = 0;
};

struct UnitPoint {
    double x = 0;
    double y = 0;
    [[nodiscard]] bool operator==(const UnitPoint&) const = default;
};

inline constexpr double mercatorMaxLatitude = 85.0511287798066;
inline constexpr double equatorMetres = 40075016.6855784; // WGS-84 equator

[[nodiscard]] inline UnitPoint toUnit(LonLat p) {
    const double lat = std::clamp(p.lat, -mercatorMaxLatitude, mercatorMaxLatitude) * std::numbers::pi / 180;
    return {p.lon / 360 + 0.5, 0.5 - std::asinh(std::tan(lat)) / (2 * std::numbers::pi)};
}

[[nodiscard]] inline LonLat fromUnit(UnitPoint p) {
    return {(p.x - 0.5) * 360,
            std::atan(std::sinh((0.5 - p.y) * 2 * std::numbers::pi)) * 180 / std::numbers::pi};
}

// Metres on the ground for one whole unit at this height of the square: Mercator stretches by
// 1/cos(latitude).
[[nodiscard]] inline double metresPerUnit(double y) {
    return equatorMetres / std::cosh((0.5 - y) * 2 * std::numbers::pi);
}

} // namespace tridesk::maps
