// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/postgres_rows.h"

#include "app/journal/chain.h"

#include <QUuid>

#include <algorithm>
#include <limits>

namespace tridesk::postgres_rows {

using namespace Qt::StringLiterals;

namespace {

using Call = PostgresConnection::Call;

#define ENTRY_COLUMNS                                                                                        \
    "seq, recorded_at, request, happened_at, seat, account, stream, kind, version, payload, previous_hash, " \
    "hash"

Entry entryAt(const PostgresRows& rows, int row) {
    const Draft fact{RequestId(QUuid::fromRfc4122(rows.bytes(row, 2))),
                     instantFromMs(rows.number(row, 3)),
                     rows.text(row, 4),
                     rows.text(row, 5),
                     rows.text(row, 6),
                     rows.text(row, 7),
                     int(rows.number(row, 8)),
                     rows.bytes(row, 9)};
    return {rows.number(row, 0), instantFromMs(rows.number(row, 1)), fact, rows.bytes(row, 10),
            rows.bytes(row, 11)};
}

Receipt receiptAt(const PostgresRows& rows, int row) {
    return {rows.text(row, 0),
            rows.text(row, 1),
            ReceiptStage(std::clamp<qint64>(rows.number(row, 2), 0, qint64(ReceiptStage::Acknowledged))),
            rows.number(row, 3),
            rows.number(row, 4),
            instantFromMs(rows.number(row, 5))};
}

template <class T>
std::expected<QList<T>, JournalFault> all(const std::expected<PostgresRows, JournalFault>& rows,
                                          T (*at)(const PostgresRows&, int)) {
    if (!rows)
        return std::unexpected(rows.error());
    QList<T> found;
    found.reserve(rows->count());
    for (int row = 0; row < rows->count(); ++row)
        found += at(*rows, row);
    return found;
}

/// PostgreSQL's text holds every character but U+0000.
QString unstorable(const Draft& fact) {
    const std::pair<QString, const QString*> fields[] = {{u"seat"_s, &fact.seat},
                                                         {u"user"_s, &fact.user},
                                                         {u"stream"_s, &fact.stream},
                                                         {u"kind"_s, &fact.kind}};
    for (const auto& [name, text] : fields)
        if (text->contains(QChar(0)))
            return name;
    return {};
}

Call appending(const Draft& fact, Instant recordedAt) {
    return {"SELECT seq, hash FROM tridesk.append($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            {qint64(toMs(recordedAt)), fact.request.value(), qint64(toMs(fact.happenedAt)), fact.seat,
             fact.user, fact.stream, fact.kind, fact.version, fact.payload}};
}

} // namespace

JournalHead headAt(const PostgresRows& rows) {
    return rows.count() == 0 ? JournalHead() : JournalHead{rows.number(0, 0), rows.bytes(0, 1)};
}

std::expected<JournalHead, JournalFault> head(PostgresConnection& connection) {
    return connection.query({"SELECT seq, hash FROM tridesk.head_now()"}).transform(headAt);
}

std::expected<QList<Entry>, JournalFault> read(PostgresConnection& connection, qint64 fromSeq, int limit) {
    return all<Entry>(connection.query({"SELECT " ENTRY_COLUMNS
                                        " FROM tridesk.entries WHERE seq >= $1 ORDER BY seq LIMIT $2",
                                        {std::max<qint64>(fromSeq, 1), std::max(limit, 0)}}),
                      entryAt);
}

std::expected<QList<Entry>, JournalFault> entriesOf(PostgresConnection& connection, RequestId request) {
    return all<Entry>(
        connection.query({"SELECT " ENTRY_COLUMNS " FROM tridesk.entries WHERE request = $1 ORDER BY seq",
                          {request.value()}}),
        entryAt);
}

std::expected<QList<Entry>, JournalFault> ofStream(PostgresConnection& connection, const QString& stream,
                                                   int limit) {
    return all<Entry>(connection.query({"SELECT " ENTRY_COLUMNS
                                        " FROM tridesk.entries WHERE stream = $1 ORDER BY seq LIMIT $2",
                                        {stream, std::max(limit, 0)}}),
                      entryAt);
}

#undef ENTRY_COLUMNS

std::expected<QList<Entry>, JournalFault> append(PostgresConnection& connection, const JournalHead& head,
                                                 const QList<Draft>& drafts, Instant recordedAt) {
    std::vector<Call> calls;
    for (const Draft& draft : drafts) {
        if (const QString field = unstorable(draft); !field.isEmpty())
            return std::unexpected(connection.fault(JournalFault::Code::Refused,
                                                    u"append: %1 holds a character U+0000"_s.arg(field)));
        calls.push_back(appending(draft, recordedAt));
    }
    const auto answers = connection.queryAll(calls);
    if (!answers)
        return std::unexpected(answers.error());
    QList<Entry> entries;
    JournalHead last = head;
    for (qsizetype i = 0; i < drafts.size(); ++i) {
        entries += chained(last, drafts[i], recordedAt);
        last = {entries.last().seq, entries.last().hash};
        // What comes of it is what everybody else will read: it must be what was meant here.
        if (headAt((*answers)[std::size_t(i)]) != last)
            return std::unexpected(connection.fault(
                JournalFault::Code::Corrupt,
                u"append: the server numbered or hashed entry %1 otherwise"_s.arg(last.seq)));
    }
    return entries;
}

std::expected<void, JournalFault> keep(PostgresConnection& connection, const QList<Receipt>& receipts) {
    // One transaction: a pipeline is one where it has no other.
    std::vector<Call> calls;
    for (const Receipt& receipt : receipts)
        calls.push_back({"SELECT tridesk.record_receipt($1, $2, $3, $4, $5, $6)",
                         {receipt.seat, receipt.user, int(receipt.stage), receipt.fromSeq, receipt.toSeq,
                          qint64(toMs(receipt.at))}});
    return connection.queryAll(calls).transform([](const std::vector<PostgresRows>&) {});
}

std::expected<QList<Receipt>, JournalFault> receipts(PostgresConnection& connection,
                                                     const ReceiptQuery& query) {
    return all<Receipt>(
        connection.query({"SELECT seat, account, stage, from_seq, to_seq, at FROM tridesk.receipts"
                          " WHERE ($1 = '' OR seat = $1) AND ($2 < 0 OR stage = $2)"
                          " AND from_seq <= $3 AND to_seq >= $4 ORDER BY id",
                          {query.seat, query.stage ? int(*query.stage) : -1, query.toSeq, query.fromSeq}}),
        receiptAt);
}

} // namespace tridesk::postgres_rows
