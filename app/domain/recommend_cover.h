// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/recommend.h"

namespace tridesk {

/// The free cars around each place, ring by ring, and what a place loses when one of them goes. Counts only
/// who could go at once and whose place is sure: motor vehicles, available, crewed, with a fresh fix.
class CoverCount {
public:
    explicit CoverCount(const RecommendQuestion& question);

    /// What it costs in coverage that this one goes, with those taken before gone; seconds.
    [[nodiscard]] qint64 cost(qsizetype candidate) const;
    /// The same, told; the dearest first.
    [[nodiscard]] QList<PickReason> losses(qsizetype candidate) const;
    void take(qsizetype candidate);
    [[nodiscard]] QList<PlaceCover> places() const;

private:
    struct Membership {
        qsizetype place;
        size_t innermost; ///< the smallest ring that holds it; it is in all wider ones too
    };
    using Counts = std::array<qint64, coverRings.size()>;

    [[nodiscard]] qint64 costOf(size_t ring, qint64 cars) const;

    const RecommendQuestion& m_question;
    std::vector<Counts> m_cars;                         ///< by place
    std::vector<std::vector<Membership>> m_memberships; ///< by candidate
};

} // namespace tridesk
