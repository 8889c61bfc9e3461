// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/city/site.h"
#include "maps/city/skeleton.h"

namespace tridesk::maps::city {

/// How far the land goes on beyond the district's rim, in metres.
inline constexpr double Outskirts = 3200;

/// Fields, woods and the main roads' continuation around the district, so that it does not end like a sheet
/// of paper. Nobody lives there, and no station answers for it.
void drawCountryside(Site& site, const Plan& plan, Skeleton& skeleton);
/// The district's rim in the world.
[[nodiscard]] Ring rimOf(const Ground& ground, const Plan& plan);

} // namespace tridesk::maps::city
