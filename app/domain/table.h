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

    friend bool operator==(const Table& a, const Table& b) {
        return a.size() == b.size() &&
               std::all_of(a.m_rows.keyBegin(), a.m_rows.keyEnd(), [&](const Key& key) {
                   const Shared& row = *a.m_rows.constFind(key);
                   const auto other = b.m_rows.constFind(key);
                   return other != b.m_rows.constEnd() && (row == *other || row->value == (*other)->value);
               });
    }

private:
    Rows m_rows;
};

} // namespace tridesk
