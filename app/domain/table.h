// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSharedData>

#include <algorithm>

namespace tridesk {

/// Rows by id. Copying a table is cheap and the copy never changes: rows are shared until edited (so that two
/// threads each hold a situation of their own, and replay can keep many).
template <class Key, class T>
class Table {
    struct Row : QSharedData {
        T value;
    };
    using Shared = QSharedDataPointer<Row>;
    using Rows = QHash<Key, Shared>;

public:
    class const_iterator {
    public:
        explicit const_iterator(typename Rows::const_iterator at)
            : m_at(at) {}
        const T& operator*() const { return m_at.value()->value; }
        const T* operator->() const { return &m_at.value()->value; }
        const_iterator& operator++() {
            ++m_at;
            return *this;
        }
        friend bool operator==(const const_iterator& a, const const_iterator& b) { return a.m_at == b.m_at; }

    private:
        typename Rows::const_iterator m_at;
    };

    /// Null where there is none. Valid until the table is next changed.
    [[nodiscard]] const T* find(const Key& key) const {
        const auto at = m_rows.constFind(key);
        return at == m_rows.constEnd() ? nullptr : &at.value()->value;
    }

    /// The row to change, made where there was none.
    [[nodiscard]] T& edit(const Key& key) {
        Shared& row = m_rows[key];
        if (!row)
            row = new Row;
        return row->value;
    }

    void remove(const Key& key) { m_rows.remove(key); }
    void reserve(qsizetype size) { m_rows.reserve(size); }
    [[nodiscard]] qsizetype size() const { return m_rows.size(); }
    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty(); }
    [[nodiscard]] const_iterator begin() const { return const_iterator(m_rows.constBegin()); }
    [[nodiscard]] const_iterator end() const { return const_iterator(m_rows.constEnd()); }

    /// Calls `tell` with the key of every row that is not the same in both. Rows that both share are not
    /// looked into, and shared tables cost nothing.
    template <class Tell>
    void eachOther(const Table& other, Tell tell) const {
        if (m_rows.isSharedWith(other.m_rows))
            return;
        for (auto row = m_rows.keyValueBegin(); row != m_rows.keyValueEnd(); ++row) {
            const auto there = other.m_rows.constFind(row->first);
            if (there == other.m_rows.constEnd() || !isSame(*there, row->second))
                tell(row->first);
        }
        for (auto row = other.m_rows.keyBegin(); row != other.m_rows.keyEnd(); ++row)
            if (!m_rows.contains(*row))
                tell(*row);
    }

    friend bool operator==(const Table& a, const Table& b) {
        return a.size() == b.size() &&
               std::all_of(a.m_rows.keyBegin(), a.m_rows.keyEnd(), [&](const Key& key) {
                   const Shared& row = *a.m_rows.constFind(key);
                   const auto other = b.m_rows.constFind(key);
                   return other != b.m_rows.constEnd() && isSame(row, *other);
               });
    }

private:
    static bool isSame(const Shared& a, const Shared& b) { return a == b || a->value == b->value; }

    Rows m_rows;
};

} // namespace tridesk
