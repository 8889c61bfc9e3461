// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/postgres_connection.h"

namespace tridesk {

/// The shape of a journal on PostgreSQL: the numbered steps of postgres/*.sql, each run once, in order, in a
/// transaction of its own. Steps are added, never altered.
namespace postgres_schema {

/// How many steps this program knows.
[[nodiscard]] int newest();

/// Whether the database is a journal of the newest shape. Corrupt: none at all. TooOld, TooNew: it names both
/// versions.
[[nodiscard]] std::expected<void, JournalFault> check(PostgresConnection& connection);

/// Brings it there, for who owns the database; any number of programs may do so at the same moment.
[[nodiscard]] std::expected<void, JournalFault> migrate(PostgresConnection& connection);

/// migrate() for the owner, check() for everybody else.
[[nodiscard]] std::expected<void, JournalFault> ready(PostgresConnection& connection);

} // namespace postgres_schema

} // namespace tridesk
