// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/gazetteer/gazetteer.h"

namespace tridesk::maps {

/// Names an intersection by its two streets, in both languages: 人民路与中山路, Renmin Road & Zhongshan Road.
void nameCrossing(FoundPlace& crossing, const FoundPlace& first, const FoundPlace& second);

} // namespace tridesk::maps
