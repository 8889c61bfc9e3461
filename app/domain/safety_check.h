// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/unit.h"

namespace tridesk {

enum class CheckState {
    Running,
    Soon,  ///< whoever speaks with the crew had better ask now
    Missed ///< due, and not answered
};

/// How long before it is due a check counts as due soon.
constexpr Milliseconds checkIsSoon = std::chrono::minutes(1);

[[nodiscard]] constexpr CheckState checkState(const SafetyTimer& timer, Instant now) {
    const Milliseconds left = timer.due - now;
    return left <= Milliseconds(0) ? CheckState::Missed
           : left <= checkIsSoon   ? CheckState::Soon
                                   : CheckState::Running;
}

} // namespace tridesk
