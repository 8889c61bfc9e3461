// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <expected>

namespace tridesk::maps {

/// One SQLite file by a connection of its own, closed with this. Belongs to the thread that opened it.
class Database {
public:
    enum class Mode { ReadOnly, New };

    [[nodiscard]] static std::expected<Database, QString> open(const QString& path, Mode mode);
    Database(Database&& other) noexcept;
    Database& operator=(Database&& other) noexcept;
    ~Database();

    /// A query prepared on this connection; check lastError() where it matters. Forward-only.
    [[nodiscard]] QSqlQuery prepare(const QString& sql) const;
    /// Binds in order and runs; an empty text or what is wrong.
    [[nodiscard]] static QString run(QSqlQuery& query, const QVariantList& values);
    [[nodiscard]] QString run(const QString& sql, const QVariantList& values = {}) const;

private:
    explicit Database(QString connection);
    void close();

    QString m_connection;
};

} // namespace tridesk::maps
