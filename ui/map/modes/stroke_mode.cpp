// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/modes/stroke_mode.h"

#include "ui/map/map_view.h"
#include "ui/map/modes/mode_art.h"

#include <QList>

#include <algorithm>
#include <cmath>

namespace tridesk::ui {

namespace {

constexpr double stepPixels = 3;      // between two points of a stroke
constexpr double tolerancePixels = 1; // by which a stroke may be straightened
constexpr qsizetype mostPoints = 5000;

double offLine(QPointF point, QPointF from, QPointF to) {
    const QPointF way = to - from;
    const double square = QPointF::dotProduct(way, way);
    const double part =
        square > 0 ? std::clamp(QPointF::dotProduct(point - from, way) / square, 0.0, 1.0) : 0;
    const QPointF gap = from + way * part - point;
    return std::hypot(gap.x(), gap.y());
}

} // namespace

QPolygonF simplified(const QPolygonF& stroke, double tolerance) {
    if (stroke.size() < 3)
        return stroke;
    QList<bool> kept(stroke.size(), false);
    kept.front() = kept.back() = true;
    QList<std::pair<qsizetype, qsizetype>> open = {{0, stroke.size() - 1}};
    while (!open.isEmpty()) {
        const auto [from, to] = open.takeLast();
        qsizetype farthest = from;
        double most = tolerance;
        for (qsizetype i = from + 1; i < to; ++i)
            if (const double off = offLine(stroke[i], stroke[from], stroke[to]); off > most) {
                most = off;
                farthest = i;
            }
        if (farthest == from)
            continue;
        kept[farthest] = true;
        open << std::pair(from, farthest) << std::pair(farthest, to);
    }
    QPolygonF rest;
    for (qsizetype i = 0; i < stroke.size(); ++i)
        if (kept[i])
            rest << stroke[i];
    return rest;
}

bool StrokeMode::press(const ModeHand& hand) {
    m_points = {ground().view().toMercatorPoint(hand.pixel)};
    return true;
}

void StrokeMode::drag(const ModeHand& hand) {
    const QPointF way = hand.pixel - ground().view().toPixel(m_points.back());
    if (std::hypot(way.x(), way.y()) < stepPixels || m_points.size() >= mostPoints)
        return;
    m_points << ground().view().toMercatorPoint(hand.pixel);
    m_calls.drawing(shape());
    ground().changed();
}

void StrokeMode::release(const ModeHand& hand) {
    m_points = simplified(m_points, tolerancePixels / ground().view().worldPixels());
    const ModeShape drawn = shape();
    m_points.clear();
    ground().changed();
    if (drawn.points.size() >= (m_closed ? 3 : 2))
        m_calls.done(drawn, hand.keys);
    else
        m_calls.drawing({});
}

void StrokeMode::paint(QPainter& painter, const MapView& view, const MapStyle& style) {
    if (m_points.size() > 1)
        paintDrawing(painter, inPixels(m_points, view), m_closed, style);
}

} // namespace tridesk::ui
