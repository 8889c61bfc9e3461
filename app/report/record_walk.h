// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/folded_entry.h"
#include "app/journal/journal.h"

#include <functional>

namespace tridesk {

class FactReel;

/// Every entry of a journal once, in order. Reads the reel where one is given and has them (ten times as
/// fast), the journal for the rest; of the reel's entries the hash is not there but for the last of the
/// journal. Numbers that are missing are passed over. False of `progress` stops it; a second thread reads
/// ahead.
using RecordProgress = std::function<bool(qint64 done, qint64 of)>;
using RecordTaker = std::function<void(const FoldedEntry&)>;
[[nodiscard]] std::expected<void, JournalFault> walkRecord(JournalReader& journal, const FactReel* reel,
                                                           const RecordTaker& take,
                                                           const RecordProgress& progress = {});

} // namespace tridesk
