// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/extract/progress.h"
#include "maps/extract/sink.h"

#include <QGeoRectangle>
#include <QMap>
#include <QString>

#include <expected>

namespace tridesk::maps {

/// What was read of an extract. Keys are words for the manifest.
struct ReadCounts {
    QMap<QString, qint64> read;
    QMap<QString, qint64> leftOut;
    QGeoRectangle bounds;  ///< what the file says, else the box around its nodes
    QGeoRectangle extent;  ///< around all nodes, but no more than a third beyond the bounds: what to draw
    QGeoCoordinate centre; ///< of the roads, else of the nodes
};

/// More nodes than any city or province has; keeps memory (16 bytes a node and more) in bounds.
inline constexpr qint64 MaxNodes = 300'000'000;
/// OSM itself allows 2,000.
inline constexpr int MaxNodesOfWay = 100'000;

/// Reads a PBF to its end and hands out what is in it. Nodes have to stand before ways and ways before
/// relations, as they do in every extract (prepareSource sees to it). Never throws; a damaged file gives one
/// line (without the file's name: the caller knows what its user called it), and the sink has then had a part
/// of it. Counts bytes for the watch, and ends with an error once that is stopped. Takes one thread, and
/// libosmium's own for decompression.
[[nodiscard]] std::expected<ReadCounts, QString> readExtract(const QString& pbfFile, ExtractSink& sink,
                                                             ImportWatch* watch = nullptr);

} // namespace tridesk::maps
