// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"
#include "app/journal/sql.h"

#include <QList>

namespace tridesk {

/// Something torn that was taken out of the way when a journal was opened, and the file beside it that keeps
/// it.
struct SetAside {
    QString file;
    qint64 fromSeq = 0; ///< the entries it held; 0 where none of them can be told apart
    qint64 toSeq = 0;
    QString what; ///< one line for a log
};

/// How a journal's end is put in order by whoever opens it while nobody else has it open:
///
/// - What a dying machine left half-written in the write-ahead log is copied to a file before SQLite
/// overwrites it.
///   No entry in it was ever acknowledged, unless the log itself was damaged; then the copy is all there is.
/// - Entries at the very end whose content does not match their own hash are moved to a file, with the
/// receipts for
///   them, and the journal goes on from the last good one. An entry that matches its own hash is never moved,
///   and neither is a damaged one with a good one behind it: those stay for `tridesk-journal verify` to name.
///
/// More than 64 damaged entries at the end are no torn tail, and neither are any in a file whose structure is
/// damaged: Corrupt, and nothing is touched.

/// Before the journal is opened. Nothing as a rule.
[[nodiscard]] std::expected<std::optional<SetAside>, JournalFault> setAsideTornLog(const QString& journalPath,
                                                                                   Instant now);

/// After it is opened, with nobody else in it.
[[nodiscard]] std::expected<std::optional<SetAside>, JournalFault> setAsideTornEntries(SqlDatabase& database,
                                                                                       Instant now);

/// What was ever set aside of this journal, oldest first.
[[nodiscard]] std::expected<QList<SetAside>, JournalFault> allSetAside(SqlDatabase& database);

} // namespace tridesk
