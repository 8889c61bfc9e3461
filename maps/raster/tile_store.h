// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/tiles/tile_id.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <expected>
#include <memory>
#include <optional>

class QSqlError;
class QSqlQuery;

namespace tridesk::maps {

/// A server's answer, as it is kept.
struct KeptTile {
    QByteArray bytes; ///< empty: the server has none there
    QByteArray etag;
    QByteArray modified; ///< its Last-Modified, word for word
    std::chrono::sys_seconds expires;
};

/// What servers answered, in an SQLite file of the user's cache folder: survives a restart, is shared by
/// processes, and is bounded: what was not used for longest goes first. A file that SQLite proves to be
/// damaged is set aside under another name, once, and a new one begun; one that cannot be opened, read or
/// written for any other reason is left alone, and nothing is kept. Belongs to the thread that opened it; it
/// waits for another process at most a quarter of a second, and then goes without.
class TileStore {
public:
    [[nodiscard]] static std::expected<std::unique_ptr<TileStore>, QString>
    open(const QString& path, qint64 mostBytes = usualBytes);
    ~TileStore();
    TileStore(const TileStore&) = delete;
    TileStore& operator=(const TileStore&) = delete;

    /// `source` tells servers apart: what its addresses are made of.
    [[nodiscard]] std::optional<KeptTile> find(const QString& source, TileId id);
    void put(const QString& source, TileId id, const KeptTile& tile);
    /// Asked again, and the same: only how long it holds is new.
    void renew(const QString& source, TileId id, std::chrono::sys_seconds expires);

    [[nodiscard]] qint64 bytes() const; ///< of all that is kept

    static constexpr qint64 usualBytes = 512LL * 1024 * 1024;
    /// In the user's cache folder.
    [[nodiscard]] static QString usualPath();
    /// What a damaged file is set aside as; the one before it is overwritten.
    [[nodiscard]] static QString setAsidePath(const QString& path) {
        return path + QStringLiteral(".damaged");
    }
    /// Where a server's description of itself is kept, which its tiles cannot be asked for without.
    static constexpr TileId descriptionPlace{-1, 0, 0};

private:
    TileStore(QString path, QString connection, qint64 mostBytes);
    [[nodiscard]] bool connect();
    [[nodiscard]] bool begin(QSqlError& error);
    void disconnect();
    void setAside();
    [[nodiscard]] bool run(QSqlQuery& query);
    void shrink();

    QString m_path;
    QString m_connection;
    qint64 m_mostBytes;
    qint64 m_sinceShrunk = 0;   ///< bytes put since
    bool m_isDamaged = false;   ///< found out while working: set aside after the query in hand
    bool m_hasSetAside = false; ///< once; then
    bool m_isSpent = false;     ///< nothing is kept any more
    QString m_why;              ///< it could not be opened
};

} // namespace tridesk::maps
