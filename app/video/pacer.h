// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/feed_health.h"

#include <optional>

namespace tridesk {

/// Keeps the pace of a stream that comes in heaps, after the stream's own clock. A clock that jumps, either
/// way, begins the count anew: it never makes anybody wait for longer than `longestWait`.
class Pacer {
public:
    static constexpr Milliseconds longestWait{2000};

    /// How long what is due at `due` still has to wait; what has no time does not wait.
    [[nodiscard]] Milliseconds wait(std::optional<Milliseconds> due, VideoTime now);

private:
    std::optional<VideoTime> m_zero; ///< when the stream's clock stood at nought
};

} // namespace tridesk
