// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/postgres_journal.h"
#include "tests/support/postgres_server.h"

#include <QTest>

#include <memory>

namespace tridesk::test {

/// Where the programs of a test keep their journal: in the data folder, or on a PostgreSQL of the test's own.
/// What is shown of one must hold on the other: addRows() makes a test of both, QFETCH(bool, onServer) tells.
class JournalPlace {
public:
    static void addRows() {
        QTest::addColumn<bool>("onServer");
        QTest::newRow("SQLite") << false;
        QTest::newRow("PostgreSQL") << true;
    }

    JournalPlace(bool onServer, QString folder)
        : m_folder(std::move(folder)) {
        if (!onServer)
            return;
        m_server = std::make_unique<PostgresServer>();
        m_trouble = m_server->trouble();
        if (!m_trouble.isEmpty())
            return;
        m_database = m_server->makeDatabase();
        const bool made =
            PostgresJournal::open(m_server->at(m_database, QStringLiteral("tridesk_owner"))).has_value() &&
            m_server->addUser(m_database, QStringLiteral("gw"), QStringLiteral("gateway")) &&
            m_server->addUser(m_database, QStringLiteral("wang"), QStringLiteral("bureau"));
        if (!made)
            m_trouble = QStringLiteral("the database cannot be made");
    }

    /// Empty where it can be used; else why it cannot.
    [[nodiscard]] QString trouble() const { return m_trouble; }
    /// What tells tridesk-gateway, besides --data.
    [[nodiscard]] QStringList arguments() const {
        return m_server ? QStringList{QStringLiteral("--journal"),
                                      m_server->at(m_database, QStringLiteral("gw")).text()}
                        : QStringList();
    }
    /// For what reads it: tridesk-journal's last word.
    [[nodiscard]] QString toRead() const {
        return m_server ? m_server->at(m_database, QStringLiteral("wang")).text() : m_folder;
    }

private:
    QString m_folder;
    QString m_trouble;
    QString m_database;
    std::unique_ptr<PostgresServer> m_server;
};

} // namespace tridesk::test
