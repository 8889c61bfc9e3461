// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "app/domain/instant.h"
#include "app/domain/seat.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <expected>
#include <memory>
#include <optional>

namespace tridesk {

class SqlDatabase;

/// What a source may use: incidents, fixes, alarms of cameras, the field terminals' part, written "field" for
/// all units and "field:1A12" for one; or to sit at one seat over a link, written "seat:field:1A12". Beside a
/// seat "unsigned" says that nobody needs to sign in there.
enum class Scope { Incidents, Fixes, Field, Alarms, Seat };

/// A source that gave a valid token.
struct Grant {
    QString source;
    QStringList scopes;

    [[nodiscard]] bool allows(Scope scope) const;
    [[nodiscard]] bool allowsUnit(const Callsign& unit) const;      ///< of Scope::Field
    [[nodiscard]] bool allowsSeat(const tridesk::Seat& seat) const; ///< of Scope::Seat
    [[nodiscard]] bool actsUnsigned() const;                        ///< of Scope::Seat
};

struct TokenSource {
    QString name;
    QStringList scopes;
    Instant addedAt;
    std::optional<Instant> revokedAt;
};

/// The tokens that held when they were read: their hashes and what each allows. A value; asking it touches no
/// file.
class TokenList {
public:
    /// Who has this token; compares in constant time.
    [[nodiscard]] std::optional<Grant> find(const QByteArray& token) const;

private:
    friend class TokenStore;
    struct Known {
        QByteArray hash;
        Grant grant;
    };

    QList<Known> m_known;
};

/// The machine sources of a data folder and their tokens, in its access.db. A token is 32 random bytes and is
/// shown once: only its hash is kept. Several processes may have it open. One thread each; every call may
/// wait as long as `wait` for another's lock, so none belongs on the thread of a window (TokenWatch is for
/// those). Errors are one line.
class TokenStore {
public:
    [[nodiscard]] static std::expected<std::unique_ptr<TokenStore>, QString>
    open(const QString& dataFolder, std::chrono::milliseconds wait = std::chrono::seconds(3));
    ~TokenStore();
    Q_DISABLE_COPY_MOVE(TokenStore)

    /// The token, for a name that has none or whose token was revoked. Names are codes: letters, digits, '-',
    /// '_', '.'.
    [[nodiscard]] std::expected<QString, QString> add(const QString& name, const QStringList& scopes,
                                                      Instant now);
    /// Ends the sessions of who signed in with it, too.
    [[nodiscard]] std::expected<void, QString> revoke(const QString& name, Instant now);
    [[nodiscard]] std::expected<QList<TokenSource>, QString> list();

    /// What holds now; nothing where no token was added or revoked, here or elsewhere, since this was last
    /// asked.
    [[nodiscard]] std::expected<std::optional<TokenList>, QString> changes();

private:
    explicit TokenStore(std::unique_ptr<SqlDatabase> database);

    std::unique_ptr<SqlDatabase> m_database;
    qint64 m_version = -1; ///< of the file, as last read
};

} // namespace tridesk
