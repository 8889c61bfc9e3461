// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/modes/map_modes.h"

#include "ui/map/canvas.h"
#include "ui/map/map_layer.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPointer>

#include <cmath>

namespace tridesk::ui {

// Paints the mode that is on, above the symbols.
class ModeLayer final : public MapLayer {
public:
    explicit ModeLayer(MapModes& modes)
        : m_modes(&modes) {}

    void setStyle(const MapStyle& style) override { m_style = style; }
    void paint(QPainter& painter, const MapView& view) override {
        if (m_modes && m_modes->m_mode)
            m_modes->m_mode->paint(painter, view, m_style);
    }

private:
    QPointer<MapModes> m_modes;
    MapStyle m_style = MapStyle::day();
};

MapModes::MapModes(MapCanvas& canvas, QObject* parent)
    : QObject(parent)
    , m_canvas(canvas) {
    canvas.addLayer(MapLayerRole::Selection, std::make_unique<ModeLayer>(*this));
    canvas.installEventFilter(this);
}

MapModes::~MapModes() = default;

const MapView& MapModes::view() const {
    return m_canvas.view();
}

void MapModes::changed() {
    m_canvas.update();
}

void MapModes::drop() {
    m_mode.reset();
    m_held = Held::Nothing;
    m_canvas.setCursor(Qt::ArrowCursor);
    changed();
}

void MapModes::enter(std::unique_ptr<MapMode> mode) {
    drop();
    m_canvas.setPickMode(false);
    m_mode = std::move(mode);
    m_canvas.setCursor(m_mode->cursor());
    Q_EMIT entered();
}

void MapModes::leave() {
    if (!m_mode)
        return;
    drop();
    Q_EMIT left();
}

bool MapModes::eventFilter(QObject* watched, QEvent* event) {
    if (watched != &m_canvas)
        return false;
    const bool on = isOn();
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return press(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove:
        return move(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonRelease:
        return release(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonDblClick:
        if (on && static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton) {
            const auto& mouse = *static_cast<QMouseEvent*>(event);
            const std::shared_ptr<MapMode> mode = m_mode;
            mode->doubleClick({mouse.position(), mouse.modifiers()});
        }
        return on;
    case QEvent::ShortcutOverride:
        // leaving a mode comes before whatever else Escape is a shortcut of
        if (on && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)
            event->accept();
        return false;
    case QEvent::KeyPress:
        return on && key(*static_cast<QKeyEvent*>(event));
    default:
        return false;
    }
}

bool MapModes::press(const QMouseEvent& event) {
    if (event.button() == Qt::RightButton)
        return false; // turns the map, mode or not
    const bool left = event.button() == Qt::LeftButton;
    if (event.button() == Qt::MiddleButton || (left && m_mode)) {
        const std::shared_ptr<MapMode> mode = m_mode;
        m_from = m_last = event.position();
        m_held = Held::Map;
        if (left)
            m_held = mode->press({event.position(), event.modifiers()}) ? Held::Mode : Held::Undecided;
        return true;
    }
    return isOn();
}

bool MapModes::move(const QMouseEvent& event) {
    if (event.buttons() & Qt::RightButton)
        return false;
    const QPointF at = event.position();
    const std::shared_ptr<MapMode> mode = m_mode;
    const QPointF way = at - m_from;
    if (m_held == Held::Undecided && std::hypot(way.x(), way.y()) >= QApplication::startDragDistance())
        m_held = Held::Map;
    if (m_held == Held::Map)
        m_canvas.setView(m_canvas.view().panned(at - std::exchange(m_last, at)));
    else if (m_held == Held::Mode && mode)
        mode->drag({at, event.modifiers()});
    else if (m_held == Held::Nothing && mode)
        mode->move({at, event.modifiers()});
    return mode || m_held == Held::Map;
}

bool MapModes::release(const QMouseEvent& event) {
    if (event.button() == Qt::RightButton)
        return false;
    const Held held = std::exchange(m_held, Held::Nothing);
    const std::shared_ptr<MapMode> mode = m_mode;
    if (held == Held::Mode && mode)
        mode->release({event.position(), event.modifiers()});
    else if (held == Held::Undecided && mode)
        mode->click({event.position(), event.modifiers()});
    return mode || held == Held::Map;
}

bool MapModes::key(const QKeyEvent& event) {
    if (event.key() == Qt::Key_Escape) {
        leave();
        return true;
    }
    const std::shared_ptr<MapMode> mode = m_mode;
    return mode->key(event.key(), event.modifiers());
}

} // namespace tridesk::ui
