// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/package/road_way.h"

namespace tridesk::maps {

/// What travel times are reckoned with, km/h, 5 to 120. A limit that is signed counts for four fifths of
/// itself, since junctions and traffic take their share; without one the class decides, by what cars average
/// in a city by day.
[[nodiscard]] int travelSpeedKmh(const RoadWay& way);

/// Whether a patrol car can use it at all: not footways, and not what is closed to every vehicle.
[[nodiscard]] bool isDrivable(const RoadWay& way);

} // namespace tridesk::maps
