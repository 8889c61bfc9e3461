// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/canvas.h"
#include "ui/map/canvas_parts.h"
#include "ui/map/symbol_art.h"

#include <QApplication>
#include <QGestureEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QWheelEvent>

#include <cmath>

namespace tridesk::ui {
namespace {

constexpr double wheelLevels = 0.5;  // zoom levels for one notch of 120
constexpr double clusterStep = 1.5;  // zoom levels that a click on a cluster goes nearer
constexpr double keyPixels = 120;    // the way of an arrow key
constexpr double keyDegrees = 15;    // the turn of a bracket key, or of a notch with Shift
constexpr double northPull = 4;      // degrees within which a turn by hand comes to rest at north
constexpr double handDegrees = 0.4;  // a pixel across with the right button
constexpr qint64 throwWindowMs = 90; // the last moves that make the speed of a throw

} // namespace

void MapCanvas::zoomAbout(QPointF pixel, double levels) {
    const double goal = m->motion.goalZoom(m->view) + levels;
    m->motion.zoomTo(pixel, m->view.withZoom(goal).snapped().zoom());
    m->placed = true;
    m->basemap.aimAt(m->motion.goal(m->view));
    updateTimers();
}

void MapCanvas::turnTo(double bearing) {
    m->motion.turnTo(bearing);
    m->placed = true;
    m->basemap.aimAt(m->motion.goal(m->view));
    updateTimers();
}

void MapCanvas::turnBy(double degrees) {
    turnTo(m->motion.goalBearing(m->view) + degrees);
}

void MapCanvas::turnAbout(QPointF pixel, double degrees) {
    m->placed = true;
    m->motion.stop();
    moveTo(m->view.turnedAbout(pixel, m->view.bearing() + degrees));
}

// A hand that lets go near north means north.
void MapCanvas::settleTurn() {
    refresh(); // finely, now that it stands
    if (m->view.isTurned() && std::abs(std::remainder(m->view.bearing(), 360.0)) < northPull)
        turnTo(0);
}

bool MapCanvas::event(QEvent* event) {
    if (event->type() == QEvent::NativeGesture) {
        const auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture)
            spread(gesture->position(), 1 + std::max(-0.5, gesture->value()));
        else if (gesture->gestureType() == Qt::RotateNativeGesture)
            turnAbout(gesture->position(), -gesture->value());
        else if (gesture->gestureType() == Qt::EndNativeGesture)
            settleTurn();
        return true;
    }
    if (event->type() == QEvent::Gesture) {
        const auto* gestures = static_cast<QGestureEvent*>(event);
        const auto* pinch = static_cast<const QPinchGesture*>(gestures->gesture(Qt::PinchGesture));
        if (pinch != nullptr)
            pinched(*pinch);
        return true;
    }
    return QWidget::event(event);
}

// On a touchpad; at once, so that a turn under the same fingers does not end it half way.
void MapCanvas::spread(QPointF pixel, double factor) {
    m->motion.stop();
    m->placed = true;
    moveTo(m->view.zoomedAbout(pixel, m->view.zoom() + std::log2(factor)));
}

// The ground stays under the fingers: nothing glides or eases while they are down. How far they are apart and
// how they lie to each other is told by the one of them that is the hot spot and the middle between both; the
// gesture's own factor compares with the touch before the last one, and so counts each step twice.
void MapCanvas::pinched(const QPinchGesture& pinch) {
    m->press = {}; // what the first finger began alone is over: neither a drag nor a click comes of it
    m->motion.stop();
    m->placed = true;
    const QPointF at = mapFromGlobal(pinch.centerPoint());
    const QLineF hand(at, mapFromGlobal(pinch.hotSpot()));
    const Pinch before = pinch.state() == Qt::GestureStarted ? Pinch{hand, 0} : m->pinch;
    MapView view = m->view.panned(at - before.hand.p1());
    if (before.hand.length() > 0 && hand.length() > 0)
        view = view.zoomedAbout(at, view.zoom() + std::log2(hand.length() / before.hand.length()));
    const double turn = std::remainder(before.hand.angle() - hand.angle(), 360.0); // clockwise
    m->pinch = {hand, before.turned + turn};
    // Fingers that spread also turn a little: only a turn that is meant begins one.
    constexpr double meant = 12;
    if (view.isTurned() || std::abs(m->pinch.turned) > meant)
        view = view.turnedAbout(at, view.bearing() - turn);
    const bool ends = pinch.state() == Qt::GestureFinished || pinch.state() == Qt::GestureCanceled;
    moveTo(ends ? view.snapped() : view);
    if (ends)
        settleTurn();
}

void MapCanvas::changeEvent(QEvent* event) {
    if (event->type() == QEvent::DevicePixelRatioChange)
        moveTo(m->view.withSize(QSizeF(size()), devicePixelRatioF()).snapped());
    QWidget::changeEvent(event);
}

void MapCanvas::wheelEvent(QWheelEvent* event) {
    const double notches = event->angleDelta().y() / 120.0;
    const bool fine = (event->modifiers() & Qt::ControlModifier) != 0;
    if (notches != 0 && (event->modifiers() & Qt::ShiftModifier) != 0)
        turnBy(notches * (fine ? keyDegrees / 3 : keyDegrees));
    else if (notches != 0)
        zoomAbout(event->position(), notches * (fine ? wheelLevels / 4 : wheelLevels));
    event->accept();
}

void MapCanvas::keyPressEvent(QKeyEvent* event) {
    const auto by = [this](double x, double y) {
        m->placed = true;
        m->motion.stop();
        moveTo(m->view.panned({x, y}));
    };
    switch (event->key()) {
    case Qt::Key_Left:
        by(keyPixels, 0);
        break;
    case Qt::Key_Right:
        by(-keyPixels, 0);
        break;
    case Qt::Key_Up:
        by(0, keyPixels);
        break;
    case Qt::Key_Down:
        by(0, -keyPixels);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(wheelLevels);
        break;
    case Qt::Key_Minus:
        zoomBy(-wheelLevels);
        break;
    case Qt::Key_BracketLeft:
        turnBy(keyDegrees); // the map to the left: what was to the right comes up
        break;
    case Qt::Key_BracketRight:
        turnBy(-keyDegrees);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m->picking) {
            QWidget::keyPressEvent(event);
            return;
        }
        pickAt(QRectF(rect()).center()); // the hand on the keys moves the map until it is there
        break;
    case Qt::Key_Escape:
        if (!m->picking) {
            QWidget::keyPressEvent(event);
            return;
        }
        setPickMode(false);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MapCanvas::mousePressEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    if (event->button() == Qt::RightButton && m->press.kind == Press::Kind::None) {
        m->press = Press{Press::Kind::Turn, {}, at, at, false, {}};
        return;
    }
    if (event->button() != Qt::LeftButton) {
        QWidget::mousePressEvent(event);
        return;
    }
    m->motion.stop();
    const MapHit hit = m->picking ? MapHit{} : hitAt(at);
    const bool movable = hit.kind == SymbolKind::Unit || hit.kind == SymbolKind::Incident ||
                         hit.kind == SymbolKind::Camera; // onto a tile of the pictures
    m->press = Press{movable ? Press::Kind::Symbol : Press::Kind::Pan, hit, at, at, false, {}};
    m->press.track.push_back({m->clock.elapsed(), at});
}

void MapCanvas::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    Press& press = m->press;
    const bool turning = press.kind == Press::Kind::Turn;
    if (press.kind == Press::Kind::None ||
        (event->buttons() & (turning ? Qt::RightButton : Qt::LeftButton)) == 0) {
        hover(at);
        return;
    }
    const QPointF way = at - press.from;
    if (!press.moved && std::hypot(way.x(), way.y()) < QApplication::startDragDistance())
        return;
    press.moved = true;
    if (press.kind == Press::Kind::Symbol) {
        const MapHit hit = press.hit;
        press = {};
        startDrag(hit);
        return;
    }
    m->placed = true;
    const QPointF step = at - press.last;
    press.last = at;
    if (turning) {
        turnAbout(QRectF(rect()).center(), step.x() * handDegrees);
        return;
    }
    press.track.push_back({m->clock.elapsed(), at});
    while (press.track.size() > 2 && press.track.back().ms - press.track.front().ms > throwWindowMs)
        press.track.pop_front();
    moveTo(m->view.panned(step));
}

void MapCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::RightButton && m->press.kind == Press::Kind::Turn) {
        const bool turned = std::exchange(m->press, {}).moved;
        if (turned)
            settleTurn();
        else
            askForMenu(event->position(), event->globalPosition().toPoint());
        return;
    }
    if (event->button() != Qt::LeftButton || m->press.kind == Press::Kind::None)
        return;
    const Press press = m->press;
    if (press.moved) {
        releaseThrow();
        m->press = {};
        return;
    }
    m->press = {};
    if (m->picking) {
        pickAt(event->position());
        return;
    }
    if (press.hit.kind == SymbolKind::None && m->units->clusterAt(event->position(), m->view))
        zoomAbout(event->position(), clusterStep);
    Q_EMIT clicked(press.hit.kind, press.hit.key, event->modifiers());
}

void MapCanvas::pickAt(QPointF pixel) {
    setPickMode(false);
    Q_EMIT pointPicked(m->view.toCoordinate(pixel));
}

// The map glides on with the speed of the hand, unless the hand had stopped before it let go.
void MapCanvas::releaseThrow() {
    const auto& track = m->press.track;
    const qint64 now = m->clock.elapsed();
    if (track.size() < 2 || now - track.back().ms > throwWindowMs / 2)
        return;
    const double seconds = double(std::max<qint64>(track.back().ms - track.front().ms, 8)) / 1000;
    m->motion.glide((track.back().at - track.front().at) / seconds);
    m->basemap.aimAt(m->motion.goal(m->view));
    updateTimers();
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    const MapHit hit = hitAt(event->position());
    if (hit.kind == SymbolKind::None)
        zoomAbout(event->position(), (event->modifiers() & Qt::ShiftModifier) != 0 ? -1 : 1);
    else
        Q_EMIT doubleClicked(hit.kind, hit.key);
}

void MapCanvas::hover(QPointF pixel) {
    const MapHit hit = m->picking ? MapHit{} : hitAt(pixel);
    if (hit == m->hover)
        return;
    m->hover = hit;
    if (!m->picking)
        setCursor(hit.kind == SymbolKind::None ? Qt::ArrowCursor : Qt::PointingHandCursor);
    Q_EMIT hovered(hit.kind, hit.key, mapToGlobal(pixel.toPoint()));
}

void MapCanvas::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    if (m->hover.kind != SymbolKind::None)
        Q_EMIT hovered(SymbolKind::None, 0, {});
    m->hover = {};
}

// The right button asks when it is let go where it was pressed: until then it may be about to turn the map.
void MapCanvas::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() == QContextMenuEvent::Mouse)
        return;
    const QPointF spot = spotInHand();
    askForMenu(spot, mapToGlobal(spot.toPoint()));
}

// What the menu key means: a thing that is chosen and in sight, an incident before a unit; else the middle.
QPointF MapCanvas::spotInHand() const {
    const auto inSight = [this](const auto& symbols, SymbolKind kind,
                                QPointF middle) -> std::optional<QPointF> {
        for (const auto& symbol : symbols)
            if (symbol.selected)
                if (const auto at = m->placeOf({kind, symbol.key}))
                    if (const QPointF pixel = m->view.toPixel(*at) + middle; rect().contains(pixel.toPoint()))
                        return pixel;
        return std::nullopt;
    };
    const auto incident = inSight(m->incidents->store().all(), SymbolKind::Incident, incidentHead());
    const auto unit = incident ? incident : inSight(m->units->store().all(), SymbolKind::Unit, QPointF());
    return unit.value_or(QRectF(rect()).center());
}

void MapCanvas::askForMenu(QPointF pixel, QPoint global) {
    const MapHit hit = hitAt(pixel);
    Q_EMIT contextRequested(hit.kind, hit.key, m->view.toCoordinate(pixel), global);
}

} // namespace tridesk::ui
