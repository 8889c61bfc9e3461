// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geo/mercator.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tridesk::maps {
namespace {

constexpr double Pi = std::numbers::pi;
constexpr double EquatorMetres = 2 * Pi * 6378137.0; // WGS-84

} // namespace

QPointF toMercator(double latitude, double longitude) {
    const double held = std::clamp(latitude, -MercatorMaxLatitude, MercatorMaxLatitude) * Pi / 180;
    return {longitude / 360 + 0.5, 0.5 - std::asinh(std::tan(held)) / (2 * Pi)};
}

QGeoCoordinate fromMercator(QPointF point) {
    const double latitude = std::atan(std::sinh(Pi * (1 - 2 * point.y()))) * 180 / Pi;
    return {latitude, (point.x() - 0.5) * 360};
}

double metresPerMercator(double latitude) {
    return EquatorMetres * std::cos(latitude * Pi / 180);
}

} // namespace tridesk::maps
