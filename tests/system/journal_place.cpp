// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/journal_place.h"

#include "app/journal/postgres_journal.h"
#include "tests/support/must.h"
#include "tests/support/postgres_server.h"

namespace tridesk::test {

using namespace Qt::StringLiterals;

JournalPlace::JournalPlace(QString folder, PostgresServer& server)
    : m_folder(std::move(folder))
    , m_trouble(server.trouble())
    , m_server(&server) {
    if (!m_trouble.isEmpty())
        return;
    m_database = server.makeDatabase();
    const bool isMade = PostgresJournal::open(server.at(m_database, u"tridesk_owner"_s)).has_value() &&
                        server.addUser(m_database, u"gw"_s, u"gateway"_s) &&
                        server.addUser(m_database, u"desk"_s, u"gateway"_s) &&
                        server.addUser(m_database, u"wang"_s, u"bureau"_s);
    if (!isMade)
        m_trouble = u"the database cannot be made"_s;
}

QString JournalPlace::address(const QString& user) const {
    return m_server->at(m_database, user).text();
}

QStringList JournalPlace::arguments() const {
    return m_server ? QStringList{u"--journal"_s, address(u"gw"_s)} : QStringList();
}

QStringList JournalPlace::desk() const {
    const QStringList data{u"--data"_s, m_folder};
    return m_server ? data + QStringList{u"--journal"_s, address(u"desk"_s)} : data;
}

bool JournalPlace::allowAnyClock() const {
    return !m_server || m_server->run(m_database, "UPDATE tridesk.site SET clock_slack_ms = 9000000000000",
                                      u"tridesk_owner"_s);
}

OpenDesk JournalPlace::open(const QString& folder, const std::shared_ptr<const Clock>& clock) const {
    if (m_server)
        return must(openServerDesk(folder, m_server->at(m_database, u"desk"_s), clock));
    return must(openDesk(m_folder, clock ? clock : std::make_shared<SystemClock>()));
}

JournalPlaces::JournalPlaces() = default;
JournalPlaces::~JournalPlaces() = default;

void JournalPlaces::addRows() {
    QTest::addColumn<bool>("onServer");
    QTest::newRow("SQLite") << false;
    QTest::newRow("PostgreSQL") << true;
}

JournalPlace JournalPlaces::make(bool onServer, const QString& folder) {
    return onServer ? JournalPlace(folder, server()) : JournalPlace(folder);
}

PostgresServer& JournalPlaces::server() {
    if (!m_server)
        m_server = std::make_unique<PostgresServer>();
    return *m_server;
}

} // namespace tridesk::test
