// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/journal.h"
#include "app/journal/postgres_connection.h"

/// Entries and receipts as rows on a PostgreSQL server (postgres/*.sql has the tables).
namespace tridesk::postgres_rows {

[[nodiscard]] std::expected<JournalHead, JournalFault> head(PostgresConnection& connection);
[[nodiscard]] JournalHead headAt(const PostgresRows& rows);
[[nodiscard]] std::expected<QList<Entry>, JournalFault> read(PostgresConnection& connection, qint64 fromSeq,
                                                             int limit);
[[nodiscard]] std::expected<QList<Entry>, JournalFault> entriesOf(PostgresConnection& connection,
                                                                  RequestId request);
[[nodiscard]] std::expected<QList<Entry>, JournalFault> ofStream(PostgresConnection& connection,
                                                                 const QString& stream, int limit);

/// Within a step. Refused, naming the field, for text that the server cannot hold.
[[nodiscard]] std::expected<QList<Entry>, JournalFault> append(PostgresConnection& connection,
                                                               const JournalHead& head,
                                                               const QList<Draft>& drafts,
                                                               Instant recordedAt);

[[nodiscard]] std::expected<void, JournalFault> keep(PostgresConnection& connection,
                                                     const QList<Receipt>& receipts);
[[nodiscard]] std::expected<QList<Receipt>, JournalFault> receipts(PostgresConnection& connection,
                                                                   const ReceiptQuery& query);

} // namespace tridesk::postgres_rows
