// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/tiles/tile_id.h"

#include <QByteArray>
#include <QRectF>
#include <QString>

#include <expected>
#include <memory>
#include <optional>

namespace tridesk::maps {

struct MbTilesInfo {
    QString name;
    QString format; // "pbf", "png", "jpg", "webp"
    QString attribution;
    // Where the file does not state its format or zooms, what its tiles show.
    int minZoom = 0;
    int maxZoom = 14;
    // degrees: left = west, top = south (as MBTiles states them); empty where the file says nothing
    QRectF bounds;
};

// One MBTiles file, opened for reading. Belongs to the thread that opened it (an SQLite connection does);
// open it again for another thread. The file may be replaced underneath: a reader keeps the one that it
// opened.
class MbTiles {
public:
    [[nodiscard]] static std::expected<std::unique_ptr<MbTiles>, QString> open(const QString& path);
    ~MbTiles();
    MbTiles(const MbTiles&) = delete;
    MbTiles& operator=(const MbTiles&) = delete;

    [[nodiscard]] const MbTilesInfo& info() const { return m_info; }

    // The stored bytes, most often gzip. Nothing where there is no such tile; an error where the file cannot
    // be read or the tile is larger than maxTileBytes.
    [[nodiscard]] std::expected<std::optional<QByteArray>, QString> tile(TileId id) const;

    // Some tile, to see what the file holds; nothing where it has none, or none that can be read.
    [[nodiscard]] std::optional<QByteArray> anyTile() const;

    static constexpr qsizetype maxTileBytes = 8 * 1024 * 1024;

private:
    explicit MbTiles(QString connection);
    [[nodiscard]] std::expected<void, QString> readInfo();
    void guess(bool format, bool zooms);

    QString m_connection;
    MbTilesInfo m_info;
};

} // namespace tridesk::maps
