// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/keyed_store.h"
#include "ui/map/symbols.h"

#include <QHash>
#include <QPointF>

#include <array>
#include <vector>

namespace tridesk::ui {

// Below this zoom units are gathered, where there are enough of them to crowd a view.
inline constexpr double clusterZoom = 12.4;

// How much a state matters to whoever looks for someone: the greater wins a cluster.
[[nodiscard]] int weightOf(SymbolState state);

// Units that stand too close to be told apart, as one: where they are on average, how many, and the state
// that a dispatcher must see first. Alarms and what is selected never go into one.
struct UnitCluster {
    QPointF at; // Mercator
    int count = 0;
    SymbolState strongest = SymbolState::Off;
};

// Follows a store of units: a unit that changed is taken out of its cell and put into another, the others are
// not looked at. Cells hang on the ground, not on the view: a cluster stays itself while the map is moved.
class UnitClusters {
public:
    // After this it knows the store as it is now, at this zoom.
    void follow(KeyedStore<UnitSymbol>& store, double zoom);

    [[nodiscard]] bool isActive() const { return m_level >= 0; }
    // Whether the unit at a place of the store is shown by a cluster.
    [[nodiscard]] bool holds(std::size_t place) const {
        return place < m_counted.size() && m_counted[place].cell >= 0 &&
               m_cells[std::size_t(m_counted[place].cell)].count >= fewest;
    }
    template <typename Use>
    void forEach(Use use) const {
        for (const Cell& cell : m_cells) {
            if (cell.count >= fewest)
                use(UnitCluster{cell.sum / cell.count, cell.count, cell.strongest()});
        }
    }

private:
    static constexpr int fewest = 3;
    static constexpr std::size_t states = std::size_t(SymbolState::Emergency) + 1;
    struct Cell {
        QPointF sum;
        int count = 0;
        std::array<int, states> byState{};
        [[nodiscard]] SymbolState strongest() const;
    };
    // What a unit gave to a cell, to be taken back as it was.
    struct Counted {
        int cell = -1;
        SymbolState state = SymbolState::Off;
        QPointF at;
    };
    void count(std::size_t place, const UnitSymbol& unit);
    void uncount(std::size_t place);
    void clear();

    int m_level = -1; // half steps of zoom; −1 where units stand for themselves
    double m_cellsAcross = 1;
    std::vector<Cell> m_cells;
    QHash<quint64, int> m_byPlace;
    std::vector<Counted> m_counted; // beside the store's own
};

} // namespace tridesk::ui
