// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/raster/pauses.h"

#include <algorithm>

namespace tridesk::maps {

void Pauses::failed(const QString& name, Time now, bool grave, Milliseconds atLeast) {
    bound(now);
    Entry& entry = m_entries[name];
    ++entry.strikes;
    const bool paused = entry.pauses > 0 && now < entry.until;
    if (paused || (!grave && atLeast.count() == 0 && entry.strikes < m_strikes))
        return;
    constexpr int mostDoublings = 20;
    const double doubled = double(m_first.count()) * double(1LL << std::min(entry.pauses, mostDoublings));
    const double pause = std::min(doubled, double(m_longest.count())) * (0.75 + m_random() / 2);
    entry.until = now + std::max(Milliseconds(qint64(pause)), atLeast);
    ++entry.pauses;
    entry.strikes = std::max(entry.strikes, m_strikes); // the next failure is enough
}

bool Pauses::isPaused(const QString& name, Time now) const {
    const auto it = m_entries.find(name);
    return it != m_entries.end() && now < it->second.until;
}

std::optional<Pauses::Time> Pauses::nextEnd(Time now) const {
    std::optional<Time> next;
    for (const auto& [name, entry] : m_entries)
        if (entry.until > now && (!next || entry.until < *next))
            next = entry.until;
    return next;
}

void Pauses::bound(Time now) {
    if (m_entries.size() < mostNames)
        return;
    std::erase_if(m_entries, [now](const auto& one) { return one.second.until <= now; });
    if (m_entries.size() >= mostNames)
        m_entries.clear();
}

} // namespace tridesk::maps
