// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/entry.h"

#include <optional>

namespace tridesk {

/// What a report stands on, and what is wrong with it. Taken in as the journal is walked.
struct RecordState {
    qint64 seq = 0; ///< of the last entry
    QByteArray hash;
    std::optional<Instant> last = {}; ///< when that was recorded
    qint64 unreadable = 0;            ///< entries that a newer program wrote
    qint64 missing = 0;               ///< numbers that are not there: the journal was cut
    qint64 clockSetBack = 0;          ///< entries recorded before the one before them

    void take(const Entry& entry, bool isReadable) {
        missing += entry.seq - seq - 1;
        clockSetBack += last && entry.recordedAt < *last;
        unreadable += !isReadable;
        seq = entry.seq;
        last = entry.recordedAt;
        if (!entry.hash.isEmpty())
            hash = entry.hash;
    }
    [[nodiscard]] bool isWhole() const { return unreadable == 0 && missing == 0; }
};

} // namespace tridesk
