// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QGeoCoordinate>
#include <QGeoRectangle>
#include <QList>
#include <QPointF>

#include <vector>

namespace tridesk::maps {

/// x is the longitude, y the latitude, in degrees.
using DegreeLine = QList<QPointF>;

/// A stretch of open water: its outline, without a closing point, and the islands in it.
struct SeaArea {
    DegreeLine outline;
    QList<DegreeLine> islands;
};

/// The sea within a rectangle, by the coastlines that an extract carries (OSM draws them with the land on
/// their left). Lines that break off inside are led straight to the nearest edge. Empty where there is no
/// coast. Bad lines (one point, no direction) are left out; takes time in proportion to their points.
[[nodiscard]] QList<SeaArea> seaWithin(const QGeoRectangle& box, const QList<DegreeLine>& coastlines);

/// How much of the given places lies in the sea, 0…1: where the roads do, the coast was not whole.
[[nodiscard]] double shareAtSea(const QList<SeaArea>& sea, const QList<QPointF>& places);

/// GeoJSON, a polygon each, for tilemaker.
[[nodiscard]] QByteArray seaGeoJson(const QList<SeaArea>& sea);

} // namespace tridesk::maps
