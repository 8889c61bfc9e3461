// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/roads/route.h"

#include <QGeoRoute>

namespace tridesk::maps {

/// As Qt Location tells a route: one segment a street, with the manoeuvre into it; names in the language
/// wanted. What Qt has no place for is in the extended attributes (geo_attribute).
[[nodiscard]] QGeoRoute toGeoRoute(const Route& route, bool chinese);

/// The way back, for a route of any provider: where it gives no times for the points, each segment's time is
/// spread along it.
[[nodiscard]] Route fromGeoRoute(const QGeoRoute& route);

/// One after the other; the first must end where the second begins.
void append(Route& route, const Route& next);

} // namespace tridesk::maps
