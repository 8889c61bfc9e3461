// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace tridesk::bench {

/// What as many ffplay as there are feeds take, each with its window, told to be as quick as it can.
struct FfplayFigures {
    double firstS = 0; ///< until each has shown a picture, as it says itself
    double cpuPct = 0; ///< of one core, all together, over ten seconds
    double mib = 0;    ///< their proportional share of memory
    int black = 0;     ///< that never showed one
};

/// Nothing where there is no ffplay.
[[nodiscard]] std::optional<FfplayFigures> measureFfplay(int feeds, int port);

} // namespace tridesk::bench
