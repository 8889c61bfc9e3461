// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/package/road_way.h"

#include <QByteArray>
#include <QGeoCoordinate>
#include <QString>

#include <vector>

namespace tridesk::maps {

/// A street as people know it: all ways of one name that lie together.
struct Street {
    QString nameZh;
    QString nameEn;
    QString ref;
    RoadClass cls = RoadClass::Footway; ///< of its most important way
    double metres = 0;
    QGeoCoordinate at; ///< a point of it, near its middle
    std::vector<QList<QGeoCoordinate>> pieces;
};

/// Where two streets meet; roads with separate carriageways meet in several points near each other, which are
/// one crossing.
struct Crossing {
    std::size_t first = 0; ///< into the streets, first < second
    std::size_t second = 0;
    QGeoCoordinate at;
};

struct StreetNetwork {
    std::vector<Street> streets; ///< the most important and longest first
    std::vector<Crossing> crossings;
};

/// Ways without a name go by their number; those without either are left out.
[[nodiscard]] StreetNetwork gatherStreets(const std::vector<RoadWay>& ways);

/// Points as they are kept in street_piece: latitude and longitude in 1e-7 degrees, 32 bits each,
/// little-endian.
[[nodiscard]] QByteArray packPoints(const QList<QGeoCoordinate>& points);
[[nodiscard]] QList<QGeoCoordinate>
unpackPoints(const QByteArray& packed); ///< of nonsense: what is on earth of it

} // namespace tridesk::maps
