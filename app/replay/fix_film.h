// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/fix.h"
#include "app/journal/fault.h"

#include <QHash>
#include <QList>

#include <expected>

namespace tridesk {

class FixStore;

/// Where a unit was at an instant of the replay.
struct ReplayedFix {
    Fix fix; ///< the last report by then; `at` lies on the way to the next one where that is known
    bool between = false; ///< `at` is worked out between two reports
};

/// Where every unit was at any instant, out of the fix store. Between two reports at most `longestStep` apart
/// a unit moves evenly along the straight line from one to the next; a longer gap stays a gap: the unit
/// stands where it was last heard of, and its age grows. Belongs to the store's thread. Keeps what lies
/// around the last instant asked for, at most FixStore::mostInSpan fixes.
class FixFilm {
public:
    static constexpr Milliseconds longestStep{30'000};

    explicit FixFilm(FixStore& store)
        : m_store(store) {}

    [[nodiscard]] std::expected<QHash<UnitId, ReplayedFix>, JournalFault> at(Instant at);

private:
    [[nodiscard]] std::expected<void, JournalFault> load(Instant at);

    FixStore& m_store;
    QHash<UnitId, QList<Fix>> m_tracks; ///< by time known
    Instant m_from = Instant::max();
    Instant m_to = Instant::min();
};

} // namespace tridesk
