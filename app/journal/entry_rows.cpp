// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/entry_rows.h"

namespace tridesk::rows {

using namespace Qt::StringLiterals;

namespace {

// Put together by the compiler, so that a statement's text costs nothing when it is used again.
#define ENTRY_COLUMNS                                                                                        \
    "seq, recorded_at, request, happened_at, seat, user, stream, kind, version, payload, previous_hash, "    \
    "hash"

constexpr qint64 block = 64;

Entry entryAt(const SqlRows& row) {
    const Draft fact{RequestId(QUuid::fromRfc4122(row.bytes(2))),
                     instantFromMs(row.number(3)),
                     row.text(4),
                     row.text(5),
                     row.text(6),
                     row.text(7),
                     int(row.number(8)),
                     row.bytes(9)};
    return {row.number(0), instantFromMs(row.number(1)), fact, row.bytes(10), row.bytes(11)};
}

Receipt receiptAt(const SqlRows& row) {
    return {row.text(0),
            row.text(1),
            ReceiptStage(std::clamp<qint64>(row.number(2), 0, qint64(ReceiptStage::Acknowledged))),
            row.number(3),
            row.number(4),
            instantFromMs(row.number(5))};
}

template <class T>
std::expected<QList<T>, JournalFault> all(std::expected<SqlRows, JournalFault> rows,
                                          T (*at)(const SqlRows&)) {
    if (!rows)
        return std::unexpected(rows.error());
    QList<T> found;
    for (;;) {
        const auto more = rows->next();
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return found;
        found += at(*rows);
    }
}

/// The entries under `key`: those of whole blocks by the index, the others by `sql`, which walks them.
std::expected<QList<Entry>, JournalFault> lookUp(SqlDatabase& database, const QVariant& key, const char* sql,
                                                 int limit) {
    const auto end = head(database);
    if (!end)
        return std::unexpected(end.error());
    const qint64 indexed = end->seq - end->seq % block;
    auto found = all<Entry>(
        database.query("SELECT " ENTRY_COLUMNS " FROM entries WHERE seq IN"
                       " (SELECT seq FROM lookups WHERE key = ? AND seq <= ?) ORDER BY seq LIMIT ?",
                       {key, indexed, limit}),
        entryAt);
    if (!found)
        return found;
    return all<Entry>(database.query(sql, {indexed, key, limit - found->size()}), entryAt)
        .transform([&](const QList<Entry>& rest) { return *found + rest; });
}

/// OR IGNORE: after a torn end was set aside, part of a block may be there already.
std::expected<void, JournalFault> bringUpIndex(SqlDatabase& database, qint64 to) {
    return database
        .run("INSERT OR IGNORE INTO lookups SELECT request, seq FROM entries WHERE seq > ? AND seq <= ?",
             {to - block, to})
        .and_then([&] {
            return database.run(
                "INSERT OR IGNORE INTO lookups SELECT stream, seq FROM entries WHERE seq > ? AND seq <= ?",
                {to - block, to});
        });
}

} // namespace

std::expected<JournalHead, JournalFault> head(SqlDatabase& database) {
    auto rows = database.query("SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1");
    if (!rows)
        return std::unexpected(rows.error());
    return rows->next().transform(
        [&](bool found) { return found ? JournalHead{rows->number(0), rows->bytes(1)} : JournalHead(); });
}

std::expected<QList<Entry>, JournalFault> read(SqlDatabase& database, qint64 fromSeq, int limit) {
    return all<Entry>(database.query("SELECT " ENTRY_COLUMNS
                                     " FROM entries WHERE seq >= ? ORDER BY seq LIMIT ?",
                                     {std::max<qint64>(fromSeq, 1), std::max(limit, 0)}),
                      entryAt);
}

std::expected<QList<Entry>, JournalFault> entriesOf(SqlDatabase& database, RequestId request) {
    return lookUp(database, request.value().toRfc4122(),
                  "SELECT " ENTRY_COLUMNS " FROM entries WHERE seq > ? AND request = ? ORDER BY seq LIMIT ?",
                  std::numeric_limits<int>::max());
}

std::expected<QList<Entry>, JournalFault> ofStream(SqlDatabase& database, const QString& stream, int limit) {
    return lookUp(database, stream,
                  "SELECT " ENTRY_COLUMNS " FROM entries WHERE seq > ? AND stream = ? ORDER BY seq LIMIT ?",
                  std::max(limit, 0));
}

std::expected<void, JournalFault> insert(SqlDatabase& database, const Entry& entry) {
    const Draft& fact = entry.fact;
    const auto inserted =
        database.run("INSERT INTO entries (" ENTRY_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                     {entry.seq, qint64(toMs(entry.recordedAt)), fact.request.value().toRfc4122(),
                      qint64(toMs(fact.happenedAt)), fact.seat, fact.user, fact.stream, fact.kind,
                      fact.version, fact.payload, entry.previousHash, entry.hash});
    return inserted && entry.seq % block == 0 ? bringUpIndex(database, entry.seq) : inserted;
}

std::expected<qint64, JournalFault> firstUnindexed(SqlDatabase& database) {
    return database
        .scalar("SELECT min(seq) FROM entries WHERE seq <= (SELECT max(seq) / ? * ? FROM entries)"
                " AND (NOT EXISTS (SELECT 1 FROM lookups WHERE key = request AND lookups.seq = entries.seq)"
                " OR NOT EXISTS (SELECT 1 FROM lookups WHERE key = stream AND lookups.seq = entries.seq))",
                {block, block})
        .transform([](const QVariant& seq) { return seq.toLongLong(); });
}

std::expected<void, JournalFault> keep(SqlDatabase& database, const Receipt& receipt) {
    const QVariant seat = receipt.seat, user = receipt.user, at = qint64(toMs(receipt.at));
    const auto touching =
        database.scalar("SELECT id FROM receipts WHERE seat = ? AND stage = ? AND at = ? AND user = ?"
                        " AND from_seq <= ? AND to_seq >= ? LIMIT 1",
                        {seat, int(receipt.stage), at, user, receipt.toSeq + 1, receipt.fromSeq - 1});
    if (!touching)
        return std::unexpected(touching.error());
    if (touching->isValid())
        return database.run(
            "UPDATE receipts SET from_seq = min(from_seq, ?), to_seq = max(to_seq, ?) WHERE id = ?",
            {receipt.fromSeq, receipt.toSeq, *touching});
    return database.run(
        "INSERT INTO receipts (seat, user, stage, from_seq, to_seq, at) VALUES (?, ?, ?, ?, ?, ?)",
        {seat, user, int(receipt.stage), receipt.fromSeq, receipt.toSeq, at});
}

std::expected<QList<Receipt>, JournalFault> receipts(SqlDatabase& database, const ReceiptQuery& query) {
    const QString seat = query.seat;
    const int stage = query.stage ? int(*query.stage) : -1;
    return all<Receipt>(database.query("SELECT seat, user, stage, from_seq, to_seq, at FROM receipts"
                                       " WHERE (? = '' OR seat = ?) AND (? < 0 OR stage = ?)"
                                       " AND from_seq <= ? AND to_seq >= ? ORDER BY id",
                                       {seat, seat, stage, stage, query.toSeq, query.fromSeq}),
                        receiptAt);
}

#undef ENTRY_COLUMNS

} // namespace tridesk::rows
