// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/tiles/tile_reader.h"

#include "maps/tiles/inflate.h"

#include <QLoggingCategory>

namespace tridesk::maps {
namespace {

Q_LOGGING_CATEGORY(lcTiles, "tridesk.maps.tiles")

} // namespace

TilePtr DecodedTiles::find(TileId id) {
    const std::lock_guard lock(m_mutex);
    const auto it = m_byId.find(id);
    if (it == m_byId.end())
        return {};
    m_order.splice(m_order.begin(), m_order, it->second);
    return it->second->tile;
}

void DecodedTiles::put(TileId id, TilePtr tile) {
    const std::lock_guard lock(m_mutex);
    if (m_byId.contains(id))
        return; // another thread was faster; both are equal
    const qsizetype size = tile->bytes();
    m_order.push_front({id, std::move(tile), size});
    m_byId[id] = m_order.begin();
    m_bytes += size;
    while (m_bytes > m_maxBytes && m_order.size() > 1) {
        m_bytes -= m_order.back().bytes;
        m_byId.erase(m_order.back().id);
        m_order.pop_back();
    }
}

qsizetype DecodedTiles::bytes() const {
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

std::expected<std::unique_ptr<TileReader>, QString> TileReader::open(const QString& path,
                                                                     std::shared_ptr<DecodedTiles> shared) {
    auto file = MbTiles::open(path);
    if (!file)
        return std::unexpected(file.error());
    return std::unique_ptr<TileReader>(new TileReader(std::move(*file), std::move(shared)));
}

TilePtr TileReader::load(TileId id) {
    if (TilePtr known = m_shared->find(id))
        return known;
    auto decoded = decode(id);
    if (!decoded) {
        m_shared->countDamaged();
        qCWarning(lcTiles).noquote() << "tile" << id.z << id.x << id.y << "left out:" << decoded.error();
        decoded = VectorTile{};
    }
    auto tile = std::make_shared<const VectorTile>(std::move(*decoded));
    m_shared->put(id, tile);
    return tile;
}

std::expected<VectorTile, QString> TileReader::decode(TileId id) const {
    auto stored = m_file->tile(id);
    if (!stored)
        return std::unexpected(stored.error());
    std::optional<QByteArray>& held = *stored;
    if (!held)
        return VectorTile{};
    QByteArray bytes = std::move(*held);
    const DecodeBounds bounds;
    // Packages hold gzip as a rule; zlib streams start with 0x78, which no vector tile does.
    if (isGzip(bytes) || (!bytes.isEmpty() && bytes[0] == 0x78)) {
        auto inflated = inflateBounded(bytes, bounds.maxBytes);
        if (!inflated)
            return std::unexpected(inflated.error());
        bytes = std::move(*inflated);
    }
    return decodeVectorTile(bytes, bounds);
}

} // namespace tridesk::maps
