// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "app/domain/instant.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <optional>

namespace tridesk {

/// Who sits at a seat.
struct SeatOnDuty {
    QString seat;
    QString user;
    Instant since;

    friend bool operator==(const SeatOnDuty&, const SeatOnDuty&) = default;
};

/// Which of the bureau's desks answers for a station (product.md, capability 97). Stations that were never
/// given to a desk are every desk's.
struct SectorCover {
    PostId post;
    QString desk;   ///< seat; empty: every desk's again
    QString before; ///< that answered for it until then; empty: every desk
    QString name;   ///< of the sector that it was moved with; may be empty
    QString by;     ///< user who moved it
    Instant since;
    QSet<QString> noted; ///< desks that have read of it

    friend bool operator==(const SectorCover&, const SectorCover&) = default;
};

/// What one seat did about one of its alarms (alarms.h).
struct AlarmMark {
    std::optional<Instant> acknowledgedAt;
    std::optional<Instant> shelvedUntil;
    QString reason; ///< of shelving

    friend bool operator==(const AlarmMark&, const AlarmMark&) = default;
};
using AlarmMarks = QHash<QString, AlarmMark>; ///< by the alarm's key

} // namespace tridesk
