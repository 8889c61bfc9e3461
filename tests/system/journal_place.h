// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/programs/open_desk.h"
#include "tests/system/gateway_process.h"

#include <memory>

namespace tridesk::test {

class PostgresServer;

/// A new desk's journal: in its data folder, or in a database of its own. There the folder is a gateway's,
/// which signs in as "gw"; others of the machine sign in as "desk", a bureau's console as "wang".
class JournalPlace {
public:
    explicit JournalPlace(QString folder)
        : m_folder(std::move(folder)) {}
    JournalPlace(QString folder, PostgresServer& server);

    /// Empty where it can be used; else why it cannot.
    [[nodiscard]] const QString& trouble() const { return m_trouble; }
    [[nodiscard]] bool isOnServer() const { return m_server != nullptr; }
    [[nodiscard]] const QString& folder() const { return m_folder; }
    [[nodiscard]] QString address(const QString& user) const;

    /// What tells a gateway that serves it, besides --data.
    [[nodiscard]] QStringList arguments() const;
    /// What tells another program beside it, --data among it.
    [[nodiscard]] QStringList desk() const;
    /// Another command of the gateway, on this desk.
    [[nodiscard]] Ran gateway(const QStringList& command) const {
        return run(QStringLiteral("tridesk-gateway"), command + desk());
    }
    /// For what reads it: tridesk-journal's last word.
    [[nodiscard]] QString toRead() const { return m_server ? address(QStringLiteral("wang")) : m_folder; }

    /// As a site does in a database for training: entries may be dated as in the scripts, years ago.
    [[nodiscard]] bool allowAnyClock() const;

    /// A desk of the test's own on it, not yet started. Beside a server it has that other folder.
    [[nodiscard]] OpenDesk open(const QString& folder, const std::shared_ptr<const Clock>& clock = {}) const;

private:
    QString m_folder;
    QString m_trouble;
    QString m_database;
    PostgresServer* m_server = nullptr;
};

/// Where the desks of one test program have their journals: each in its data folder, or on one PostgreSQL,
/// started when it is first asked for. What is shown of one kind must hold of the other.
class JournalPlaces {
public:
    JournalPlaces();
    ~JournalPlaces();

    /// Makes of a test's data, or of initTestCase_data(), a row for each kind: bool onServer.
    static void addRows();

    [[nodiscard]] JournalPlace make(bool onServer, const QString& folder);
    [[nodiscard]] PostgresServer& server();

private:
    std::unique_ptr<PostgresServer> m_server;
};

} // namespace tridesk::test
