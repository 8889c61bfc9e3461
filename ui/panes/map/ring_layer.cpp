// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/ring_layer.h"

#include "ui/map/label_text.h"
#include "ui/map/map_view.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace tridesk {
namespace {

QColor withAlpha(QColor colour, int alpha) {
    colour.setAlpha(alpha);
    return colour;
}

} // namespace

void RingShapesLayer::show(std::vector<Area> areas, std::vector<Mark> marks) {
    m_areas = std::move(areas);
    m_marks = std::move(marks);
}

void RingShapesLayer::paint(QPainter& painter, const ui::MapView& view) {
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Area& area : m_areas)
        paintArea(painter, view, area);
    for (const Mark& mark : m_marks)
        paintMark(painter, view, mark);
}

void RingShapesLayer::paintArea(QPainter& painter, const ui::MapView& view, const Area& area) const {
    if (area.loops.empty() || !view.mercatorRect().intersects(area.loops.front().boundingRect()))
        return;
    QPainterPath path;
    QPainterPath rim; // a river or a park within the ring is left unshaded, and not drawn round as well
    path.setFillRule(Qt::OddEvenFill);
    QPointF top(0, 1e9);
    for (const QPolygonF& loop : area.loops) {
        QPolygonF pixels;
        pixels.reserve(loop.size());
        for (const QPointF& point : loop)
            pixels << view.toPixel(point);
        if (&loop == &area.loops.front()) {
            for (const QPointF& point : std::as_const(pixels))
                top = point.y() < top.y() ? point : top;
            rim.addPolygon(pixels);
            rim.closeSubpath();
        }
        path.addPolygon(pixels);
        path.closeSubpath();
    }
    painter.fillPath(path, withAlpha(m_style.ring, area.strong ? 46 : 16));
    painter.strokePath(rim, QPen(withAlpha(m_style.ring, 50), 6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPen line(withAlpha(m_style.ring, 225), area.strong ? 2.4 : 1.6, Qt::SolidLine, Qt::RoundCap,
              Qt::RoundJoin);
    if (!area.strong)
        line.setDashPattern({5, 3});
    painter.strokePath(rim, line);
    if (!area.label.isEmpty())
        paintWord(painter, area.label, top);
}

void RingShapesLayer::paintMark(QPainter& painter, const ui::MapView& view, const Mark& mark) const {
    const QPointF at = view.toPixel(mark.at);
    painter.setBrush(Qt::NoBrush);
    for (const auto& [colour, width] : {std::pair(m_style.halo, 5.0), std::pair(m_style.ring, 2.2)}) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
        if (mark.open) {
            painter.drawLine(at + QPointF(-5, -5), at + QPointF(5, 5));
            painter.drawLine(at + QPointF(-5, 5), at + QPointF(5, -5));
        } else {
            painter.drawEllipse(at, 16, 16);
        }
    }
    if (!mark.label.isEmpty())
        paintWord(painter, mark.label, at + QPointF(0, mark.open ? -16 : -26));
}

void RingShapesLayer::paintWord(QPainter& painter, const QString& text, QPointF middle) const {
    constexpr double Size = 12;
    const QFont font = ui::labelFont({Size, true, true, m_style.ring, m_style.halo});
    QPainterPath path;
    path.addText(middle - QPointF(QFontMetricsF(font).horizontalAdvance(text) / 2, -Size * 0.36), font, text);
    painter.strokePath(path, QPen(m_style.halo, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(path, m_style.ring);
}

} // namespace tridesk
