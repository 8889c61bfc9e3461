// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/map_view.h"
#include "ui/map/symbols.h"

#include <QSet>

#include <vector>

namespace tridesk::ui {

// Units that stand too close to be told apart, as one: where they are on average, how many, and the state
// that a dispatcher must see first. Alarms and what is selected never go into one.
struct UnitCluster {
    QPointF at; // Mercator
    int count = 0;
    SymbolState strongest = SymbolState::Off;
};

struct UnitClusters {
    std::vector<UnitCluster> clusters;
    QSet<quint64> members; // keys of the units that they stand for
};

// Below this zoom units are gathered, where there are enough of them to crowd a view.
inline constexpr double clusterZoom = 12.4;

// Cells hang on the ground, not on the view: a cluster stays itself while the map is moved.
[[nodiscard]] UnitClusters clusterUnits(const std::vector<UnitSymbol>& units, const MapView& view);

// How much a state matters to whoever looks for someone: the greater wins a cluster.
[[nodiscard]] int weightOf(SymbolState state);

} // namespace tridesk::ui
