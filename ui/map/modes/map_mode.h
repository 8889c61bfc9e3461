// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QPolygonF>
#include <Qt>

#include <functional>

class QPainter;

namespace tridesk::ui {

class MapView;
struct MapStyle;

// What a mode sees of the map it works on: no window, no desk. Calls are made on the GUI thread.
class ModeGround {
public:
    ModeGround() = default;
    ModeGround(const ModeGround&) = delete;
    ModeGround& operator=(const ModeGround&) = delete;
    virtual ~ModeGround() = default;

    [[nodiscard]] virtual const MapView& view() const = 0;
    virtual void changed() = 0; // paint me again
    virtual void leave() = 0;   // back to the plain hand; the mode is gone after the event it is in
};

// Where the hand is, in logical pixels of the map, and what it holds down.
struct ModeHand {
    QPointF pixel;
    Qt::KeyboardModifiers keys;
};

// What was drawn by hand, on Mercator's unit square: it lies still on the ground however the view moves.
struct ModeShape {
    QPolygonF points; // corners, or every point of a stroke; of a circle, its rim
    bool closed = false;
    QPointF centre;    // of a circle
    double radius = 0; // of a circle, in units of the square; 0 for everything else

    // By what is drawn: within the circle's rim; else within the outline, wound round at least once, so that
    // a loop that crosses itself still holds all that it went round.
    [[nodiscard]] bool contains(QPointF mercator) const;
    [[nodiscard]] static ModeShape circle(QPointF centre, double radius);
};

// How a mode tells what it has: while drawing (each change), and once it is done.
struct ModeCalls {
    std::function<void(const ModeShape&)> drawing;
    std::function<void(const ModeShape&, Qt::KeyboardModifiers)> done;
};

// One way in which the hand works on the map: a small state object. MapModes (map_modes.h) feeds it.
class MapMode {
public:
    explicit MapMode(ModeGround& ground)
        : m_ground(ground) {}
    MapMode(const MapMode&) = delete;
    MapMode& operator=(const MapMode&) = delete;
    virtual ~MapMode() = default;

    // The left button goes down. True: what follows is drag() and release(). False: dragging moves the map,
    // and letting go without having moved is a click().
    virtual bool press(const ModeHand&) { return false; }
    virtual void drag(const ModeHand&) {}
    virtual void release(const ModeHand&) {}
    virtual void click(const ModeHand&) {}
    virtual void doubleClick(const ModeHand&) {}
    virtual void move(const ModeHand&) {} // no button down
    // True where the key was meant for it. Escape never comes here: it leaves every mode.
    virtual bool key(int, Qt::KeyboardModifiers) { return false; }
    virtual void paint(QPainter& painter, const MapView& view, const MapStyle& style) = 0;
    [[nodiscard]] virtual Qt::CursorShape cursor() const { return Qt::CrossCursor; }

protected:
    [[nodiscard]] ModeGround& ground() const { return m_ground; }

private:
    ModeGround& m_ground;
};

} // namespace tridesk::ui
