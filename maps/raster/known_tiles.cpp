// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/raster/known_tiles.h"

namespace tridesk::maps {

namespace {

constexpr qsizetype entryBytes = 128; // what even an absent tile takes

qsizetype sizeOf(const TileAnswer& answer) {
    return entryBytes + answer.picture.sizeInBytes();
}

} // namespace

const TileAnswer* KnownTiles::find(TileId id) {
    const auto it = m_byId.find(id);
    if (it == m_byId.end())
        return nullptr;
    m_order.splice(m_order.begin(), m_order, it->second);
    return &it->second->answer;
}

void KnownTiles::put(TileId id, TileAnswer answer) {
    if (const auto it = m_byId.find(id); it != m_byId.end())
        drop(it->second);
    m_bytes += sizeOf(answer);
    m_order.push_front({id, std::move(answer)});
    m_byId.emplace(id, m_order.begin());
    shrink();
}

void KnownTiles::need(std::unordered_set<TileId> ids) {
    m_needed = std::move(ids);
    shrink();
}

void KnownTiles::forgetFailures() {
    for (auto it = m_order.begin(); it != m_order.end();) {
        const auto here = it++;
        if (here->answer.kind == TileAnswer::Kind::Failed)
            drop(here);
    }
}

void KnownTiles::shrink() {
    for (auto it = m_order.end(); m_bytes > m_mostBytes && it != m_order.begin();) {
        const auto last = std::prev(it);
        if (m_needed.contains(last->id))
            it = last;
        else
            drop(last); // `it` stays: a list's other iterators hold
    }
}

void KnownTiles::drop(Order::iterator entry) {
    m_bytes -= sizeOf(entry->answer);
    m_byId.erase(entry->id);
    m_order.erase(entry);
}

} // namespace tridesk::maps
