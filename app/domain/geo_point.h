// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGeoCoordinate>
#include <QList>

#include <optional>

namespace tridesk {

/// A place on earth, WGS-84, degrees. Cannot hold anything outside ±90, ±180 or not a number.
class GeoPoint {
public:
    GeoPoint() = default; ///< 0°, 0°

    [[nodiscard]] static std::optional<GeoPoint> from(double latitude, double longitude);
    [[nodiscard]] static std::optional<GeoPoint> from(const QGeoCoordinate& at) {
        return from(at.latitude(), at.longitude());
    }

    [[nodiscard]] double latitude() const { return m_latitude; }
    [[nodiscard]] double longitude() const { return m_longitude; }
    [[nodiscard]] QGeoCoordinate coordinate() const { return {m_latitude, m_longitude}; }
    [[nodiscard]] double metresTo(GeoPoint other) const; ///< great circle

    friend bool operator==(const GeoPoint&, const GeoPoint&) = default;

private:
    double m_latitude = 0;
    double m_longitude = 0;
};

/// An area on earth: closed rings without the repeated last point, outer rings and holes alike (even-odd).
using Area = QList<QList<GeoPoint>>;

[[nodiscard]] bool contains(const Area& area, GeoPoint point);

} // namespace tridesk
