// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <expected>

namespace tridesk {

/// Where a journal on PostgreSQL is: "postgresql://wang@db.site/tridesk?sslmode=verify-full". What libpq
/// takes in such an address is taken, but for a password: that stands in a file (passfile=, as of .pgpass),
/// so that it is in no list of processes, log or setting.
class PostgresAddress {
public:
    /// Whether a text means such an address at all.
    [[nodiscard]] static bool isMeant(const QString& text);

    /// On failure says in one line what is wrong, without repeating a password.
    [[nodiscard]] static std::expected<PostgresAddress, QString> parse(const QString& text);

    /// The same with the password's file named.
    [[nodiscard]] PostgresAddress withPasswordFile(const QString& path) const;

    [[nodiscard]] const QString& text() const { return m_text; }   ///< parse() reads it again
    [[nodiscard]] const QString& shown() const { return m_shown; } ///< user@host:port/database, for logs
    [[nodiscard]] const QString& user() const { return m_user; }   ///< empty: the name at the machine
    [[nodiscard]] bool isPlain() const { return m_plain; }         ///< over a network, and may be unencrypted

    friend bool operator==(const PostgresAddress& a, const PostgresAddress& b) {
        return a.m_text == b.m_text;
    }

private:
    PostgresAddress() = default;

    QString m_text;
    QString m_shown;
    QString m_user;
    bool m_plain = false;
};

} // namespace tridesk
