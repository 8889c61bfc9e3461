// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/map_layer.h"
#include "ui/map/map_style.h"

#include <QPolygonF>
#include <QString>

#include <vector>

namespace tridesk {

/// Areas within a travel time, drawn as lines with a soft fill, and points that stand out with a word beside
/// them. Shapes are in Mercator, as the canvas has it. GUI thread.
class RingShapesLayer final : public ui::MapLayer {
public:
    struct Area {
        std::vector<QPolygonF> loops; ///< the outer border and its holes
        QString label;                ///< at the northernmost point of the first loop
        bool strong = false;          ///< filled, with an unbroken line
    };
    struct Mark {
        QPointF at;
        QString label;
        bool open = false; ///< nobody is there in time: drawn as a cross
    };

    void show(std::vector<Area> areas, std::vector<Mark> marks);
    void paint(QPainter& painter, const ui::MapView& view) override;
    void setStyle(const ui::MapStyle& style) override { m_style = style; }

private:
    void paintArea(QPainter& painter, const ui::MapView& view, const Area& area) const;
    void paintMark(QPainter& painter, const ui::MapView& view, const Mark& mark) const;
    void paintWord(QPainter& painter, const QString& text, QPointF middle) const;

    ui::MapStyle m_style = ui::MapStyle::day();
    std::vector<Area> m_areas;
    std::vector<Mark> m_marks;
};

} // namespace tridesk
