// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/tiles/tile_id.h"

#include <QRectF>

#include <vector>

namespace tridesk::ui {

class MapView;

// The tiles that a view shows, or would with a margin of so many logical pixels around it; row by row.
[[nodiscard]] std::vector<maps::TileId> tilesIn(const MapView& view, double marginPixels);

// Where a tile lies on Mercator's square.
[[nodiscard]] QRectF mercatorOf(maps::TileId id);

} // namespace tridesk::ui
