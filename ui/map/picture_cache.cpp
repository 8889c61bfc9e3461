// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/picture_cache.h"

#include <cstdlib>

namespace tridesk::ui {
namespace {

qsizetype sizeOf(const QPixmap& picture) {
    return qsizetype(picture.width()) * picture.height() * 4;
}

} // namespace

const QPixmap* PictureCache::find(maps::TileId id, int pixels) {
    const auto [first, last] = m_byId.equal_range(id);
    for (auto it = first; it != last; ++it) {
        if (it->second->picture.width() != pixels)
            continue;
        m_order.splice(m_order.begin(), m_order, it->second);
        return &it->second->picture;
    }
    return nullptr;
}

const QPixmap* PictureCache::findAny(maps::TileId id, int pixels) {
    const auto [first, last] = m_byId.equal_range(id);
    const QPixmap* best = nullptr;
    for (auto it = first; it != last; ++it) {
        const QPixmap& p = it->second->picture;
        if (best == nullptr || std::abs(p.width() - pixels) < std::abs(best->width() - pixels))
            best = &p;
    }
    return best;
}

void PictureCache::put(maps::TileId id, QPixmap picture) {
    const auto [first, last] = m_byId.equal_range(id);
    for (auto it = first; it != last; ++it) {
        if (it->second->picture.width() == picture.width()) {
            drop(it->second);
            break;
        }
    }
    m_bytes += sizeOf(picture);
    m_order.push_front({id, std::move(picture)});
    m_byId.emplace(id, m_order.begin());
    while (m_bytes > m_maxBytes && m_order.size() > 1)
        drop(std::prev(m_order.end()));
}

void PictureCache::drop(Order::iterator entry) {
    const auto [first, last] = m_byId.equal_range(entry->id);
    for (auto it = first; it != last; ++it) {
        if (it->second == entry) {
            m_byId.erase(it);
            break;
        }
    }
    m_bytes -= sizeOf(entry->picture);
    m_order.erase(entry);
}

void PictureCache::clear() {
    m_order.clear();
    m_byId.clear();
    m_bytes = 0;
}

} // namespace tridesk::ui
