// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/recommend.h"

/// Situations and answers written as one line each, so that a table of them can be read.
namespace tridesk::test {

/// What an incident wants: "urgent units=2 kind=car needs=negotiator sent=1 led qualified station nowhere".
/// Units: "A 2:00 | B 1:30 work=routine | C off=800 kind=foot age=12": time by road, or off=metres (off the
/// roads, so far away), beyond, or nowhere (never reported); then status=en_route, work=urgent (with: by the
/// bureau where "bureau" stands too), jobs=3, rested=2 (minutes), q=negotiator, nocrew, sent, home.
/// Cover: "ST03 A 0:50 B 4:00 | ST04 C 2:30".
[[nodiscard]] RecommendQuestion questionFrom(const QString& incident, const QString& units,
                                             const QString& cover,
                                             const RecommendPolicy& policy = RecommendPolicy());

/// "A* 120, B+ 150, C 300": primary, backup, next in rank, each with its cost.
[[nodiscard]] QString picksText(const Recommendation& recommendation);
/// "A road_time, last_of:ST03:5", of the unit named.
[[nodiscard]] QString reasonsText(const Recommendation& recommendation, const QString& unit);
/// "too_few 1, nearest B 6:00 busy with routine", each shortfall in its order; empty where there is none.
[[nodiscard]] QString shortfallText(const Recommendation& recommendation);
/// "busy", "too_far" …
[[nodiscard]] QString barrierText(Barrier barrier);

} // namespace tridesk::test
