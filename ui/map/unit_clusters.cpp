// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/unit_clusters.h"

#include <QHash>

#include <cmath>

namespace tridesk::ui {
namespace {

constexpr double cellPixels = 46;
constexpr int fewest = 3;

struct Gathered {
    QPointF sum;
    int strongest = -1;
    std::vector<const UnitSymbol*> units;
};

} // namespace

int weightOf(SymbolState state) {
    switch (state) {
    case SymbolState::Off:
        return 0;
    case SymbolState::OutOfService:
        return 1;
    case SymbolState::Reporting:
        return 2;
    case SymbolState::AtStation:
        return 3;
    case SymbolState::Transport:
        return 4;
    case SymbolState::Committed:
        return 5;
    case SymbolState::Divertable:
        return 6;
    case SymbolState::Available:
        return 7;
    case SymbolState::Reserved:
        return 8;
    case SymbolState::OnScene:
        return 9;
    case SymbolState::EnRoute:
        return 10;
    case SymbolState::Signed:
        return 11;
    case SymbolState::Dispatched:
        return 12; // not signed yet: someone may have to ask
    case SymbolState::Emergency:
        return 13;
    }
    return 0;
}

UnitClusters clusterUnits(const std::vector<UnitSymbol>& units, const MapView& view) {
    UnitClusters out;
    if (view.zoom() >= clusterZoom)
        return out;
    const double cells =
        256 * std::exp2(std::round(view.zoom() * 2) / 2) / cellPixels; // along the world's edge
    QHash<quint64, Gathered> byCell;
    for (const UnitSymbol& s : units) {
        if (s.overdue || s.selected || s.state == SymbolState::Emergency)
            continue;
        const auto cell = quint64(s.at.x() * cells) << 32 | quint64(s.at.y() * cells);
        Gathered& g = byCell[cell];
        g.sum += s.at;
        g.units.push_back(&s);
        if (g.strongest < 0 || weightOf(s.state) > weightOf(SymbolState(g.strongest)))
            g.strongest = int(s.state);
    }
    for (const Gathered& g : std::as_const(byCell)) {
        const int count = int(g.units.size());
        if (count < fewest)
            continue;
        out.clusters.push_back({g.sum / count, count, SymbolState(g.strongest)});
        for (const UnitSymbol* s : g.units)
            out.members.insert(s->key);
    }
    return out;
}

} // namespace tridesk::ui
