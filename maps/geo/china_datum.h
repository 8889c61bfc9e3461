// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGeoCoordinate>

namespace tridesk::maps {

/// What a source or a basemap counts in. Everything inside is Wgs84; the others are turned at the edge.
enum class Datum { Wgs84, Gcj02, Bd09 };

/// GCJ-02 shifts every point of mainland China by 300 to 600 m by a published-by-use polynomial; BD-09 adds a
/// second one. Both leave points outside a rough box of China as they are. Back and forth agrees within 0.1 m
/// (the way back is found by iteration; the way there is the formula in common use). Heights are kept.
[[nodiscard]] QGeoCoordinate toWgs84(const QGeoCoordinate& at, Datum from);
[[nodiscard]] QGeoCoordinate fromWgs84(const QGeoCoordinate& at, Datum to);

/// The box within which GCJ-02 differs from WGS-84.
[[nodiscard]] bool isShiftedArea(const QGeoCoordinate& at);

} // namespace tridesk::maps
