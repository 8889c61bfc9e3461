// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

namespace tridesk {

/// Gives each of the domain's things a number of its own for the map, and finds it again. A number is never
/// used twice.
template <class Id>
class SymbolKeys {
public:
    [[nodiscard]] quint64 of(const Id& id) {
        quint64& key = m_keys[id];
        if (key == 0) {
            key = ++m_last;
            m_ids.insert(key, id);
        }
        return key;
    }

    /// 0 where it has none yet.
    [[nodiscard]] quint64 known(const Id& id) const { return m_keys.value(id, 0); }
    [[nodiscard]] Id id(quint64 key) const { return m_ids.value(key); }

private:
    QHash<Id, quint64> m_keys;
    QHash<quint64, Id> m_ids;
    quint64 m_last = 0;
};

} // namespace tridesk
