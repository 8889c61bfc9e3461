// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/raster/source_trouble.h"
#include "maps/raster/tile_source.h"
#include "maps/raster/wmts_reader.h"

#include <QUrl>

#include <map>
#include <optional>

namespace tridesk::maps {

/// How the tiles of one layer of a WMTS are asked for by the usual numbers of Web Mercator. A set whose
/// matrices begin elsewhere, or hold a part only, is asked for by its own.
class WmtsTiles {
public:
    /// As the source says, else the first layer and set that are in Web Mercator, with square pictures of 256
    /// or 512 pixels. The troubles name what there is to choose from.
    [[nodiscard]] static std::expected<WmtsTiles, SourceTrouble> choose(const WmtsCapabilities& server,
                                                                        const TileSource& source);

    /// Nothing where the layer has no such tile.
    [[nodiscard]] std::optional<QUrl> url(TileId id) const;
    /// The source with what the server says: layer, matrix set, size of pictures, zooms; its attribution and
    /// name where the source has none.
    [[nodiscard]] const TileSource& source() const { return m_source; }
    [[nodiscard]] const QRectF& bounds() const { return m_bounds; } ///< degrees; empty: not said

private:
    struct Zoom {
        QString matrix;
        int left = 0; ///< the world's number of the set's first column
        int top = 0;
        int columns = 0;
        int rows = 0;
    };
    [[nodiscard]] bool takeMatrices(const WmtsMatrixSet& set);
    [[nodiscard]] SourceTrouble takeAddress(const WmtsCapabilities& server, const WmtsLayer& layer);

    TileSource m_source;
    QRectF m_bounds;
    QString m_template; ///< with {TileMatrix}, {TileRow} and {TileCol}
    std::map<int, Zoom> m_zooms;
};

/// The identifiers of its layers, and of the matrix sets in Web Mercator: what can be chosen.
[[nodiscard]] QStringList layersOf(const WmtsCapabilities& server);
[[nodiscard]] QStringList mercatorSetsOf(const WmtsCapabilities& server);

} // namespace tridesk::maps
