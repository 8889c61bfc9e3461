// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/journal.h"
#include "app/journal/sql.h"

/// Entries and receipts as rows of a journal's file (migrations.cpp has the tables). Used by SqliteJournal
/// and what puts its file in order.
namespace tridesk::rows {

[[nodiscard]] std::expected<JournalHead, JournalFault> head(SqlDatabase& database);
[[nodiscard]] std::expected<QList<Entry>, JournalFault> read(SqlDatabase& database, qint64 fromSeq,
                                                             int limit);
[[nodiscard]] std::expected<QList<Entry>, JournalFault> entriesOf(SqlDatabase& database, RequestId request);
[[nodiscard]] std::expected<QList<Entry>, JournalFault> ofStream(SqlDatabase& database, const QString& stream,
                                                                 int limit);

/// Within a transaction; the index is brought up where the entry ends a block.
[[nodiscard]] std::expected<void, JournalFault> insert(SqlDatabase& database, const Entry& entry);

/// The first entry that the index ought to have and has not; 0 if it is whole.
[[nodiscard]] std::expected<qint64, JournalFault> firstUnindexed(SqlDatabase& database);

/// Joins it with the receipt that it touches, else adds it.
[[nodiscard]] std::expected<void, JournalFault> keep(SqlDatabase& database, const Receipt& receipt);
[[nodiscard]] std::expected<QList<Receipt>, JournalFault> receipts(SqlDatabase& database,
                                                                   const ReceiptQuery& query);

} // namespace tridesk::rows
