// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/geo_point.h"
#include "app/domain/id.h"
#include "app/domain/instant.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace tridesk {

enum class UnitKind { Car, Motorcycle, Foot, Van, Boat, Auxiliary };

/// Base meanings of desk.md, *Unit status*; what a post calls them is a name mapped to one of these.
enum class UnitStatus {
    Off,
    Available,
    AvailableAtStation,
    Reserved,
    Dispatched, ///< 未签收
    Signed,     ///< 已签收
    EnRoute,    ///< 出发
    OnScene,    ///< 到场
    BusyDivertable,
    BusyCommitted,
    Transport,
    Reporting, ///< 反馈
    OutOfService,
    Emergency,
};

/// May be sent without dropping anything.
[[nodiscard]] constexpr bool isAvailable(UnitStatus status) {
    return status == UnitStatus::Available || status == UnitStatus::AvailableAtStation;
}

/// What a unit is by configuration: stays when nobody crews it.
struct UnitDefinition {
    UnitId id;
    Callsign callsign;
    UnitKind kind = UnitKind::Car;
    PostId post;                     ///< home post
    QStringList devices;             ///< tracker ids whose fixes are this unit's
    QStringList qualifications = {}; ///< what its crew may be sent for: "negotiator", "water"
    BeatId beat = {};                ///< that it patrols; null: none

    friend bool operator==(const UnitDefinition&, const UnitDefinition&) = default;
};

/// What a crew took with it at log-on; each may be empty.
struct ShiftKit {
    QString vehicle;
    QString radio;
    QString camera;
    QString weapon;

    friend bool operator==(const ShiftKit&, const ShiftKit&) = default;
};

/// "Are you all right?": reset at every answer, missed once it is due.
struct SafetyTimer {
    Instant due;
    Milliseconds every{0};
    std::optional<Instant> missedAt = {};
    bool automatic = false; ///< came with the incident's type and goes with the order

    friend bool operator==(const SafetyTimer&, const SafetyTimer&) = default;
};

enum class EmergencySource {
    Crew,
    Device,
    MissedCheck,
    Desk,
    ManDown, ///< the three of a body camera: its wearer lies, a shot was heard, its key was pressed
    Shot,
    CameraKey
};
/// What a body camera tells of its crew that is no emergency.
enum class CameraSign { Recording, RecordingEnded, WeaponDrawn, WeaponHolstered };

enum class EmergencyOutcome { Resolved, False };

/// Latched: stands until somebody resolves it or marks it false.
struct Emergency {
    Instant since;
    EmergencySource source = EmergencySource::Crew;
    QString text;
    std::optional<GeoPoint> at;
    QString acknowledgedBy = {}; ///< seat; empty until then

    friend bool operator==(const Emergency&, const Emergency&) = default;
};

/// A unit as it stands now.
struct Unit {
    UnitDefinition definition;
    QStringList crew;
    UnitStatus status = UnitStatus::Off;
    Instant statusSince;
    std::optional<OrderId> order; ///< the open order that it works on
    TypeCode customStatus;        ///< what the post calls the status, or null
    ShiftKit kit;
    std::optional<Instant> onSince; ///< of the shift
    std::optional<SafetyTimer> timer;
    std::optional<Emergency> emergency;
    UnitStatus statusBehind = UnitStatus::Off; ///< while an emergency stands: what it would be without
    int jobs = 0;                              ///< orders of this shift
    std::optional<Instant> lastJobEnded;
    std::optional<Instant> recordingSince; ///< its body camera records
    std::optional<Instant> drawnSince;     ///< a weapon left its holster
    QList<IncidentId> stack;               ///< what is held for it, in the order in which it is to be done

    friend bool operator==(const Unit&, const Unit&) = default;
};

} // namespace tridesk
