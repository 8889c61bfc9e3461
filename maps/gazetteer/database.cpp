// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/database.h"

#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

#include <utility>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

// Qt binds a null QString as NULL; here no text means an empty one.
QVariant withoutNull(const QVariant& value) {
    return value.typeId() == QMetaType::QString && value.toString().isNull() ? QVariant(u""_s) : value;
}

} // namespace

Database::Database(QString connection)
    : m_connection(std::move(connection)) {}

Database::Database(Database&& other) noexcept
    : m_connection(std::exchange(other.m_connection, {})) {}

Database& Database::operator=(Database&& other) noexcept {
    std::swap(m_connection, other.m_connection);
    return *this;
}

Database::~Database() {
    close();
}

void Database::close() {
    if (m_connection.isEmpty())
        return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
    m_connection.clear();
}

std::expected<Database, QString> Database::open(const QString& path, Mode mode) {
    if (mode == Mode::ReadOnly && !QFileInfo(path).isFile())
        return std::unexpected(u"%1: no such file"_s.arg(path));
    Database database(u"gazetteer-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces));
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, database.m_connection);
    connection.setDatabaseName(path);
    if (mode == Mode::ReadOnly)
        connection.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
    if (!connection.open())
        return std::unexpected(u"%1: %2"_s.arg(path, connection.lastError().databaseText()));
    return database;
}

QSqlQuery Database::prepare(const QString& sql) const {
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    query.prepare(sql);
    return query;
}

QString Database::run(QSqlQuery& query, const QVariantList& values) {
    for (qsizetype index = 0; index < values.size(); ++index)
        query.bindValue(static_cast<int>(index), withoutNull(values.at(index)));
    return query.exec() ? QString() : query.lastError().text();
}

QString Database::run(const QString& sql, const QVariantList& values) const {
    QSqlQuery query = prepare(sql);
    return run(query, values);
}

} // namespace tridesk::maps
