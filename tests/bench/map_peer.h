// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/map_view.h"
#include "ui/map/symbols.h"

#include <QByteArray>

#include <vector>

namespace tridesk::bench {

// What stands beside the map's figures: Qt Location's own way of showing units, a `Map` without tiles with a
// `MapItemView` over a model, on Qt Quick's software surface, which is what it has without a graphics card.
// The same units are moved before each frame; they are round dots there, without names, and no ground lies
// beneath them, so what it does is less.
//
// Each figure is bounded to a few frames, and all of it to some tens of seconds.
struct PeerFigures {
    QByteArray still; // as the figure's line tells it
    QByteArray pan;
};
[[nodiscard]] PeerFigures measurePeer(std::vector<ui::UnitSymbol>& units, const ui::MapView& view);

} // namespace tridesk::bench
