// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/package/package.h"

namespace tridesk::maps {

/// Gives every station an area.
///
/// - Areas drawn in the data win: each takes the station of its ref, else a station that lies within it, else
/// its own
///   middle. Stations that no area takes are left out.
/// - No drawn areas: each point of the bounds belongs to the nearest station (Voronoi cells cut at the
/// bounds).
/// - No station either: one in the centre answers for everything.
///
/// Refs that are missing, said twice or not a short code (letters and digits) are replaced by ST01, ST02 ...
/// in order.
[[nodiscard]] QList<PostArea> makePosts(QList<PostArea> stations, QList<PostArea> areas,
                                        const QGeoRectangle& bounds, const QGeoCoordinate& centre);

/// Refs of cameras are made unique likewise: CAM0001 ...
[[nodiscard]] QList<FixedCamera> makeCameras(QList<FixedCamera> cameras);

} // namespace tridesk::maps
