// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journal_watch.h"
#include "app/journal/postgres_journal.h"
#include "app/journal/postgres_schema.h"
#include "app/journal/postgres_watch.h"
#include "app/journal/verify.h"
#include "tests/journal/drafts.h"
#include "tests/support/cable.h"
#include "tests/support/postgres_server.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <thread>

// A server that goes away, hangs, is older or newer, or is spoken to by others; and that nothing is lost or
// done twice by it, and nobody waits for ever.

namespace tridesk::test {

using namespace Qt::StringLiterals;
using Code = JournalFault::Code;
using std::chrono::milliseconds;

namespace {

using Opened = std::expected<std::unique_ptr<PostgresJournal>, JournalFault>;

Opened openAt(const PostgresAddress& address) {
    return PostgresJournal::open(address, {.wait = milliseconds(500)});
}

std::expected<QList<Entry>, JournalFault> append(Journal& journal, const QList<Draft>& some) {
    auto step = journal.begin();
    if (!step)
        return std::unexpected(step.error());
    auto entries = (*step)->append(some, SystemClock().now());
    if (!entries)
        return entries;
    return (*step)->commit().transform([&] { return *entries; });
}

} // namespace

class PostgresFaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_server.reset(); }

    void readsAddresses_data();
    void readsAddresses();
    void takesThePasswordFromAFile();

    void makesTheTablesOnceWhereManyCome();
    void isOfAnotherVersion();
    void isNoJournal();

    void findsWhatWasStoredWithoutAnAnswer();
    void knowsWhatWasNotStored();
    void saysThatItDoesNotKnow();
    void losesNothingWhenTheServerIsKilled();
    void losesTheLineInAStep();
    void doesNotWaitForAServerThatHangs();
    void freesTheJournalOfWhoHangs();

    void wakesOthers();
    void wakesAgainAfterALoss();

    void hashesAsTheServerDoes();
    void refusesAnotherClock();
    void refusesTextThatCannotBeKept();
    void refusesToChangeEntries();
    void verifyFindsWhatWasForged();

private:
    [[nodiscard]] PostgresAddress owner() const { return m_server->at(m_database, u"tridesk_owner"_s); }
    [[nodiscard]] PostgresAddress through(const Cable& cable) const;

    std::unique_ptr<PostgresServer> m_server;
    QString m_database;
};

void PostgresFaultsTest::initTestCase() {
    m_server = std::make_unique<PostgresServer>();
    QVERIFY2(m_server->trouble().isEmpty(), qPrintable(m_server->trouble()));
    m_database = m_server->makeDatabase();
}

void PostgresFaultsTest::init() {
    QVERIFY(m_server->emptyDatabase(m_database));
}

PostgresAddress PostgresFaultsTest::through(const Cable& cable) const {
    const QString file = m_server->folder() + u"/passwords"_s;
    QFile passwords(file);
    if (passwords.open(QIODevice::WriteOnly)) {
        passwords.write("*:*:*:tridesk_owner:owner\n");
        passwords.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    return m_server->overTcp(m_database, u"tridesk_owner"_s, cable.port()).withPasswordFile(file);
}

void PostgresFaultsTest::readsAddresses_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("wrong");
    const auto row = [](const char* name, const char* text, const char* shown, const char* wrong) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(shown)
                            << QString::fromLatin1(wrong);
    };
    row("whole", "postgresql://wang@db.site:5433/tridesk?sslmode=verify-full", "wang@db.site:5433/tridesk",
        "");
    row("socket", "postgres://wang@/tridesk?host=/run/postgresql", "wang@/run/postgresql:5432/tridesk", "");
    row("password", "postgresql://wang:secret@db.site/tridesk", "", "holds a password");
    row("password behind", "postgresql://wang@db.site/tridesk?password=secret", "", "holds a password");
    row("no database", "postgresql://wang@db.site", "", "no database");
    row("unknown option", "postgresql://wang@db.site/tridesk?colour=red", "", "colour");
    row("something else", "http://db.site/tridesk", "", "is not like");
}

void PostgresFaultsTest::readsAddresses() {
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    QFETCH(const QString, wrong);
    const auto address = PostgresAddress::parse(text);
    QCOMPARE(address ? address->shown() : QString(), shown);
    const QString why = address ? QString() : address.error();
    QVERIFY2(why.contains(wrong), qPrintable(why));
    QVERIFY(!why.contains(u"secret"));
}

void PostgresFaultsTest::takesThePasswordFromAFile() {
    const Cable cable(m_server->port());
    QVERIFY(openAt(through(cable)));
    const auto without = openAt(m_server->overTcp(m_database, u"tridesk_owner"_s, cable.port()));
    QVERIFY(!without);
    QCOMPARE(without.error().code, Code::Refused);
    QVERIFY(!without.error().toString().contains(u"owner'"));
}

void PostgresFaultsTest::makesTheTablesOnceWhereManyCome() {
    std::array<QString, 4> whys;
    std::vector<std::thread> programs;
    programs.reserve(whys.size());
    for (QString& why : whys)
        programs.emplace_back([&why, address = owner()] {
            if (const auto journal = PostgresJournal::open(address); !journal)
                why = journal.error().toString();
        });
    for (std::thread& program : programs)
        program.join();
    for (const QString& why : whys)
        QCOMPARE(why, QString());
    QCOMPARE((*openAt(owner()))->head().value().seq, 0);
}

void PostgresFaultsTest::isOfAnotherVersion() {
    QVERIFY(openAt(owner()));
    QVERIFY(m_server->addUser(m_database, u"li"_s, u"bureau"_s));
    QVERIFY(openAt(m_server->at(m_database, u"li"_s)));
    QVERIFY(m_server->run(m_database, "COMMENT ON SCHEMA tridesk IS 'Tridesk journal, version 99'"));
    const auto newer = openAt(owner());
    QCOMPARE(newer.error().code, Code::TooNew);
    QVERIFY(newer.error().detail.contains(u"99"));
    // Who does not own it cannot bring it up, and says whose it is to do so.
    QVERIFY(m_server->run(m_database, "COMMENT ON SCHEMA tridesk IS 'Tridesk journal, version 1'"));
    const auto older = openAt(m_server->at(m_database, u"li"_s));
    QCOMPARE(older.error().code, Code::TooOld);
    QVERIFY(older.error().detail.contains(u"owner"));
}

void PostgresFaultsTest::isNoJournal() {
    QCOMPARE(openAt(m_server->at(m_database, u"admin"_s)).has_value(), true); // an empty one is made
    const QString theirs = m_server->makeDatabase(), none = m_server->makeDatabase();
    QVERIFY(m_server->run(theirs, "CREATE SCHEMA tridesk"));
    const auto refused = openAt(m_server->at(theirs, u"tridesk_owner"_s)); // somebody else's: left alone
    QCOMPARE(refused.error().code, Code::Corrupt);
    QVERIFY(m_server->run(none, "CREATE ROLE guest LOGIN IN ROLE tridesk_seat"));
    QCOMPARE(openAt(m_server->at(none, u"guest"_s)).error().code, Code::Corrupt);
    QCOMPARE(openAt(m_server->at(u"nowhere"_s, u"tridesk_owner"_s)).error().code, Code::Refused);
}

void PostgresFaultsTest::findsWhatWasStoredWithoutAnAnswer() {
    Cable cable(m_server->port());
    const auto journal = openAt(through(cable));
    QVERIFY(journal);
    auto step = (*journal)->begin();
    QVERIFY((*step)->append(drafts(1, 2), SystemClock().now()));
    cable.does([](CutProxy& proxy) { proxy.loseNextAnswer(); });
    const auto done = (*step)->commit();
    QVERIFY2(done, qPrintable(done ? QString() : done.error().toString()));
    int lost = 0;
    cable.does([&](const CutProxy& proxy) { lost = proxy.lost(); });
    QCOMPARE(lost, 1);
    QCOMPARE((*openAt(owner()))->head().value().seq, 2); // in exactly once
    QVERIFY(append(**journal, drafts(3, 1)));
}

void PostgresFaultsTest::knowsWhatWasNotStored() {
    Cable cable(m_server->port());
    const auto journal = openAt(through(cable));
    auto step = (*journal)->begin();
    QVERIFY((*step)->append(drafts(1, 2), SystemClock().now()));
    cable.does([](CutProxy& proxy) {
        proxy.cut();
        proxy.restore();
    });
    const auto done = (*step)->commit();
    QVERIFY(!done);
    QCOMPARE(done.error().code, Code::Io);
    QVERIFY2(done.error().detail.startsWith(u"not stored"), qPrintable(done.error().detail));
    QVERIFY(!(*journal)->seen(draft(1).request).value());
    QVERIFY(append(**journal, drafts(1, 2)));
}

/// And asked again with the same request, it is found out, and nothing is done twice.
void PostgresFaultsTest::saysThatItDoesNotKnow() {
    Cable cable(m_server->port());
    const auto journal = openAt(through(cable));
    auto step = (*journal)->begin();
    QVERIFY((*step)->append(drafts(1, 1), SystemClock().now()));
    cable.does([](CutProxy& proxy) {
        proxy.loseNextAnswer();
        proxy.close(); // nobody can connect any more
    });
    const auto done = (*step)->commit();
    QVERIFY(!done);
    QCOMPARE(done.error().code, Code::Unknown);
    cable.does([](CutProxy& proxy) { proxy.restore(); });
    const auto found = [&] { return (*journal)->seen(draft(1).request).value_or(false); };
    QTRY_VERIFY_WITH_TIMEOUT(found(), 20'000);
    QCOMPARE((*openAt(owner()))->head().value().seq, 1);
}

void PostgresFaultsTest::losesNothingWhenTheServerIsKilled() {
    const auto journal = openAt(owner());
    QVERIFY(append(**journal, drafts(1, 3)));
    auto step = (*journal)->begin();
    QVERIFY((*step)->append(drafts(4, 2), SystemClock().now())); // never committed
    m_server->kill();
    QVERIFY(!(*step)->append(drafts(6, 1), SystemClock().now()));
    QVERIFY(!(*step)->commit());
    step->reset();
    const auto away = (*journal)->head();
    QVERIFY(!away);
    QCOMPARE(away.error().code, Code::Io);
    QVERIFY(m_server->start());
    QTRY_VERIFY_WITH_TIMEOUT((*journal)->head().has_value(), 20'000);
    QCOMPARE((*journal)->head().value().seq, 3);
    QVERIFY(append(**journal, drafts(4, 2)));
    QVERIFY(!verifyChain(**journal).value().defect);
}

void PostgresFaultsTest::losesTheLineInAStep() {
    Cable cable(m_server->port());
    const auto journal = openAt(through(cable));
    auto step = (*journal)->begin();
    QVERIFY((*step)->append(drafts(1, 1), SystemClock().now()));
    cable.does([](CutProxy& proxy) {
        proxy.cut();
        proxy.restore();
    });
    QVERIFY(!(*step)->read(1, 1));
    QVERIFY(!(*journal)->head()); // a new line would know nothing of the step
    QVERIFY(!(*step)->append(drafts(2, 1), SystemClock().now()));
    QVERIFY(!(*step)->commit());
    QCOMPARE((*journal)->head().value().seq, 0);
}

void PostgresFaultsTest::doesNotWaitForAServerThatHangs() {
    const auto journal = openAt(owner());
    QVERIFY(append(**journal, drafts(1, 1)));
    m_server->freeze(true);
    QElapsedTimer waited;
    waited.start();
    const auto refused = (*journal)->begin();
    const qint64 took = waited.elapsed();
    m_server->freeze(false);
    QVERIFY(!refused);
    QVERIFY2(took < 15'000, qPrintable(QString::number(took)));
    QTRY_VERIFY_WITH_TIMEOUT((*journal)->head().has_value(), 20'000);
    QVERIFY(append(**journal, drafts(2, 1)));
}

/// A seat that holds the journal and stops in the middle of a step loses it; the others go on.
void PostgresFaultsTest::freesTheJournalOfWhoHangs() {
    const auto hangs = openAt(owner()), other = openAt(owner());
    auto step = (*hangs)->begin();
    QVERIFY(step);
    QCOMPARE((*other)->begin().error().code, Code::Locked);
    QTRY_VERIFY_WITH_TIMEOUT((*other)->begin().has_value(), 30'000);
    QVERIFY(!(*step)->append(drafts(1, 1), SystemClock().now()));
    QVERIFY(!(*step)->commit());
}

void PostgresFaultsTest::wakesOthers() {
    const auto journal = openAt(owner());
    const auto watch = JournalWatch::on(PostgresBell{owner()}.toString());
    QSignalSpy rang(watch.get(), &JournalWatch::rang);
    {
        auto step = (*journal)->begin();
        QVERIFY((*step)->append(drafts(1, 3), SystemClock().now()));
        QCoreApplication::processEvents();
        QCOMPARE(rang.count(), 0); // not before it is stored
        QVERIFY((*step)->commit());
    }
    QTRY_COMPARE(rang.count(), 1);
}

void PostgresFaultsTest::wakesAgainAfterALoss() {
    const auto journal = openAt(owner());
    Cable cable(m_server->port());
    const auto watch = JournalWatch::on(PostgresBell{through(cable)}.toString());
    QSignalSpy rang(watch.get(), &JournalWatch::rang), away(watch.get(), &JournalWatch::away);
    cable.does([](CutProxy& proxy) { proxy.cut(); });
    QTRY_COMPARE(away.count(), 1);
    QVERIFY(!away[0][0].toString().isEmpty());
    QVERIFY(append(**journal, drafts(1, 1))); // unheard
    cable.does([](CutProxy& proxy) { proxy.restore(); });
    QTRY_COMPARE_WITH_TIMEOUT(away.count(), 2, 20'000);
    QCOMPARE(away[1][0].toString(), QString());
    QVERIFY(rang.count() >= 1); // so that it is read now
    rang.clear();
    QVERIFY(append(**journal, drafts(2, 1)));
    QTRY_COMPARE(rang.count(), 1);
}

/// Each append compares them; here over facts that are made to be hard.
void PostgresFaultsTest::hashesAsTheServerDoes() {
    const auto journal = openAt(owner());
    Draft odd = draft(1);
    odd.seat = QString();
    odd.user = u"O'Brien \U0001F693 \"quoted\"\\\n\t"_s;
    odd.happenedAt = instantFromMs(-1);
    odd.payload = QByteArray("\0\x01\xff\\x00", 7);
    Draft empty = draft(2);
    empty.payload = QByteArray();
    empty.stream = QString();
    empty.version = 0;
    QVERIFY(append(**journal, {odd, empty, draft(3, 200'000)}));
    QCOMPARE(verifyChain(**journal).value().head.seq, 3);
    QVERIFY(!verifyChain(**journal).value().defect);
}

void PostgresFaultsTest::refusesAnotherClock() {
    const auto journal = openAt(owner());
    for (const int hours : {-1, 1}) {
        auto step = (*journal)->begin();
        const auto refused = (*step)->append(drafts(1, 1), SystemClock().now() + std::chrono::hours(hours));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Code::Refused);
        QVERIFY2(refused.error().detail.contains(u"clock"), qPrintable(refused.error().detail));
        QVERIFY(!(*step)->commit());
    }
    QCOMPARE((*journal)->head().value().seq, 0);
    // The clock that a desk is given follows the server's.
    milliseconds ahead(std::chrono::hours(5));
    const auto told = PostgresJournal::open(
        owner(), {.wait = milliseconds(500), .clockSeen = [&](milliseconds seen) { ahead = seen; }});
    QVERIFY(told);
    QVERIFY(ahead < milliseconds(2'000) && ahead > -milliseconds(2'000));
}

void PostgresFaultsTest::refusesTextThatCannotBeKept() {
    const auto journal = openAt(owner());
    Draft wrong = draft(1);
    wrong.user = u"a"_s + QChar(0) + u"b"_s;
    const auto refused = append(**journal, {wrong});
    QCOMPARE(refused.error().code, Code::Refused);
    QVERIFY(refused.error().detail.contains(u"user"));
    QVERIFY(append(**journal, drafts(2, 1)));
}

void PostgresFaultsTest::refusesToChangeEntries() {
    const auto journal = openAt(owner());
    QVERIFY(append(**journal, drafts(1, 3)));
    const auto sql = PostgresConnection::open(owner(), milliseconds(500)).value();
    for (const char* change : {"UPDATE tridesk.entries SET payload = '\\x00' WHERE seq = 2",
                               "DELETE FROM tridesk.entries", "TRUNCATE tridesk.entries"}) {
        const auto refused = sql->run(change);
        QVERIFY2(!refused, change);
        QCOMPARE(refused.error().code, Code::Refused);
    }
    QCOMPARE((*journal)->read(1, 9).value().size(), 3);
}

/// Who owns the database can still do it, and is found out.
void PostgresFaultsTest::verifyFindsWhatWasForged() {
    const auto journal = openAt(owner());
    QVERIFY(append(**journal, drafts(1, 5)));
    QVERIFY(m_server->run(m_database, "ALTER TABLE tridesk.entries DISABLE TRIGGER ALL;"
                                      "UPDATE tridesk.entries SET account = 'nobody' WHERE seq = 3"));
    QCOMPARE(verifyChain(**journal).value().defect.value_or(JournalDefect()).seq, 3);
    QVERIFY(m_server->run(m_database, "DELETE FROM tridesk.entries WHERE seq >= 3"));
    QCOMPARE(verifyChain(**journal).value().defect.value_or(JournalDefect()).seq, 3);
}

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::PostgresFaultsTest)
#include "postgres_faults_test.moc"
