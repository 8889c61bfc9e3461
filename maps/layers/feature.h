// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QGeoCoordinate>
#include <QList>
#include <QString>
#include <QStringList>

namespace tridesk::maps {

enum class ShapeKind { None, Point, Line, Area };

/// Where a feature lies, in the datum of its file.
struct Shape {
    ShapeKind kind = ShapeKind::None;
    /// A point has one part of one point; a line one part for each stretch; an area its rings, outer ones and
    /// holes alike, each without the repeated last point.
    QList<QList<QGeoCoordinate>> parts;
    QList<QDateTime> times; ///< of a track, one for each point of its only part; else empty
};

/// One thing of a geographic file: a row, a placemark, a track.
struct Feature {
    qint64 row = 0;     ///< 1 is the first of the file; in CSV the header line counts
    QStringList values; ///< one for each column of the layer
    Shape shape;
};

enum class LayerProblem {
    NotANumber,
    OutOfRange, ///< a latitude beyond 90, a longitude beyond 180
    Missing,
    TooManyPoints,
    TooFewPoints,
    NotAShape, ///< geometry of a kind that is not read, or text that is none
    NotText,   ///< bytes that are no text in the file's encoding
    TooDeep,
};

/// A row that is left out, and why.
struct LayerFault {
    qint64 row = 0;
    LayerProblem problem = LayerProblem::Missing;
    QString field;
    QString value; ///< what stands there, at most 80 characters
};

/// What a geographic file says, before anybody decides what it means.
struct Layer {
    QString format; ///< "CSV", "GeoJSON", "KML", "GPX"
    QString encoding;
    QStringList columns;
    QList<Feature> features;
    QList<LayerFault> faults; ///< the first MaxFaults
    qint64 faultCount = 0;
    bool isCut = false; ///< the file has more features than are taken

    void addFault(const LayerFault& fault);
};

namespace layer_limits {
inline constexpr qint64 Bytes = 64 * 1024 * 1024; ///< of GeoJSON, KML and GPX, which are held whole
inline constexpr qsizetype Features = 200'000;
inline constexpr qsizetype Points = 100'000; ///< of one feature
inline constexpr qsizetype Columns = 200;
inline constexpr qsizetype ValueLength = 2'000; ///< longer values are cut, except WKT in CSV
inline constexpr int Depth = 64;                ///< of nested elements and collections
inline constexpr qsizetype Faults = 1'000;
} // namespace layer_limits

} // namespace tridesk::maps
