// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/raster/picture_provider.h"
#include "ui/map/basemap.h"

#include <algorithm>

// The half of a basemap whose pictures come ready: from a file of pictures, or from a server.
namespace tridesk::ui {
namespace {

constexpr double nightBrightness = 0.5; // pictures know no night; white streets would blind

} // namespace

void Basemap::open(std::unique_ptr<maps::PictureProvider> provider) {
    close();
    m_raster = std::make_unique<maps::RasterMap>(std::move(provider));
    connect(m_raster.get(), &maps::RasterMap::opened, this, &Basemap::onOpened);
    connect(m_raster.get(), &maps::RasterMap::drawn, this, &Basemap::onDrawn);
    connect(m_raster.get(), &maps::RasterMap::troubled, this, [this](const maps::SourceTrouble& trouble) {
        m_trouble = trouble;
        Q_EMIT changed();
    });
    askTiles();
}

void Basemap::onOpened(const maps::TileSource& source, const QRectF& bounds) {
    m_info.name = source.name;
    m_info.attribution = source.attribution;
    m_info.bounds = bounds;
    // A piece of 512 pixels holds four pictures of 256, of the next zoom.
    const int finer = source.tileSize == 256 ? 1 : 0;
    m_info.minZoom = std::max(0, source.minZoom - finer);
    m_info.maxZoom = source.maxZoom;
    askTiles();
    Q_EMIT opened();
    Q_EMIT changed();
}

void Basemap::wantPieces(const std::vector<TilePicture>& pictures) {
    std::vector<maps::PieceWanted> pieces;
    pieces.reserve(pictures.size());
    for (const TilePicture& p : pictures)
        pieces.push_back({.id = p.id,
                          .pixels = p.pixels,
                          .dpr = p.dpr,
                          .background = m_style->background.rgb(),
                          .brightness = m_style->dark ? nightBrightness : 1});
    m_raster->want(std::move(pieces));
}

void Basemap::onDrawn(const maps::PieceWanted& piece, const QImage& image, bool lasting) {
    if (piece.background != m_style->background.rgb())
        return; // late, of another style
    if (lasting)
        m_passing.erase(piece.id);
    else
        m_passing.insert(piece.id);
    keep({piece.id, piece.pixels, piece.dpr}, image);
}

} // namespace tridesk::ui
