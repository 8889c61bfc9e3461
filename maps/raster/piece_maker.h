// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/raster/known_tiles.h"
#include "maps/raster/placement.h"

#include <QObject>

#include <memory>
#include <vector>

namespace tridesk::maps {

/// Puts the wanted pieces together as their pictures come. Lives on the thread of its provider.
class PieceMaker : public QObject {
    Q_OBJECT

public:
    /// Opens the provider.
    explicit PieceMaker(std::unique_ptr<PictureProvider> provider, QObject* parent = nullptr);
    ~PieceMaker() override;

    void open() { m_provider->open(); }
    /// Replaces what was wanted before; the first goes first.
    void want(const std::vector<PieceWanted>& pieces);

Q_SIGNALS:
    /// `lasting`: nothing better is to come. Else some of it is old or missing, and is drawn again when there
    /// is more.
    void drawn(const tridesk::maps::PieceWanted& piece, const QImage& image, bool lasting);
    void opened(const tridesk::maps::TileSource& source, const QRectF& bounds);
    void troubled(const tridesk::maps::SourceTrouble& trouble);

private:
    struct Piece {
        PieceWanted wanted;
        Placement placement;
        bool done = false;
    };
    void begin(const TileSource& source, const QRectF& bounds);
    void take(TileId id, const TileAnswer& answer);
    void ask();
    void schedule();
    void step();
    [[nodiscard]] bool isKnown(const Piece& piece);
    void draw(Piece& piece);

    std::unique_ptr<PictureProvider> m_provider;
    TileSource m_source;
    bool m_open = false;
    bool m_stepping = false;
    std::vector<Piece> m_pieces;
    KnownTiles m_known;
};

} // namespace tridesk::maps
