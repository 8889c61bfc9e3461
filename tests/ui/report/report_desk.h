// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/fix_store.h"
#include "app/journal/sqlite_journal.h"
#include "app/replay/replay_ground.h"
#include "tests/support/must.h"

namespace tridesk::test {

/// The record in a data folder, as the console opens it for a report.
inline ReplayGround recordIn(const QString& journal, const QString& fixes, const QString& reel) {
    return {.journal = [journal] -> std::expected<std::unique_ptr<Journal>, QString> {
                return must(SqliteJournal::open(journal));
            },
            .fixes = [fixes] -> std::expected<std::unique_ptr<FixStore>, QString> {
                return must(FixStore::open(fixes));
            },
            .reel = reel};
}

} // namespace tridesk::test
