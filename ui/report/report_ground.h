// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/replay/replay_ground.h"

namespace tridesk {

namespace maps {
class Package;
}
class Look;
class SeatDesk;

/// What the sheets of reports stand on; all of it outlives them.
struct ReportSheetGround {
    SeatDesk& desk;
    const Look& look;
    ReplayGround record;
    const maps::Package* map = nullptr; ///< null: a grid stands for the map
};

} // namespace tridesk
