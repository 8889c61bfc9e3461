// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/recommend.h"
#include "app/domain/situation.h"

#include <QString>

// The words of a recommendation (app/domain/recommend.h), in the language that is set. GUI thread only.
namespace tridesk::text {

/// "last car within 5 min of Linjiang, +1:00"
[[nodiscard]] QString reason(const PickReason& reason, const Situation& situation);
/// All but the way, which has a column of its own, the dearest first; "free and near" where nothing is said
/// against it.
[[nodiscard]] QString reasons(const Pick& pick, const Situation& situation);
/// What it takes from the rings, shortly: "Linjiang 3 min"; empty where nothing.
[[nodiscard]] QString coverLoss(const Pick& pick, const Situation& situation);
/// "2:05", "≈ 2:05" where it is reckoned from the straight line.
[[nodiscard]] QString travel(const Pick& pick);
/// "1A14: busy with 0123 (routine), 6 min away"
[[nodiscard]] QString exclusion(const Exclusion& exclusion, const Situation& situation);
/// "Nobody qualified (negotiator) is free within 15 min; nearest busy: 1A14, 6 min, holds a routine job."
[[nodiscard]] QString shortfall(const Shortfall& shortfall, const Situation& situation);
/// Places without any car within the widest ring: "No car within 5 min: Linjiang, Yunhu"; empty where every
/// place has one.
[[nodiscard]] QString uncovered(const QList<PlaceCover>& places, const Situation& situation);
/// While a unit is dragged: its time, and the ring that would lose its last car; or why it is not one to be
/// proposed. Several lines.
[[nodiscard]] QString preview(const std::expected<Pick, Exclusion>& appraisal, const Situation& situation);

} // namespace tridesk::text
