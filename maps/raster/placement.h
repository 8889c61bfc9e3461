// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/raster/tile_source.h"

#include <QImage>
#include <QPointF>
#include <QRectF>

#include <functional>
#include <vector>

namespace tridesk::maps {

/// A piece of the map that is wanted: a tile of Mercator in WGS-84.
struct PieceWanted {
    TileId id;
    int pixels = 512;      ///< along its edge, as it will be shown
    double dpr = 1;        ///< device pixels for a logical one: what is written on pictures keeps its size
    QRgb background = 0;   ///< where the source has nothing, opaque
    double brightness = 1; ///< below 1: darker, for the night
};

/// How a piece is put together from pictures of a source whose datum may be another. The pictures are laid
/// side by side; the corners of a mesh over the piece are carried into the source's datum, and between them
/// the way is straight. BD-09 bends most, by up to some 95,000 m a square degree in waves of 0.12°: with 16
/// cells along an edge a piece lies right to a quarter of a pixel at every zoom. Pieces meet without a seam:
/// they share their edges' corners.
struct Placement {
    int zoom = 0;                   ///< of the source's pictures
    std::vector<TileId> tiles = {}; ///< row by row
    int columns = 0;
    int cells = 1; ///< of the mesh, along an edge
    /// Its corners, row by row, in edges of a picture from the first one's corner.
    std::vector<QPointF> mesh = {};

    [[nodiscard]] QPointF corner(int column, int row) const {
        return mesh[std::size_t(row) * std::size_t(cells + 1) + std::size_t(column)];
    }
};

/// No tiles where the source has no such zoom, or lies elsewhere.
[[nodiscard]] Placement placementOf(const PieceWanted& piece, const TileSource& source);

/// Draws the piece. `pictures` gives a tile's picture or null, where the background is to be seen.
[[nodiscard]] QImage compose(const PieceWanted& piece, const Placement& placement,
                             const std::function<const QImage*(TileId)>& pictures);

} // namespace tridesk::maps
