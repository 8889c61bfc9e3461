// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/tiles/tile_id.h"
#include "maps/tiles/tile_reader.h"
#include "ui/map/map_style.h"

#include <QImage>

#include <vector>

namespace tridesk::ui {

// A decoded tile and where it lies.
struct DataTile {
    maps::TileId id;
    maps::TilePtr tile;
};

struct TilePicture {
    maps::TileId id;
    int pixels = 512; // device pixels along the edge
    double dpr = 1;
};

// The data tiles that a picture needs: the one that holds it first, then those neighbours whose roads, being
// wide, may reach into it.
[[nodiscard]] std::vector<maps::TileId> tilesForPicture(const TilePicture& picture, int maxDataZoom);

// Draws one tile of the basemap, opaque, without labels. Any thread; takes 5–40 ms.
[[nodiscard]] QImage paintTile(const TilePicture& picture, const std::vector<DataTile>& data,
                               const MapStyle& style);

} // namespace tridesk::ui
