// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/tiles/tile_id.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QPoint>
#include <QString>

#include <vector>

// Writes vector tiles and MBTiles files, for tests and benches that need a map of their own.
namespace tridesk::test {

struct FeatureSpec {
    int kind = 1; // 1 point, 2 line, 3 polygon (one ring)
    std::vector<QPoint> points;
    QList<QPair<QString, QString>> tags; // a value of digits alone is written as a number
};

struct LayerSpec {
    QString name;
    std::vector<FeatureSpec> features;
};

[[nodiscard]] QByteArray encodeTile(const std::vector<LayerSpec>& layers);
[[nodiscard]] QByteArray gzip(const QByteArray& bytes);

struct TileSpec {
    maps::TileId id;
    QByteArray bytes; // as they are to be stored
};
[[nodiscard]] bool writeMbTiles(const QString& path, const std::vector<TileSpec>& tiles,
                                const QList<QPair<QString, QString>>& metadata);

} // namespace tridesk::test
