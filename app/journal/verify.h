// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/journal.h"

#include <optional>

namespace tridesk {

/// The first thing that is wrong with a journal.
struct JournalDefect {
    qint64 seq = 0; ///< the first entry that is not as it was written; 0 where all that can be read are
    QString what;

    friend bool operator==(const JournalDefect&, const JournalDefect&) = default;
};

struct Verdict {
    JournalHead head; ///< behind the last good entry
    Instant last;     ///< when it was recorded
    std::optional<JournalDefect> defect;
    QStringList notes; ///< not wrong, but worth knowing
};

/// Walks the whole chain of any journal. A fault only where it could not be walked (Locked); damage is a
/// verdict.
[[nodiscard]] std::expected<Verdict, JournalFault> verifyChain(JournalReader& journal);

/// The chain of a journal's file, then the file itself: SQLite's structures, the index, and what lies unread
/// in its write-ahead log. Writes nothing; works while the journal is in use.
[[nodiscard]] std::expected<Verdict, JournalFault> verifyFile(const QString& path);

} // namespace tridesk
