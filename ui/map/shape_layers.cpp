// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/shape_layers.h"

#include "maps/tiles/mercator.h"
#include "ui/map/label_text.h"
#include "ui/map/map_view.h"
#include "ui/map/raster_target.h"
#include "ui/map/tile_geometry.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace tridesk::ui {
namespace {

constexpr double nearLine = 6; // logical pixels within which a line is hit

QPolygonF inPixels(const QPolygonF& points, const MapView& view) {
    QPolygonF out;
    out.reserve(points.size());
    for (const QPointF& p : points)
        out << view.toPixel(p);
    return out;
}

QRectF sightPixels(const MapView& view, double margin) {
    return QRectF(QPointF(0, 0), view.size()).adjusted(-margin, -margin, margin, margin);
}

void paintName(QPainter& painter, const QString& text, QPointF at, double size, const QColor& colour,
               const QColor& halo) {
    const QFont font = labelFont({size, true, true, colour, halo});
    const double width = QFontMetricsF(font).horizontalAdvance(text);
    QPainterPath path;
    path.addText(at - QPointF(width / 2, -size * 0.36), font, text);
    painter.strokePath(path, QPen(halo, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(path, colour);
}

double distanceTo(const QPolygonF& line, QPointF pixel) {
    double best = 1e9;
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF a = line[i - 1];
        const QPointF d = line[i] - a;
        const double square = QPointF::dotProduct(d, d);
        const double part =
            square <= 0 ? 0 : std::clamp(QPointF::dotProduct(pixel - a, d) / square, 0.0, 1.0);
        const QPointF gap = a + d * part - pixel;
        best = std::min(best, std::hypot(gap.x(), gap.y()));
    }
    return best;
}

QColor withAlpha(QColor colour, int alpha) {
    colour.setAlpha(alpha);
    return colour;
}

double widthOf(const LineShape& shape) {
    if (shape.selected)
        return 6;
    if (shape.style == ShapeStyle::RouteFaint)
        return 3;
    return shape.style == ShapeStyle::Trail ? 2.6 : 5;
}

} // namespace

void AreaLayer::paint(QPainter& painter, const MapView& view) {
    painter.setRenderHint(QPainter::Antialiasing);
    for (const AreaShape& area : m_store.all()) {
        if (view.mercatorRect().intersects(area.polygon.boundingRect()))
            paintArea(painter, view, area);
    }
}

void AreaLayer::paintArea(QPainter& painter, const MapView& view, const AreaShape& area) const {
    const QPolygonF shape = clippedRing(inPixels(area.polygon, view), sightPixels(view, 64));
    if (shape.size() < 3)
        return;
    const bool strong =
        area.selected || area.style == ShapeStyle::AreaStrong || area.style == ShapeStyle::Cordon;
    const bool beat = area.style == ShapeStyle::Beat; // a part of an area: thinner than its border
    const QColor colour = strong ? m_style.areaStrong : m_style.area;
    QPainterPath path;
    path.addPolygon(shape);
    path.closeSubpath();
    if (strong)
        painter.fillPath(path, withAlpha(colour, 26));
    painter.setBrush(Qt::NoBrush);
    QPen border(withAlpha(colour, strong ? 230
                                  : beat ? 190
                                         : 150),
                strong ? 2.2
                : beat ? 1
                       : 1.4,
                Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (beat)
        border.setDashPattern({2, 3});
    else if (!strong)
        border.setDashPattern({5, 3});
    if (!beat)
        painter.strokePath(
            path, QPen(withAlpha(colour, 34), strong ? 9 : 6, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.strokePath(path, border);
    if (!area.label.isEmpty() && view.zoom() < 15.5 && shape.boundingRect().width() > 90)
        paintName(painter, area.label, view.toPixel(area.polygon.boundingRect().center()), beat ? 11 : 13,
                  withAlpha(colour, 220), m_style.halo);
}

void RingLayer::paint(QPainter& painter, const MapView& view) {
    painter.setRenderHint(QPainter::Antialiasing);
    for (const RingShape& ring : m_store.all()) {
        const QPointF at = view.toPixel(ring.at);
        const double scale = view.worldPixels() / maps::metresPerUnit(ring.at.y());
        for (const RingShape::Circle& circle : ring.circles) {
            const double r = circle.metres * scale;
            if (r < 4 || r > 20000)
                continue;
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(withAlpha(m_style.ring, 40), 6));
            painter.drawEllipse(at, r, r);
            painter.setPen(QPen(withAlpha(m_style.ring, 210), 1.6, Qt::DashLine));
            painter.drawEllipse(at, r, r);
            if (!circle.label.isEmpty())
                paintName(painter, circle.label, at - QPointF(0, r), 11, m_style.ring, m_style.halo);
        }
    }
}

void LineLayer::paint(QPainter& painter, const MapView& view) {
    painter.setRenderHint(QPainter::Antialiasing);
    const std::optional<RasterTarget> pixels = RasterTarget::of(painter);
    for (const LineShape& shape : m_store.all()) {
        if (shape.line.size() < 2)
            continue;
        const QPolygonF line = inPixels(shape.line, view);
        if (!sightPixels(view, 20).intersects(line.boundingRect().adjusted(0, 0, 1, 1)))
            continue;
        const QPen ink = inkOf(shape, widthOf(shape));
        const QPen edge(withAlpha(m_style.symbolEdge, shape.aside ? 90 : 200), ink.widthF() + 3,
                        Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        if (pixels && line.size() == 2 && ink.style() == Qt::SolidLine) {
            pixels->stroke(line.first(), line.last(), edge.widthF(), edge.color());
            pixels->stroke(line.first(), line.last(), ink.widthF(), ink.color());
        } else {
            QPainterPath path;
            path.addPolygon(line);
            painter.strokePath(path, edge);
            painter.strokePath(path, ink);
        }
        if (!shape.label.isEmpty())
            paintName(painter, shape.label, line[line.size() / 2], 11, m_style.stateColour(shape.state),
                      m_style.halo);
    }
}

QPen LineLayer::inkOf(const LineShape& shape, double width) const {
    const int alpha = shape.aside ? 70 : shape.style == ShapeStyle::RouteFaint ? 130 : 235;
    QPen pen(withAlpha(m_style.stateColour(shape.state), alpha), width, Qt::SolidLine, Qt::RoundCap,
             Qt::RoundJoin);
    if (shape.style == ShapeStyle::Trail)
        pen.setDashPattern({0.1, 1.9}); // dots: where it was, not where it goes
    return pen;
}

std::optional<MapHit> LineLayer::hitTest(QPointF pixel, const MapView& view) const {
    std::optional<MapHit> best;
    for (const LineShape& shape : m_store.all()) {
        const double distance = distanceTo(inPixels(shape.line, view), pixel);
        if (distance <= nearLine && (!best || distance < best->distance))
            best = MapHit{m_kind, shape.key, distance};
    }
    return best;
}

} // namespace tridesk::ui
