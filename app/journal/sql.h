// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/fault.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <chrono>
#include <expected>
#include <initializer_list>
#include <memory>
#include <unordered_map>

namespace tridesk {

/// The rows of one query, first to last. Holds the statement until it is destroyed; keep it short-lived, an
/// open query holds back the write-ahead log.
class SqlRows {
public:
    SqlRows(QSqlQuery& query, QString where)
        : m_query(&query)
        , m_where(std::move(where)) {}
    SqlRows(SqlRows&& other) noexcept
        : m_query(std::exchange(other.m_query, nullptr))
        , m_where(std::move(other.m_where)) {}
    SqlRows& operator=(SqlRows&&) = delete;
    ~SqlRows();

    /// Steps to the next row; false after the last.
    [[nodiscard]] std::expected<bool, JournalFault> next();

    [[nodiscard]] qint64 number(int column) const { return m_query->value(column).toLongLong(); }
    [[nodiscard]] QString text(int column) const { return m_query->value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query->value(column).toByteArray(); }
    [[nodiscard]] QVariant value(int column) const { return m_query->value(column); }

private:
    QSqlQuery* m_query;
    QString m_where;
};

/// One connection to one SQLite file, for the thread that opened it. Statements are prepared once and kept.
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
    [[nodiscard]] std::expected<void, JournalFault> run(const QString& sql,
                                                        std::initializer_list<QVariant> values = {});

    /// Runs one statement and hands out its rows. One use of a statement at a time.
    [[nodiscard]] std::expected<SqlRows, JournalFault> query(const QString& sql,
                                                             std::initializer_list<QVariant> values = {});

    /// The first column of the first row; invalid without rows.
    [[nodiscard]] std::expected<QVariant, JournalFault> scalar(const QString& sql,
                                                               std::initializer_list<QVariant> values = {});

    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] JournalFault fault(JournalFault::Code code, const QString& detail) const {
        return {code, m_path, detail};
    }

private:
    explicit SqlDatabase(QString path);

    [[nodiscard]] std::expected<QSqlQuery*, JournalFault> prepared(const QString& sql);

    QString m_path;
    QSqlDatabase m_connection;
    std::unordered_map<QString, QSqlQuery> m_statements;
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
