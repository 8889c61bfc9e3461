// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/spread.h"

#include <algorithm>

namespace tridesk {

void Spread::add(Milliseconds length) {
    ++m_seconds[length.count() / 1000];
    ++m_count;
    m_sum += length.count();
}

double Spread::mean() const {
    return isEmpty() ? 0 : double(m_sum) / 1000 / double(m_count);
}

qint64 Spread::percentile(int percent) const {
    const qint64 rank = (m_count * percent + 99) / 100;
    qint64 below = 0;
    for (const auto& [seconds, count] : m_seconds) {
        below += count;
        if (below >= rank)
            return seconds;
    }
    return 0;
}

std::array<qint64, Spread::buckets> Spread::counts(const Edges& edges) const {
    std::array<qint64, buckets> found{};
    for (const auto& [seconds, count] : m_seconds)
        found[size_t(std::ranges::upper_bound(edges, seconds) - edges.begin())] += count;
    return found;
}

} // namespace tridesk
