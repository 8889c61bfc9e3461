// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/raster/raster_map.h"
#include "maps/tiles/mbtiles.h"
#include "ui/map/basemap_workers.h"
#include "ui/map/map_layer.h"
#include "ui/map/map_view.h"
#include "ui/map/picture_cache.h"

#include <QObject>
#include <QPixmap>

#include <memory>
#include <unordered_set>

namespace tridesk::maps {
class PictureProvider;
}

namespace tridesk::ui {

// The map beneath everything: opens a package, keeps its pictures and labels, and lends them to two layers,
// since areas and routes lie between the land and its names. GUI thread only.
class Basemap : public QObject {
    Q_OBJECT

public:
    explicit Basemap(QObject* parent = nullptr);
    ~Basemap() override;

    // An MBTiles file of vector tiles or pictures (a TileSource of the kind File). It is looked into on
    // another thread, since a disk may be slow or far away: opened() follows, or failed().
    void open(const maps::TileSource& file);
    // Pictures from wherever; opened() follows, or only a trouble().
    void open(std::unique_ptr<maps::PictureProvider> provider);
    void close();
    [[nodiscard]] bool isOpen() const { return m_workers != nullptr || m_raster != nullptr; }
    [[nodiscard]] bool isOpening() const { return m_isOpening; }
    // Why pictures do not come, or old ones are shown; changed() tells of it.
    [[nodiscard]] const maps::SourceTrouble& trouble() const { return m_trouble; }
    [[nodiscard]] const maps::MbTilesInfo& info() const { return m_info; }
    [[nodiscard]] int damagedTiles() const { return m_workers ? m_workers->damagedTiles() : 0; }

    void setStyle(StylePtr style);
    void setLanguage(LabelLanguage language);

    // Says where the view is, or will be when its motion ends: that is what gets drawn.
    void aimAt(const MapView& view);
    // Nothing more is being drawn for the last aim: for screenshots and tests.
    [[nodiscard]] bool isComplete() const;

    // With the painter's smooth-transformation hint a turned map is drawn finely, else fast.
    void paintLand(QPainter& painter, const MapView& view);
    void paintLabels(QPainter& painter, const MapView& view) const;

Q_SIGNALS:
    void opened();                      // info() is known
    void failed(const QString& reason); // a file that cannot be shown; it is closed again
    void changed();                     // something new to paint
    // The land looks different there; before changed().
    void landChanged(const QRectF& mercator);

private:
    void begin(const maps::TileSource& file, const maps::MbTilesInfo& info);
    void onPainted(const TilePicture& picture, const QImage& image, const StylePtr& style);
    void onLabelled(const LabelSetPtr& labels, const StylePtr& style);
    void onOpened(const maps::TileSource& source, const QRectF& bounds);
    void onDrawn(const maps::PieceWanted& piece, const QImage& image, bool lasting);
    void keep(const TilePicture& picture, const QImage& image);
    void wantPieces(const std::vector<TilePicture>& pictures);
    void askTiles();
    void askLabels();
    void askStandIns(const std::vector<maps::TileId>& around);
    void paintUpright(QPainter& painter, const MapView& view);
    void paintTurned(QPainter& painter, const MapView& view);
    void paintTile(QPainter& painter, maps::TileId id, const QRect& target, int pixels);
    [[nodiscard]] bool paintAncestor(QPainter& painter, maps::TileId id, const QRect& target);
    void paintChildren(QPainter& painter, maps::TileId id, const QRect& target);

    quint64 m_turn = 0; // of opening: what a file that was left since says is not heard
    bool m_isOpening = false;
    maps::MbTilesInfo m_info;
    std::unique_ptr<BasemapWorkers> m_workers; // of vector tiles; else
    std::unique_ptr<maps::RasterMap> m_raster; // of pictures; else none: a grid
    maps::SourceTrouble m_trouble;
    std::unordered_set<maps::TileId> m_passing; // drawn, but old or not whole: asked for again
    StylePtr m_style;
    LabelLanguage m_language = LabelLanguage::Both;
    PictureCache m_pictures;
    MapView m_aim;
    std::vector<TilePicture> m_missing;
    LabelSetPtr m_labels;
    mutable QPixmap
        m_labelAtlas; // of m_labels, for painters that copy pixmaps only; made when it is asked for
    QImage m_upright; // what a turned view is turned from
    bool m_labelsWanted = false;
    MapView m_labelAim;
};

// The two layers; both paint from one Basemap, which outlives them.
class LandLayer : public MapLayer {
public:
    explicit LandLayer(Basemap& basemap)
        : m_basemap(basemap) {}
    void paint(QPainter& painter, const MapView& view) override { m_basemap.paintLand(painter, view); }
    [[nodiscard]] std::optional<quint64> stamp() const override { return 1; } // says where it changed itself

private:
    Basemap& m_basemap;
};

class LabelLayer : public MapLayer {
public:
    explicit LabelLayer(const Basemap& basemap)
        : m_basemap(basemap) {}
    void paint(QPainter& painter, const MapView& view) override { m_basemap.paintLabels(painter, view); }

private:
    const Basemap& m_basemap;
};

} // namespace tridesk::ui
