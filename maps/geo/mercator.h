// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGeoCoordinate>
#include <QPointF>

namespace tridesk::maps {

/// Web Mercator on the unit square: x 0 at 180° W to 1 at 180° E, y 0 at 85.0511° N to 1 at 85.0511° S, as
/// map tiles are numbered. Latitudes beyond are held at the edge.
inline constexpr double MercatorMaxLatitude = 85.05112877980659;

[[nodiscard]] QPointF toMercator(double latitude, double longitude);
[[nodiscard]] inline QPointF toMercator(const QGeoCoordinate& at) {
    return toMercator(at.latitude(), at.longitude());
}
[[nodiscard]] QGeoCoordinate fromMercator(QPointF point);

/// Metres on the ground for one unit of the square, at this latitude.
[[nodiscard]] double metresPerMercator(double latitude);

} // namespace tridesk::maps
