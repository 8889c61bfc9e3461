// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/keyed_store.h"
#include "ui/map/map_layer.h"
#include "ui/map/map_style.h"

namespace tridesk::ui {

// Shapes come by the dozen, not by the thousand: they are drawn straight from their points.
template <typename Shape>
class ShapeLayer : public MapLayer {
public:
    [[nodiscard]] KeyedStore<Shape>& store() { return m_store; }
    void setStyle(const MapStyle& style) override { m_style = style; }
    [[nodiscard]] std::optional<quint64> stamp() const override {
        return m_store.size() == 0 ? 0 : m_store.version();
    }

protected:
    KeyedStore<Shape> m_store;
    MapStyle m_style = MapStyle::day();
};

// Borders only, with a soft inner edge, unless strong or selected: a fill over the whole view costs a frame
// its time and the map its colours.
class AreaLayer final : public ShapeLayer<AreaShape> {
public:
    void paint(QPainter& painter, const MapView& view) override;

private:
    void paintArea(QPainter& painter, const MapView& view, const AreaShape& area) const;
};

class RingLayer final : public ShapeLayer<RingShape> {
public:
    void paint(QPainter& painter, const MapView& view) override;
};

class LineLayer final : public ShapeLayer<LineShape> {
public:
    explicit LineLayer(SymbolKind kind)
        : m_kind(kind) {}
    void paint(QPainter& painter, const MapView& view) override;
    [[nodiscard]] std::optional<MapHit> hitTest(QPointF pixel, const MapView& view) const override;

private:
    [[nodiscard]] QPen inkOf(const LineShape& shape, double width) const;

    SymbolKind m_kind;
};

} // namespace tridesk::ui
