// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

namespace tridesk {

/// Where an MQTT broker is and who signs in there. Passwords come out of a file, at each sign-in, and are
/// kept nowhere.
struct BrokerOptions {
    QString host;
    quint16 port = 0;
    bool tls = false;
    QString user;         ///< empty: none is named
    QString passwordFile; ///< its first line is the password
    QString authorities;  ///< PEM; empty: the system's
    QString certificate;  ///< PEM, the client's own, with its key
    QString key;

    /// "mqtts://gateway@broker.site:8883", "mqtt://127.0.0.1:1883"; the ports are these where none is named.
    /// A password in it is refused, as it would stand in the list of processes. One line on failure.
    [[nodiscard]] static std::expected<BrokerOptions, QString> parse(const QString& address);
    /// Nothing, or what of it cannot be used: a file that is not there, or one with a password that others
    /// may read.
    [[nodiscard]] QString fault() const;
    /// For logs.
    [[nodiscard]] QString shown() const;
    /// Whether what is sent can be read, and changed, on the way: beyond this machine and without TLS.
    [[nodiscard]] bool isPlain() const;
};

/// The first line of a file that only its user may read; one line on failure, without the password.
[[nodiscard]] std::expected<QByteArray, QString> passwordIn(const QString& path);

} // namespace tridesk
