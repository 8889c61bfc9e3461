// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/postgres_address.h"
#include "app/journal/postgres_connection.h"

#include <QProcess>
#include <QTemporaryDir>

namespace tridesk::test {

/// A PostgreSQL of the test's own, in a folder of its own: as safe on the disk as in life, at a socket in
/// that folder and a free port of 127.0.0.1. It ends with the test, however that ends. Over the socket
/// everybody is believed, over the port a password is asked for (scram).
class PostgresServer {
public:
    /// `settings`: lines of its postgresql.conf.
    explicit PostgresServer(const QByteArray& settings = {});
    /// One restored from a base backup, which is copied, as packaging/site/README.md says it. `settings` say
    /// where the archive is. It may answer while it still recovers.
    struct Backup {
        QString folder;
    };
    PostgresServer(const Backup& backup, const QByteArray& settings);
    ~PostgresServer();
    Q_DISABLE_COPY_MOVE(PostgresServer)

    /// Empty where it runs; else why it does not.
    [[nodiscard]] QString trouble() const { return m_trouble; }

    /// A new, empty database, owned by tridesk_owner; its name. As a site's administrator makes it, with
    /// packaging/site.
    [[nodiscard]] QString makeDatabase();
    /// Takes everything out of one, as it was when it was made: a tenth of the time of making another.
    bool emptyDatabase(const QString& database);
    /// Adds somebody who may sign in, in a database that has its tables.
    bool addUser(const QString& database, const QString& user, const QString& tier,
                 const QString& place = {});

    [[nodiscard]] PostgresAddress at(const QString& database, const QString& user) const;      ///< the socket
    [[nodiscard]] PostgresAddress overTcp(const QString& database, const QString& user) const; ///< the port
    [[nodiscard]] PostgresAddress overTcp(const QString& database, const QString& user, quint16 port) const;
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    /// As the server's own administrator, or another; false, and a warning, where it went wrong.
    bool run(const QString& database, const QByteArray& sql, const QString& user = QStringLiteral("admin"));
    /// The first column of the first row, as text.
    [[nodiscard]] QString ask(const QString& database, const char* sql);

    /// Begins a base backup into a new folder within one that was handed over; done when the program ends.
    void backUp(QProcess& program, const QString& folder) const;
    /// The server's own user, who is never root, may write there; false where that cannot be.
    [[nodiscard]] static bool handOver(const QString& folder);

    bool start();
    bool revive(); ///< as a service manager does: waits for it to answer, and starts it where it has died
    void kill();   ///< as a cut of the power would: no farewell, the log is replayed at the next start
    void freeze(bool frozen); ///< every process of it stands still: the lines are there, and nobody answers

private:
    bool make(const QByteArray& settings);
    bool copy(const QString& backup, const QByteArray& settings);
    [[nodiscard]] bool answersOrIsDead() const;
    bool psql(const QString& database, const QString& file, const QStringList& variables);
    [[nodiscard]] QStringList processes() const;

    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_trouble;
    quint16 m_port = 0;
    int m_databases = 0;
};

} // namespace tridesk::test
