// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/session.h"

#include <QByteArray>
#include <QList>

#include <expected>
#include <memory>
#include <optional>

namespace tridesk {

class SqlDatabase;

/// The sessions that there were when they were read. A value; asking it touches no file.
class SessionList {
public:
    /// Whose secret this is; compares in constant time. Whether it still holds is another question.
    [[nodiscard]] std::optional<Session> find(const QByteArray& secret) const;

private:
    friend class SessionStore;
    struct Known {
        QByteArray hash;
        Session session;
    };

    QList<Known> m_known;
};

/// Who has signed in at seats on other machines, in access.db. A session's secret is 32 random bytes and is
/// given out once: only its hash is kept. Several processes may have it open. One thread each; every call may
/// wait as long as `wait` for another's lock. Errors are one line.
class SessionStore {
public:
    [[nodiscard]] static std::expected<std::unique_ptr<SessionStore>, QString>
    open(const QString& dataFolder, std::chrono::milliseconds wait = std::chrono::seconds(3));
    ~SessionStore();
    Q_DISABLE_COPY_MOVE(SessionStore)

    /// The secret. What is too old goes, and of one user at one machine's seat all but the newest few.
    [[nodiscard]] std::expected<QByteArray, QString> begin(const Session& session, Instant now);
    /// Signed out; nothing where there is none.
    [[nodiscard]] std::expected<void, QString> end(const QByteArray& secret);

    /// What there is; nothing where nothing changed, here or elsewhere, since this was last asked.
    [[nodiscard]] std::expected<std::optional<SessionList>, QString> changes();

private:
    explicit SessionStore(std::unique_ptr<SqlDatabase> database);

    std::unique_ptr<SqlDatabase> m_database;
    qint64 m_version = -1; ///< of the file, as last read
};

/// For the stores of users and of tokens, whose changes end sessions in the same file.
[[nodiscard]] std::expected<void, QString> makeSessionTable(SqlDatabase& database);
[[nodiscard]] std::expected<void, QString> endSessionsOf(SqlDatabase& database, const Login& login);
[[nodiscard]] std::expected<void, QString> endSessionsBy(SqlDatabase& database, const QString& source);

} // namespace tridesk
