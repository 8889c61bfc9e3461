// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/geo_point.h"

#include <cmath>

namespace tridesk {

std::optional<GeoPoint> GeoPoint::from(double latitude, double longitude) {
    if (!std::isfinite(latitude) || !std::isfinite(longitude) || std::abs(latitude) > 90 ||
        std::abs(longitude) > 180)
        return std::nullopt;
    GeoPoint point;
    point.m_latitude = latitude;
    point.m_longitude = longitude;
    return point;
}

double GeoPoint::metresTo(GeoPoint other) const {
    return coordinate().distanceTo(other.coordinate());
}

bool contains(const Area& area, GeoPoint point) {
    // Even-odd ray to the east: areas are city districts, so degrees serve as a plane.
    bool inside = false;
    for (const QList<GeoPoint>& ring : area) {
        for (qsizetype i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const GeoPoint a = ring[i], b = ring[j];
            if ((a.latitude() > point.latitude()) == (b.latitude() > point.latitude()))
                continue;
            const double along = (point.latitude() - a.latitude()) / (b.latitude() - a.latitude());
            if (point.longitude() < a.longitude() + along * (b.longitude() - a.longitude()))
                inside = !inside;
        }
    }
    return inside;
}

} // namespace tridesk
