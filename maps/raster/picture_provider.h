// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/raster/source_trouble.h"
#include "maps/raster/tile_source.h"

#include <QImage>
#include <QObject>
#include <QRectF>

#include <vector>

namespace tridesk::maps {

/// What a source knows of one tile.
struct TileAnswer {
    enum class Kind : std::uint8_t {
        Picture,
        Old,    ///< kept from before, out of date; a newer one is being asked for, or cannot be had
        Absent, ///< the source has none there
        Failed, ///< not to be had now; retryDue() says when to ask again
    };
    Kind kind = Kind::Failed;
    QImage picture = {};
    qsizetype bytes = 0; ///< as it came, encoded
};

/// Gives a source's pictures by their numbers. Lives on one thread, never waits there for a server.
class PictureProvider : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Answered by opened(), sooner or later, or by troubled() alone.
    virtual void open() = 0;
    /// Replaces what was wanted before; the first goes first. Each gets an answered(), an Old one a second
    /// one when more is known.
    virtual void want(std::vector<TileId> ids) = 0;

Q_SIGNALS:
    /// The source as it turned out to be, and where it has a map (degrees: left = west, top = south; empty:
    /// it does not say).
    void opened(const tridesk::maps::TileSource& source, const QRectF& bounds);
    /// What could be chosen there instead: of a WMTS, its layers and its matrix sets in Web Mercator.
    void offered(const QStringList& layers, const QStringList& matrixSets);
    void answered(tridesk::maps::TileId id, const tridesk::maps::TileAnswer& answer);
    void troubled(const tridesk::maps::SourceTrouble& trouble); ///< None: it is over
    void retryDue();
};

} // namespace tridesk::maps
