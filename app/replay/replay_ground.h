// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/desk/fix_board.h"
#include "app/replay/road_walk.h"

#include <QPromise>
#include <QString>

#include <functional>
#include <memory>

namespace tridesk {

/// Asks the live desk for what a reviewer may do about the record: a look with its reason, a bookmark. Called
/// on the replay's thread; the promise is fulfilled once it is on record, or refused.
using ReviewRecord = std::function<void(const Request&, const std::shared_ptr<QPromise<Outcome>>&)>;

/// What a replay is made of. Each store is opened anew for it, on its own thread.
struct ReplayGround {
    JournalFactory journal;
    FixStoreFactory fixes;
    QString reel;               ///< file of the cache (fact_reel.h)
    RoadWalkFactory roads = {}; ///< none: units move on straight lines
    ReviewRecord review = {};   ///< none: no command is taken at all
};

} // namespace tridesk
