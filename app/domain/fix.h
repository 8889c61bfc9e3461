// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/geo_point.h"
#include "app/domain/id.h"
#include "app/domain/instant.h"

#include <optional>

namespace tridesk {

/// One position report of a unit. Not a journal entry: fixes come by the thousand and have a store of their
/// own (app/journal/fix_store.h), on the same clock.
struct Fix {
    UnitId unit;
    GeoPoint at;
    Instant measuredAt;
    Instant receivedAt;
    std::optional<double> speed;    ///< m/s
    std::optional<double> heading;  ///< degrees clockwise from north, 0 ≤ h < 360
    std::optional<double> accuracy; ///< metres, radius
    QString source;                 ///< name of the source that sent it

    friend bool operator==(const Fix&, const Fix&) = default;
};

} // namespace tridesk
