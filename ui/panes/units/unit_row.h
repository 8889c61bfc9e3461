// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"

#include <optional>

namespace tridesk {

/// What the status board shows of one unit, worked out once for each change of it.
struct UnitRow {
    UnitId id;
    QString callsign;
    UnitKind kind = UnitKind::Car;
    UnitStatus status = UnitStatus::Off;
    TypeCode custom; ///< what the post calls it, or null
    Instant statusSince;
    PostId post;
    QStringList crew;
    ShiftKit kit;
    QStringList qualifications;
    std::optional<IncidentId> incident; ///< that it works on
    qint64 incidentNumber = 0;
    std::optional<SafetyTimer> timer;
    bool recording = false;       ///< its body camera says so
    bool drawn = false;           ///< a weapon left its holster
    QList<IncidentId> stack;      ///< that wait for it, in their order
    std::optional<double> metres; ///< straight line to the incident in hand

    [[nodiscard]] bool isOn() const { return status != UnitStatus::Off; }
    /// Did not answer its safety check, or has an emergency: stays in sight whatever else is looked at.
    [[nodiscard]] bool isInDoubt() const {
        return status == UnitStatus::Emergency || (timer && timer->missedAt);
    }
};

[[nodiscard]] UnitRow unitRow(const Situation& situation, const Unit& unit);

/// The order of the board. With no incident in hand: by post and callsign, those off duty last. With one: its
/// own units, then those on duty by distance, those whose place is not known after them, those off duty last.
/// Total.
[[nodiscard]] bool boardBefore(const UnitRow& a, const UnitRow& b, const IncidentId& inHand);

} // namespace tridesk
