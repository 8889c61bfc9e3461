// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/raster/picture_provider.h"

#include <list>
#include <unordered_map>
#include <unordered_set>

namespace tridesk::maps {

/// What is known of a source's tiles, newest use first, bounded in bytes; what is needed just now is never
/// let go of.
class KnownTiles {
public:
    explicit KnownTiles(qsizetype mostBytes = 64 * 1024 * 1024)
        : m_mostBytes(mostBytes) {}

    [[nodiscard]] const TileAnswer* find(TileId id);
    void put(TileId id, TileAnswer answer);
    void need(std::unordered_set<TileId> ids);
    void forgetFailures();
    [[nodiscard]] qsizetype bytes() const { return m_bytes; }

private:
    struct Entry {
        TileId id;
        TileAnswer answer;
    };
    using Order = std::list<Entry>;
    void drop(Order::iterator entry);
    void shrink();

    Order m_order;
    std::unordered_map<TileId, Order::iterator> m_byId;
    std::unordered_set<TileId> m_needed;
    qsizetype m_bytes = 0;
    qsizetype m_mostBytes;
};

} // namespace tridesk::maps
