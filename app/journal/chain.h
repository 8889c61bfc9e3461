// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/journal.h"

namespace tridesk {

/// SHA-256 over the previous hash, seq, recordedAt and every field of the fact, each with its length before
/// it, so that no two different entries share one byte stream. Changing this breaks every journal: add, never
/// alter.
[[nodiscard]] QByteArray chainHash(const Entry& entry);

/// The entry that follows `head` with `fact`, hashed.
[[nodiscard]] Entry chained(const JournalHead& head, const Draft& fact, Instant recordedAt);

/// What is wrong with `entry` as the successor of `head`; empty if nothing is.
[[nodiscard]] QString chainDefect(const JournalHead& head, const Entry& entry);

} // namespace tridesk
