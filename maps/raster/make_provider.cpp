// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/raster/make_provider.h"

#include "maps/raster/file_provider.h"

namespace tridesk::maps {

std::unique_ptr<PictureProvider> makeProvider(const TileSource& source, const ServerOptions& options) {
    if (source.isServer())
        return std::make_unique<ServerProvider>(source, options);
    return std::make_unique<FileProvider>(source);
}

} // namespace tridesk::maps
