// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/feed_health.h"

#include <optional>

namespace tridesk {

/// When what came was sent, on our own clock: the stream's stamps give the distances, the arrivals say where
/// they stand. Nothing is ever later than it came, nothing earlier than what stands before it, and a stamp
/// that jumps, either way, begins the count anew.
class ArrivalClock {
public:
    /// A stamp that would put a packet further back than this is taken for a jump.
    static constexpr Milliseconds mostDelay{1000};

    /// `stamp`: of the stream, in milliseconds; nothing where it does not say.
    [[nodiscard]] VideoTime place(std::optional<Milliseconds> stamp, VideoTime arrived);

private:
    std::optional<VideoTime> m_zero; ///< when the stream's clock stood at nought
    std::optional<VideoTime> m_last;
    int m_sinceEased = 0;
};

} // namespace tridesk
