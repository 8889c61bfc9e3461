// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/replica_record.h"
#include "tests/link/replica_scene.h"

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

/// What the record says that a console's seats had before them, over an outage.
class ReplicaReceiptTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_site = std::make_unique<Site>(); }
    void init() {
        m_site->line.restore();
        m_site->begin();
    }
    void cleanupTestCase() { m_site.reset(); }

    void recordsReceiptsOnceItIsBack();
    void recordsAllThatASeatReceived();
    void asksTheServerWhatOthersWereShown();

private:
    void report(const QString& key) { m_site->tell(reportOf(key)); }
    [[nodiscard]] static bool shows(const ReplicaConsole& console, const QString& key) {
        return console.knows([&](const Situation& s) { return incidentOf(s, key) != nullptr; });
    }

    std::unique_ptr<Site> m_site;
};

void ReplicaReceiptTest::recordsReceiptsOnceItIsBack() {
    report(u"old"_s);
    ReplicaConsole console(*m_site);
    QVERIFY(shows(console, u"old"_s));
    m_site->line.cut();
    QVERIFY(console.isLost());
    const Actor wang = bureauBy(u"wang"_s);
    console.desk->noteShown(wang, 1, console.situation().seq());
    console.restart(); // written down before it ends
    m_site->line.restore();
    QVERIFY(console.isUp());
    const char* const ask = "SELECT count(*)::text FROM tridesk.receipts WHERE seat = 'bureau' AND stage = 1";
    QTRY_COMPARE_WITH_TIMEOUT(m_site->server.ask(m_site->database, ask), u"1"_s, patience);
}

/// Over an outage too, during which its board stood at numbers that the journal gave to others.
void ReplicaReceiptTest::recordsAllThatASeatReceived() {
    report(u"old"_s);
    ReplicaConsole console(*m_site);
    QVERIFY(shows(console, u"old"_s));
    const SeatDesk seat(*console.desk, bureauBy(u"wang"_s));
    const qint64 first = m_site->situation().seq() + 1;
    report(u"before"_s);
    QVERIFY(shows(console, u"before"_s));
    m_site->line.cut();
    QVERIFY(console.isLost());
    for (const QString& key : {u"one"_s, u"two"_s, u"three"_s})
        QVERIFY(console.ask(reportOf(key)).has_value());
    report(u"meanwhile"_s);
    m_site->line.restore();
    QVERIFY(console.isSent());
    QVERIFY(shows(console, u"meanwhile"_s));
    report(u"after"_s);
    QVERIFY(shows(console, u"after"_s));
    const qint64 last = m_site->situation().seq();
    const auto missing = [&] {
        QSet<qint64> all;
        for (qint64 seq = first; seq <= last; ++seq)
            all.insert(seq);
        const auto journal = PostgresJournal::open(m_site->server.at(m_site->database, u"tridesk_owner"_s),
                                                   {.readOnly = true});
        const auto received =
            must((*journal)->receipts({.seat = u"bureau"_s, .stage = ReceiptStage::Received}));
        for (const Receipt& receipt : received)
            for (qint64 seq = receipt.fromSeq; receipt.user == u"wang" && seq <= receipt.toSeq; ++seq)
                all.remove(seq);
        return all.size();
    };
    QTRY_COMPARE_WITH_TIMEOUT(missing(), 0, patience);
}

void ReplicaReceiptTest::asksTheServerWhatOthersWereShown() {
    report(u"old"_s);
    ReplicaConsole console(*m_site);
    QVERIFY(shows(console, u"old"_s));
    QTRY_COMPARE(console.entries(), m_site->entries());
    const Actor li = bureauBy(u"li"_s);
    m_site->other->noteShown(li, 1, m_site->situation().seq());
    const char* const ask = "SELECT count(*)::text FROM tridesk.receipts WHERE account = 'li' AND stage = 1";
    QTRY_COMPARE_WITH_TIMEOUT(m_site->server.ask(m_site->database, ask), u"1"_s, patience);
    ReplicaRecord record(must(SqliteJournal::open(console.replica())), console.access);
    const ReceiptQuery query{.seat = u"bureau"_s, .stage = ReceiptStage::Shown};
    const auto isLis = [](const Receipt& receipt) { return receipt.user == u"li"; };
    QCOMPARE(std::ranges::count_if(must(record.receipts(query)), isLis), 1);
    QCOMPARE(must(record.read(1, 1'000'000)), m_site->entries());
    m_site->line.cut(); // then it has what this console itself was shown
    QCOMPARE(std::ranges::count_if(must(record.receipts(query)), isLis), 0);
    QCOMPARE(must(record.read(1, 1'000'000)), m_site->entries());
    QVERIFY(!record.begin());
    QVERIFY(!record.record({}));
}

QTEST_GUILESS_MAIN(ReplicaReceiptTest)
#include "replica_receipt_test.moc"
