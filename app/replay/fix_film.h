// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/fix.h"
#include "app/journal/fault.h"
#include "app/replay/road_walk.h"

#include <QHash>
#include <QList>

#include <expected>

namespace tridesk {

class FixStore;

/// Where a unit was at an instant of the replay.
struct ReplayedFix {
    Fix fix; ///< the last report by then; `at` lies on the way to the next one where that is known
    bool between = false; ///< `at` is worked out between two reports
    bool byRoad = false;  ///< along the roads; else on the straight line
};

/// Where every unit was at any instant, out of the fix store. Between two reports at most `longestStep` apart
/// a unit moves evenly along the roads from one to the next, or on the straight line where no road fits; a
/// longer gap stays a gap: the unit stands where it was last heard of, and its age grows. Belongs to the
/// store's thread. Keeps what lies around the last instant asked for, at most FixStore::mostInSpan fixes, and
/// the ways that were driven then.
class FixFilm {
public:
    static constexpr Milliseconds longestStep{30'000};
    /// Ways looked for in one call, so that none takes long; the others are straight meanwhile.
    static constexpr int mostWays = 60;

    /// `roads` outlives it; null: every way is straight.
    explicit FixFilm(FixStore& store, RoadWalk* roads = nullptr)
        : m_store(store)
        , m_roads(roads) {}

    [[nodiscard]] std::expected<QHash<UnitId, ReplayedFix>, JournalFault> at(Instant at);
    /// Whether the last call left ways straight that another call would look for.
    [[nodiscard]] bool isRough() const { return m_isRough; }

private:
    using Way = QList<GeoPoint>;
    struct Driven {
        Instant from; ///< of the report that it begins at
        Way way;      ///< empty: no road fits
    };

    [[nodiscard]] std::expected<void, JournalFault> load(Instant at);
    [[nodiscard]] const Way* wayOf(const Fix& last, const Fix& next);

    FixStore& m_store;
    RoadWalk* m_roads;
    QHash<UnitId, QList<Fix>> m_tracks; ///< by time known
    QHash<UnitId, Driven> m_driven;     ///< each unit's present way
    Instant m_from = Instant::max();
    Instant m_to = Instant::min();
    int m_looked = 0; ///< ways in this call
    bool m_isRough = false;
};

} // namespace tridesk
