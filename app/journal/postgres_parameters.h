// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariant>

#include <vector>

namespace tridesk {

/// A statement's values as libpq wants them, in binary: integers as int8, texts, bytes, uuids.
class PostgresParameters {
public:
    explicit PostgresParameters(const QVariantList& values);

    [[nodiscard]] int count() const { return int(m_data.size()); }
    [[nodiscard]] const unsigned* types() const { return m_types.data(); }
    [[nodiscard]] const char* const* values() const { return m_values.data(); }
    [[nodiscard]] const int* lengths() const { return m_lengths.data(); }
    [[nodiscard]] const int* formats() const { return m_formats.data(); }

private:
    void add(const QVariant& value);
    void add(unsigned type, const QByteArray& data);

    std::vector<unsigned> m_types; ///< PostgreSQL's object ids
    std::vector<QByteArray> m_data;
    std::vector<const char*> m_values;
    std::vector<int> m_lengths;
    std::vector<int> m_formats;
};

} // namespace tridesk
