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

/// So far along a line of several points; `share` from 0 to 1 of its length.
GeoPoint along(const QList<GeoPoint>& way, double share) {
    double whole = 0;
    for (qsizetype i = 1; i < way.size(); ++i)
        whole += way[i - 1].metresTo(way[i]);
    double left = whole * share;
    for (qsizetype i = 1; i < way.size(); ++i) {
        const double length = way[i - 1].metresTo(way[i]);
        if (left <= length && length > 0)
            return between(way[i - 1], way[i], left / length);
        left -= length;
    }
    return way.constLast();
}

/// Nearer than that a way by road says no more than the straight line.
constexpr double leastMetres = 20;

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

/// The way by road, or null: none fits, or there was no time to look for it.
const FixFilm::Way* FixFilm::wayOf(const Fix& last, const Fix& next) {
    if (!m_roads || last.at.metresTo(next.at) < leastMetres)
        return nullptr;
    auto driven = m_driven.find(last.unit);
    if (driven == m_driven.end() || driven->from != knownAt(last)) {
        if (m_looked >= mostWays) {
            m_isRough = true;
            return nullptr;
        }
        ++m_looked;
        driven = m_driven.insert(
            last.unit, {knownAt(last), m_roads->between(last.at, next.at, knownAt(next) - knownAt(last))});
    }
    return driven->way.size() < 2 ? nullptr : &driven->way;
}

std::expected<QHash<UnitId, ReplayedFix>, JournalFault> FixFilm::at(Instant at) {
    if (at < m_from || at > m_to)
        if (const auto loaded = load(at); !loaded)
            return std::unexpected(loaded.error());
    m_looked = 0;
    m_isRough = false;
    QHash<UnitId, ReplayedFix> found;
    found.reserve(m_tracks.size());
    for (auto track = m_tracks.cbegin(); track != m_tracks.cend(); ++track) {
        const auto next = std::ranges::upper_bound(*track, at, {}, knownAt);
        if (next == track->cbegin())
            continue; // not heard of yet
        const Fix& last = *std::prev(next);
        ReplayedFix fix{last};
        if (next != track->cend() && at > knownAt(last) && knownAt(*next) - knownAt(last) <= longestStep) {
            const double share = double((at - knownAt(last)).count()) /
                                 double(std::max<qint64>(1, (knownAt(*next) - knownAt(last)).count()));
            const Way* way = wayOf(last, *next);
            fix.fix.at = way ? along(*way, share) : between(last.at, next->at, share);
            fix.between = true;
            fix.byRoad = way != nullptr;
        }
        found.insert(track.key(), fix);
    }
    return found;
}

} // namespace tridesk
