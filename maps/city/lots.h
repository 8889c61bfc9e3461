// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/city/policing.h"

namespace tridesk::maps::city {

/// Cuts every region into blocks, gives each block a use, and builds on it.
void fillLots(Site& site, const Plan& plan, const Skeleton& skeleton, std::vector<Beat>& beats);

} // namespace tridesk::maps::city
