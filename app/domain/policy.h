// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"

namespace tridesk {

/// What a recommendation weighs, all in seconds of travel that a thing is worth; journalled, so that an old
/// recommendation can be made again. Ranks are by travel time plus what is added here. A field that an old
/// entry does not name reads as the value below: those values are for ever.
struct RecommendPolicy {
    Milliseconds staleAfter = std::chrono::minutes(5); ///< age of a fix from which the place is doubted
    qint64 stalePenalty = 120;                         ///< for each whole staleAfter of a fix's age
    qint64 divertPenalty = 180;                        ///< a unit on other work that may be dropped
    qint64 wrongKindPenalty = 240;                     ///< a kind that the type does not name
    qint64 perJobPenalty = 15;                         ///< for each job of this shift: the load is shared
    Milliseconds rest = std::chrono::minutes(10);      ///< since its last job ended
    qint64 restPenalty = 60;
    qint64 lastOfRing1 = 180; ///< the last car that a place's 1-minute ring would lose
    qint64 lastOfRing3 = 120;
    qint64 lastOfRing5 = 60;
    qint64 picks = 5; ///< how many are shown

    qint64 secondLastPercent = 25;                    ///< of those three, where one other car would remain
    Milliseconds farthest = std::chrono::minutes(15); ///< whoever needs longer is not proposed
    qint64 detourPercent = 140;                       ///< of the straight line, where the roads tell no time
    qint64 detourKmh = 30;                            ///< at which that is driven; people walk at 5
    qint64 unitsCritical = 2; ///< that an incident of this level gets at least, whatever its type
    qint64 unitsUrgent = 1;
    qint64 unitsRoutine = 1;
    qint64 unitsNonPolice = 1;

    friend bool operator==(const RecommendPolicy&, const RecommendPolicy&) = default;
};

} // namespace tridesk
