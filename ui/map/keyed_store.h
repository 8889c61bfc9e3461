// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QtTypes>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace tridesk::ui {

// How a symbol takes the place of an older one; a kind that has something dear to copy says it better.
template <typename Symbol>
void replace(Symbol& old, const Symbol& now) {
    old = now;
}

// Symbols side by side in memory, found by key. Removing moves the last one into the gap: order means
// nothing. Remembers which places were written, so that who derives something from them need not go through
// all.
template <typename Symbol>
class KeyedStore {
public:
    void upsert(const Symbol& symbol) {
        // Who has many to say says them in the order of last time: look there first.
        if (m_next < m_all.size() && m_all[m_next].key == symbol.key) {
            write(m_next, symbol);
            return;
        }
        const auto it = m_index.constFind(symbol.key);
        if (it != m_index.constEnd()) {
            write(*it, symbol);
            return;
        }
        touch(m_all.size());
        m_index.insert(symbol.key, m_all.size());
        m_all.push_back(symbol);
    }

    bool remove(quint64 key) {
        const auto it = m_index.constFind(key);
        if (it == m_index.constEnd())
            return false;
        const std::size_t gap = *it;
        m_index.erase(it);
        if (gap + 1 != m_all.size()) {
            m_all[gap] = std::move(m_all.back());
            m_index[m_all[gap].key] = gap;
        }
        touch(gap);
        m_all.pop_back();
        return true;
    }

    void clear() {
        m_all.clear();
        m_index.clear();
        touchAll();
    }

    [[nodiscard]] const Symbol* find(quint64 key) const {
        const auto it = m_index.constFind(key);
        return it == m_index.constEnd() ? nullptr : &m_all[*it];
    }

    // Selects this one alone.
    void select(quint64 key)
        requires requires(Symbol s) { s.selected; }
    {
        for (Symbol& s : m_all)
            s.selected = s.key == key;
        touchAll();
    }

    [[nodiscard]] const std::vector<Symbol>& all() const { return m_all; }
    [[nodiscard]] qsizetype size() const { return qsizetype(m_all.size()); }

    // The places written since the last call, some of them twice, some beyond the end by now; nothing: any
    // may have been.
    [[nodiscard]] std::optional<std::vector<std::uint32_t>> takeTouched() {
        std::vector<std::uint32_t> touched = std::exchange(m_touched, {});
        if (std::exchange(m_allTouched, false))
            return std::nullopt;
        return touched;
    }
    // Grows with every change.
    [[nodiscard]] quint64 version() const { return m_version; }

private:
    void write(std::size_t place, const Symbol& symbol) {
        replace(m_all[place], symbol);
        touch(place);
        m_next = place + 1;
    }
    void touch(std::size_t place) {
        ++m_version;
        if (m_allTouched)
            return;
        m_touched.push_back(std::uint32_t(place));
        if (m_touched.size() > 2 * m_all.size() + 64) // nobody asks, or all were written
            touchAll();
    }
    void touchAll() {
        ++m_version;
        m_allTouched = true;
        m_touched.clear();
    }

    std::vector<Symbol> m_all;
    std::size_t m_next = 0; // after the one written last
    QHash<quint64, std::size_t> m_index;
    std::vector<std::uint32_t> m_touched;
    bool m_allTouched = true;
    quint64 m_version = 0;
};

} // namespace tridesk::ui
