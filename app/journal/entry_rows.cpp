// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/entry_rows.h"

namespace tridesk::rows {

using namespace Qt::StringLiterals;

namespace {

const QString columns = u"seq, recorded_at, request, happened_at, seat, user, stream, kind, version, payload,"
                        " previous_hash, hash"_s;

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

/// A null QString would be stored as NULL.
QString stored(const QString& text) {
    return text.isNull() ? u""_s : text;
}

QByteArray stored(const QByteArray& bytes) {
    return bytes.isNull() ? QByteArray("") : bytes;
}

} // namespace

std::expected<JournalHead, JournalFault> head(SqlDatabase& database) {
    auto rows = database.query(u"SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1"_s);
    if (!rows)
        return std::unexpected(rows.error());
    return rows->next().transform(
        [&](bool found) { return found ? JournalHead{rows->number(0), rows->bytes(1)} : JournalHead(); });
}

std::expected<QList<Entry>, JournalFault> read(SqlDatabase& database, qint64 fromSeq, int limit) {
    static const QString sql = u"SELECT %1 FROM entries WHERE seq >= ? ORDER BY seq LIMIT ?"_s.arg(columns);
    return all<Entry>(database.query(sql, {std::max<qint64>(fromSeq, 1), std::max(limit, 0)}), entryAt);
}

std::expected<QList<Entry>, JournalFault> entriesOf(SqlDatabase& database, RequestId request) {
    static const QString sql = u"SELECT %1 FROM entries WHERE request = ? ORDER BY seq"_s.arg(columns);
    return all<Entry>(database.query(sql, {request.value().toRfc4122()}), entryAt);
}

std::expected<QList<Entry>, JournalFault> ofStream(SqlDatabase& database, const QString& stream, int limit) {
    static const QString sql = u"SELECT %1 FROM entries WHERE stream = ? ORDER BY seq LIMIT ?"_s.arg(columns);
    return all<Entry>(database.query(sql, {stored(stream), std::max(limit, 0)}), entryAt);
}

std::expected<void, JournalFault> insert(SqlDatabase& database, const Entry& entry) {
    static const QString sql =
        u"INSERT INTO entries (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(columns);
    const Draft& fact = entry.fact;
    return database.run(sql, {entry.seq, qint64(toMs(entry.recordedAt)), fact.request.value().toRfc4122(),
                              qint64(toMs(fact.happenedAt)), stored(fact.seat), stored(fact.user),
                              stored(fact.stream), stored(fact.kind), fact.version, stored(fact.payload),
                              entry.previousHash, entry.hash});
}

std::expected<void, JournalFault> keep(SqlDatabase& database, const Receipt& receipt) {
    const QVariant seat = stored(receipt.seat), user = stored(receipt.user), at = qint64(toMs(receipt.at));
    const auto touching =
        database.scalar(u"SELECT id FROM receipts WHERE seat = ? AND stage = ? AND at = ? AND user = ?"
                        " AND from_seq <= ? AND to_seq >= ? LIMIT 1"_s,
                        {seat, int(receipt.stage), at, user, receipt.toSeq + 1, receipt.fromSeq - 1});
    if (!touching)
        return std::unexpected(touching.error());
    if (touching->isValid())
        return database.run(
            u"UPDATE receipts SET from_seq = min(from_seq, ?), to_seq = max(to_seq, ?) WHERE id = ?"_s,
            {receipt.fromSeq, receipt.toSeq, *touching});
    return database.run(
        u"INSERT INTO receipts (seat, user, stage, from_seq, to_seq, at) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {seat, user, int(receipt.stage), receipt.fromSeq, receipt.toSeq, at});
}

std::expected<QList<Receipt>, JournalFault> receipts(SqlDatabase& database, const ReceiptQuery& query) {
    const QString seat = stored(query.seat);
    const int stage = query.stage ? int(*query.stage) : -1;
    return all<Receipt>(database.query(u"SELECT seat, user, stage, from_seq, to_seq, at FROM receipts"
                                       " WHERE (? = '' OR seat = ?) AND (? < 0 OR stage = ?)"
                                       " AND from_seq <= ? AND to_seq >= ? ORDER BY id"_s,
                                       {seat, seat, stage, stage, query.toSeq, query.fromSeq}),
                        receiptAt);
}

} // namespace tridesk::rows
