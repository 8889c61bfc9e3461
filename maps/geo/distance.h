// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGeoCoordinate>

#include <cmath>

namespace tridesk::maps {

/// A sphere of 6,371,008.8 m (the IUGG mean radius), as QGeoCoordinate takes it to within 0.01 %.
inline constexpr double EarthRadiusMetres = 6371008.8;
inline constexpr double MetresPerDegree = EarthRadiusMetres * 3.14159265358979323846 / 180;

/// Metres between two points, on a plane tangent between them. Within a city (100 km) off by less than 0.1 %
/// from the great circle and many times quicker; across the date line it takes the short way.
[[nodiscard]] double metresBetween(const QGeoCoordinate& a, const QGeoCoordinate& b);

/// Degrees clockwise from north, [0, 360), of the way from a to b, on the same plane.
[[nodiscard]] double bearingTo(const QGeoCoordinate& from, const QGeoCoordinate& to);

/// The point so many metres east and north of another.
[[nodiscard]] QGeoCoordinate movedBy(const QGeoCoordinate& from, double metresEast, double metresNorth);

/// A flat piece of the earth around a point: metres east and north of it. For work on many near points.
class LocalPlane {
public:
    explicit LocalPlane(const QGeoCoordinate& origin);

    struct Point {
        double east = 0;
        double north = 0;
    };

    [[nodiscard]] Point toPlane(double latitude, double longitude) const {
        return {(longitude - m_longitude) * m_metresPerLongitude, (latitude - m_latitude) * MetresPerDegree};
    }
    [[nodiscard]] Point toPlane(const QGeoCoordinate& at) const {
        return toPlane(at.latitude(), at.longitude());
    }
    [[nodiscard]] QGeoCoordinate fromPlane(Point point) const {
        const double longitude = m_longitude + point.east / m_metresPerLongitude;
        return {m_latitude + point.north / MetresPerDegree,
                std::remainder(longitude, 360.0)}; // over the date line
    }

private:
    double m_latitude;
    double m_longitude;
    double m_metresPerLongitude;
};

/// The nearest point of the stretch a–b to the plane's origin.
struct NearestOnStretch {
    double share = 0; ///< 0 at a, 1 at b
    double metres = 0;
    LocalPlane::Point point;
};
[[nodiscard]] NearestOnStretch nearestToOrigin(LocalPlane::Point a, LocalPlane::Point b);

} // namespace tridesk::maps
