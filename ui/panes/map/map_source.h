// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/raster/tile_source.h"

class QSettings;

namespace tridesk {

/// Which map is shown, kept for the whole desk: everyone who sits there looks at one. What was spoilt by hand
/// leads back to the installed package.
[[nodiscard]] maps::TileSource loadMapSource(const QSettings& settings);
void saveMapSource(QSettings& settings, const maps::TileSource& source);

} // namespace tridesk
