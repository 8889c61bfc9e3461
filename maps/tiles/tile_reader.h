// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/tiles/mbtiles.h"
#include "maps/tiles/vector_tile.h"

#include <QString>

#include <atomic>
#include <cstdint>
#include <expected>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace tridesk::maps {

using TilePtr = std::shared_ptr<const VectorTile>;

// Decoded tiles of one package, shared by the threads that draw it; the least recently used go first. Any
// thread.
class DecodedTiles {
public:
    explicit DecodedTiles(qsizetype maxBytes = 96 * 1024 * 1024)
        : m_maxBytes(maxBytes) {}

    [[nodiscard]] TilePtr find(TileId id);
    void put(TileId id, TilePtr tile);
    void countDamaged() { ++m_damaged; }

    [[nodiscard]] int damaged() const { return m_damaged; } // tiles left out because they could not be read
    [[nodiscard]] qsizetype bytes() const;

private:
    struct Entry {
        TileId id;
        TilePtr tile;
        qsizetype bytes = 0;
    };
    mutable std::mutex m_mutex;
    std::list<Entry> m_order; // newest first
    std::unordered_map<TileId, std::list<Entry>::iterator> m_byId;
    qsizetype m_bytes = 0;
    qsizetype m_maxBytes;
    std::atomic<int> m_damaged = 0;
};

// Reads, inflates and decodes the vector tiles of a package for one thread.
class TileReader {
public:
    [[nodiscard]] static std::expected<std::unique_ptr<TileReader>, QString>
    open(const QString& path, std::shared_ptr<DecodedTiles> shared);

    [[nodiscard]] const MbTilesInfo& info() const { return m_file->info(); }

    // The tile with the data for `id`: itself, or its ancestor at the package's greatest zoom.
    [[nodiscard]] TileId dataTile(TileId id) const { return id.ancestor(id.z - info().maxZoom); }

    // Decoded contents of a data tile; empty where the package has none there. A damaged one counts in
    // DecodedTiles::damaged(), is logged once, and is empty from then on. Never null.
    [[nodiscard]] TilePtr load(TileId id);

private:
    TileReader(std::unique_ptr<MbTiles> file, std::shared_ptr<DecodedTiles> shared)
        : m_file(std::move(file))
        , m_shared(std::move(shared)) {}
    [[nodiscard]] std::expected<VectorTile, QString> decode(TileId id) const;

    std::unique_ptr<MbTiles> m_file;
    std::shared_ptr<DecodedTiles> m_shared;
};

} // namespace tridesk::maps
