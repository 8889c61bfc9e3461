// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/modes/map_mode.h"

namespace tridesk::ui {

// Press at the middle, drag to the rim: a circle, with its radius said beside it.
class CircleMode final : public MapMode {
public:
    CircleMode(ModeGround& ground, ModeCalls calls)
        : MapMode(ground)
        , m_calls(std::move(calls)) {}

    bool press(const ModeHand& hand) override;
    void drag(const ModeHand& hand) override;
    void release(const ModeHand& hand) override;
    void paint(QPainter& painter, const MapView& view, const MapStyle& style) override;

private:
    [[nodiscard]] ModeShape shape() const { return ModeShape::circle(m_centre, m_radius); }

    ModeCalls m_calls;
    QPointF m_centre;
    double m_radius = 0; // 0: none is being drawn
};

} // namespace tridesk::ui
