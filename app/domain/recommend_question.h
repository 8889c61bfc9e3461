// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/fix.h"
#include "app/domain/recommend.h"
#include "app/domain/situation.h"

#include <functional>

namespace tridesk {

/// What a question is made from, besides the situation.
struct RecommendView {
    Tier tier = Tier::Bureau;
    Instant now;
    std::function<bool(const Unit&)> sees;          ///< units that the seat may be proposed
    std::function<const Fix*(const UnitId&)> fixOf; ///< the newest, or null
};

/// Everything but what the roads tell: TravelTime is Unknown for all, and coverage is not priced, until the
/// caller fills them in. Candidates are in the order of their unit codes.
[[nodiscard]] RecommendQuestion questionOf(const Situation& situation, const Incident& incident,
                                           const RecommendView& view);

/// Where a unit is taken to be; nothing where it never reported and its status does not say.
[[nodiscard]] std::optional<UnitPlace> placeOf(const Situation& situation, const Unit& unit, const Fix* fix,
                                               Instant now);

/// What an incident of this type and level wants; a type that the catalogue does not know takes after the
/// one above it.
[[nodiscard]] Wants wantsOf(const Situation& situation, const Incident& incident);

/// Places that ought to have a car near: every station, at its house or, where that is not known, in the
/// middle of its area. By post code.
struct Station {
    PostId post;
    GeoPoint at;
};
[[nodiscard]] QList<Station> stationsOf(const Situation& situation);

} // namespace tridesk
