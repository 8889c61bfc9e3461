// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/basemap.h"
#include "ui/map/furniture.h"
#include "ui/map/ground.h"
#include "ui/map/map_layer.h"
#include "ui/map/plot_layer.h"
#include "ui/map/shape_layers.h"
#include "ui/map/symbol_layers.h"
#include "ui/map/view_motion.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QLineF>

#include <deque>
#include <memory>
#include <vector>

// What the canvas is made of; for its own source files only.
namespace tridesk::ui {

// What one gesture with the mouse button down is about.
struct Press {
    enum class Kind { None, Pan, Symbol, Turn };
    Kind kind = Kind::None;
    MapHit hit;
    QPointF from; // pixel of the press
    QPointF last; // of the latest move
    bool moved = false;
    struct Move {
        qint64 ms;
        QPointF at;
    };
    std::deque<Move> track; // of the last tenth of a second: the speed of the throw
};

// Two fingers, as they lay at the latest touch.
struct Pinch {
    QLineF hand;       // from the middle between them to one of them, in pixels
    double turned = 0; // degrees clockwise since they came down
};

// Highlights what would take the thing that is dragged.
class DropLayer final : public MapLayer {
public:
    void paint(QPainter& painter, const MapView& view) override;
    void setStyle(const MapStyle& style) override { m_colour = style.dropTarget; }
    void show(const MapHit& target, QPointF mercator) {
        m_target = target;
        m_at = mercator;
        m_on = true;
    }
    bool hide() { return std::exchange(m_on, false); }
    [[nodiscard]] const MapHit& target() const { return m_target; }

private:
    QColor m_colour;
    MapHit m_target;
    QPointF m_at;
    bool m_on = false;
};

struct MapParts {
    MapView view;
    MapStyle style = MapStyle::day();
    ViewMotion motion;
    Basemap basemap;
    QString basemapError;
    QString attribution;
    bool placed = false; // someone has said where to look

    // In the order of painting; the typed pointers below point into it.
    using Layers = std::vector<std::pair<MapLayerRole, std::unique_ptr<MapLayer>>>;
    Layers layers;
    Ground ground;
    bool dirty = false; // a repaint is on its way: ten thousand upserts ask for one
    QBasicTimer soon;   // until it is asked for
    AreaLayer* areas = nullptr;
    AreaLayer* beats = nullptr;
    RingLayer* rings = nullptr;
    LineLayer* routes = nullptr;
    LineLayer* trails = nullptr;
    PlotLayer* plots = nullptr;
    StationLayer* stations = nullptr;
    CameraLayer* cameras = nullptr;
    UnitLayer* units = nullptr;
    IncidentLayer* incidents = nullptr;
    DropLayer* drop = nullptr;

    MapButton* zoomIn = nullptr;
    MapButton* zoomOut = nullptr;
    MapButton* north = nullptr;
    QWidget* surface = nullptr; // an OpenGL surface, where one was asked for

    Press press;
    Pinch pinch;
    MapHit hover;
    MapHit dragged; // what a drag from here carries: not a target for itself
    bool picking = false;
    QBasicTimer motionTimer;
    QBasicTimer flashTimer;
    QElapsedTimer clock;
    qint64 lastStep = 0;

    template <typename Layer, typename... Args>
    Layer* add(MapLayerRole role, Args&&... args) {
        auto layer = std::make_unique<Layer>(std::forward<Args>(args)...);
        Layer* raw = layer.get();
        insert(role, std::move(layer));
        return raw;
    }
    void insert(MapLayerRole role, std::unique_ptr<MapLayer> layer);
    [[nodiscard]] MapLayer* layerOf(SymbolKind kind) const;
    [[nodiscard]] std::optional<QPointF> placeOf(const MapHit& hit) const; // Mercator; symbols only
};

} // namespace tridesk::ui
