// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"
#include "app/video/stream_fault.h"

namespace tridesk {

/// How long to leave a lost feed alone before the next try: from a quarter of a second, twice as long each
/// time, up to three seconds, so that a server that returns is seen within five. A refused login grows to a
/// minute: cameras lock out who keeps trying.
class ReconnectPause {
public:
    static constexpr Milliseconds first{250};
    static constexpr Milliseconds longest{3000};
    static constexpr Milliseconds longestRefused{60'000};

    [[nodiscard]] Milliseconds next(StreamFault::Kind why);
    /// A picture came: the next loss begins from the start.
    void reset() { m_next = first; }

private:
    Milliseconds m_next = first;
};

} // namespace tridesk
