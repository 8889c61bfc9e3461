// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/fix_store.h"

/// What every fix store does with its batches, wherever they lie.
namespace tridesk::fix_walk {

using Newest = QHash<UnitId, Fix>;

/// What comes in later than that is not looked for where others were at its time: an index of times alone
/// would have to be read from there to its end, for each instant that is looked at.
inline constexpr std::chrono::hours longestAway{12};

/// Of each unit the fix that was known last.
void keepNewer(Newest& newest, std::span<const Fix> fixes);

/// FixStore::latest() and span(): on from `cursor`, of whose batches `newest` is what is known.
[[nodiscard]] std::expected<FixTail, JournalFault> latest(FixStore& store, FixCursor cursor, Newest newest);
[[nodiscard]] std::expected<FixSpan, JournalFault> span(FixStore& store, FixCursor cursor, Newest newest,
                                                        Instant from, Instant to);

/// Those that were measured in [from, to], in that order.
[[nodiscard]] QList<Fix> track(const QList<Fix>& fixes, Instant from, Instant to);

/// When the first and the last of a batch were measured, in milliseconds.
[[nodiscard]] std::pair<qint64, qint64> timesOf(std::span<const Fix> fixes);

} // namespace tridesk::fix_walk
