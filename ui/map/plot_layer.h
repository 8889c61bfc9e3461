// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/shape_layers.h"

namespace tridesk::ui {

// What desks have drawn: each by its kind, in its own ink. Cordons are tape, striped in the ink and a pale
// colour. Only what is in sight is stroked: a line across the country costs what its visible part does.
class PlotLayer final : public ShapeLayer<PlotShape> {
public:
    void paint(QPainter& painter, const MapView& view) override;
    [[nodiscard]] std::optional<MapHit> hitTest(QPointF pixel, const MapView& view) const override;

private:
    void paintPlot(QPainter& painter, const MapView& view, const PlotShape& plot) const;
    void paintTape(QPainter& painter, const QPolygonF& ring, const QRectF& sight, const QColor& ink,
                   bool selected) const;
    void paintLabel(QPainter& painter, const PlotShape& plot, const QPolygonF& points,
                    const QRectF& sight) const;
};

[[nodiscard]] constexpr bool isClosed(PlotKind kind) {
    return kind == PlotKind::Zone || kind == PlotKind::Cordon;
}

// The part of a line that lies within a rectangle: from and to as shares of its length; nothing where none
// does (Liang and Barsky).
struct Stretch {
    double from = 0;
    double to = 1;
};
[[nodiscard]] std::optional<Stretch> within(QPointF a, QPointF b, const QRectF& box);

} // namespace tridesk::ui
