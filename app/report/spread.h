// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"

#include <array>
#include <map>
#include <span>

namespace tridesk {

/// Lengths of time, and what is asked of many of them. Kept as counts by whole seconds (a length counts as
/// the full seconds in it), so that a year's work takes no more room than its different lengths do; the mean
/// is of the exact lengths.
class Spread {
public:
    void add(Milliseconds length); ///< not below zero

    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    /// In seconds; 0 where there are none. Of percentiles the nearest rank: the least length that at least so
    /// many of a hundred do not exceed.
    [[nodiscard]] double mean() const;
    [[nodiscard]] qint64 percentile(int percent) const;
    [[nodiscard]] qint64 median() const { return percentile(50); }

    /// How many lie below the first edge, from it to the next, …, at the last or above; edges in seconds.
    static constexpr int buckets = 5;
    using Edges = std::array<qint64, buckets - 1>;
    [[nodiscard]] std::array<qint64, buckets> counts(const Edges& edges) const;

private:
    std::map<qint64, qint64> m_seconds; ///< how many of each
    qint64 m_count = 0;
    qint64 m_sum = 0; ///< milliseconds
};

/// desk.md, *The flow of an incident*: signing, setting out, reporting back.
namespace bucket_edges {
constexpr Spread::Edges sign{30, 60, 120, 180};
constexpr Spread::Edges setOut{5 * 60, 10 * 60, 15 * 60, 30 * 60};
constexpr Spread::Edges report{30 * 60, 60 * 60, 2 * 3600, 4 * 3600};
} // namespace bucket_edges

} // namespace tridesk
