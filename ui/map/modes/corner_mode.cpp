// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/modes/corner_mode.h"

#include "ui/map/map_style.h"
#include "ui/map/map_view.h"
#include "ui/map/modes/mode_art.h"

#include <QPainter>

#include <cmath>

namespace tridesk::ui {

namespace {

constexpr double reach = 9;           // pixels from a corner
constexpr double leastSide = 40;      // a side shorter on the screen offers no new corner
constexpr qsizetype fewToSplit = 60;  // a freehand line has corners enough
constexpr double step = 2, leap = 20; // pixels that an arrow moves a corner by, with Shift

} // namespace

CornerMode::CornerMode(ModeGround& ground, ModeShape shape, int fewest, ModeCalls calls,
                       std::function<void()> left)
    : MapMode(ground)
    , m_shape(std::move(shape))
    , m_fewest(fewest)
    , m_calls(std::move(calls))
    , m_left(std::move(left)) {}

qsizetype CornerMode::sides() const {
    const qsizetype n = m_shape.points.size();
    return n < 2 || n > fewToSplit ? 0 : m_shape.closed ? n : n - 1;
}

QPointF CornerMode::middle(qsizetype side) const {
    return (m_shape.points[side] + m_shape.points[(side + 1) % m_shape.points.size()]) / 2;
}

std::optional<qsizetype> CornerMode::cornerAt(QPointF pixel) const {
    std::optional<qsizetype> nearest;
    double least = reach;
    for (qsizetype i = 0; i < m_shape.points.size(); ++i) {
        const QPointF gap = ground().view().toPixel(m_shape.points[i]) - pixel;
        if (const double far = std::hypot(gap.x(), gap.y()); far <= least) {
            least = far;
            nearest = i;
        }
    }
    return nearest;
}

std::optional<qsizetype> CornerMode::sideAt(QPointF pixel) const {
    for (qsizetype i = 0; i < sides(); ++i) {
        const QPointF gap = ground().view().toPixel(middle(i)) - pixel;
        if (std::hypot(gap.x(), gap.y()) <= reach)
            return i;
    }
    return std::nullopt;
}

bool CornerMode::press(const ModeHand& hand) {
    if (const auto corner = cornerAt(hand.pixel)) {
        m_held = *corner;
    } else if (const auto side = sideAt(hand.pixel)) {
        m_held = *side + 1;
        m_shape.points.insert(m_held, middle(*side));
    } else {
        return false;
    }
    m_grip = ground().view().toPixel(m_shape.points[m_held]) - hand.pixel;
    ground().changed();
    return true;
}

void CornerMode::drag(const ModeHand& hand) {
    m_shape.points[m_held] = ground().view().toMercatorPoint(hand.pixel + m_grip);
    m_calls.drawing(m_shape);
    ground().changed();
}

void CornerMode::release(const ModeHand& hand) {
    m_calls.done(m_shape, hand.keys);
}

void CornerMode::click(const ModeHand&) {
    m_left();
}

bool CornerMode::nudge(QPointF pixels) {
    if (m_held < 0)
        return false;
    const QPointF at = ground().view().toPixel(m_shape.points[m_held]);
    m_shape.points[m_held] = ground().view().toMercatorPoint(at + pixels);
    ground().changed();
    m_calls.done(m_shape, {});
    return true;
}

bool CornerMode::key(int key, Qt::KeyboardModifiers keys) {
    const qsizetype n = m_shape.points.size();
    const double by = (keys & Qt::ShiftModifier) != 0 ? leap : step;
    switch (key) {
    case Qt::Key_Tab:
        m_held = (m_held + 1) % n;
        ground().changed();
        return true;
    case Qt::Key_Left:
        return nudge({-by, 0});
    case Qt::Key_Right:
        return nudge({by, 0});
    case Qt::Key_Up:
        return nudge({0, -by});
    case Qt::Key_Down:
        return nudge({0, by});
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_left();
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        break;
    default:
        return false;
    }
    if (m_held < 0 || n <= m_fewest)
        return true;
    m_shape.points.remove(m_held);
    m_held = -1;
    ground().changed();
    m_calls.done(m_shape, {});
    return true;
}

void CornerMode::paint(QPainter& painter, const MapView& view, const MapStyle& style) {
    const QPolygonF pixels = inPixels(m_shape.points, view);
    if (pixels.size() > 1)
        paintDrawing(painter, pixels, m_shape.closed, style);
    for (qsizetype i = 0; i < sides(); ++i) {
        const QPointF way = pixels[i] - pixels[(i + 1) % pixels.size()];
        if (std::hypot(way.x(), way.y()) < leastSide)
            continue;
        painter.setPen(QPen(style.selection, 1.4));
        painter.setBrush(style.symbolEdge);
        painter.drawEllipse(view.toPixel(middle(i)), 3, 3);
    }
    for (qsizetype i = 0; i < pixels.size(); ++i)
        paintCorner(painter, pixels[i], style, i == m_held);
}

} // namespace tridesk::ui
