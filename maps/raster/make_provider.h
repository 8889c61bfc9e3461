// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/raster/server_provider.h"

namespace tridesk::maps {

/// Who gives the pictures of a File, Xyz or Wmts source that was checked.
[[nodiscard]] std::unique_ptr<PictureProvider> makeProvider(const TileSource& source,
                                                            const ServerOptions& options);

} // namespace tridesk::maps
