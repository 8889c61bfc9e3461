// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/map_view.h"

#include <QPointF>

namespace tridesk::ui {

// How the view moves by itself: gliding on after a throw, towards a zoom about a point, and towards a bearing
// about the middle, the shorter way round. Pure: time comes in.
class ViewMotion {
public:
    void stop();
    void glide(QPointF pixelsPerSecond);
    // Towards a zoom, keeping what lies under `pixel`.
    void zoomTo(QPointF pixel, double zoom);

    void turnTo(double bearing);

    [[nodiscard]] bool isActive() const { return m_gliding || m_zooming || m_turning; }
    [[nodiscard]] bool isReshaping() const { return m_zooming || m_turning; } // more than gliding
    [[nodiscard]] double goalZoom(const MapView& now) const { return m_zooming ? m_zoom : now.zoom(); }
    [[nodiscard]] double goalBearing(const MapView& now) const {
        return m_turning ? m_bearing : now.bearing();
    }
    // The view after so many seconds.
    [[nodiscard]] MapView step(const MapView& now, double seconds);
    // Where it will come to rest if nothing else happens.
    [[nodiscard]] MapView goal(const MapView& now) const;

private:
    bool m_gliding = false;
    bool m_zooming = false;
    bool m_turning = false;
    QPointF m_speed; // logical pixels a second
    QPointF m_about;
    double m_zoom = 0;
    double m_bearing = 0;
};

} // namespace tridesk::ui
