// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/sql.h"

#include <QFile>
#include <QThread>
#include <QUrl>

#include <sqlite3.h>

#include <tuple>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

JournalFault::Code codeOf(int result) {
    switch (result & 0xff) { // the higher bits only refine it
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return JournalFault::Code::Locked;
    case SQLITE_READONLY:
        return JournalFault::Code::ReadOnly;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return JournalFault::Code::Corrupt;
    case SQLITE_FULL:
        return JournalFault::Code::Full;
    default:
        return JournalFault::Code::Io;
    }
}

JournalFault faultOf(sqlite3* connection, const QString& where, const char* doing) {
    const int result = sqlite3_extended_errcode(connection);
    const QString tried = QString::fromUtf8(doing).section(u' ', 0, 2);
    return {codeOf(result), where,
            u"%1: %2 (%3)"_s.arg(tried, QString::fromUtf8(sqlite3_errmsg(connection))).arg(result)};
}

int flagsOf(SqlDatabase::Access access) {
    // Each connection belongs to one thread at a time, so it needs no mutex of its own.
    switch (access) {
    case SqlDatabase::Access::ReadWrite:
        return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    case SqlDatabase::Access::ReadOnly:
        return SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;
    case SqlDatabase::Access::Immutable:
        break;
    }
    return SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI;
}

void bind(sqlite3_stmt* statement, int position, const QVariant& value) {
    switch (value.typeId()) {
    case QMetaType::QString: {
        const QByteArray utf8 = value.toString().toUtf8();
        sqlite3_bind_text(statement, position, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT);
        return;
    }
    case QMetaType::QByteArray: {
        const QByteArray bytes = value.toByteArray();
        sqlite3_bind_blob(statement, position, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
        return;
    }
    default:
        sqlite3_bind_int64(statement, position, value.toLongLong());
    }
}

/// Asks again every half millisecond: writers hold the lock for about one, and SQLite's own handler soon
/// sleeps for a hundred. `tries` counts from 0 for each wait.
int tryAgain(void* wait, int tries) {
    constexpr std::chrono::microseconds pause(500);
    if (tries * pause >= *static_cast<const std::chrono::milliseconds*>(wait))
        return 0;
    QThread::sleep(pause);
    return 1;
}

} // namespace

SqlRows::~SqlRows() {
    if (m_statement)
        sqlite3_reset(m_statement);
}

std::expected<bool, JournalFault> SqlRows::next() {
    switch (sqlite3_step(m_statement)) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return std::unexpected(faultOf(sqlite3_db_handle(m_statement), m_where, sqlite3_sql(m_statement)));
    }
}

qint64 SqlRows::number(int column) const {
    return sqlite3_column_int64(m_statement, column);
}

QString SqlRows::text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(text, sqlite3_column_bytes(m_statement, column));
}

QByteArray SqlRows::bytes(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return QByteArray(bytes, sqlite3_column_bytes(m_statement, column));
}

QVariant SqlRows::value(int column) const {
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_NULL:
        return {};
    case SQLITE_INTEGER:
        return number(column);
    default:
        return text(column);
    }
}

std::expected<std::unique_ptr<SqlDatabase>, JournalFault>
SqlDatabase::open(const QString& path, Access access, std::chrono::milliseconds wait) {
    const QByteArray name = access == Access::Immutable
                                ? QUrl::fromLocalFile(path).toEncoded(QUrl::FullyEncoded) + "?immutable=1"
                                : QFile::encodeName(path);
    std::unique_ptr<SqlDatabase> database(new SqlDatabase(path));
    if (sqlite3_open_v2(name.constData(), &database->m_connection, flagsOf(access), nullptr) != SQLITE_OK)
        return std::unexpected(database->lastFault("open"));
    sqlite3_extended_result_codes(database->m_connection, 1);
    database->m_wait = wait;
    sqlite3_busy_handler(database->m_connection, &tryAgain, &database->m_wait);
    // A damaged file must give an error, not be trusted: check each page, run nothing that its schema names.
    for (const char* pragma : {"PRAGMA cell_size_check=ON", "PRAGMA trusted_schema=OFF"})
        if (const auto set = database->run(pragma); !set)
            return std::unexpected(set.error());
    return database;
}

SqlDatabase::~SqlDatabase() {
    for (const auto& [sql, statement] : m_statements)
        sqlite3_finalize(statement);
    sqlite3_close(m_connection);
}

JournalFault SqlDatabase::lastFault(const char* doing) const {
    return faultOf(m_connection, m_path, doing);
}

std::expected<sqlite3_stmt*, JournalFault> SqlDatabase::prepared(const char* sql) {
    if (const auto known = m_statements.find(sql); known != m_statements.end())
        return known->second;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(m_connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) !=
        SQLITE_OK)
        return std::unexpected(lastFault(sql));
    m_statements.emplace(sqlite3_sql(statement), statement);
    return statement;
}

std::expected<SqlRows, JournalFault> SqlDatabase::query(const char* sql,
                                                        std::initializer_list<QVariant> values) {
    return prepared(sql).transform([&](sqlite3_stmt* statement) {
        int position = 0;
        for (const QVariant& value : values)
            bind(statement, ++position, value);
        return SqlRows(statement, m_path);
    });
}

std::expected<void, JournalFault> SqlDatabase::run(const char* sql, std::initializer_list<QVariant> values) {
    auto rows = query(sql, values);
    if (!rows)
        return std::unexpected(rows.error());
    return rows->next().transform([](bool) {});
}

std::expected<QVariant, JournalFault> SqlDatabase::scalar(const char* sql,
                                                          std::initializer_list<QVariant> values) {
    auto rows = query(sql, values);
    if (!rows)
        return std::unexpected(rows.error());
    return rows->next().transform([&](bool found) { return found ? rows->value(0) : QVariant(); });
}

std::expected<SqlTransaction, JournalFault> SqlTransaction::begin(SqlDatabase& database) {
    return database.run("BEGIN IMMEDIATE").transform([&] { return SqlTransaction(database); });
}

SqlTransaction::~SqlTransaction() {
    // Nothing to be done about a failing rollback: SQLite has then rolled back by itself already.
    if (m_database)
        std::ignore = m_database->run("ROLLBACK");
}

std::expected<void, JournalFault> SqlTransaction::commit() {
    if (!m_database)
        return std::unexpected(
            JournalFault{JournalFault::Code::Io, {}, u"commit: the transaction is over"_s});
    const auto done = m_database->run("COMMIT");
    if (done)
        m_database = nullptr;
    return done;
}

} // namespace tridesk
