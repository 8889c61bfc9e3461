// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/postgres_journal.h"
#include "tests/journal/contract.h"
#include "tests/support/postgres_server.h"

#include <QTest>

namespace tridesk::test {

using namespace Qt::StringLiterals;

class PostgresJournalTest final : public JournalContract {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_server = std::make_unique<PostgresServer>();
        QVERIFY2(m_server->trouble().isEmpty(), qPrintable(m_server->trouble()));
        m_database = m_server->makeDatabase();
    }
    void cleanupTestCase() { m_server.reset(); }

private:
    std::unique_ptr<Journal> open() override {
        auto journal = PostgresJournal::open(*m_address, {.wait = std::chrono::milliseconds(200)});
        if (!journal)
            qFatal().noquote() << journal.error().toString();
        return std::move(*journal);
    }
    /// The facts of the contract are of another year: here the server does not look at the clock.
    void renew() override {
        QVERIFY(m_server->emptyDatabase(m_database));
        QVERIFY(PostgresJournal::open(m_server->at(m_database, u"tridesk_owner"_s)));
        QVERIFY(m_server->addUser(m_database, u"gateway"_s, u"gateway"_s));
        m_address = m_server->at(m_database, u"gateway"_s);
        QVERIFY(m_server->run(m_database, "UPDATE tridesk.site SET clock_slack_ms = 9000000000000"));
    }

    std::unique_ptr<PostgresServer> m_server;
    QString m_database;
    std::optional<PostgresAddress> m_address;
};

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::PostgresJournalTest)
#include "postgres_test.moc"
