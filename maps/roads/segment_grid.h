// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/roads/graph_file.h"

namespace tridesk::maps {

/// Fills the grid and its cells from the segments and points of the data: about two segments a cell, cells of
/// at least 100 m.
void buildGrid(GraphData& data);

/// The cells of a grid that a box of coordinates touches, held to the grid; lastRow < firstRow where it
/// touches none.
struct CellRange {
    qint64 firstRow = 0;
    qint64 lastRow = -1;
    qint64 firstColumn = 0;
    qint64 lastColumn = -1;
};
[[nodiscard]] CellRange cellsTouched(const GraphGrid& grid, GraphPoint southWest, GraphPoint northEast);

} // namespace tridesk::maps
