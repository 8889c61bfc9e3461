// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/roads/graph.h"
#include "maps/roads/reach.h"

#include <QString>

#include <expected>
#include <optional>
#include <vector>

namespace tridesk::maps {

/// Somebody who left a place at a time, on foot, by car or at a stated speed, and those who may cut the way.
struct EscapeQuestion {
    static constexpr double LongestSeconds = 2 * 3600; ///< since the start: past it a ring says nothing
    static constexpr std::size_t MostCutters = 500;

    QGeoCoordinate from;
    double elapsedSeconds = 0; ///< since the start; negative: the start is yet to come
    Driving fleeing = {.profile = RoadProfile::fleeing(0, false), .traffic = {}};
    std::vector<QGeoCoordinate> cutters; ///< units, posts, checkpoints
    Driving cutting = {.profile = RoadProfile::of(Vehicle::PoliceOnCall), .traffic = {}};
};

/// A road by which the ring grows: who is there first?
struct EscapeGate {
    QGeoCoordinate at;
    double seconds = 0; ///< since the start, when somebody who flees gets there
    QString nameZh;
    QString nameEn;
    QString ref;
    bool bridge = false;
    std::optional<std::size_t> cutter; ///< the quickest of those that are there before
    double marginSeconds = 0;          ///< by how much
};

/// The best that one of the cutters can do.
struct EscapeCut {
    std::size_t cutter = 0;
    std::size_t gate = 0;
    double seconds = 0;       ///< of its own way
    double marginSeconds = 0; ///< 0 or more: it is there so much before
};

struct EscapeAnswer {
    ReachRing now;               ///< where somebody who left then may be now
    std::vector<ReachRing> next; ///< in 1, 3 and 5 minutes
    std::vector<EscapeGate> gates;
    std::vector<EscapeCut>
        cuts; ///< by cutter, the widest margin of each; those that are too late are missing
    double accuracyMetres = 0;
};

enum class EscapeError : quint8 {
    NotYet,          ///< the start lies in the future
    TooLongAgo,      ///< more than LongestSeconds
    SpeedOutOfRange, ///< see problemOf(RoadProfile)
    NoRoad,          ///< none near the place that can be used so
};

/// Pure: may run on any thread. Costs a search up to elapsed plus 5 minutes, and one of at most 5 minutes for
/// each gate (at most 32): tens of milliseconds in a city.
[[nodiscard]] std::expected<EscapeAnswer, EscapeError> escapeOf(const RoadGraph& graph,
                                                                const EscapeQuestion& question);

} // namespace tridesk::maps
