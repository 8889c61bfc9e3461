// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGeoCoordinate>
#include <QGeoPolygon>
#include <QList>

#include <optional>
#include <span>

namespace tridesk::maps {

/// Whether the ring (closed or not) holds the point, even-odd, in plain longitude and latitude: right for
/// areas of a city, which neither reach a pole nor cross the date line. A point on the edge belongs to one of
/// two areas that share it, never to both.
[[nodiscard]] bool ringContains(std::span<const QGeoCoordinate> ring, const QGeoCoordinate& point);

/// The same for a polygon with holes.
[[nodiscard]] bool polygonContains(const QGeoPolygon& polygon, const QGeoCoordinate& point);

/// Which area a point belongs to: the index of the first that holds it; where areas overlap, the order
/// decides.
[[nodiscard]] std::optional<qsizetype> areaAt(const QList<QGeoPolygon>& areas, const QGeoCoordinate& point);

} // namespace tridesk::maps
