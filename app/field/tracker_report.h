// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/geo_point.h"
#include "app/domain/instant.h"
#include "app/domain/refusal.h"

#include <QString>

#include <optional>

namespace tridesk {

/// A position as a tracker tells it, in the desk's measures; whose unit that tracker is is not known yet.
struct TrackerReport {
    QString device; ///< as the tracker names itself
    GeoPoint at;
    Instant measuredAt;
    std::optional<double> speed;    ///< m/s
    std::optional<double> heading;  ///< degrees clockwise from north, 0 ≤ h < 360
    std::optional<double> accuracy; ///< metres

    friend bool operator==(const TrackerReport&, const TrackerReport&) = default;
};

/// How far a tracker's clock may run ahead; a fix from further on would hide every true one after it.
constexpr Milliseconds trackerClockSlack = std::chrono::hours(24);
constexpr int longestDeviceId = 120;

/// What trackers use for "unknown" (anything below zero) becomes nothing; 360° becomes 0°.
[[nodiscard]] std::optional<double> knownSpeed(std::optional<double> value, double toMetresPerSecond);
[[nodiscard]] std::optional<double> knownHeading(std::optional<double> degrees);
[[nodiscard]] std::optional<double> knownAccuracy(std::optional<double> metres);

/// Nothing, or why that moment cannot be: before 1990 or more than a day ahead.
[[nodiscard]] std::optional<Refusal> impossibleTime(const QString& field, const QString& value, Instant at,
                                                    Instant now);

} // namespace tridesk
