// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    PostId post;         ///< home post
    QStringList devices; ///< tracker ids whose fixes are this unit's

    friend bool operator==(const UnitDefinition&, const UnitDefinition&) = default;
};

/// A unit as it stands now.
struct Unit {
    UnitDefinition definition;
    QStringList crew;
    UnitStatus status = UnitStatus::Off;
    Instant statusSince;
    std::optional<OrderId> order; ///< the open order that it works on
};

} // namespace tridesk
