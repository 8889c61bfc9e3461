// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/symbols.h"

#include <QPointF>
#include <QString>

#include <vector>

// A city block pattern and a fleet, the same in every run, for the map's figures.
namespace tridesk::bench {

// Vector tiles of zoom 13 and 14 around a place: streets with names, buildings, parks, water, points of
// interest.
[[nodiscard]] bool writeCity(const QString& mbtiles, QPointF middle);

// Units spread over `spread` of Mercator's square around a place, of all kinds and states, each with a
// callsign.
[[nodiscard]] std::vector<ui::UnitSymbol> makeUnits(int count, QPointF middle, double spread);

// Each one a step along its heading, a few pixels at street level; some turn.
void moveUnits(std::vector<ui::UnitSymbol>& units, int frame);

} // namespace tridesk::bench
