// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/plot_layer.h"

#include "ui/map/map_view.h"
#include "ui/map/modes/mode_art.h"
#include "ui/map/symbol_art.h"
#include "ui/map/tile_geometry.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace tridesk::ui {
namespace {

constexpr double nearLine = 7;   // pixels within which a line is hit
constexpr double nearPoint = 12; // and a point
constexpr double lineWidth = 3, tapeWidth = 6, arrowHead = 17;
constexpr double tapeStripe = 12; // pixels

double length(QPointF way) {
    return std::hypot(way.x(), way.y());
}

double distanceTo(QPointF a, QPointF b, QPointF pixel) {
    const QPointF way = b - a;
    const double square = QPointF::dotProduct(way, way);
    const double part = square > 0 ? std::clamp(QPointF::dotProduct(pixel - a, way) / square, 0.0, 1.0) : 0;
    return length(a + way * part - pixel);
}

QPolygonF closedRing(QPolygonF points, PlotKind kind) {
    if (isClosed(kind) && !points.isEmpty())
        points << points.front();
    return points;
}

// The visible parts of a line, as one path.
QPainterPath visible(const QPolygonF& line, const QRectF& sight) {
    QPainterPath path;
    bool joined = false;
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF way = line[i] - line[i - 1];
        const auto part = within(line[i - 1], line[i], sight);
        if (!part) {
            joined = false;
            continue;
        }
        if (!joined)
            path.moveTo(line[i - 1] + way * part->from);
        path.lineTo(line[i - 1] + way * part->to);
        joined = part->to == 1;
    }
    return path;
}

void paintArrowHead(QPainter& painter, QPointF tip, QPointF way, const QColor& ink, const QColor& rim) {
    const double far = length(way);
    if (far <= 0)
        return;
    const QPointF along = way / far * arrowHead;
    const QPointF across(-along.y() * 0.5, along.x() * 0.5);
    QPainterPath head;
    head.addPolygon(QPolygonF({tip, tip - along + across, tip - along * 0.72, tip - along - across}));
    head.closeSubpath();
    painter.strokePath(head, QPen(rim, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(head, ink);
}

} // namespace

std::optional<Stretch> within(QPointF a, QPointF b, const QRectF& box) {
    const QPointF way = b - a;
    Stretch part;
    const std::array<std::pair<double, double>, 4> edges = {{{-way.x(), a.x() - box.left()},
                                                             {way.x(), box.right() - a.x()},
                                                             {-way.y(), a.y() - box.top()},
                                                             {way.y(), box.bottom() - a.y()}}};
    for (const auto& [towards, gap] : edges) {
        if (towards == 0) {
            if (gap < 0)
                return std::nullopt;
            continue;
        }
        const double at = gap / towards;
        if (towards < 0)
            part.from = std::max(part.from, at);
        else
            part.to = std::min(part.to, at);
    }
    return part.from < part.to ? std::optional(part) : std::nullopt;
}

void PlotLayer::paint(QPainter& painter, const MapView& view) {
    painter.setRenderHint(QPainter::Antialiasing);
    for (const PlotShape& plot : m_store.all())
        if (!plot.points.isEmpty())
            paintPlot(painter, view, plot);
}

void PlotLayer::paintPlot(QPainter& painter, const MapView& view, const PlotShape& plot) const {
    const QRectF sight = QRectF(QPointF(0, 0), view.size()).adjusted(-40, -40, 40, 40);
    const QPolygonF points = inPixels(plot.points, view);
    if (!sight.intersects(points.boundingRect().adjusted(-1, -1, 1, 1)))
        return;
    const QColor ink = m_style.plotColour(plot.ink);
    const QPolygonF ring = closedRing(points, plot.kind);
    if (isClosed(plot.kind)) {
        QPainterPath area;
        area.addPolygon(clippedRing(points, sight));
        area.closeSubpath();
        area.setFillRule(Qt::WindingFill);
        QColor fill = ink;
        fill.setAlpha(plot.kind == PlotKind::Zone ? 44 : 22);
        painter.fillPath(area, fill);
    }
    const QColor rim = plot.selected ? m_style.selection : m_style.symbolEdge;
    if (plot.kind == PlotKind::Point) {
        painter.setPen(QPen(rim, 2));
        painter.setBrush(ink);
        painter.drawEllipse(points.front(), 6, 6);
    } else if (plot.kind == PlotKind::Cordon) {
        paintTape(painter, ring, sight, ink, plot.selected);
    } else {
        const QPainterPath line = visible(ring, sight);
        painter.strokePath(line, QPen(rim, lineWidth + 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.strokePath(line, QPen(ink, lineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
    if (plot.kind == PlotKind::Arrow && points.size() > 1)
        paintArrowHead(painter, points.back(), points.back() - points[points.size() - 2], ink, rim);
    paintLabel(painter, plot, points, sight);
}

// Side by side, each from where its stripes would have begun had they been drawn from the first corner: the
// tape lies still on the ground while the map moves.
void PlotLayer::paintTape(QPainter& painter, const QPolygonF& ring, const QRectF& sight, const QColor& ink,
                          bool selected) const {
    painter.strokePath(visible(ring, sight),
                       QPen(selected ? m_style.selection : m_style.furnitureText,
                            tapeWidth + (selected ? 5 : 2), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.strokePath(visible(ring, sight),
                       QPen(m_style.tape, tapeWidth, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    QPen stripes(ink, tapeWidth, Qt::CustomDashLine, Qt::FlatCap, Qt::MiterJoin);
    stripes.setDashPattern({tapeStripe / tapeWidth, tapeStripe / tapeWidth});
    double gone = 0; // pixels
    for (qsizetype i = 1; i < ring.size(); ++i) {
        const QPointF way = ring[i] - ring[i - 1];
        if (const auto part = within(ring[i - 1], ring[i], sight)) {
            stripes.setDashOffset(std::fmod(gone + part->from * length(way), 2 * tapeStripe) / tapeWidth);
            painter.setPen(stripes);
            painter.drawLine(ring[i - 1] + way * part->from, ring[i - 1] + way * part->to);
        }
        gone += length(way);
    }
}

// A point's text beside it; a line's at its middle corner; an area's in the middle of what is in sight of it,
// so that a cordon round the whole screen still says what it is.
void PlotLayer::paintLabel(QPainter& painter, const PlotShape& plot, const QPolygonF& points,
                           const QRectF& sight) const {
    if (plot.label.isEmpty())
        return;
    QPointF at = points.front() + QPointF(10, 0);
    const double width = plateExtent(plot.label).width();
    if (isClosed(plot.kind))
        at = points.boundingRect().intersected(sight).center() - QPointF(width / 2, 0);
    else if (plot.kind != PlotKind::Point)
        at = (points[(points.size() - 1) / 2] + points[points.size() / 2]) / 2 - QPointF(width / 2, 14);
    painter.save();
    painter.translate(at);
    drawPlate(painter, plot.label, m_style, m_style.plotColour(plot.ink));
    painter.restore();
}

std::optional<MapHit> PlotLayer::hitTest(QPointF pixel, const MapView& view) const {
    std::optional<MapHit> best;
    for (const PlotShape& plot : m_store.all()) {
        const QPolygonF line = closedRing(inPixels(plot.points, view), plot.kind);
        double distance = line.isEmpty() ? nearPoint + 1 : length(line.front() - pixel);
        if (plot.kind != PlotKind::Point)
            for (qsizetype i = 1; i < line.size(); ++i)
                distance = std::min(distance, distanceTo(line[i - 1], line[i], pixel));
        const double reach = plot.kind == PlotKind::Point ? nearPoint : nearLine;
        if (distance <= reach && (!best || distance < best->distance))
            best = MapHit{SymbolKind::Plot, plot.key, distance};
    }
    return best;
}

} // namespace tridesk::ui
