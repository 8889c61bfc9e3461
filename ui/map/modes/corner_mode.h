// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/modes/map_mode.h"

#include <optional>

namespace tridesk::ui {

// Moves the corners of what is drawn already: drag a corner; drag the middle of a side to make a new one;
// Delete takes away the one last held. A click beside it is done with it. By keyboard: Tab goes from corner
// to corner, the arrows move it, Enter is done.
class CornerMode final : public MapMode {
public:
    // `drawing` hears each step, `done` what a drag or an arrow came to; `left` a click that was not for it.
    CornerMode(ModeGround& ground, ModeShape shape, int fewest, ModeCalls calls, std::function<void()> left);

    bool press(const ModeHand& hand) override;
    void drag(const ModeHand& hand) override;
    void release(const ModeHand& hand) override;
    void click(const ModeHand& hand) override;
    bool key(int key, Qt::KeyboardModifiers keys) override;
    void paint(QPainter& painter, const MapView& view, const MapStyle& style) override;
    [[nodiscard]] Qt::CursorShape cursor() const override { return Qt::PointingHandCursor; }

private:
    [[nodiscard]] std::optional<qsizetype> cornerAt(QPointF pixel) const;
    [[nodiscard]] std::optional<qsizetype> sideAt(QPointF pixel) const; // the corner before it
    [[nodiscard]] qsizetype sides() const;
    [[nodiscard]] QPointF middle(qsizetype side) const; // Mercator
    bool nudge(QPointF pixels);

    ModeShape m_shape;
    int m_fewest;
    ModeCalls m_calls;
    std::function<void()> m_left;
    qsizetype m_held = -1;
    QPointF m_grip; // from the hand to the corner, in pixels
};

} // namespace tridesk::ui
