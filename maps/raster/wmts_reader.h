// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <expected>
#include <utility>
#include <vector>

namespace tridesk::maps {

/// One zoom of a matrix set, as it stands in the document.
struct WmtsMatrix {
    QString id;
    double scale = 0;  ///< metres on the ground for 0.28 mm, the denominator
    double left = 0;   ///< metres, of the set's projection
    double top = 0;    ///< metres
    int tileWidth = 0; ///< pixels
    int tileHeight = 0;
    int columns = 0;
    int rows = 0;
};

struct WmtsMatrixSet {
    QString id;
    QString crs;
    std::vector<WmtsMatrix> matrices;
};

struct WmtsLayer {
    QString id;
    QString title;
    QString style; ///< the default one, else the first
    QStringList formats;
    QStringList matrixSets;                                   ///< their identifiers
    std::vector<std::pair<QString, QString>> templates = {};  ///< format, address of a tile
    std::vector<std::pair<QString, QString>> dimensions = {}; ///< identifier, default
    QRectF bounds = {}; ///< degrees: left = west, top = south; empty: not said
};

/// What a WMTS says of itself (OGC 07-057r7), as far as pictures can be asked for by it.
struct WmtsCapabilities {
    QString provider; ///< whom the map is owed to
    QString getTile;  ///< the address for requests with parameters; empty: not said
    std::vector<WmtsLayer> layers;
    std::vector<WmtsMatrixSet> matrixSets;
};

/// Bounds on a document from outside; beyond them it is refused.
namespace wmts_limits {
inline constexpr qint64 Bytes = 8LL * 1024 * 1024;
inline constexpr std::size_t Layers = 10'000;
inline constexpr std::size_t MatrixSets = 500;
inline constexpr std::size_t Matrices = 64; ///< of a set
inline constexpr qsizetype Text = 2000;     ///< characters of one value
} // namespace wmts_limits

/// The error names the element, or what stands there instead of a description. Any thread; never throws.
[[nodiscard]] std::expected<WmtsCapabilities, QString> readWmts(const QByteArray& document);

} // namespace tridesk::maps
