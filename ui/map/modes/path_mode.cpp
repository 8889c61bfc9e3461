// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/modes/path_mode.h"

#include "ui/map/map_view.h"
#include "ui/map/modes/mode_art.h"

namespace tridesk::ui {

namespace {

constexpr qsizetype mostCorners = 500;

} // namespace

QPolygonF PathMode::outline() const {
    QPolygonF all = m_corners;
    if (m_hand && !m_corners.isEmpty())
        all << *m_hand;
    return all;
}

void PathMode::click(const ModeHand& hand) {
    const QPointF corner = ground().view().toMercatorPoint(hand.pixel);
    if (m_corners.size() >= mostCorners || (!m_corners.isEmpty() && m_corners.back() == corner))
        return;
    m_corners << corner;
    m_hand.reset();
    tell();
}

// Its first click has set the last corner already.
void PathMode::doubleClick(const ModeHand& hand) {
    finish(hand.keys);
}

void PathMode::move(const ModeHand& hand) {
    if (m_corners.isEmpty())
        return;
    m_hand = ground().view().toMercatorPoint(hand.pixel);
    tell();
}

bool PathMode::key(int key, Qt::KeyboardModifiers keys) {
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        finish(keys);
        return true;
    }
    if (key != Qt::Key_Backspace)
        return false;
    if (!m_corners.isEmpty())
        m_corners.removeLast();
    tell();
    return true;
}

void PathMode::tell() {
    m_calls.drawing({outline(), m_closed, {}, 0});
    ground().changed();
}

void PathMode::finish(Qt::KeyboardModifiers keys) {
    if (m_corners.size() < (m_closed ? 3 : 2))
        return;
    const ModeShape drawn{m_corners, m_closed, {}, 0};
    clear();
    m_calls.done(drawn, keys);
}

void PathMode::clear() {
    m_corners.clear();
    m_hand.reset();
    ground().changed();
}

void PathMode::paint(QPainter& painter, const MapView& view, const MapStyle& style) {
    const QPolygonF pixels = inPixels(outline(), view);
    if (pixels.size() > 1)
        paintDrawing(painter, pixels, m_closed, style);
    for (const QPointF& corner : inPixels(m_corners, view))
        paintCorner(painter, corner, style);
}

} // namespace tridesk::ui
