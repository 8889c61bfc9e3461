// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/field/tracker_report.h"

#include <QByteArray>
#include <QUrlQuery>

#include <optional>

namespace tridesk {

/// What Traccar Client and OsmAnd send, old form: id or deviceid, lat and lon or location=lat,lon, timestamp
/// (seconds, milliseconds, ISO 8601, or "yyyy-MM-dd HH:mm:ss" in UTC; none: now), speed in knots, bearing or
/// heading, accuracy in metres. Nothing where the message names cells or access points instead of a place.
/// Pure; any thread.
[[nodiscard]] Result<std::optional<TrackerReport>> readOsmAnd(const QUrlQuery& query, Instant now);

/// The device whose key was pressed for help (`alarm=sos`, which Traccar Client's shortcut and trackers
/// behind a Traccar-like relay send); nothing otherwise. Asked apart from the position: help is wanted also
/// where that is missing or wrong.
[[nodiscard]] std::optional<QString> alarmingDevice(const QUrlQuery& query);
/// The same of the JSON form: `alarm` in `location.extras`, where today's client puts it, in `location`, or
/// beside it.
[[nodiscard]] std::optional<QString> alarmingDevice(const QByteArray& body);

/// What readOsmAnd() reads, of Traccar Client since 2025:
/// {"device_id","location":{"timestamp","coords":{…}}}, speed in m/s.
[[nodiscard]] Result<std::optional<TrackerReport>> readOsmAndJson(const QByteArray& body, Instant now);

} // namespace tridesk
