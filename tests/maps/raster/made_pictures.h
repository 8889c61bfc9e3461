// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/geo/china_datum.h"
#include "maps/tiles/tile_id.h"

#include <QByteArray>
#include <QGeoCoordinate>
#include <QImage>

// Pictures of a made map, for tests that look where things lie.
namespace tridesk::test {

/// One colour a tile, told by its numbers.
[[nodiscard]] QRgb colourOf(maps::TileId id);
[[nodiscard]] QImage plainTile(maps::TileId id, int edge = 256);
/// White with a black square of nine pixels around a place, where the place lies in the tile's datum.
[[nodiscard]] QImage markedTile(maps::TileId id, const QGeoCoordinate& wgs84, maps::Datum datum,
                                int edge = 256);
[[nodiscard]] QByteArray encoded(const QImage& image, const char* format = "png");
/// The middle of what is dark; nothing where nothing is.
[[nodiscard]] QPointF middleOfDark(const QImage& image);

} // namespace tridesk::test
