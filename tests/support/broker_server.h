// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/field/broker_options.h"

#include <QProcess>
#include <QTemporaryDir>

namespace tridesk::test {

/// A Mosquitto of the test's own, on a free port of 127.0.0.1, with the site's ACL
/// (packaging/site/broker.acl) and users whose password is their name. It keeps nothing over its end. Ends
/// with the test.
class BrokerServer {
public:
    enum class Tls { No, Yes };

    /// `acl` is added to the site's.
    explicit BrokerServer(const QStringList& users, Tls tls = Tls::No, QByteArray acl = {});
    ~BrokerServer();
    Q_DISABLE_COPY_MOVE(BrokerServer)

    /// Empty where it runs; else why it does not.
    [[nodiscard]] QString trouble() const { return m_trouble; }
    /// How that user signs in.
    [[nodiscard]] BrokerOptions as(const QString& user) const;
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }

    void kill();  ///< no farewell
    bool start(); ///< at the port that it had

private:
    [[nodiscard]] bool make(const QStringList& users);
    [[nodiscard]] bool writeSettings();

    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_trouble;
    Tls m_tls;
    QByteArray m_acl;
    quint16 m_port = 0;
};

} // namespace tridesk::test
