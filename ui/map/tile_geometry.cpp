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

// Beyond this from the picture a line is cut: Qt's rasteriser goes wrong past 32,767 pixels, and a broken
// line of a million pixels would be laid out stroke by stroke.
constexpr double farOut = 4096;

// Liang and Barsky: what of a segment lies in the rectangle; false where nothing does.
bool cutSegment(QPointF& a, QPointF& b, const QRectF& clip) {
    double from = 0;
    double to = 1;
    const auto edge = [&](double p, double q) {
        if (p == 0)
            return q >= 0;
        const double t = q / p;
        if (p < 0)
            from = std::max(from, t);
        else
            to = std::min(to, t);
        return from < to;
    };
    const QPointF d = b - a;
    if (!edge(-d.x(), a.x() - clip.left()) || !edge(d.x(), clip.right() - a.x()) ||
        !edge(-d.y(), a.y() - clip.top()) || !edge(d.y(), clip.bottom() - a.y()))
        return false;
    const QPointF start = a;
    a = start + d * from;
    b = start + d * to;
    return true;
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
    const QRectF wide = clip.adjusted(-farOut, -farOut, farOut, farOut);
    const bool far = !wide.contains(transform(feature.bounds));
    for (std::uint32_t i = feature.firstPart; i < feature.endPart; ++i) {
        const auto points = layer.part(i);
        QPointF before = transform(points.front());
        bool drawing = false;
        for (std::size_t k = 1; k < points.size(); ++k) {
            const QPointF p = transform(points[k]);
            QPointF from = before;
            QPointF to = p;
            before = p;
            if (!near(from, to, clip) || (far && !cutSegment(from, to, wide))) {
                drawing = false;
                continue;
            }
            if (!drawing || path.currentPosition() != from)
                path.moveTo(from);
            path.lineTo(to);
            drawing = true;
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
