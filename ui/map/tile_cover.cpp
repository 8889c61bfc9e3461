// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/tile_cover.h"

#include "ui/map/map_view.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace tridesk::ui {
namespace {

// A turned view's box holds tiles that only its corners would show.
bool isInSight(const MapView& view, maps::TileId id, double marginPixels) {
    const QRectF r = mercatorOf(id);
    const QPolygonF corners({view.toPixel(r.topLeft()), view.toPixel(r.topRight()),
                             view.toPixel(r.bottomRight()), view.toPixel(r.bottomLeft())});
    const double m = marginPixels;
    return corners.boundingRect().intersects(QRectF(QPointF(0, 0), view.size()).adjusted(-m, -m, m, m));
}

} // namespace

std::vector<maps::TileId> tilesIn(const MapView& view, double marginPixels) {
    const int z = tileScale(view).z;
    const double tiles = double(1LL << z);
    const QRectF r = view.mercatorRect(marginPixels);
    std::vector<maps::TileId> out;
    const int last = (1 << z) - 1;
    for (int y = std::max(0, int(std::floor(r.top() * tiles)));
         y <= std::min(last, int(std::floor(r.bottom() * tiles))); ++y) {
        for (int x = std::max(0, int(std::floor(r.left() * tiles)));
             x <= std::min(last, int(std::floor(r.right() * tiles))); ++x) {
            const maps::TileId id{z, x, y};
            if (!view.isTurned() || isInSight(view, id, marginPixels))
                out.push_back(id);
        }
    }
    return out;
}

QRectF mercatorOf(maps::TileId id) {
    const double edge = 1 / double(1LL << id.z);
    return {id.x * edge, id.y * edge, edge, edge};
}

} // namespace tridesk::ui
