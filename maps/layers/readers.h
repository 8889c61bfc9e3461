// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/layers/feature.h"

#include <QByteArray>

#include <expected>

class QIODevice;

namespace tridesk::maps {

/// Reads a geographic file by what its name ends in: .csv .txt .tsv, .geojson .json, .kml, .gpx. What is
/// wrong with one feature leaves that one out; the error is for the file as a whole and one line. Blocks; any
/// thread.
[[nodiscard]] std::expected<Layer, QString> readLayer(const QString& path);

// One for each format. None of them takes longer or more memory than layer_limits allow, whatever the bytes.

/// CSV with a header line; comma, semicolon or tab; UTF-8, UTF-16 or GB18030, told by its bytes.
[[nodiscard]] std::expected<Layer, QString> readCsvLayer(QIODevice& device);
/// RFC 7946. Of a collection of geometries the first that is read counts; several points become several
/// features.
[[nodiscard]] std::expected<Layer, QString> readGeoJson(const QByteArray& bytes);
/// KML 2.2: placemarks with name, description, address, their folder's name and extended data. No entities
/// are expanded, nothing is fetched.
[[nodiscard]] std::expected<Layer, QString> readKml(const QByteArray& bytes);
/// GPX 1.0 and 1.1: way points, routes, and tracks with their times, a feature for each stretch.
[[nodiscard]] std::expected<Layer, QString> readGpx(const QByteArray& bytes);

/// "POINT (116.39 39.91)", "LINESTRING (…)", "POLYGON ((…), (…))", "MULTIPOLYGON (((…)))", longitude first,
/// SRID=4326; before it allowed. A fault's problem where it is none of these.
[[nodiscard]] std::expected<Shape, LayerProblem> shapeFromWkt(const QString& text);

} // namespace tridesk::maps
