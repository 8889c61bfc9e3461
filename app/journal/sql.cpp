// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/sql.h"

#include <QSqlError>
#include <QUrl>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

/// SQLite's primary result codes, https://sqlite.org/rescode.html; the higher bits of a code only refine it.
JournalFault::Code codeOf(const QSqlError& error) {
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 5: // BUSY
    case 6: // LOCKED
        return JournalFault::Code::Locked;
    case 8: // READONLY
        return JournalFault::Code::ReadOnly;
    case 11: // CORRUPT
    case 26: // NOTADB
        return JournalFault::Code::Corrupt;
    case 13: // FULL
        return JournalFault::Code::Full;
    default:
        return JournalFault::Code::Io;
    }
}

JournalFault faultOf(const QString& where, const QString& doing, const QSqlError& error) {
    return {codeOf(error), where, u"%1: %2 (%3)"_s.arg(doing, error.databaseText(), error.nativeErrorCode())};
}

/// Enough of a statement to say what was tried.
QString shortly(const QString& sql) {
    return sql.section(u' ', 0, 2);
}

QString connectOptions(SqlDatabase::Access access, std::chrono::milliseconds wait) {
    const QString timeout = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(wait.count());
    switch (access) {
    case SqlDatabase::Access::ReadWrite:
        return timeout;
    case SqlDatabase::Access::ReadOnly:
        return timeout + u";QSQLITE_OPEN_READONLY"_s;
    case SqlDatabase::Access::Immutable:
        break;
    }
    return timeout + u";QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s;
}

} // namespace

SqlRows::~SqlRows() {
    if (m_query)
        m_query->finish();
}

std::expected<bool, JournalFault> SqlRows::next() {
    if (m_query->next())
        return true;
    if (m_query->lastError().isValid())
        return std::unexpected(faultOf(m_where, shortly(m_query->lastQuery()), m_query->lastError()));
    return false;
}

std::expected<std::unique_ptr<SqlDatabase>, JournalFault>
SqlDatabase::open(const QString& path, Access access, std::chrono::milliseconds wait) {
    std::unique_ptr<SqlDatabase> database(new SqlDatabase(path));
    QSqlDatabase& connection = database->m_connection;
    connection.setConnectOptions(connectOptions(access, wait));
    connection.setDatabaseName(access == Access::Immutable
                                   ? QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded) +
                                         u"?immutable=1"_s
                                   : path);
    if (!connection.open())
        return std::unexpected(faultOf(path, u"open"_s, connection.lastError()));
    // A damaged file must give an error, not be trusted: check each page, run nothing that its schema names.
    for (const QString& pragma : {u"PRAGMA cell_size_check=ON"_s, u"PRAGMA trusted_schema=OFF"_s})
        if (const auto set = database->run(pragma); !set)
            return std::unexpected(set.error());
    return database;
}

// The address makes the connection's name its own for as long as it lives, whatever the thread.
SqlDatabase::SqlDatabase(QString path)
    : m_path(std::move(path))
    , m_connection(QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tridesk-%1"_s.arg(quintptr(this)))) {}

SqlDatabase::~SqlDatabase() {
    m_statements.clear();
    const QString name = m_connection.connectionName();
    m_connection.close();
    m_connection = {};
    QSqlDatabase::removeDatabase(name);
}

std::expected<QSqlQuery*, JournalFault> SqlDatabase::prepared(const QString& sql) {
    if (const auto known = m_statements.find(sql); known != m_statements.end())
        return &known->second;
    QSqlQuery query(m_connection);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return std::unexpected(faultOf(m_path, shortly(sql), query.lastError()));
    return &m_statements.emplace(sql, std::move(query)).first->second;
}

std::expected<SqlRows, JournalFault> SqlDatabase::query(const QString& sql,
                                                        std::initializer_list<QVariant> values) {
    const auto statement = prepared(sql);
    if (!statement)
        return std::unexpected(statement.error());
    QSqlQuery& query = **statement;
    int position = 0;
    for (const QVariant& value : values)
        query.bindValue(position++, value);
    if (!query.exec()) {
        const JournalFault fault = faultOf(m_path, shortly(sql), query.lastError());
        query.finish();
        return std::unexpected(fault);
    }
    return SqlRows(query, m_path);
}

std::expected<void, JournalFault> SqlDatabase::run(const QString& sql,
                                                   std::initializer_list<QVariant> values) {
    return query(sql, values).transform([](const SqlRows&) {});
}

std::expected<QVariant, JournalFault> SqlDatabase::scalar(const QString& sql,
                                                          std::initializer_list<QVariant> values) {
    auto rows = query(sql, values);
    if (!rows)
        return std::unexpected(rows.error());
    return rows->next().transform([&](bool found) { return found ? rows->value(0) : QVariant(); });
}

std::expected<SqlTransaction, JournalFault> SqlTransaction::begin(SqlDatabase& database) {
    return database.run(u"BEGIN IMMEDIATE"_s).transform([&] { return SqlTransaction(database); });
}

SqlTransaction::~SqlTransaction() {
    // Nothing to be done about a failing rollback: SQLite has then rolled back by itself already.
    if (m_database)
        std::ignore = m_database->run(u"ROLLBACK"_s);
}

std::expected<void, JournalFault> SqlTransaction::commit() {
    if (!m_database)
        return std::unexpected(
            JournalFault{JournalFault::Code::Io, {}, u"commit: the transaction is over"_s});
    const auto done = m_database->run(u"COMMIT"_s);
    if (done)
        m_database = nullptr;
    return done;
}

} // namespace tridesk
