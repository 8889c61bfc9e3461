// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

struct pg_result;

namespace tridesk {

/// What one statement gave.
class PostgresRows {
public:
    struct Free {
        void operator()(pg_result* result) const;
    };
    explicit PostgresRows(pg_result* result)
        : m_result(result) {}

    [[nodiscard]] bool isThere() const { return m_result != nullptr; }
    [[nodiscard]] QByteArray done() const; ///< "COMMIT", "ROLLBACK", "INSERT 0 1"
    [[nodiscard]] int count() const;
    [[nodiscard]] qint64 number(int row, int column) const; ///< of int4, int8, bool; 0 for null
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QByteArray bytes(int row, int column) const;

private:
    std::unique_ptr<pg_result, Free> m_result;
};

} // namespace tridesk
