// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/modes/map_mode.h"

#include <QObject>

#include <memory>

class QKeyEvent;
class QMouseEvent;

namespace tridesk::ui {

class MapCanvas;

// Lets one mode at a time work on a canvas: gives it the mouse and the keys before the canvas has them, and
// paints it over everything else. With a mode on, a drag that the mode does not take moves the map, as the
// middle button always does, and the wheel, the right button and the arrows stay the map's. Escape leaves.
// GUI thread only.
class MapModes : public QObject, private ModeGround {
    Q_OBJECT

public:
    // The canvas outlives it, or goes first with its layers: both are well.
    explicit MapModes(MapCanvas& canvas, QObject* parent = nullptr);
    ~MapModes() override;

    [[nodiscard]] bool isOn() const { return m_mode != nullptr; }
    // The ground that a mode is made on; then enter() it. The one before is left.
    [[nodiscard]] ModeGround& ground() { return *this; }
    void enter(std::unique_ptr<MapMode> mode);
    void leave() override;

Q_SIGNALS:
    void entered();
    void left(); // and none is entered in its place

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    friend class ModeLayer;
    [[nodiscard]] const MapView& view() const override;
    void changed() override;
    bool press(const QMouseEvent& event);
    bool move(const QMouseEvent& event);
    bool release(const QMouseEvent& event);
    bool key(const QKeyEvent& event);
    void drop();

    enum class Held { Nothing, Undecided, Map, Mode };

    MapCanvas& m_canvas;
    std::shared_ptr<MapMode> m_mode; // shared with the event that it may end in
    Held m_held = Held::Nothing;
    QPointF m_from, m_last;
};

} // namespace tridesk::ui
