// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace tridesk {

/// What lies in a write-ahead log behind the last commit that can be read
/// (https://sqlite.org/fileformat2.html#walformat). SQLite ignores it without a word, and overwrites it.
struct WalTail {
    qint64 offset = 0;         ///< where it begins
    qint64 bytes = 0;          ///< how much of the log's present round lies behind it
    qint64 firstFrame = 0;     ///< its first frame, from 1
    bool wasPublished = false; ///< other programs could read it once: it is damaged
    /// A whole commit lies behind what cannot be read: damage, or what a killed writer had written and not
    /// yet told anybody when the next one wrote over its beginning. The store's bell tells which.
    bool holdsCommit = false;
};

/// Nothing where every frame belongs to a readable commit, or there is no log. Reads the log and the index
/// that SQLite keeps beside it; call it while nobody has the store open.
[[nodiscard]] std::optional<WalTail> findWalTail(const QString& journalPath);

} // namespace tridesk
