// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/modes/map_mode.h"

#include <optional>

namespace tridesk::ui {

// Corner after corner by clicks: a polygon where it is closed, a line where it is not. A double click or
// Enter ends it, Backspace takes the last corner back, a drag moves the map.
class PathMode : public MapMode {
public:
    PathMode(ModeGround& ground, bool closed, ModeCalls calls)
        : MapMode(ground)
        , m_closed(closed)
        , m_calls(std::move(calls)) {}

    void click(const ModeHand& hand) override;
    void doubleClick(const ModeHand& hand) override;
    void move(const ModeHand& hand) override;
    bool key(int key, Qt::KeyboardModifiers keys) override;
    void paint(QPainter& painter, const MapView& view, const MapStyle& style) override;

protected:
    [[nodiscard]] const QPolygonF& corners() const { return m_corners; }
    void clear(); // begins anew, without telling
    // The corners set, and the one under the hand that a click would add.
    [[nodiscard]] QPolygonF outline() const;

private:
    void finish(Qt::KeyboardModifiers keys);
    void tell();

    bool m_closed;
    ModeCalls m_calls;
    QPolygonF m_corners; // Mercator
    std::optional<QPointF> m_hand;
};

} // namespace tridesk::ui
