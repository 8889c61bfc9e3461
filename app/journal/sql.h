// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/fault.h"

#include <QVariant>

#include <chrono>
#include <expected>
#include <initializer_list>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace tridesk {

/// The rows of one query, first to last. Holds the statement until it is destroyed; keep it short-lived, an
/// open query holds back the write-ahead log.
class SqlRows {
public:
    SqlRows(sqlite3_stmt* statement, const QString& where)
        : m_statement(statement)
        , m_where(where) {}
    SqlRows(SqlRows&& other) noexcept
        : m_statement(std::exchange(other.m_statement, nullptr))
        , m_where(std::move(other.m_where)) {}
    SqlRows& operator=(SqlRows&&) = delete;
    ~SqlRows();

    /// Steps to the next row; false after the last.
    [[nodiscard]] std::expected<bool, JournalFault> next();

    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] QVariant value(int column) const; ///< a number or a text

private:
    sqlite3_stmt* m_statement;
    QString m_where;
};

/// One connection to one SQLite file, for one thread at a time. Statements are prepared once and kept. On
/// SQLite's own interface: through QtSql a journal's append takes twice as long
/// (tests/bench/journal_bench.cpp).
class SqlDatabase {
public:
    enum class Access {
        ReadWrite, ///< made where it is missing
        ReadOnly,  ///< sees what others write meanwhile
        Immutable  ///< nobody writes: media that cannot be written at all; no locks, no side files
    };

    /// `wait` bounds each wait for another connection's lock.
    [[nodiscard]] static std::expected<std::unique_ptr<SqlDatabase>, JournalFault>
    open(const QString& path, Access access, std::chrono::milliseconds wait);

    ~SqlDatabase();
    Q_DISABLE_COPY_MOVE(SqlDatabase)

    /// Runs one statement without caring for rows.
    [[nodiscard]] std::expected<void, JournalFault> run(const char* sql,
                                                        std::initializer_list<QVariant> values = {});

    /// Runs one statement and hands out its rows. One use of a statement at a time.
    [[nodiscard]] std::expected<SqlRows, JournalFault> query(const char* sql,
                                                             std::initializer_list<QVariant> values = {});

    /// The first column of the first row; invalid without rows.
    [[nodiscard]] std::expected<QVariant, JournalFault> scalar(const char* sql,
                                                               std::initializer_list<QVariant> values = {});

    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] JournalFault fault(JournalFault::Code code, const QString& detail) const {
        return {code, m_path, detail};
    }

private:
    explicit SqlDatabase(QString path)
        : m_path(std::move(path)) {}

    [[nodiscard]] std::expected<sqlite3_stmt*, JournalFault> prepared(const char* sql);
    [[nodiscard]] JournalFault lastFault(const char* doing) const;

    QString m_path;
    std::chrono::milliseconds m_wait{0};
    sqlite3* m_connection = nullptr;
    std::unordered_map<std::string_view, sqlite3_stmt*> m_statements; ///< keyed by texts that SQLite keeps
};

/// A write transaction that rolls back unless committed. Takes the file's one write lock at once, so that
/// what is read in it stays true until it ends.
class SqlTransaction {
public:
    [[nodiscard]] static std::expected<SqlTransaction, JournalFault> begin(SqlDatabase& database);

    SqlTransaction(SqlTransaction&& other) noexcept
        : m_database(std::exchange(other.m_database, nullptr)) {}
    SqlTransaction& operator=(SqlTransaction&&) = delete;
    ~SqlTransaction();

    [[nodiscard]] bool isOpen() const { return m_database; }
    [[nodiscard]] std::expected<void, JournalFault> commit();

private:
    explicit SqlTransaction(SqlDatabase& database)
        : m_database(&database) {}

    SqlDatabase* m_database;
};

} // namespace tridesk
