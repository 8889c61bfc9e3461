// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/tiles/tile_id.h"
#include "maps/tiles/vector_tile.h"

#include <QPainterPath>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>

namespace tridesk::ui {

// Takes the points of a data tile to the pixels of the tile that is drawn: itself, a part of it far enlarged
// (its lines are drawn anew, not its pixels stretched), or a neighbour.
class TileTransform {
public:
    TileTransform(maps::TileId data, int extent, maps::TileId target, double pixels)
        : m_scale(pixels * double(1LL << (target.z - data.z)) / extent)
        , m_dx((double(data.x) * double(1LL << (target.z - data.z)) - target.x) * pixels)
        , m_dy((double(data.y) * double(1LL << (target.z - data.z)) - target.y) * pixels) {}

    [[nodiscard]] QPointF operator()(QPoint p) const {
        return {p.x() * m_scale + m_dx, p.y() * m_scale + m_dy};
    }
    [[nodiscard]] QRectF operator()(const QRect& r) const {
        return {(*this)(r.topLeft()), (*this)(QPoint(r.left() + r.width() - 1, r.top() + r.height() - 1))};
    }

private:
    double m_scale;
    double m_dx;
    double m_dy;
};

// Adds a feature's lines, or those stretches of them that come near `clip`.
void addLines(QPainterPath& path, const maps::VectorLayer& layer, const maps::VectorFeature& feature,
              const TileTransform& transform, const QRectF& clip);

// Adds a feature's rings, cut to `clip` where they reach far beyond it (Qt's rasteriser is slow and, past
// 32,767 pixels, wrong there).
void addRings(QPainterPath& path, const maps::VectorLayer& layer, const maps::VectorFeature& feature,
              const TileTransform& transform, const QRectF& clip);

// One ring cut to a rectangle (Sutherland and Hodgman).
[[nodiscard]] QPolygonF clippedRing(const QPolygonF& ring, const QRectF& clip);

} // namespace tridesk::ui
