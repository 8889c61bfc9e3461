// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/raster/picture_provider.h"
#include "maps/tiles/mbtiles.h"

#include <deque>
#include <memory>

namespace tridesk::maps {

/// What an MBTiles file says of itself: whether it holds pictures or vector tiles ("pbf"). Waits for the
/// disk.
[[nodiscard]] std::expected<MbTilesInfo, QString> lookInto(const QString& mbtilesPath);

/// Pictures of an MBTiles file. One that cannot be read counts as absent, and as a trouble that is told.
class FileProvider : public PictureProvider {
    Q_OBJECT

public:
    explicit FileProvider(TileSource source, QObject* parent = nullptr);

    void open() override;
    void want(std::vector<TileId> ids) override;

private:
    void step();
    [[nodiscard]] TileAnswer read(TileId id);

    TileSource m_source;
    std::unique_ptr<MbTiles> m_file;
    std::deque<TileId> m_wanted;
    bool m_stepping = false;
    bool m_told = false;
};

} // namespace tridesk::maps
