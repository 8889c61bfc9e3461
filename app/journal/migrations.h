// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/sql.h"

#include <span>

namespace tridesk {

/// One step of a store's shape; its statements run together or not at all. Steps are added, never altered.
struct Migration {
    std::initializer_list<const char*> statements;
};

/// What a SQLite file of ours says of itself: whose it is (application_id) and its shape (user_version, which
/// is the number of steps that it went through).
struct Schema {
    const char* name;
    qint32 applicationId;
    std::span<const Migration> steps;
};

extern const Schema journalSchema;
extern const Schema fixSchema;
extern const Schema linkSchema;

/// Brings a new or older file to the newest shape. Corrupt for a file that is not ours, TooNew for a newer
/// one.
[[nodiscard]] std::expected<void, JournalFault> migrate(SqlDatabase& database, const Schema& schema);

/// Whether the file is ours and of the newest shape, without writing.
[[nodiscard]] std::expected<void, JournalFault> checkSchema(SqlDatabase& database, const Schema& schema);

} // namespace tridesk
