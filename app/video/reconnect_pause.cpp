// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/reconnect_pause.h"

#include <algorithm>

namespace tridesk {

Milliseconds ReconnectPause::next(StreamFault::Kind why) {
    const Milliseconds most = why == StreamFault::Kind::LoginRefused ? longestRefused : longest;
    const Milliseconds now = std::min(m_next, most);
    m_next = std::min(now * 2, most);
    return now;
}

} // namespace tridesk
