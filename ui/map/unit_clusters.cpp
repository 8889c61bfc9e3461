// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/unit_clusters.h"

#include <cmath>
#include <utility>

namespace tridesk::ui {
namespace {

constexpr double cellPixels = 46;

bool standsForItself(const UnitSymbol& unit) {
    return unit.overdue || unit.selected || unit.state == SymbolState::Emergency;
}

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

SymbolState UnitClusters::Cell::strongest() const {
    SymbolState best = SymbolState::Off;
    for (std::size_t i = 0; i < states; ++i) {
        if (byState[i] > 0 && weightOf(SymbolState(i)) > weightOf(best))
            best = SymbolState(i);
    }
    return best;
}

void UnitClusters::clear() {
    m_cells.clear();
    m_byPlace.clear();
    m_counted.clear();
}

void UnitClusters::follow(KeyedStore<UnitSymbol>& store, double zoom) {
    const int level = zoom < clusterZoom ? int(std::lround(zoom * 2)) : -1;
    const auto touched = store.takeTouched();
    const std::vector<UnitSymbol>& units = store.all();
    if (level < 0 || level != m_level || !touched) {
        clear();
        m_level = level;
        m_cellsAcross = 256 * std::exp2(level / 2.0) / cellPixels;
        m_counted.resize(level < 0 ? 0 : units.size());
        for (std::size_t i = 0; i < m_counted.size(); ++i)
            count(i, units[i]);
        return;
    }
    for (std::size_t i = units.size(); i < m_counted.size(); ++i)
        uncount(i);
    m_counted.resize(units.size());
    for (const std::uint32_t place : *touched) {
        if (place >= units.size())
            continue;
        uncount(place);
        count(place, units[place]);
    }
}

void UnitClusters::count(std::size_t place, const UnitSymbol& unit) {
    if (standsForItself(unit))
        return;
    const auto id = quint64(unit.at.x() * m_cellsAcross) << 32 | quint64(unit.at.y() * m_cellsAcross);
    auto found = m_byPlace.find(id);
    if (found == m_byPlace.end()) {
        found = m_byPlace.insert(id, int(m_cells.size()));
        m_cells.emplace_back();
    }
    Cell& cell = m_cells[std::size_t(*found)];
    cell.sum += unit.at;
    ++cell.count;
    ++cell.byState[std::size_t(unit.state)];
    m_counted[place] = {*found, unit.state, unit.at};
}

void UnitClusters::uncount(std::size_t place) {
    const Counted counted = std::exchange(m_counted[place], {});
    if (counted.cell < 0)
        return;
    Cell& cell = m_cells[std::size_t(counted.cell)];
    cell.sum -= counted.at;
    --cell.count;
    --cell.byState[std::size_t(counted.state)];
}

} // namespace tridesk::ui
