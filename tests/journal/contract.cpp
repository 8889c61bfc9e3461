// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journal/contract.h"

#include "app/journal/chain.h"
#include "tests/journal/drafts.h"

#include <QTest>

#include <thread>
#include <vector>

namespace tridesk::test {

using namespace Qt::StringLiterals;

namespace {

constexpr Instant recordedAt{Milliseconds(1'800'000'000'000)};
const Receipt shown{u"bureau"_s, u"韩梅梅"_s, ReceiptStage::Shown, 3, 5, recordedAt};

QList<Entry> append(Journal& journal, const QList<Draft>& drafts) {
    auto step = journal.begin();
    if (!step)
        return {};
    const auto entries = (*step)->append(drafts, recordedAt);
    return entries && (*step)->commit() ? *entries : QList<Entry>();
}

/// The number of entries of the whole journal, or the first that does not chain as a negative number.
qint64 verified(Journal& journal) {
    JournalHead head;
    const auto entries = journal.read(1, 1'000'000);
    for (const Entry& entry : entries.value_or(QList<Entry>())) {
        if (!chainDefect(head, entry).isEmpty())
            return -head.seq - 1;
        head = {entry.seq, entry.hash};
    }
    return head.seq;
}

} // namespace

void JournalContract::emptyEndsAtZero() {
    const auto journal = open();
    QCOMPARE(journal->head().value().seq, 0);
    QCOMPARE(journal->head().value().hash, QByteArray(32, '\0'));
    QVERIFY(journal->read(1, 10).value().isEmpty());
}

void JournalContract::appendsInOrderAndChains() {
    const auto journal = open();
    const QList<Entry> first = append(*journal, drafts(1, 3));
    const QList<Entry> second = append(*journal, drafts(4, 1));
    QCOMPARE(first.size(), 3);
    QCOMPARE(second.size(), 1);
    QCOMPARE(first[0].previousHash, QByteArray(32, '\0'));
    QCOMPARE(second[0].previousHash, first[2].hash);
    QCOMPARE(journal->head().value(), (JournalHead{4, second[0].hash}));
    QCOMPARE(journal->read(1, 10).value(), first + second);
    QCOMPARE(verified(*journal), 4);
}

void JournalContract::keepsEveryField() {
    const auto journal = open();
    Draft odd = draft(7);
    odd.seat = QString();
    odd.user = u"O'Brien \U0001F693 \"quoted\"\n\t"_s;
    odd.happenedAt = instantFromMs(-1);
    odd.version = 12;
    odd.payload = QByteArray("\0\x01\xff binary", 10);
    const QList<Entry> appended = append(*journal, {odd});
    QCOMPARE(appended.size(), 1);
    const Entry entry = open()->read(1, 1).value().value(0);
    QCOMPARE(entry, appended[0]);
    QCOMPARE(entry.fact, odd);
    QCOMPARE(entry.recordedAt, recordedAt);
    QCOMPARE(chainHash(entry), entry.hash);
}

void JournalContract::readsWithinBounds() {
    const auto journal = open();
    append(*journal, drafts(1, 5));
    QCOMPARE(journal->read(2, 2).value().size(), 2);
    QCOMPARE(journal->read(2, 2).value()[0].seq, 2);
    QCOMPARE(journal->read(-3, 2).value()[0].seq, 1);
    QCOMPARE(journal->read(5, 100).value().size(), 1);
    QVERIFY(journal->read(6, 100).value().isEmpty());
    QVERIFY(journal->read(1, 0).value().isEmpty());
}

void JournalContract::othersSeeOnlyWhatWasCommitted() {
    const auto journal = open(), other = open();
    auto step = journal->begin();
    QVERIFY(step);
    QVERIFY((*step)->append(drafts(1, 2), recordedAt));
    QCOMPARE(other->head().value().seq, 0);
    QVERIFY((*step)->commit());
    QCOMPARE(other->head().value().seq, 2);
    QCOMPARE(other->read(1, 10).value().size(), 2);
}

void JournalContract::rollsBackUnlessCommitted() {
    const auto journal = open();
    {
        auto step = journal->begin();
        QVERIFY((*step)->append(drafts(1, 2), recordedAt));
    }
    QCOMPARE(journal->head().value().seq, 0);
    QVERIFY(!journal->seen(draft(1).request).value());
    QCOMPARE(append(*journal, drafts(3, 1)).value(0).seq, 1);
    QCOMPARE(verified(*journal), 1);
}

void JournalContract::readsBackInsideTheTransaction() {
    const auto journal = open();
    append(*journal, drafts(1, 2));
    auto step = journal->begin();
    const QList<Entry> more = (*step)->append(drafts(3, 2), recordedAt).value();
    QCOMPARE((*step)->head().value(), (JournalHead{4, more[1].hash}));
    QCOMPARE((*step)->read(2, 2).value().size(), 2);
    QCOMPARE((*step)->read(2, 2).value()[1], more[0]);
    QCOMPARE((*step)->read(4, 9).value(), QList<Entry>{more[1]});
    QVERIFY((*step)->seen(draft(4).request).value());
    QVERIFY((*step)->commit());
    QCOMPARE(verified(*journal), 4);
}

void JournalContract::seesWhatOthersAppendedBefore() {
    const auto journal = open(), other = open();
    append(*journal, drafts(1, 1));
    append(*other, drafts(2, 3));
    auto step = journal->begin();
    QCOMPARE((*step)->head().value().seq, 4);
    QCOMPARE((*step)->read(2, 9).value().size(), 3);
}

void JournalContract::isLockedWhileAnotherWrites() {
    const auto journal = open(), other = open();
    auto step = journal->begin();
    QVERIFY(step);
    const auto refused = other->begin();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, JournalFault::Code::Locked);
    step->reset();
    QVERIFY(other->begin());
}

void JournalContract::hasOneTransactionAtATime() {
    const auto journal = open();
    auto step = journal->begin();
    QCOMPARE(journal->begin().error().code, JournalFault::Code::Locked);
    QCOMPARE(journal->record({shown}).error().code, JournalFault::Code::Locked);
    step->reset();
    QVERIFY(journal->begin());
}

void JournalContract::isOverAfterCommit() {
    const auto journal = open();
    auto step = journal->begin();
    QVERIFY((*step)->append(drafts(1, 1), recordedAt));
    QVERIFY((*step)->commit());
    QVERIFY(!(*step)->append(drafts(2, 1), recordedAt));
    QVERIFY(!(*step)->commit());
    QVERIFY(journal->begin());
    QCOMPARE(journal->head().value().seq, 1);
}

void JournalContract::findsTheEntriesOfARequest() {
    const auto journal = open();
    QList<Draft> three = drafts(1, 3);
    three[2].request = three[0].request;
    const QList<Entry> appended = append(*journal, three);
    QCOMPARE(journal->entriesOf(three[0].request).value(), (QList<Entry>{appended[0], appended[2]}));
    QVERIFY(journal->seen(three[1].request).value());
    QVERIFY(!journal->seen(draft(9).request).value());
}

void JournalContract::findsTheEntriesOfAStream() {
    const auto journal = open();
    QList<Draft> some = drafts(1, 4);
    some[2].stream = some[0].stream;
    const auto step = journal->begin().value();
    const QList<Entry> appended = step->append(some, instantFromMs(1)).value();
    QVERIFY(step->commit());
    QCOMPARE(journal->ofStream(some[0].stream, 10).value(), (QList<Entry>{appended[0], appended[2]}));
    QCOMPARE(journal->ofStream(some[0].stream, 1).value(), (QList<Entry>{appended[0]}));
    QVERIFY(journal->ofStream(u"incident/none"_s, 10).value().isEmpty());
}

void JournalContract::findsAmongMany() {
    constexpr int many = 300;
    const auto journal = open();
    QList<Draft> all = drafts(1, many);
    for (int i = 0; i < many; i += 7)
        all[i].stream = u"incident/common"_s;
    append(*journal, all.first(150));
    for (int i = 150; i < many; i += 50)
        append(*journal, all.sliced(i, 50));
    for (int i = 0; i < many; i += 13)
        QCOMPARE(journal->entriesOf(all[i].request).value().value(0).seq, i + 1);
    const QList<Entry> common = open()->ofStream(u"incident/common"_s, many).value();
    QCOMPARE(common.size(), (many + 6) / 7);
    for (int i = 0; i < common.size(); ++i)
        QCOMPARE(common[i].seq, i * 7 + 1);
    QCOMPARE(journal->ofStream(u"incident/common"_s, 42).value(), common.first(42));
}

void JournalContract::keepsReceipts() {
    const auto journal = open();
    Receipt acknowledged = shown;
    acknowledged.stage = ReceiptStage::Acknowledged;
    Receipt elsewhere = shown;
    elsewhere.seat = u"field:1A12"_s;
    QVERIFY(journal->record({shown, acknowledged, elsewhere}));
    const auto other = open();
    QCOMPARE(other->receipts({}).value(), (QList<Receipt>{shown, acknowledged, elsewhere}));
    QCOMPARE(other->receipts({.seat = u"field:1A12"_s, .stage = {}}).value(), QList<Receipt>{elsewhere});
    QCOMPARE(other->receipts({.seat = {}, .stage = ReceiptStage::Acknowledged}).value(),
             QList<Receipt>{acknowledged});
    QCOMPARE(other->receipts({.seat = {}, .stage = {}, .fromSeq = 5, .toSeq = 5}).value().size(), 3);
    QVERIFY(other->receipts({.seat = {}, .stage = {}, .fromSeq = 6}).value().isEmpty());
    QVERIFY(other->receipts({.seat = {}, .stage = {}, .fromSeq = 1, .toSeq = 2}).value().isEmpty());
}

void JournalContract::joinsReceiptsThatTouch() {
    const auto journal = open();
    Receipt next = shown, later = shown, apart = shown;
    next.fromSeq = next.toSeq = 6;
    later.fromSeq = later.toSeq = 7;
    later.at += Milliseconds(1);
    apart.fromSeq = apart.toSeq = 9;
    QVERIFY(journal->record({shown}));
    QVERIFY(journal->record({next, later, apart}));
    Receipt joined = shown;
    joined.toSeq = 6;
    QCOMPARE(journal->receipts({}).value(), (QList<Receipt>{joined, later, apart}));
}

void JournalContract::takesAppendsFromManyThreads() {
    constexpr int threads = 4, each = 25;
    std::vector<std::thread> writers;
    writers.reserve(threads);
    for (int t = 0; t < threads; ++t)
        writers.emplace_back([this, t] {
            const auto journal = open();
            for (int i = 0; i < each;)
                i += int(append(*journal, drafts(t * 1000 + i, 1)).size()); // Locked: again
        });
    for (std::thread& writer : writers)
        writer.join();
    const auto journal = open();
    QCOMPARE(verified(*journal), threads * each);
    for (int t = 0; t < threads; ++t)
        for (int i = 0; i < each; ++i)
            QCOMPARE(journal->entriesOf(draft(t * 1000 + i).request).value().size(), 1);
}

} // namespace tridesk::test
