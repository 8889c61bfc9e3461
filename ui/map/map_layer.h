// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/symbols.h"

#include <QPointF>

#include <optional>

class QPainter;

namespace tridesk::ui {

class MapView;
struct MapStyle;

struct MapHit {
    SymbolKind kind = SymbolKind::None;
    quint64 key = 0;
    double distance = 0; // logical pixels from the symbol's middle; the nearest wins within a layer
    [[nodiscard]] bool operator==(const MapHit& other) const {
        return kind == other.kind && key == other.key;
    }
};

// In the order in which they are painted; hits are asked for in the opposite one.
enum class MapLayerRole {
    Basemap,
    Areas,
    Beats,
    Rings,
    Routes,
    Plots,
    Trails,
    Labels, // of the basemap: under the symbols, which must never be covered by a street's name
    Stations,
    Cameras,
    Units,
    Incidents,
    Emergencies, // units in trouble, whatever else lies there
    Selection,
};

// One layer of the map. GUI thread only. Paints in logical pixels; does not keep the painter.
class MapLayer {
public:
    MapLayer() = default;
    MapLayer(const MapLayer&) = delete;
    MapLayer& operator=(const MapLayer&) = delete;
    virtual ~MapLayer() = default;

    virtual void paint(QPainter& painter, const MapView& view) = 0;
    [[nodiscard]] virtual std::optional<MapHit> hitTest(QPointF, const MapView&) const {
        return std::nullopt;
    }
    virtual void setStyle(const MapStyle&) {}
    // Another number whenever it would paint something else for the same view, so that it may be painted once
    // for many frames; 0: it has nothing to paint. Nothing: it is painted anew in each.
    [[nodiscard]] virtual std::optional<quint64> stamp() const { return std::nullopt; }

    [[nodiscard]] bool isVisible() const { return m_visible; }
    void setVisible(bool visible) { m_visible = visible; }

private:
    bool m_visible = true;
};

} // namespace tridesk::ui
