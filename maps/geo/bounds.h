// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGeoCoordinate>
#include <QGeoRectangle>

#include <algorithm>

namespace tridesk::maps {

/// A box of longitude and latitude that grows around what is put into it. Does not cross the date line.
struct GeoBounds {
    double west = 181;
    double south = 91;
    double east = -181;
    double north = -91;

    [[nodiscard]] bool isEmpty() const { return east < west; }
    [[nodiscard]] bool contains(double latitude, double longitude) const {
        return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
    }
    [[nodiscard]] bool contains(const QGeoCoordinate& at) const {
        return contains(at.latitude(), at.longitude());
    }
    void include(double latitude, double longitude) {
        west = std::min(west, longitude);
        east = std::max(east, longitude);
        south = std::min(south, latitude);
        north = std::max(north, latitude);
    }
    void include(const QGeoCoordinate& at) { include(at.latitude(), at.longitude()); }
    [[nodiscard]] QGeoCoordinate centre() const { return {(south + north) / 2, (west + east) / 2}; }
    [[nodiscard]] QGeoRectangle rectangle() const {
        return isEmpty() ? QGeoRectangle()
                         : QGeoRectangle(QGeoCoordinate(north, west), QGeoCoordinate(south, east));
    }
};

/// The box that surely holds every point within so many metres.
[[nodiscard]] GeoBounds boundsAround(const QGeoCoordinate& centre, double metres);

} // namespace tridesk::maps
