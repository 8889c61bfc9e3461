// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geo/bounds.h"

#include "maps/geo/distance.h"

namespace tridesk::maps {

GeoBounds boundsAround(const QGeoCoordinate& centre, double metres) {
    const double up = metres / MetresPerDegree;
    GeoBounds bounds;
    // Meridians draw together towards the poles: the side away from the equator is the wider one in degrees.
    for (const double latitude : {centre.latitude() - up, centre.latitude() + up}) {
        const double held = std::clamp(latitude, -89.0, 89.0);
        const QGeoCoordinate edge(held, centre.longitude());
        const double across = movedBy(edge, metres, 0).longitude() - centre.longitude();
        bounds.include(latitude, centre.longitude() - across);
        bounds.include(latitude, centre.longitude() + across);
    }
    return bounds;
}

} // namespace tridesk::maps
