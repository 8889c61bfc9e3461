// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QtTypes>

#include <vector>

namespace tridesk::ui {

// Symbols side by side in memory, found by key. Removing moves the last one into the gap: order means
// nothing.
template <typename Symbol>
class KeyedStore {
public:
    void upsert(const Symbol& symbol) {
        const auto it = m_index.constFind(symbol.key);
        if (it != m_index.constEnd()) {
            m_all[*it] = symbol;
            return;
        }
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
        m_all.pop_back();
        return true;
    }

    void clear() {
        m_all.clear();
        m_index.clear();
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
    }

    [[nodiscard]] const std::vector<Symbol>& all() const { return m_all; }
    [[nodiscard]] qsizetype size() const { return qsizetype(m_all.size()); }

private:
    std::vector<Symbol> m_all;
    QHash<quint64, std::size_t> m_index;
};

} // namespace tridesk::ui
