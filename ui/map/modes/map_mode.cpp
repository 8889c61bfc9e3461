// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/modes/map_mode.h"

#include <cmath>
#include <numbers>

namespace tridesk::ui {

bool ModeShape::contains(QPointF mercator) const {
    if (radius > 0)
        return std::hypot(mercator.x() - centre.x(), mercator.y() - centre.y()) <= radius;
    return points.size() > 2 && points.containsPoint(mercator, Qt::WindingFill);
}

ModeShape ModeShape::circle(QPointF centre, double radius) {
    constexpr int parts = 120;
    ModeShape shape{.points = {}, .closed = true, .centre = centre, .radius = radius};
    for (int i = 0; i < parts; ++i) {
        const double turn = i * 2 * std::numbers::pi / parts;
        shape.points << centre + radius * QPointF(std::cos(turn), std::sin(turn));
    }
    return shape;
}

} // namespace tridesk::ui
