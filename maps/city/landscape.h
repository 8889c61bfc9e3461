// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/city/plan.h"
#include "maps/city/site.h"

namespace tridesk::maps::city {

/// What lies across the land rather than on a block of it.
void drawRiver(Site& site, const Plan& plan); ///< water, island, and the green of its banks
void drawCanal(Site& site, const Plan& plan);
void drawLake(Site& site, const Block& block); ///< with the park around it
void drawHill(Site& site, const Block& block);
/// Half the width of the strips that the canal, the railway and the expressway keep free of blocks.
inline constexpr double CanalStrip = 26;
inline constexpr double RailwayStrip = 22;
inline constexpr double ExpresswayStrip = 32;

} // namespace tridesk::maps::city
