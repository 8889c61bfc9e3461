// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/canvas.h"

// Symbols for pictures, benches and tests: made up, but the same each time.
namespace tridesk::test {

// Units of all kinds and states, scattered around a place within so many degrees.
void scatterUnits(ui::MapCanvas& map, const QGeoCoordinate& around, double degrees, int count);
void scatterIncidents(ui::MapCanvas& map, const QGeoCoordinate& around, double degrees, int count);
void scatterCameras(ui::MapCanvas& map, const QGeoCoordinate& around, double degrees, int count);
// A station with its area, a route, a trail, rings and a cordon.
void addShapes(ui::MapCanvas& map, const QGeoCoordinate& around, double degrees);

} // namespace tridesk::test
