// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/catalogue.h"
#include "app/domain/enum_names.h"
#include "app/domain/order.h"
#include "app/report/record_state.h"
#include "app/report/spread.h"

#include <QHash>
#include <QTimeZone>

#include <array>
#include <map>

namespace tridesk {

/// What of the record is counted: incidents that were first reported (by the time at which it happened) in
/// [from, to), with everything that the record says of them, also after `to`. A merged one is counted as an
/// incident and has no times of its own; one that was split off again has. What is narrowed: `post` to the
/// area that the incident lies in, `type` to that type and all below it, both as they stand last; `unit` to
/// incidents that the unit was ordered to, and of their orders to its own.
struct StatisticsQuery {
    Instant from;
    Instant to;
    PostId post = {};
    TypeCode type = {};
    UnitId unit = {};
    QTimeZone zone = QTimeZone::UTC; ///< of the hours
};

/// The clocks of an incident and of an order, from what to what. All by the times at which it happened, as
/// said; one that ends before it begins (a clock ran backwards) is left out and counted as such.
///
/// Of an incident: Dispatch, from the first report to the first order that was not recalled; Response, to the
/// first unit's arrival; Total, to the closing (the last one, where it was opened again). None of a merged
/// one; no Dispatch and Response of what a crew came upon itself, nor of what was held or given to another
/// agency before its first order.
///
/// Of an order that was not recalled: Sign, from the moment at which the addressee may see it; of a unit's
/// also SetOut, from signing to setting out; Travel, from there to arriving; OnScene, from there to reporting
/// back. Refused and cancelled orders count with the steps that they reached. A step that was left out has no
/// clock.
enum class Interval { Dispatch, Response, Total, Sign, SetOut, Travel, OnScene };
constexpr int intervalCount = int(Interval::OnScene) + 1;

template <>
inline constexpr std::array enumNames<Interval> = {
    QLatin1StringView("dispatch"), QLatin1StringView("response"), QLatin1StringView("total"),
    QLatin1StringView("sign"),     QLatin1StringView("set_out"),  QLatin1StringView("travel"),
    QLatin1StringView("on_scene")};

constexpr int levelCount = int(Level::NonPolice) + 1;

/// One row of figures.
struct Tally {
    qint64 incidents = 0;
    std::array<qint64, levelCount> levels{}; ///< the same by level
    qint64 orders = 0;                       ///< not recalled
    std::array<Spread, intervalCount> intervals;
    std::array<qint64, intervalCount> backwards{};  ///< left out of the above
    std::array<qint64, deadlineKindCount> missed{}; ///< deadlines, each once

    [[nodiscard]] const Spread& of(Interval which) const { return intervals[size_t(which)]; }
};

/// By what rows are made.
enum class Grouping {
    Type, ///< one level below the type that was asked for, or the uppermost
    Area, ///< the station in whose area the incident lies
    Hour, ///< of the day, of the first report
    Post, ///< that was ordered, or whose unit was: of orders only
    Unit, ///< of orders only
};
constexpr int groupingCount = int(Grouping::Unit) + 1;

template <>
inline constexpr std::array enumNames<Grouping> = {QLatin1StringView("type"), QLatin1StringView("area"),
                                                   QLatin1StringView("hour"), QLatin1StringView("post"),
                                                   QLatin1StringView("unit")};

/// What became of what was counted.
struct Outcomes {
    qint64 closed = 0;
    qint64 merged = 0;
    qint64 transferred = 0;
    qint64 reopened = 0;
    qint64 initiated = 0; ///< by crews
    qint64 recalled = 0;  ///< orders; in no other figure
    qint64 refused = 0;
    qint64 cancelled = 0;
};

struct Statistics {
    StatisticsQuery query;
    RecordState record;
    Tally whole;
    Outcomes outcomes;
    /// By code; of the hour "00" to "23"; an empty code stands for what has none.
    std::array<std::map<QString, Tally>, groupingCount> rows;
    /// The names behind the codes, as they stand last: of types, posts, and callsigns of units.
    QHash<TypeCode, Name> types;
    QHash<PostId, Name> posts;
    QHash<UnitId, Callsign> units;
    bool isCut = false; ///< there were more than mostIncidents: the first so many are counted

    [[nodiscard]] const std::map<QString, Tally>& by(Grouping grouping) const {
        return rows[size_t(grouping)];
    }
};

} // namespace tridesk
