// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/map_style.h"

namespace tridesk::ui {

// The class of an OpenMapTiles `class` value, and its `subclass` where that says more; None for what is not
// drawn as a road.
[[nodiscard]] RoadClass roadClassOf(QStringView value, QStringView subclass = {});

// Width of a road's fill in logical pixels at a zoom (256-pixel counting); 0 where it is not drawn yet.
[[nodiscard]] double roadWidth(RoadClass roadClass, double zoom);

// Width of the casing on each side; 0 where the road is too thin to have one.
[[nodiscard]] double casingWidth(double roadWidth);

} // namespace tridesk::ui
