// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/pacer.h"

namespace tridesk {

Milliseconds Pacer::wait(std::optional<Milliseconds> due, VideoTime now) {
    if (!due)
        return Milliseconds(0);
    const Milliseconds left = m_zero.value_or(now - *due) + *due - now;
    const bool jumped = left > longestWait || left < -longestWait;
    if (!m_zero || jumped)
        m_zero = now - *due;
    return jumped || left < Milliseconds(0) ? Milliseconds(0) : left;
}

} // namespace tridesk
