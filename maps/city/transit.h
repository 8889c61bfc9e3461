// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/city/site.h"
#include "maps/city/skeleton.h"

namespace tridesk::maps::city {

/// The elevated expressway over the ring road, with ramps down to it.
void layElevatedRing(Site& site, const Plan& plan, const Skeleton& skeleton);
/// The expressway that passes the city in the north, with two interchanges.
void layExpressway(Site& site, const Plan& plan, const Skeleton& skeleton);
void drawRailway(Site& site, const Plan& plan);
void drawMetro(Site& site, const Plan& plan);
/// Station building, platforms and forecourt on the block north of the railway.
void fillStation(Site& site, const Block& block, const Plan& plan);

} // namespace tridesk::maps::city
