// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/tiles/mbtiles.h"

#include <QFileInfo>
#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk::maps {
namespace {

int zoomOr(const QHash<QString, QString>& meta, const QString& key, int otherwise) {
    bool ok = false;
    const int zoom = meta.value(key).toInt(&ok);
    return ok && zoom >= 0 && zoom <= TileId::maxZoom ? zoom : otherwise;
}

QRectF boundsOf(const QString& text) {
    const QStringList parts = text.split(u',');
    if (parts.size() != 4)
        return {};
    double v[4];
    for (int i = 0; i < 4; ++i) {
        bool ok = false;
        v[i] = parts[i].toDouble(&ok);
        if (!ok)
            return {};
    }
    return QRectF(QPointF(v[0], v[1]), QPointF(v[2], v[3]));
}

// Two questions, as each of them alone is answered by the index.
const QString zoomsOf = u"SELECT (SELECT min(zoom_level) FROM tiles), (SELECT max(zoom_level) FROM tiles)"_s;

QString formatOf(const QByteArray& tile) {
    if (tile.startsWith("\x89PNG"))
        return u"png"_s;
    if (tile.startsWith("\xff\xd8\xff"))
        return u"jpg"_s;
    return tile.startsWith("RIFF") ? u"webp"_s : u"pbf"_s;
}

} // namespace

MbTiles::MbTiles(QString connection)
    : m_connection(std::move(connection)) {}

MbTiles::~MbTiles() {
    QSqlDatabase::removeDatabase(m_connection);
}

std::expected<std::unique_ptr<MbTiles>, QString> MbTiles::open(const QString& path) {
    if (!QFileInfo(path).isFile())
        return std::unexpected(u"%1: there is no such file"_s.arg(path));
    const QString connection = u"mbtiles-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<MbTiles> self(new MbTiles(connection));
    QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
    db.setDatabaseName(path);
    db.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=2000"_s);
    if (!db.open())
        return std::unexpected(u"%1: %2"_s.arg(path, db.lastError().text()));
    if (auto read = self->readInfo(); !read)
        return std::unexpected(u"%1: %2"_s.arg(path, read.error()));
    return self;
}

std::expected<void, QString> MbTiles::readInfo() {
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.setForwardOnly(true);
    if (!query.exec(u"SELECT name, substr(value, 1, 100000) FROM metadata LIMIT 1000"_s))
        return std::unexpected(query.lastError().text());
    QHash<QString, QString> meta;
    while (query.next())
        meta.insert(query.value(0).toString(), query.value(1).toString());
    m_info.name = meta.value(u"name"_s);
    m_info.format = meta.value(u"format"_s, u"pbf"_s);
    m_info.attribution = meta.value(u"attribution"_s);
    m_info.minZoom = zoomOr(meta, u"minzoom"_s, 0);
    m_info.maxZoom = zoomOr(meta, u"maxzoom"_s, 14);
    m_info.bounds = boundsOf(meta.value(u"bounds"_s));
    // Proves that the table is there and can be read, before anyone draws from it.
    if (!query.exec(u"SELECT 1 FROM tiles LIMIT 1"_s))
        return std::unexpected(query.lastError().text());
    guess(!meta.contains(u"format"_s), !meta.contains(u"minzoom"_s) || !meta.contains(u"maxzoom"_s));
    return {};
}

void MbTiles::guess(bool format, bool zooms) {
    if (format)
        m_info.format = formatOf(anyTile().value_or(QByteArray()));
    QSqlQuery query(QSqlDatabase::database(m_connection));
    if (!zooms || !query.exec(zoomsOf) || !query.next() || query.isNull(0))
        return;
    m_info.minZoom = std::clamp(query.value(0).toInt(), 0, TileId::maxZoom);
    m_info.maxZoom = std::clamp(query.value(1).toInt(), m_info.minZoom, TileId::maxZoom);
}

std::optional<QByteArray> MbTiles::anyTile() const {
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.setForwardOnly(true);
    query.prepare(u"SELECT tile_data FROM tiles WHERE length(tile_data) <= ? LIMIT 1"_s);
    query.addBindValue(maxTileBytes);
    if (!query.exec() || !query.next())
        return std::nullopt;
    return query.value(0).toByteArray();
}

std::expected<std::optional<QByteArray>, QString> MbTiles::tile(TileId id) const {
    if (!id.valid())
        return std::nullopt;
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.setForwardOnly(true);
    query.prepare(u"SELECT length(tile_data), tile_data FROM tiles"
                  " WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?"_s);
    query.addBindValue(id.z);
    query.addBindValue(id.x);
    query.addBindValue((1 << id.z) - 1 - id.y);
    if (!query.exec())
        return std::unexpected(query.lastError().text());
    if (!query.next()) {
        if (query.lastError().isValid())
            return std::unexpected(query.lastError().text());
        return std::nullopt;
    }
    if (query.value(0).toLongLong() > maxTileBytes)
        return std::unexpected(
            u"tile %1/%2/%3 has %4 bytes"_s.arg(id.z).arg(id.x).arg(id.y).arg(query.value(0).toLongLong()));
    return query.value(1).toByteArray();
}

} // namespace tridesk::maps
