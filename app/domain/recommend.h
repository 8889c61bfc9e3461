// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/enum_names.h"
#include "app/domain/order.h"
#include "app/domain/policy.h"
#include "app/domain/unit.h"

#include <QList>
#include <QStringList>

#include <array>
#include <expected>
#include <optional>
#include <vector>

/// Who should go: units ranked for an incident by the time they need, what they would leave behind, and what
/// it would cost in coverage, each with its reasons, and why not more (product.md, *What no other system
/// has*, 3). A question is a value that holds all that was known, so that it can be asked on another thread,
/// and again later; the same question always gets the same answer. Words are made in ui/text.
namespace tridesk {

/// How long a unit needs to the incident by road.
struct TravelTime {
    enum class Kind {
        Unknown, ///< no roads known, or the unit (or the incident) is off them
        Known,
        Beyond, ///< on the roads, and further away than was searched, or no way
    };
    Kind kind = Kind::Unknown;
    Milliseconds time{0};

    [[nodiscard]] static TravelTime known(Milliseconds time) { return {Kind::Known, time}; }
    friend bool operator==(const TravelTime&, const TravelTime&) = default;
};

/// Where a unit is taken to be.
struct UnitPlace {
    GeoPoint at;
    Milliseconds age{0};    ///< of the fix
    bool atStation = false; ///< by its status, since no fresh fix says otherwise

    friend bool operator==(const UnitPlace&, const UnitPlace&) = default;
};

/// What a unit works on.
struct UnitWork {
    IncidentId incident;
    Level level = Level::Routine;
    bool byBureau = false; ///< the bureau ordered it

    friend bool operator==(const UnitWork&, const UnitWork&) = default;
};

/// A unit that might go.
struct Candidate {
    UnitId unit;
    UnitKind kind = UnitKind::Car;
    UnitStatus status = UnitStatus::Off;
    bool crewed = false;
    QStringList qualifications;
    int jobs = 0; ///< of this shift
    std::optional<Instant> lastJobEnded;
    bool sent = false; ///< has an open order on this incident
    std::optional<UnitWork> work;
    std::optional<UnitPlace> place;
    TravelTime travel; ///< from `place` to the incident

    friend bool operator==(const Candidate&, const Candidate&) = default;
};

/// A place that ought to have a car near it: a station, standing for its area.
struct CoverPlace {
    struct Near {
        qsizetype candidate = 0; ///< into RecommendQuestion::candidates
        Milliseconds time{0};    ///< by road to the place
        friend bool operator==(const Near&, const Near&) = default;
    };
    PostId post;
    std::vector<Near> near; ///< all within five minutes

    friend bool operator==(const CoverPlace&, const CoverPlace&) = default;
};

/// The rings of desk.md, *The flow of an incident*: 1-3-5.
constexpr std::array<Milliseconds, 3> coverRings = {std::chrono::minutes(1), std::chrono::minutes(3),
                                                    std::chrono::minutes(5)};

/// What an incident wants, by its type and level.
struct Wants {
    QList<UnitKind> kinds;      ///< empty: any of its lane
    QStringList qualifications; ///< that one of the units must have
    qint64 units = 1;
    Level level = Level::Routine;

    friend bool operator==(const Wants&, const Wants&) = default;
};

struct RecommendQuestion {
    IncidentId incident;
    std::optional<GeoPoint> at; ///< of the incident
    Wants wants;
    qint64 sent = 0;            ///< units with an open order on it
    bool sentQualified = false; ///< one of them has what is wanted
    bool led = false;           ///< one of them is the primary
    Tier tier = Tier::Bureau;   ///< who asks; a station does not take what the bureau sent
    Instant now;
    RecommendPolicy policy;
    std::vector<Candidate> candidates;
    std::optional<std::vector<CoverPlace>>
        cover; ///< nothing: the roads are not known, coverage is not priced
};

/// Why a unit stands where it stands.
enum class PickReasonCode {
    RoadTime,         ///< `length`, by road
    EstimatedTime,    ///< `length`, from the straight line of `count` metres
    AtStation,        ///< its place is its station's, by its status
    StaleFix,         ///< `length`: the fix's age
    Diverts,          ///< drops `incident`, whose level is `level`
    StillReporting,   ///< writes its report on `incident`
    WrongKind,        ///< the type names others
    OtherLane,        ///< an auxiliary or a boat for police work, or police for what is not; `level`
    Qualified,        ///< has what is wanted, `words`
    NotQualified,     ///< lacks `words`
    Jobs,             ///< `count` this shift
    NoRest,           ///< `length` since its last job
    LastOfRing,       ///< of `post` would lose its last car within `ring` minutes
    SecondLastOfRing, ///< one other would remain
};

template <>
inline constexpr std::array enumNames<PickReasonCode> = {
    QLatin1StringView("road_time"),  QLatin1StringView("estimated_time"),
    QLatin1StringView("at_station"), QLatin1StringView("stale_fix"),
    QLatin1StringView("diverts"),    QLatin1StringView("still_reporting"),
    QLatin1StringView("wrong_kind"), QLatin1StringView("other_lane"),
    QLatin1StringView("qualified"),  QLatin1StringView("not_qualified"),
    QLatin1StringView("jobs"),       QLatin1StringView("no_rest"),
    QLatin1StringView("last_of"),    QLatin1StringView("second_last_of")};

struct PickReason {
    PickReasonCode code = PickReasonCode::RoadTime;
    qint64 cost = 0; ///< seconds that it adds to the rank's key
    Milliseconds length{0};
    qint64 count = 0;
    IncidentId incident = {};
    Level level = Level::Routine;
    PostId post = {};
    int ring = 0; ///< minutes
    QStringList words = {};

    friend bool operator==(const PickReason&, const PickReason&) = default;
};

/// As ShownPick keeps it: the code, and for a ring its place and minutes: "last_of:ST03:5".
[[nodiscard]] QString codeText(const PickReason& reason);

/// A unit that may go.
struct Pick {
    UnitId unit;
    std::optional<OrderRole> role; ///< proposed as that; nothing: next in rank, or not proposed
    Milliseconds travel{0};
    bool estimated = false; ///< from the straight line
    qint64 cost = 0;        ///< seconds; the rank's key
    QList<PickReason> reasons;

    [[nodiscard]] bool has(PickReasonCode code) const;
    friend bool operator==(const Pick&, const Pick&) = default;
};

/// Why a unit is not picked, the first that applies.
enum class Barrier {
    AlreadySent,
    Off,
    NoCrew,
    OutOfService,
    Emergency,
    Reserved,
    Busy,             ///< on work that is as pressing, or that it cannot leave
    HeldByHigherTier, ///< the bureau sent it where it is
    NoPlace,          ///< it never reported where it is
    TooFar,
};
constexpr int barrierCount = int(Barrier::TooFar) + 1;

struct Exclusion {
    UnitId unit;
    Barrier barrier = Barrier::Off;
    UnitStatus status = UnitStatus::Off;
    std::optional<Milliseconds> travel; ///< where it is known or can be reckoned
    std::optional<UnitWork> work;

    friend bool operator==(const Exclusion&, const Exclusion&) = default;
};

enum class ShortfallCode {
    IncidentNotLocated, ///< nobody can be ranked
    NobodyQualified,    ///< who has `qualifications`; the lead stays open
    TooFew,             ///< `missing` units
};

struct Shortfall {
    ShortfallCode code = ShortfallCode::TooFew;
    qint64 missing = 0;
    Milliseconds within{0};                       ///< how far was looked
    QStringList qualifications = {};              ///< that were looked for
    std::optional<Exclusion> nearest = {};        ///< of those who are busy and would do
    std::array<qint64, barrierCount> barred = {}; ///< how many stayed out, by why

    friend bool operator==(const Shortfall&, const Shortfall&) = default;
};

struct Recommendation {
    IncidentId incident;
    Instant at;
    qint64 wanted = 0;
    qint64 sent = 0;
    QList<Pick> picks; ///< best first, those proposed ahead
    QList<Shortfall> shortfalls;
    bool coverPriced = false;

    [[nodiscard]] QList<UnitId> proposed() const; ///< the primary first
    friend bool operator==(const Recommendation&, const Recommendation&) = default;
};

/// Ranks all and proposes as many as are wanted and not sent yet. Each further pick is weighed as if those
/// proposed before it were gone, so that two cars never leave a ring as if each were the only one to go. Ties
/// go to the shorter time, then to the smaller unit code. Some milliseconds for 5,000 units.
[[nodiscard]] Recommendation recommend(const RecommendQuestion& question);

/// One unit by itself: what it would cost if it alone went, or why it is not picked. Nothing where the
/// question does not know it.
[[nodiscard]] std::optional<std::expected<Pick, Exclusion>> appraise(const RecommendQuestion& question,
                                                                     const UnitId& unit);

/// How many free cars are within each ring of a place.
struct PlaceCover {
    PostId post;
    std::array<qint64, coverRings.size()> cars = {};

    friend bool operator==(const PlaceCover&, const PlaceCover&) = default;
};
/// Of every place, in the question's order; none where the roads are not known.
[[nodiscard]] QList<PlaceCover> coverNow(const RecommendQuestion& question);

/// For the order that follows: at most 20 lines, as IssueOrder takes them.
[[nodiscard]] QList<ShownPick> shownPicks(const Recommendation& recommendation);

} // namespace tridesk
