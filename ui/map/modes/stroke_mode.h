// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/modes/map_mode.h"

namespace tridesk::ui {

// Drawn in one stroke with the button held: a lasso where it is closed, a freehand line where it is not.
class StrokeMode final : public MapMode {
public:
    StrokeMode(ModeGround& ground, bool closed, ModeCalls calls)
        : MapMode(ground)
        , m_closed(closed)
        , m_calls(std::move(calls)) {}

    bool press(const ModeHand& hand) override;
    void drag(const ModeHand& hand) override;
    void release(const ModeHand& hand) override;
    void paint(QPainter& painter, const MapView& view, const MapStyle& style) override;

private:
    [[nodiscard]] ModeShape shape() const { return {m_points, m_closed, {}, 0}; }

    bool m_closed;
    ModeCalls m_calls;
    QPolygonF m_points; // Mercator
};

// A stroke without the points that lie within `tolerance` of the line through their neighbours (Douglas and
// Peucker): a hand makes hundreds where dozens say the same.
[[nodiscard]] QPolygonF simplified(const QPolygonF& stroke, double tolerance);

} // namespace tridesk::ui
