// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/modes/mode_art.h"

#include "ui/map/map_style.h"
#include "ui/map/map_view.h"
#include "ui/map/symbol_art.h"

#include <QPainter>
#include <QPainterPath>

namespace tridesk::ui {

QPolygonF inPixels(const QPolygonF& mercator, const MapView& view) {
    QPolygonF pixels;
    pixels.reserve(mercator.size());
    for (const QPointF& point : mercator)
        pixels << view.toPixel(point);
    return pixels;
}

void paintDrawing(QPainter& painter, const QPolygonF& pixels, bool closed, const MapStyle& style) {
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath path;
    path.addPolygon(pixels);
    if (closed && pixels.size() > 2) {
        path.closeSubpath();
        path.setFillRule(Qt::WindingFill);
        QColor fill = style.selection;
        fill.setAlpha(36);
        painter.fillPath(path, fill);
    }
    painter.strokePath(path, QPen(style.symbolEdge, 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.strokePath(path, QPen(style.selection, 2.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

void paintCorner(QPainter& painter, QPointF at, const MapStyle& style, bool held) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(style.selection, 2));
    painter.setBrush(held ? style.selection : style.symbolEdge);
    painter.drawEllipse(at, 5, 5);
}

void paintTag(QPainter& painter, QPointF at, const QString& text, const MapStyle& style) {
    const QRectF plate = plateExtent(text);
    painter.save();
    painter.translate(at - QPointF(plate.width() / 2, plate.height() / 2 + 9));
    drawPlate(painter, text, style, style.selection);
    painter.restore();
}

} // namespace tridesk::ui
