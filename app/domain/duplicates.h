// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"

#include <functional>

namespace tridesk {

/// How close two reports must be to be taken for the same event. Practice, for want of a figure in the rules:
/// a crossing with its arms, half an hour, and an hour for one who calls again.
struct LikenessBounds {
    double metres = 150;
    Milliseconds within = std::chrono::minutes(30);
    Milliseconds callerWithin = std::chrono::minutes(60);
    qsizetype most = 3;
};

/// An open incident that may be what is being reported, and why.
struct Likeness {
    IncidentId incident;
    std::optional<double> metres = {}; ///< between the two places; not known where either is not on the map
    Milliseconds ago{0};               ///< since it was reported
    int reports = 1;                   ///< of it, so far
    bool samePlace = false;
    bool sameCaller = false;
    bool sameType = false; ///< the same, or akin: below one another, or below the same type

    friend bool operator==(const Likeness&, const Likeness&) = default;
};

/// What a seat may know of the incidents that are compared; empty: everything (app/access decides).
struct LikenessView {
    Instant now;
    std::function<bool(const Incident&)> sees = {};
    std::function<bool(const Incident&)> knowsCallers = {};
};

/// The digits that tell one subscriber from another: "+86 138-0000-0000" is "138 0000 0000". Empty for a
/// short number, which is a switchboard's and says nothing of who calls.
[[nodiscard]] QString subscriber(const QString& phone);

/// Whether two types may tell of one event. One that is not known yet may be any.
[[nodiscard]] bool areAkin(const TypeCode& a, const TypeCode& b);

/// The open incidents of the same place and a type that is akin, or of the same caller, the likeliest first;
/// `self` is not among them. Two callers are the same where their telephones are. About a millisecond for
/// 10,000 open ones.
[[nodiscard]] QList<Likeness> likelyDuplicates(const Situation& situation, const IncidentDetails& typed,
                                               const IncidentId& self, const LikenessView& view,
                                               const LikenessBounds& bounds = {});

} // namespace tridesk
