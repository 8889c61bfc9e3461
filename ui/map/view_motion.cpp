// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/view_motion.h"

#include <cmath>

namespace tridesk::ui {
namespace {

constexpr double friction = 5.0; // a throw loses all but a 1/e of its speed in 1/friction seconds
constexpr double slowest = 20;   // logical pixels a second, below which it stands
constexpr double eagerness = 15; // the like for the way to a zoom
constexpr double nearEnough = 0.004;
constexpr double greatestSpeed = 6000;
constexpr double nearEnoughDegrees = 0.15;

} // namespace

void ViewMotion::stop() {
    m_gliding = m_zooming = m_turning = false;
}

void ViewMotion::glide(QPointF pixelsPerSecond) {
    const double speed = std::hypot(pixelsPerSecond.x(), pixelsPerSecond.y());
    m_gliding = speed > 4 * slowest;
    m_speed = speed > greatestSpeed ? pixelsPerSecond * (greatestSpeed / speed) : pixelsPerSecond;
}

void ViewMotion::zoomTo(QPointF pixel, double zoom) {
    m_gliding = false;
    m_zooming = true;
    m_about = pixel;
    m_zoom = zoom;
}

void ViewMotion::turnTo(double bearing) {
    m_gliding = false;
    m_turning = true;
    m_bearing = bearing;
}

MapView ViewMotion::step(const MapView& now, double seconds) {
    MapView view = now;
    if (m_gliding) {
        const double left = std::exp(-friction * seconds);
        view = view.panned(m_speed * ((1 - left) / friction));
        m_speed *= left;
        m_gliding = std::hypot(m_speed.x(), m_speed.y()) > slowest;
    }
    if (m_zooming) {
        const double way = m_zoom - view.zoom();
        const bool there = std::abs(way) < nearEnough;
        view = view.zoomedAbout(m_about,
                                there ? m_zoom : view.zoom() + way * (1 - std::exp(-eagerness * seconds)));
        m_zooming = !there && std::abs(view.zoom() - now.zoom()) > 1e-9;
    }
    if (m_turning) {
        const double way = std::remainder(m_bearing - view.bearing(), 360.0);
        m_turning = std::abs(way) >= nearEnoughDegrees;
        view = view.withBearing(m_turning ? view.bearing() + way * (1 - std::exp(-eagerness * seconds))
                                          : m_bearing);
    }
    return view;
}

MapView ViewMotion::goal(const MapView& now) const {
    MapView view = now;
    if (m_gliding)
        view = view.panned(m_speed / friction);
    if (m_zooming)
        view = view.zoomedAbout(m_about, m_zoom);
    if (m_turning)
        view = view.withBearing(m_bearing);
    return view;
}

} // namespace tridesk::ui
