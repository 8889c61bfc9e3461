// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/package/package.h"
#include "maps/roads/graph_builder.h"

#include <QDir>

namespace tridesk::test {

/// Writes the roads of a map package: streets of 200 m in a square of 24 by 24 crossings around a place.
/// False where they could not be written.
[[nodiscard]] inline bool writeStreetGrid(const QString& folder, const QGeoCoordinate& middle) {
    maps::GraphBuilder builder;
    qint64 id = 0;
    constexpr int Side = 24, Half = Side / 2;
    const auto at = [&](int column, int row) {
        return QGeoCoordinate(middle.latitude() + (row - Half) * 0.0018,
                              middle.longitude() + (column - Half) * 0.0021);
    };
    const auto street = [&](int column, int row, int toColumn, int toRow) {
        maps::RoadWay way;
        way.id = ++id;
        way.cls = maps::RoadClass::Secondary;
        way.nodeIds = {qint64(row) * Side + column, qint64(toRow) * Side + toColumn};
        way.points = {at(column, row), at(toColumn, toRow)};
        builder.add(way);
    };
    for (int row = 0; row < Side; ++row)
        for (int column = 0; column < Side; ++column) {
            if (column + 1 < Side)
                street(column, row, column + 1, row);
            if (row + 1 < Side)
                street(column, row, column, row + 1);
        }
    return bool(builder.write(QDir(folder).filePath(maps::package_file::Roads.toString())));
}

} // namespace tridesk::test
