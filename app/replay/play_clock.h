// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"

#include <array>

namespace tridesk {

/// How fast a replay may run, in hours of the record an hour.
constexpr std::array playSpeeds = {0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0};

/// Where a replay stands on the record's clock, and how it moves. Pure: who calls says how much time went by.
class PlayClock {
public:
    /// What there is to replay; the position stays within it.
    void setSpan(Instant first, Instant last) {
        m_first = first;
        m_last = std::max(first, last);
        seek(m_at);
    }
    [[nodiscard]] Instant first() const { return m_first; }
    [[nodiscard]] Instant last() const { return m_last; }

    void seek(Instant at) {
        m_at = std::clamp(at, m_first, m_last);
        m_rest = 0;
    }
    [[nodiscard]] Instant at() const { return m_at; }

    void setSpeed(double speed) { m_speed = speed; }
    [[nodiscard]] double speed() const { return m_speed; }
    void play(bool backwards = false) {
        m_plays = true;
        m_backwards = backwards;
    }
    void pause() { m_plays = false; }
    [[nodiscard]] bool plays() const { return m_plays; }
    [[nodiscard]] bool isBackwards() const { return m_backwards; }

    /// So much time went by for who looks on; at either end of the record it pauses.
    void pass(Milliseconds time) {
        if (!m_plays)
            return;
        const double moved = double(time.count()) * m_speed * (m_backwards ? -1 : 1) + m_rest;
        const auto whole = qint64(moved);
        m_rest =
            moved - double(whole); // a quarter of the speed would else lose what is less than a millisecond
        const Instant to = m_at + Milliseconds(whole);
        m_plays = m_backwards ? to > m_first : to < m_last;
        m_at = std::clamp(to, m_first, m_last);
    }

private:
    Instant m_first;
    Instant m_last;
    Instant m_at;
    double m_speed = 1;
    double m_rest = 0; ///< milliseconds
    bool m_plays = false;
    bool m_backwards = false;
};

} // namespace tridesk
