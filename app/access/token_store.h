// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "app/domain/instant.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <expected>
#include <memory>
#include <optional>

namespace tridesk {

class SqlDatabase;

/// What a source may use: incidents, fixes, or the field terminals' part, written "field" for all units and
/// "field:1A12" for one.
enum class Scope { Incidents, Fixes, Field };

/// A source that gave a valid token.
struct Grant {
    QString source;
    QStringList scopes;

    [[nodiscard]] bool allows(Scope scope) const;
    [[nodiscard]] bool allowsUnit(const Callsign& unit) const; ///< of Scope::Field
};

struct TokenSource {
    QString name;
    QStringList scopes;
    Instant addedAt;
    std::optional<Instant> revokedAt;
};

/// The machine sources of a data folder and their tokens, in its access.db. A token is 32 random bytes and is
/// shown once: only its hash is kept. Several processes may have it open; what one adds or revokes the others
/// know within a second. One thread each. Errors are one line.
class TokenStore {
public:
    [[nodiscard]] static std::expected<std::unique_ptr<TokenStore>, QString> open(const QString& dataFolder);
    ~TokenStore();
    Q_DISABLE_COPY_MOVE(TokenStore)

    /// The token, for a name that has none or whose token was revoked. Names are codes: letters, digits, '-',
    /// '_', '.'.
    [[nodiscard]] std::expected<QString, QString> add(const QString& name, const QStringList& scopes,
                                                      Instant now);
    [[nodiscard]] std::expected<void, QString> revoke(const QString& name, Instant now);
    [[nodiscard]] std::expected<QList<TokenSource>, QString> list();

    /// Who has this token; compares in constant time.
    [[nodiscard]] std::optional<Grant> verify(const QByteArray& token);

private:
    struct Known;

    explicit TokenStore(std::unique_ptr<SqlDatabase> database);
    void refresh();

    std::unique_ptr<SqlDatabase> m_database;
    QList<Known> m_known;
    qint64 m_version = -1; ///< of the file, as last read
    qint64 m_checkedMs = 0;
};

} // namespace tridesk
