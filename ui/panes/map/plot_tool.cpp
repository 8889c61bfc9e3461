// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/plot_tool.h"

#include "app/desk/desk.h"
#include "ui/actions/selection.h"
#include "ui/map/map_view.h"
#include "ui/map/modes/corner_mode.h"
#include "ui/map/modes/map_modes.h"
#include "ui/map/modes/path_mode.h"
#include "ui/map/modes/point_mode.h"
#include "ui/map/modes/stroke_mode.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/panes/map/plot_bar.h"
#include "ui/panes/map/plot_feed.h"
#include "ui/text/names.h"
#include "ui/text/times.h"

namespace tridesk {

namespace {

PlotShape shapeOf(PlotPen pen) {
    switch (pen) {
    case PlotPen::Point:
        return PlotShape::Point;
    case PlotPen::Arrow:
        return PlotShape::Arrow;
    case PlotPen::Zone:
        return PlotShape::Zone;
    case PlotPen::Cordon:
        return PlotShape::Cordon;
    case PlotPen::Line:
    case PlotPen::Freehand:
        break;
    }
    return PlotShape::Line;
}

bool isArea(PlotShape shape) {
    return shape == PlotShape::Zone || shape == PlotShape::Cordon;
}

int fewest(PlotShape shape) {
    return shape == PlotShape::Point ? 1 : isArea(shape) ? 3 : 2;
}

QList<GeoPoint> onEarth(const QPolygonF& mercator) {
    QList<GeoPoint> points;
    for (const QPointF& corner : mercator)
        if (const auto point = GeoPoint::from(ui::fromMercator(corner)))
            points << *point;
    return points;
}

} // namespace

PlotTool::PlotTool(const PaneContext& context, ui::MapModes& modes, PlotFeed& feed, PlotBar& bar,
                   Dispatcher& dispatcher, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_modes(modes)
    , m_feed(feed)
    , m_bar(bar)
    , m_dispatcher(dispatcher) {
    connect(&bar, &PlotBar::penChosen, this, &PlotTool::enter);
    connect(&bar, &PlotBar::edited, this, &PlotTool::edit);
    connect(&bar, &PlotBar::eraseAsked, this, &PlotTool::erase);
    connect(&feed, &PlotFeed::gone, this, [this](const PlotId& plot) {
        if (plot == m_selected)
            Q_EMIT finished();
    });
    connect(&context.selection, &Selection::incidentChanged, this, &PlotTool::offerIncident);
}

void PlotTool::draw() {
    m_selected = {};
    m_feed.select({});
    m_bar.showPens();
    offerIncident();
    m_bar.show();
    enter(m_bar.pen());
}

void PlotTool::stop() {
    m_selected = {};
    m_feed.select({});
    m_bar.hide();
}

void PlotTool::offerIncident() {
    if (!m_selected.isNull())
        return;
    const Incident* incident = m_context.desk.situation().incidents().find(m_context.selection.incident());
    m_bar.offerIncident(incident ? text::shortNumber(incident->number) : QString());
}

void PlotTool::enter(PlotPen pen) {
    const ui::ModeCalls calls{
        .drawing = [](const ui::ModeShape&) {},
        .done = [this, pen](const ui::ModeShape& shape, Qt::KeyboardModifiers) { drawn(pen, shape); }};
    ui::ModeGround& ground = m_modes.ground();
    if (pen == PlotPen::Point)
        m_modes.enter(std::make_unique<ui::PointMode>(ground, calls));
    else if (pen == PlotPen::Freehand)
        m_modes.enter(std::make_unique<ui::StrokeMode>(ground, false, calls));
    else
        m_modes.enter(std::make_unique<ui::PathMode>(ground, isArea(shapeOf(pen)), calls));
    if (pen == PlotPen::Point)
        Q_EMIT hinted(tr("Draw: write the text, then click where it stands"));
    else if (pen == PlotPen::Freehand)
        Q_EMIT hinted(tr("Draw: hold the button and draw"));
    else
        Q_EMIT hinted(tr("Draw: click each corner, double-click ends, Backspace takes one back"));
}

void PlotTool::putWords(PlotDetails& details) const {
    details.label = m_bar.label();
    details.colour = m_bar.colour();
    if (const auto lifetime = m_bar.lifetime())
        details.expiresAt = m_context.desk.now() + *lifetime;
}

void PlotTool::drawn(PlotPen pen, const ui::ModeShape& shape) {
    PlotDetails details;
    details.shape = shapeOf(pen);
    details.points = onEarth(shape.points);
    putWords(details);
    if (m_bar.isForIncident() && !m_context.selection.incident().isNull())
        details.incident = m_context.selection.incident();
    if (details.shape == PlotShape::Point && details.label.isEmpty())
        m_bar.focusLabel();
    m_dispatcher.submit(DrawPlot{.plot = {}, .details = details});
}

void PlotTool::select(const PlotId& plot) {
    const Plot* found = m_feed.find(plot);
    if (!found)
        return;
    Q_EMIT selecting();
    m_selected = plot;
    m_feed.select(plot);
    showSelected();
    if (!m_context.desk.may(DrawPlot{.plot = plot, .details = found->details})) {
        Q_EMIT hinted(tr("A drawing of another seat: it can be read here"));
        return;
    }
    ui::ModeShape shape;
    shape.closed = isArea(found->details.shape);
    for (const GeoPoint& point : found->details.points)
        shape.points << ui::toMercator(point.coordinate());
    const ui::ModeCalls calls{
        .drawing = [](const ui::ModeShape&) {},
        .done = [this](const ui::ModeShape& changed, Qt::KeyboardModifiers) { moved(changed); }};
    m_modes.enter(std::make_unique<ui::CornerMode>(m_modes.ground(), shape, fewest(found->details.shape),
                                                   calls, [this] { Q_EMIT finished(); }));
    Q_EMIT hinted(tr("Drag a corner to move it, the middle of a side to add one; Delete takes one away"));
}

void PlotTool::showSelected() {
    const Plot* plot = m_feed.find(m_selected);
    if (!plot)
        return;
    const Incident* incident = plot->details.incident
                                   ? m_context.desk.situation().incidents().find(*plot->details.incident)
                                   : nullptr;
    m_bar.offerIncident(incident ? text::shortNumber(incident->number) : QString());
    m_bar.showPlot(plot->details, about(*plot),
                   bool(m_context.desk.may(DrawPlot{.plot = plot->id, .details = plot->details})));
    m_bar.show();
}

QString PlotTool::about(const Plot& plot) const {
    const Situation& situation = m_context.desk.situation();
    const Instant now = m_context.desk.now();
    QString line =
        tr("Drawn by %1 at %2").arg(text::seatName(situation, plot.by), text::time(plot.drawnAt, now));
    if (plot.changedAt != plot.drawnAt)
        line = tr("%1, changed at %2").arg(line, text::time(plot.changedAt, now));
    if (plot.details.expiresAt)
        line = tr("%1, stands until %2").arg(line, text::time(*plot.details.expiresAt, now));
    return line;
}

void PlotTool::moved(const ui::ModeShape& shape) {
    const Plot* plot = m_feed.find(m_selected);
    if (!plot)
        return;
    PlotDetails details = plot->details;
    details.points = onEarth(shape.points);
    m_dispatcher.submit(DrawPlot{.plot = m_selected, .details = details});
}

void PlotTool::edit() {
    const Plot* plot = m_feed.find(m_selected);
    if (!plot)
        return;
    PlotDetails details = plot->details;
    putWords(details);
    if (!m_bar.isForIncident())
        details.incident.reset();
    m_dispatcher.submit(DrawPlot{.plot = m_selected, .details = details});
}

void PlotTool::erase() {
    if (!m_selected.isNull())
        m_dispatcher.submit(ErasePlot{m_selected});
}

} // namespace tridesk
