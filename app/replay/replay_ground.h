// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/desk/fix_board.h"

#include <QString>

namespace tridesk {

/// What a replay is made of. Each is opened anew for it, on its own thread.
struct ReplayGround {
    JournalFactory journal;
    FixStoreFactory fixes;
    QString reel; ///< file of the cache (fact_reel.h)
};

} // namespace tridesk
