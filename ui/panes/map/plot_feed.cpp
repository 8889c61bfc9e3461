// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/plot_feed.h"

#include "app/desk/desk.h"
#include "ui/map/canvas.h"

#include <QTimer>

namespace tridesk {

namespace {

ui::PlotKind kind(PlotShape shape) {
    switch (shape) {
    case PlotShape::Point:
        return ui::PlotKind::Point;
    case PlotShape::Line:
        return ui::PlotKind::Line;
    case PlotShape::Arrow:
        return ui::PlotKind::Arrow;
    case PlotShape::Zone:
        return ui::PlotKind::Zone;
    case PlotShape::Cordon:
        return ui::PlotKind::Cordon;
    }
    return ui::PlotKind::Line;
}

ui::PlotInk ink(PlotColour colour) {
    switch (colour) {
    case PlotColour::Blue:
        return ui::PlotInk::Blue;
    case PlotColour::Orange:
        return ui::PlotInk::Orange;
    case PlotColour::Green:
        return ui::PlotInk::Green;
    case PlotColour::Purple:
        return ui::PlotInk::Purple;
    case PlotColour::Grey:
        return ui::PlotInk::Grey;
    }
    return ui::PlotInk::Grey;
}

} // namespace

PlotFeed::PlotFeed(const PaneContext& context, ui::MapCanvas& canvas, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_canvas(canvas) {
    for (const Plot& plot : context.desk.situation().plots())
        show(plot.id);
    connect(&context.desk, &SeatDesk::changed, this, &PlotFeed::take);
    auto* second = new QTimer(this);
    connect(second, &QTimer::timeout, this, &PlotFeed::tick);
    second->start(1000);
}

const Plot* PlotFeed::find(const PlotId& plot) const {
    return m_shown.contains(plot) ? m_context.desk.situation().plots().find(plot) : nullptr;
}

void PlotFeed::take(const Changes& changes) {
    for (const PlotId& id : changes.plots)
        show(id);
    if (changes.incidents.isEmpty())
        return;
    // whether a seat may see an incident, and with it what was drawn for it, may have changed
    for (const Plot& plot : m_context.desk.situation().plots())
        if (plot.details.incident && changes.incidents.contains(*plot.details.incident))
            show(plot.id);
}

void PlotFeed::show(const PlotId& id) {
    const Plot* plot = m_context.desk.situation().plots().find(id);
    if (!plot || !m_context.desk.maySee(*plot)) {
        if (m_shown.remove(id)) {
            m_canvas.remove(ui::SymbolKind::Plot, m_keys.known(id));
            Q_EMIT gone(id);
        }
        return;
    }
    ui::PlotShape shape;
    shape.key = m_keys.of(id);
    shape.kind = kind(plot->details.shape);
    shape.ink = ink(plot->details.colour);
    shape.label = plot->details.label;
    shape.selected = id == m_selected;
    for (const GeoPoint& point : plot->details.points)
        shape.points << ui::toMercator(point.coordinate());
    m_shown.insert(id);
    m_canvas.upsert(shape);
}

void PlotFeed::select(const PlotId& plot) {
    m_selected = plot;
    m_canvas.select(ui::SymbolKind::Plot, m_keys.known(plot));
}

void PlotFeed::tick() {
    QList<PlotId> over;
    for (const PlotId& id : m_shown)
        if (const Plot* plot = m_context.desk.situation().plots().find(id);
            !plot || !m_context.desk.maySee(*plot))
            over << id;
    for (const PlotId& id : over)
        show(id);
}

} // namespace tridesk
