// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/raster/tile_store.h"

#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QUuid>
#include <QVariant>

#include <utility>

using namespace Qt::StringLiterals;
using std::chrono::sys_seconds;

namespace tridesk::maps {

namespace {

Q_LOGGING_CATEGORY(lcStore, "tridesk.maps.store")

constexpr qint64 rowBytes = 200; // what a row takes beside its picture
constexpr qint64 shrinkEvery = 8LL * 1024 * 1024;
constexpr qint64 usedWithin = 3600; // seconds: a tile's use is written down no more often

qint64 nowSeconds() {
    return std::chrono::duration_cast<std::chrono::seconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

const QString tables[] = {
    u"PRAGMA journal_mode = WAL"_s,
    u"PRAGMA synchronous = NORMAL"_s,
    u"PRAGMA journal_size_limit = 16777216"_s,
    u"CREATE TABLE IF NOT EXISTS tile (source TEXT NOT NULL, z INTEGER NOT NULL, x INTEGER NOT NULL,"
    " y INTEGER NOT NULL, bytes BLOB NOT NULL, size INTEGER NOT NULL, etag BLOB, modified BLOB,"
    " expires INTEGER NOT NULL, used INTEGER NOT NULL, PRIMARY KEY (source, z, x, y))"_s,
    u"CREATE INDEX IF NOT EXISTS tile_used ON tile (used, size)"_s,
};

/// SQLite's own verdict, of the two that say that the file itself is wrong.
bool provesDamage(const QSqlError& error) {
    constexpr int corrupt = 11;
    constexpr int noDatabase = 26;
    constexpr int primaryCode = 0xff;
    bool ok = false;
    const int code = error.nativeErrorCode().toInt(&ok) & primaryCode;
    return ok && (code == corrupt || code == noDatabase);
}

/// What is kept of a tile, found by where it lies.
void bindPlace(QSqlQuery& query, const QString& source, TileId id) {
    query.addBindValue(source);
    query.addBindValue(id.z);
    query.addBindValue(id.x);
    query.addBindValue(id.y);
}

} // namespace

TileStore::TileStore(QString path, QString connection, qint64 mostBytes)
    : m_path(std::move(path))
    , m_connection(std::move(connection))
    , m_mostBytes(mostBytes) {}

TileStore::~TileStore() {
    disconnect();
}

void TileStore::disconnect() {
    QSqlDatabase::removeDatabase(m_connection);
}

QString TileStore::usualPath() {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::CacheLocation))
        .filePath(u"map-pictures.sqlite"_s);
}

std::expected<std::unique_ptr<TileStore>, QString> TileStore::open(const QString& path, qint64 mostBytes) {
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return std::unexpected(u"%1: the folder cannot be made"_s.arg(path));
    const QString connection = u"tile-store-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<TileStore> self(new TileStore(path, connection, mostBytes));
    if (!self->connect() && self->m_isDamaged) {
        self->setAside();
        if (!self->m_isSpent)
            return self;
    }
    if (!self->m_why.isEmpty())
        return std::unexpected(u"%1: %2"_s.arg(path, self->m_why));
    return self;
}

bool TileStore::connect() {
    m_isDamaged = false;
    QSqlError error;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
        db.setDatabaseName(m_path);
        db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=250"_s);
        if (!db.open())
            error = db.lastError();
        else if (begin(error))
            return true;
    }
    m_isDamaged = provesDamage(error);
    m_why = error.text();
    return false;
}

bool TileStore::begin(QSqlError& error) {
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    for (const QString& statement : tables) {
        if (!query.exec(statement)) {
            error = query.lastError();
            return false;
        }
    }
    // Damage further in shows when it is read there; a large file is not read whole for that.
    if (query.exec(u"SELECT size FROM tile ORDER BY used DESC LIMIT 1"_s))
        return true;
    error = query.lastError();
    return false;
}

/// Everything in it can be had again; but it is kept for who wants to know what happened to the disk.
void TileStore::setAside() {
    disconnect();
    const QString aside = setAsidePath(m_path);
    const bool isFirst = !std::exchange(m_hasSetAside, true);
    if (isFirst) {
        QFile::remove(aside);
        for (const QString& end : {u"-wal"_s, u"-shm"_s})
            QFile::remove(m_path + end); // they belong to what is set aside, and would spoil the new one
    }
    if (isFirst && QFile::rename(m_path, aside) && connect()) {
        qCWarning(lcStore).noquote() << m_path << "is damaged: set aside as" << aside << "and begun anew";
        m_why.clear();
        return;
    }
    qCWarning(lcStore).noquote() << m_path << "is damaged and cannot be set aside: nothing is kept";
    m_isSpent = true;
}

bool TileStore::run(QSqlQuery& query) {
    if (query.exec())
        return true;
    m_isDamaged = m_isDamaged || provesDamage(query.lastError());
    qCWarning(lcStore).noquote() << "not kept:" << query.lastError().text();
    return false;
}

std::optional<KeptTile> TileStore::find(const QString& source, TileId id) {
    if (m_isDamaged && !m_isSpent)
        setAside();
    if (m_isSpent)
        return std::nullopt;
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    query.prepare(u"SELECT bytes, etag, modified, expires, used FROM tile"
                  " WHERE source = ? AND z = ? AND x = ? AND y = ?"_s);
    bindPlace(query, source, id);
    if (!run(query))
        return std::nullopt;
    if (!query.next()) {
        m_isDamaged = provesDamage(query.lastError());
        return std::nullopt;
    }
    KeptTile tile{.bytes = query.value(0).toByteArray(),
                  .etag = query.value(1).toByteArray(),
                  .modified = query.value(2).toByteArray(),
                  .expires = sys_seconds(std::chrono::seconds(query.value(3).toLongLong()))};
    const qint64 used = query.value(4).toLongLong();
    query.finish();
    if (nowSeconds() - used > usedWithin) {
        QSqlQuery mark(QSqlDatabase::database(m_connection, false));
        mark.prepare(u"UPDATE tile SET used = ? WHERE source = ? AND z = ? AND x = ? AND y = ?"_s);
        mark.addBindValue(nowSeconds());
        bindPlace(mark, source, id);
        (void)run(mark);
    }
    return tile;
}

void TileStore::put(const QString& source, TileId id, const KeptTile& tile) {
    if (m_isDamaged && !m_isSpent)
        setAside();
    if (m_isSpent)
        return;
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.prepare(u"INSERT OR REPLACE INTO tile (source, z, x, y, bytes, size, etag, modified, expires, used)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
    bindPlace(query, source, id);
    query.addBindValue(tile.bytes.isNull() ? QByteArray("") : tile.bytes);
    query.addBindValue(tile.bytes.size() + rowBytes);
    query.addBindValue(tile.etag);
    query.addBindValue(tile.modified);
    query.addBindValue(qint64(tile.expires.time_since_epoch().count()));
    query.addBindValue(nowSeconds());
    if (!run(query))
        return;
    m_sinceShrunk += tile.bytes.size() + rowBytes;
    if (m_sinceShrunk > std::min(shrinkEvery, m_mostBytes / 8))
        shrink();
}

void TileStore::renew(const QString& source, TileId id, sys_seconds expires) {
    if (m_isSpent)
        return;
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.prepare(u"UPDATE tile SET expires = ? WHERE source = ? AND z = ? AND x = ? AND y = ?"_s);
    query.addBindValue(qint64(expires.time_since_epoch().count()));
    bindPlace(query, source, id);
    (void)run(query);
}

qint64 TileStore::bytes() const {
    if (m_isSpent)
        return 0;
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    return query.exec(u"SELECT total(size) FROM tile"_s) && query.next() ? query.value(0).toLongLong() : 0;
}

/// Down to nine tenths, so that it is not done for every tile.
void TileStore::shrink() {
    m_sinceShrunk = 0;
    qint64 surplus = bytes() - m_mostBytes;
    if (surplus <= 0)
        return;
    surplus += m_mostBytes / 10;
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.prepare(
        u"DELETE FROM tile WHERE rowid IN (SELECT rowid FROM (SELECT rowid,"
        " sum(size) OVER (ORDER BY used, rowid ROWS UNBOUNDED PRECEDING) - size AS before FROM tile)"
        " WHERE before < ?)"_s);
    query.addBindValue(surplus);
    (void)run(query);
}

} // namespace tridesk::maps
