// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"

namespace tridesk {

/// What a recommendation weighs, all in seconds of travel that a thing is worth; journalled, so that an old
/// recommendation can be made again. Ranks are by travel time plus what is added here.
struct RecommendPolicy {
    Milliseconds staleAfter = std::chrono::minutes(5); ///< age of a fix from which the place is doubted
    qint64 stalePenalty = 120;
    qint64 divertPenalty = 180;                   ///< a unit on other work that may be dropped
    qint64 wrongKindPenalty = 240;                ///< a kind that the type does not name
    qint64 perJobPenalty = 15;                    ///< for each job of this shift: the load is shared
    Milliseconds rest = std::chrono::minutes(10); ///< since its last job ended
    qint64 restPenalty = 60;
    qint64 lastOfRing1 = 180; ///< the last car that a place's 1-minute ring would lose
    qint64 lastOfRing3 = 120;
    qint64 lastOfRing5 = 60;
    qint64 picks = 5; ///< how many are shown

    friend bool operator==(const RecommendPolicy&, const RecommendPolicy&) = default;
};

} // namespace tridesk
