// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/tile_geometry.h"

#include <algorithm>

namespace tridesk::ui {
namespace {

bool near(QPointF a, QPointF b, const QRectF& clip) {
    return std::max(a.x(), b.x()) >= clip.left() && std::min(a.x(), b.x()) <= clip.right() &&
           std::max(a.y(), b.y()) >= clip.top() && std::min(a.y(), b.y()) <= clip.bottom();
}

// One edge of the clip rectangle: which side a point is on, and where a line crosses it.
struct ClipEdge {
    bool vertical;
    double at;
    bool keepGreater;

    [[nodiscard]] bool inside(QPointF p) const {
        const double v = vertical ? p.x() : p.y();
        return keepGreater ? v >= at : v <= at;
    }
    [[nodiscard]] QPointF cross(QPointF a, QPointF b) const {
        if (vertical)
            return {at, a.y() + (b.y() - a.y()) * (at - a.x()) / (b.x() - a.x())};
        return {a.x() + (b.x() - a.x()) * (at - a.y()) / (b.y() - a.y()), at};
    }
};

QPolygonF cut(const QPolygonF& ring, const ClipEdge& edge) {
    QPolygonF out;
    out.reserve(ring.size() + 4);
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const QPointF a = ring[i == 0 ? ring.size() - 1 : i - 1];
        const QPointF b = ring[i];
        if (edge.inside(a) != edge.inside(b))
            out << edge.cross(a, b);
        if (edge.inside(b))
            out << b;
    }
    return out;
}

} // namespace

QPolygonF clippedRing(const QPolygonF& ring, const QRectF& clip) {
    QPolygonF out = cut(ring, {true, clip.left(), true});
    out = cut(out, {true, clip.right(), false});
    out = cut(out, {false, clip.top(), true});
    return cut(out, {false, clip.bottom(), false});
}

void addLines(QPainterPath& path, const maps::VectorLayer& layer, const maps::VectorFeature& feature,
              const TileTransform& transform, const QRectF& clip) {
    for (std::uint32_t i = feature.firstPart; i < feature.endPart; ++i) {
        const auto points = layer.part(i);
        QPointF before = transform(points.front());
        bool drawing = false;
        for (std::size_t k = 1; k < points.size(); ++k) {
            const QPointF p = transform(points[k]);
            if (!near(before, p, clip)) {
                drawing = false;
            } else {
                if (!drawing)
                    path.moveTo(before);
                path.lineTo(p);
                drawing = true;
            }
            before = p;
        }
    }
}

void addRings(QPainterPath& path, const maps::VectorLayer& layer, const maps::VectorFeature& feature,
              const TileTransform& transform, const QRectF& clip) {
    const bool far = !clip.contains(transform(feature.bounds));
    QPolygonF ring;
    for (std::uint32_t i = feature.firstPart; i < feature.endPart; ++i) {
        const auto points = layer.part(i);
        if (points.size() < 3)
            continue;
        ring.clear();
        ring.reserve(qsizetype(points.size()));
        for (const QPoint p : points)
            ring << transform(p);
        if (far)
            ring = clippedRing(ring, clip);
        if (ring.size() < 3)
            continue;
        path.addPolygon(ring);
        path.closeSubpath();
    }
}

} // namespace tridesk::ui
