// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replay/fix_film.h"

#include "app/domain/fix_age.h"
#include "app/journal/fix_store.h"

#include <algorithm>

namespace tridesk {

namespace {

/// How much is read at once: what plays at 64 times asks the store twice a second then.
constexpr std::chrono::seconds ahead{60};

GeoPoint between(GeoPoint from, GeoPoint to, double share) {
    const auto part = [share](double a, double b) { return a + (b - a) * share; };
    return GeoPoint::from(part(from.latitude(), to.latitude()), part(from.longitude(), to.longitude()))
        .value_or(from);
}

} // namespace

std::expected<void, JournalFault> FixFilm::load(Instant at) {
    const auto span = m_store.span(at, at + ahead + FixFilm::longestStep);
    if (!span)
        return std::unexpected(span.error());
    m_tracks.clear();
    for (const Fix& fix : span->fixes)
        m_tracks[fix.unit].append(fix);
    for (QList<Fix>& track : m_tracks)
        std::ranges::stable_sort(track, {}, knownAt);
    m_from = at;
    // of what came within the last step before the end the next report is perhaps not there
    m_to = std::max(at, span->to - FixFilm::longestStep);
    return {};
}

std::expected<QHash<UnitId, ReplayedFix>, JournalFault> FixFilm::at(Instant at) {
    if (at < m_from || at > m_to)
        if (const auto loaded = load(at); !loaded)
            return std::unexpected(loaded.error());
    QHash<UnitId, ReplayedFix> found;
    found.reserve(m_tracks.size());
    for (auto track = m_tracks.cbegin(); track != m_tracks.cend(); ++track) {
        const auto next = std::ranges::upper_bound(*track, at, {}, knownAt);
        if (next == track->cbegin())
            continue; // not heard of yet
        const Fix& last = *std::prev(next);
        ReplayedFix fix{last};
        if (next != track->cend() && knownAt(*next) - knownAt(last) <= longestStep) {
            const double share = double((at - knownAt(last)).count()) /
                                 double(std::max<qint64>(1, (knownAt(*next) - knownAt(last)).count()));
            fix.fix.at = between(last.at, next->at, share);
            fix.between = share > 0;
        }
        found.insert(track.key(), fix);
    }
    return found;
}

} // namespace tridesk
