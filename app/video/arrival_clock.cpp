// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/arrival_clock.h"

#include <algorithm>

namespace tridesk {

VideoTime ArrivalClock::place(std::optional<Milliseconds> stamp, VideoTime arrived) {
    // Clocks of cameras are slow by up to some hundred millionths: a millisecond in so many packets makes up
    // for that.
    constexpr int easeAfter = 100;
    VideoTime at = arrived;
    if (stamp) {
        if (++m_sinceEased >= easeAfter && m_zero) {
            m_sinceEased = 0;
            *m_zero += Milliseconds(1);
        }
        const bool jumped = !m_zero || arrived - (*m_zero + *stamp) > mostDelay;
        if (jumped || arrived < *m_zero + *stamp) // less under way than any before it
            m_zero = arrived - *stamp;
        at = *m_zero + *stamp;
    }
    if (m_last)
        at = std::max(at, *m_last);
    m_last = at;
    return at;
}

} // namespace tridesk
