// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geo/area.h"

namespace tridesk::maps {

bool ringContains(std::span<const QGeoCoordinate> ring, const QGeoCoordinate& point) {
    if (ring.size() < 3 || !point.isValid())
        return false;
    const double x = point.longitude();
    const double y = point.latitude();
    bool inside = false;
    const QGeoCoordinate* previous = &ring.back();
    for (const QGeoCoordinate& corner : ring) {
        // Half-open in latitude: an edge counts at its lower end and not at its upper one, so no corner
        // counts twice.
        const bool crosses = (corner.latitude() > y) != (previous->latitude() > y);
        if (crosses) {
            const double share = (y - corner.latitude()) / (previous->latitude() - corner.latitude());
            if (x < corner.longitude() + share * (previous->longitude() - corner.longitude()))
                inside = !inside;
        }
        previous = &corner;
    }
    return inside;
}

bool polygonContains(const QGeoPolygon& polygon, const QGeoCoordinate& point) {
    if (!ringContains(polygon.perimeter(), point))
        return false;
    for (qsizetype hole = 0; hole < polygon.holesCount(); ++hole) {
        if (ringContains(polygon.holePath(hole), point))
            return false;
    }
    return true;
}

std::optional<qsizetype> areaAt(const QList<QGeoPolygon>& areas, const QGeoCoordinate& point) {
    for (qsizetype index = 0; index < areas.size(); ++index) {
        if (polygonContains(areas.at(index), point))
            return index;
    }
    return std::nullopt;
}

} // namespace tridesk::maps
