// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/tiles/tile_id.h"

#include <QPixmap>

#include <list>
#include <unordered_map>

namespace tridesk::ui {

// Tiles that were drawn, newest use first, bounded in bytes. GUI thread only.
class PictureCache {
public:
    explicit PictureCache(qsizetype maxBytes)
        : m_maxBytes(maxBytes) {}

    // The picture of a tile with exactly this many pixels along its edge; null where there is none.
    [[nodiscard]] const QPixmap* find(maps::TileId id, int pixels);
    // Any picture of the tile, the one nearest in size, to stand in.
    [[nodiscard]] const QPixmap* findAny(maps::TileId id, int pixels);
    void put(maps::TileId id, QPixmap picture);
    void clear();
    [[nodiscard]] qsizetype bytes() const { return m_bytes; }

private:
    struct Entry {
        maps::TileId id;
        QPixmap picture;
    };
    using Order = std::list<Entry>;
    void drop(Order::iterator entry);

    Order m_order;
    std::unordered_multimap<maps::TileId, Order::iterator> m_byId;
    qsizetype m_bytes = 0;
    qsizetype m_maxBytes;
};

} // namespace tridesk::ui
