// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/layers/mapping.h"

#include <QByteArray>

#include <expected>

namespace tridesk::maps {

/// A file's bytes and how much of the layer it could hold.
struct WrittenLayer {
    QByteArray bytes;
    qint64 written = 0;
    qint64 leftOut =
        0; ///< features of a shape that the format does not know, or longer than a record is read
};

/// The features, WGS-84 to seven decimals (about a centimetre), as the format that the file's name ends in:
/// .csv, .geojson or .json, .kml, .gpx. What is written is read back by readLayer(), and guessMapping() finds
/// its columns; GPX alone keeps no more than name, kind and place, and has no areas. Pure; any thread. The
/// error is one line.
[[nodiscard]] std::expected<WrittenLayer, QString> writeLayer(const QString& fileName,
                                                              const QList<MappedFeature>& features);

/// writeLayer() into that file, which is there whole, or as it was before; the answer is without its bytes.
/// Blocks; any thread.
[[nodiscard]] std::expected<WrittenLayer, QString> saveLayer(const QString& path,
                                                             const QList<MappedFeature>& features);

/// RFC 4180 with a header, UTF-8 with a byte order mark (spreadsheets take Chinese for another encoding
/// without). Points only: lat and lon; else wkt.
[[nodiscard]] WrittenLayer writeCsv(const QList<MappedFeature>& features);
/// RFC 7946. Rings keep the order of their points, so that what is read back is the same.
[[nodiscard]] WrittenLayer writeGeoJson(const QList<MappedFeature>& features);
/// KML 2.2, a placemark each, with what it has no element for as extended data.
[[nodiscard]] WrittenLayer writeKml(const QList<MappedFeature>& features);
/// GPX 1.1: points as way points, each part of a line as a route, or with its times as a track.
[[nodiscard]] WrittenLayer writeGpx(const QList<MappedFeature>& features);

/// The rings of an area, outer and holes alike, as polygons: each an outer ring and the holes in it.
[[nodiscard]] QList<QList<QList<QGeoCoordinate>>> polygonsOf(const Shape& area);

/// As shapeFromWkt() reads it.
[[nodiscard]] QString wktOf(const Shape& shape);

} // namespace tridesk::maps
