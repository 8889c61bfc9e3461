// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/modes/circle_mode.h"

#include "maps/tiles/mercator.h"
#include "ui/map/map_view.h"
#include "ui/map/modes/measure.h"
#include "ui/map/modes/mode_art.h"

#include <cmath>

namespace tridesk::ui {

namespace {

constexpr double leastPixels = 4; // a click that trembled is no circle

} // namespace

bool CircleMode::press(const ModeHand& hand) {
    m_centre = ground().view().toMercatorPoint(hand.pixel);
    m_radius = 0;
    return true;
}

void CircleMode::drag(const ModeHand& hand) {
    const QPointF way = ground().view().toMercatorPoint(hand.pixel) - m_centre;
    m_radius = std::hypot(way.x(), way.y());
    m_calls.drawing(shape());
    ground().changed();
}

void CircleMode::release(const ModeHand& hand) {
    const bool real = m_radius * ground().view().worldPixels() >= leastPixels;
    const ModeShape drawn = shape();
    m_radius = 0;
    ground().changed();
    if (real)
        m_calls.done(drawn, hand.keys);
    else
        m_calls.drawing({});
}

void CircleMode::paint(QPainter& painter, const MapView& view, const MapStyle& style) {
    if (m_radius <= 0)
        return;
    paintDrawing(painter, inPixels(shape().points, view), true, style);
    paintCorner(painter, view.toPixel(m_centre), style, true);
    paintTag(painter, view.toPixel(m_centre), distanceText(m_radius * maps::metresPerUnit(m_centre.y())),
             style);
}

} // namespace tridesk::ui
