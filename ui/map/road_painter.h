// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/map_style.h"
#include "ui/map/tile_geometry.h"

#include <QPainterPath>
#include <QRectF>

#include <array>

class QPainter;

namespace tridesk::ui {

// Gathers the roads of a picture from one or more data tiles, then draws them: tunnels, ground, bridges; in
// each the casings first and then the fills, from the least road to the greatest, so that crossings come out
// joined.
class RoadPainter {
public:
    // `zoom` in 256-pixel counting; `clip` in pixels, with room for the widest road.
    RoadPainter(const MapStyle& style, double zoom, double dpr, const QRectF& clip);

    void add(const maps::VectorLayer& transportation, const TileTransform& transform);
    void draw(QPainter& painter) const;

private:
    enum Level { Tunnel, Ground, Bridge, Levels };
    struct Bucket {
        QPainterPath path;
        QPainterPath ramps; // thinner
    };

    void drawLevel(QPainter& painter, Level level) const;
    void drawCasing(QPainter& painter, Level level, RoadClass roadClass) const;
    void drawFill(QPainter& painter, Level level, RoadClass roadClass) const;
    void drawSubway(QPainter& painter, Level level) const;
    void drawRail(QPainter& painter, const QPainterPath& path, double width) const;

    const MapStyle& m_style;
    double m_zoom;
    double m_dpr;
    QRectF m_clip;
    std::array<std::array<Bucket, roadClasses>, Levels> m_buckets;
    QPainterPath m_squares; // pedestrian areas
    QPainterPath m_piers;
};

} // namespace tridesk::ui
