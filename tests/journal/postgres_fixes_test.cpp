// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/postgres_fixes.h"
#include "app/journal/postgres_watch.h"
#include "tests/journal/fix_contract.h"
#include "tests/support/must.h"
#include "tests/support/postgres_server.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

namespace tridesk::test {

using namespace Qt::StringLiterals;

class PostgresFixesTest final : public FixContract {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_server = std::make_unique<PostgresServer>();
        QVERIFY2(m_server->trouble().isEmpty(), qPrintable(m_server->trouble()));
        m_database = m_server->makeDatabase();
    }
    void cleanupTestCase() {
        m_store.reset();
        m_server.reset();
    }

    void wakesOthers();
    void missesNothingOfManyWriters();
    void dropsWholeDays();
    void comesBackWithTheServer();
    void isNotForThoseBelowTheBureau();

private:
    std::unique_ptr<FixStore> open() override { return must(PostgresFixStore::open(at(u"gw"_s))); }
    void renew() override {
        QVERIFY(m_server->emptyDatabase(m_database));
        QVERIFY(PostgresFixStore::open(at(u"tridesk_owner"_s)));
        QVERIFY(m_server->addUser(m_database, u"gw"_s, u"gateway"_s));
    }
    [[nodiscard]] PostgresAddress at(const QString& user) const { return m_server->at(m_database, user); }
    [[nodiscard]] int partitions() {
        return m_server
            ->ask(m_database,
                  "SELECT count(*)::text FROM pg_inherits WHERE inhparent = 'tridesk.fix_batches'::regclass")
            .toInt();
    }

    std::unique_ptr<PostgresServer> m_server;
    QString m_database;
};

void PostgresFixesTest::wakesOthers() {
    const auto watch = JournalWatch::on(PostgresBell{at(u"gw"_s), PostgresBell::Channel::Fixes}.toString());
    const auto journal = JournalWatch::on(PostgresBell{at(u"gw"_s)}.toString());
    QSignalSpy rang(watch.get(), &JournalWatch::rang), other(journal.get(), &JournalWatch::rang);
    QVERIFY(m_store->append(shift(1, 1)));
    QTRY_COMPARE(rang.count(), 1);
    QCOMPARE(other.count(), 0);
}

/// Each reads on behind what it has seen: a batch that came to light late would be lost to it.
void PostgresFixesTest::missesNothingOfManyWriters() {
    constexpr int writers = 4, each = 40;
    std::vector<std::thread> threads;
    threads.reserve(writers);
    for (int writer = 0; writer < writers; ++writer)
        threads.emplace_back([this, writer] {
            const auto store = open();
            for (int i = 0; i < each; ++i)
                std::ignore = store->append(QList<Fix>{fixAt(u"W%1"_s.arg(writer), i)});
        });
    int seen = 0;
    FixCursor cursor;
    for (QDeadlineTimer patience(30'000); seen < writers * each && !patience.hasExpired();) {
        const FixTail tail = m_store->since(cursor).value();
        seen += int(tail.fixes.size());
        cursor = tail.next;
    }
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(seen, writers * each);
}

void PostgresFixesTest::dropsWholeDays() {
    QVERIFY(m_store->append(shift(3, 3)));
    QCOMPARE(partitions(), 1);
    // As if it had come in long ago; and the next day begins.
    QVERIFY(m_server->run(
        m_database, "CREATE TABLE tridesk.fix_batches_100 PARTITION OF tridesk.fix_batches"
                    " FOR VALUES FROM (100) TO (101);"
                    "INSERT INTO tridesk.fix_batches SELECT 100, 0, first_at, last_at, count, format, data"
                    " FROM tridesk.fix_batches LIMIT 1;"
                    "INSERT INTO tridesk.fix_keyframes VALUES (0, 1, 1, '\\x');"));
    QCOMPARE(m_store->since({-1}).value().fixes.size(), 18);
    QVERIFY(m_server->run(m_database, "SELECT tridesk.drop_old_fixes("
                                      "floor(extract(epoch FROM clock_timestamp()) / 86400)::integer)"));
    QCOMPARE(partitions(), 1);
    QCOMPARE(m_store->since({-1}).value().fixes.size(), 9);
    QCOMPARE(m_server->ask(m_database, "SELECT count(*)::text FROM tridesk.fix_keyframes"), u"0"_s);
}

void PostgresFixesTest::comesBackWithTheServer() {
    QVERIFY(m_store->append(shift(2, 2)));
    m_server->kill();
    QVERIFY(!m_store->append(shift(2, 2)));
    QVERIFY(m_server->start());
    QTRY_VERIFY_WITH_TIMEOUT(m_store->end().has_value(), 20'000);
    QVERIFY(m_store->append(shift(2, 3)));
    QCOMPARE(m_store->since({}).value().fixes.size(), 10); // nothing half, nothing twice
}

void PostgresFixesTest::isNotForThoseBelowTheBureau() {
    QVERIFY(m_store->append(shift(2, 2)));
    QVERIFY(m_server->addUser(m_database, u"zhang"_s, u"station"_s, u"ST01"_s));
    const auto station = must(PostgresFixStore::open(at(u"zhang"_s)));
    QVERIFY(station->since({}).value().fixes.isEmpty());
    QCOMPARE(station->append(shift(1, 1)).error().code, JournalFault::Code::Refused);
    const auto sql = must(PostgresConnection::open(at(u"zhang"_s), std::chrono::seconds(1)));
    QCOMPARE(sql->run("DELETE FROM tridesk.fix_batches").error().code, JournalFault::Code::Refused);
    QCOMPARE(sql->run("SELECT tridesk.drop_old_fixes(99999)").error().code, JournalFault::Code::Refused);
}

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::PostgresFixesTest)
#include "postgres_fixes_test.moc"
