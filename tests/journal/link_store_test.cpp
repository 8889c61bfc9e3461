// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/chain.h"
#include "app/journal/link_store.h"
#include "tests/support/scene.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

Entry entry(qint64 seq, const QString& stream) {
    Entry made{.seq = seq,
               .recordedAt = instantFromMs(seq),
               .fact = {.request = RequestId(QUuid::createUuid()),
                        .happenedAt = instantFromMs(seq),
                        .seat = u"bureau"_s,
                        .user = u"chen"_s,
                        .stream = stream,
                        .kind = u"unit.defined"_s,
                        .payload = R"({"a":1})"},
               .previousHash = QByteArray(32, 'p'),
               .hash = {}};
    made.hash = chainHash(made);
    return made;
}

Request request(const Command& command) {
    return {.id = RequestId(QUuid::createUuid()),
            .actor = {.seat = must(Seat::parse(u"field:1A12")), .user = u"chen"_s, .role = Role::Crew},
            .happenedAt = instantFromMs(1'795'262'400'123),
            .command = command};
}

QList<qint64> numbers(LinkStore& store) {
    QList<qint64> seqs;
    const QList<Entry> entries = store.entries().value();
    for (const Entry& each : entries)
        seqs << each.seq;
    return seqs;
}

} // namespace

/// What a terminal keeps.
class LinkStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsAPartOfAJournal() {
        auto store = open();
        const Entry one = entry(3, u"unit/1A12"_s);
        QVERIFY(store->take({.upTo = 9,
                             .origin = "origin",
                             .streams = {},
                             .entries = {one, entry(7, u"incident/x"_s), entry(8, u"incident/y"_s)},
                             .answered = {}}));
        QCOMPARE(numbers(*store), (QList<qint64>{3, 7, 8}));
        QCOMPARE(store->entries().value().constFirst(), one); // hash and all
        // A stream comes whole in place of what was there; another is taken back.
        QVERIFY(store->take({.upTo = 12,
                             .origin = "origin",
                             .streams = {u"incident/x"_s, u"incident/y"_s},
                             .entries = {entry(5, u"incident/x"_s), entry(11, u"incident/x"_s)},
                             .answered = {}}));
        store = reopened(std::move(store));
        QCOMPARE(numbers(*store), (QList<qint64>{3, 5, 11}));
        QCOMPARE(store->ofStream(u"incident/x"_s).value().size(), 2);
        const LinkHead head = store->head().value();
        QCOMPARE(head.position, 12);
        QCOMPARE(head.origin, "origin");
        QCOMPARE(head.seat, u"field:1A12"_s);
        QVERIFY(!head.heardAt);
        QVERIFY(store->noteHeard(instantFromMs(77), Milliseconds(-3'600'000)));
        QCOMPARE(store->head().value().ahead, Milliseconds(-3'600'000));
        QCOMPARE(must(store->head().value().heardAt), instantFromMs(77));
        QVERIFY(store->forgetReplica());
        QVERIFY(numbers(*store).isEmpty());
        QCOMPARE(store->head().value().position, 0);
    }

    void keepsWhatWaitsInOrder() {
        auto store = open();
        const Request first = request(AddNote{.incident = {}, .text = u"一"_s});
        const Request second = request(LogOff{code<UnitId>(u"1A12")});
        const Request third = request(OpenSeat{});
        for (const Request& each : {first, second, third})
            QVERIFY(store->keep(each));
        QVERIFY(!store->keep(first)); // not twice
        store = reopened(std::move(store));
        const QList<OutboxItem> outbox = store->outbox().value();
        QCOMPARE(outbox.size(), 3);
        const Request& kept = outbox[0].request;
        QCOMPARE(kept.id, first.id);
        QCOMPARE(kept.happenedAt, first.happenedAt);
        QCOMPARE(kept.actor, first.actor);
        QCOMPARE(std::get<AddNote>(kept.command).text, u"一"_s);
        QVERIFY(store->forget(second.id));
        QVERIFY(
            store->take({.upTo = 1, .origin = "o", .streams = {}, .entries = {}, .answered = {third.id}}));
        QCOMPARE(store->outbox().value().size(), 1);
        // Refused: out of the outbox and before the crew, in one step.
        QVERIFY(
            store->refuse({first, instantFromMs(5), {RefusalCode::OrderOver, u"order"_s, u"x"_s, u"d"_s}}));
        store = reopened(std::move(store));
        QVERIFY(store->outbox().value().isEmpty());
        const QList<LateRefusal> refused = store->refusals().value();
        QCOMPARE(refused.size(), 1);
        QCOMPARE(refused[0].request.id, first.id);
        QCOMPARE(refused[0].refusal, (Refusal{RefusalCode::OrderOver, u"order"_s, u"x"_s, u"d"_s}));
        QVERIFY(store->dismiss(first.id));
        QVERIFY(store->refusals().value().isEmpty());
    }

    void isItsOwnersAlone() {
        const auto store = open();
        const QFile::Permissions others =
            QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        QVERIFY(!(QFile(file()).permissions() & others));
    }

    void refusesWhatIsNoneOfIts() {
        QFile alien(file());
        QVERIFY(alien.open(QIODevice::WriteOnly) &&
                alien.write("not a database, but long enough to look like a file of some kind "
                            "............................................................") > 0);
        alien.close();
        QVERIFY(!LinkStore::open(file(), u"field:1A12"_s));
    }

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"link.db"_s); }
    [[nodiscard]] std::unique_ptr<LinkStore> open() const {
        auto store = LinkStore::open(file(), u"field:1A12"_s);
        if (!store)
            qFatal("%s", qPrintable(store.error().toString()));
        return std::move(*store);
    }
    [[nodiscard]] std::unique_ptr<LinkStore> reopened(std::unique_ptr<LinkStore> store) const {
        store.reset();
        return open();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(LinkStoreTest)
#include "link_store_test.moc"
