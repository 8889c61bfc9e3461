// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/catch_tool.h"

#include "app/desk/desk.h"
#include "ui/actions/prompts.h"
#include "ui/actions/selection.h"
#include "ui/map/canvas.h"
#include "ui/map/modes/circle_mode.h"
#include "ui/map/modes/map_modes.h"
#include "ui/map/modes/path_mode.h"
#include "ui/map/modes/stroke_mode.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/panes/map/camera_feed.h"
#include "ui/panes/map/catch_bar.h"
#include "ui/panes/map/caught_layer.h"
#include "ui/panes/map/map_feed.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"

using namespace Qt::StringLiterals;

namespace tridesk {

CatchTool::CatchTool(const PaneContext& context, const Ground& ground, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_ground(ground) {
    ground.canvas.addLayer(ui::MapLayerRole::Selection, std::make_unique<CaughtLayer>(*this));
    connect(&ground.bar, &CatchBar::selectAsked, this, &CatchTool::select);
    connect(&ground.bar, &CatchBar::dispatchAsked, this, &CatchTool::dispatch);
    connect(&ground.bar, &CatchBar::messageAsked, this, &CatchTool::askMessage);
    connect(&ground.bar, &CatchBar::listToggled, this, &CatchTool::list);
    connect(&ground.bar, &CatchBar::rowChosen, this, &CatchTool::choose);
    connect(&ground.bar, &CatchBar::closed, this, &CatchTool::letGo);
    connect(&context.selection, &Selection::incidentChanged, this, &CatchTool::refresh);
    connect(&context.desk, &SeatDesk::changed, this, [this] {
        if (!m_caught.isEmpty())
            refresh();
    });
}

void CatchTool::start(CatchBy by) {
    const ui::ModeCalls calls{
        .drawing = [this](const ui::ModeShape& shape) { count(shape); },
        .done = [this](const ui::ModeShape& shape, Qt::KeyboardModifiers keys) { take(shape, keys); }};
    ui::ModeGround& ground = m_ground.modes.ground();
    switch (by) {
    case CatchBy::Circle:
        m_ground.modes.enter(std::make_unique<ui::CircleMode>(ground, calls));
        m_hint = tr("Circle: drag from its middle. Shift adds, Alt takes away");
        break;
    case CatchBy::Polygon:
        m_ground.modes.enter(std::make_unique<ui::PathMode>(ground, true, calls));
        m_hint = tr("Polygon: click each corner, double-click ends. Shift adds, Alt takes away");
        break;
    case CatchBy::Lasso:
        m_ground.modes.enter(std::make_unique<ui::StrokeMode>(ground, true, calls));
        m_hint = tr("Lasso: hold the button and go round. Shift adds, Alt takes away");
        break;
    }
    Q_EMIT hinted(m_hint);
}

void CatchTool::count(const ui::ModeShape& shape) {
    m_drawing = caughtBy(shape, m_ground.feed, m_ground.cameras);
    Q_EMIT hinted(shape.points.isEmpty() ? m_hint : caughtText(m_drawing, m_context.desk.situation()));
}

void CatchTool::take(const ui::ModeShape& shape, Qt::KeyboardModifiers keys) {
    m_caught = merged(m_caught, caughtBy(shape, m_ground.feed, m_ground.cameras), keys);
    m_drawing = {};
    Q_EMIT hinted(m_hint);
    refresh();
    m_ground.bar.show();
}

void CatchTool::letGo() {
    m_caught = {};
    m_drawing = {};
    m_ground.bar.hide();
    m_ground.canvas.update();
}

QString CatchTool::cannotSend() const {
    if (availableOf(m_caught, m_context.desk.situation()).isEmpty())
        return tr("None of them is available");
    const Incident* incident = m_context.desk.situation().incidents().find(m_context.selection.incident());
    return incident && incident->isOpen() ? QString() : tr("Select an incident to send them to");
}

void CatchTool::refresh() {
    const QList<UnitId> units = m_caught.units.values();
    QString cannotTell = units.isEmpty() ? tr("No unit was caught") : QString();
    if (!units.isEmpty())
        if (const auto may = m_context.desk.may(
                SendMessage{.to = {units.begin(), units.end()}, .text = u"…"_s, .incident = {}});
            !may)
            cannotTell = refusalText(may.error(), m_context.desk.situation());
    m_ground.bar.showCaught(caughtText(m_caught, m_context.desk.situation()), !units.isEmpty(), cannotSend(),
                            cannotTell);
    if (m_ground.bar.isListing())
        list();
    m_ground.canvas.update();
}

QList<CatchTool::Row> CatchTool::rows() const {
    const Situation& situation = m_context.desk.situation();
    const auto place = [](const std::optional<GeoPoint>& at) {
        return at ? std::optional(ui::toMercator(at->coordinate())) : std::nullopt;
    };
    QList<Row> units;
    for (const UnitId& id : m_caught.units)
        if (const Unit* unit = situation.units().find(id))
            units << Row{unit->definition.callsign.toString() + u"  "_s + text::name(unit->status),
                         place(m_ground.feed.placeOf(id))};
    QList<Row> incidents;
    for (const IncidentId& id : m_caught.incidents)
        if (const Incident* incident = situation.incidents().find(id);
            incident && m_context.desk.sight(*incident) > Sight::Outline)
            incidents << Row{text::shortNumber(incident->number) + u"  "_s +
                                 text::typeName(situation.catalogue(), incident->details.type) + u"  "_s +
                                 text::name(incident->stage),
                             place(m_ground.feed.placeOf(id))};
    QList<Row> cameras;
    for (const quint64 key : m_caught.cameras)
        if (const ShownCamera camera = m_ground.cameras.all().value(key); !camera.ref.isEmpty())
            cameras << Row{camera.ref + u"  "_s + camera.name, camera.at};
    for (QList<Row>* list : {&units, &incidents, &cameras})
        std::ranges::sort(*list, {}, &Row::text);
    return incidents + units + cameras;
}

void CatchTool::list() {
    m_rows = rows();
    QList<CatchBar::Row> shown;
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        shown << CatchBar::Row{m_rows[i].text, quint64(i)};
    m_ground.bar.showRows(shown);
}

void CatchTool::choose(quint64 row) {
    if (row >= quint64(m_rows.size()))
        return;
    if (const auto& at = m_rows[qsizetype(row)].at)
        m_ground.canvas.setView(m_ground.canvas.view().withCentre(*at));
}

void CatchTool::select() {
    m_context.selection.setUnits(m_caught.units);
    if (m_caught.incidents.size() == 1)
        m_context.selection.setIncident(*m_caught.incidents.begin());
}

void CatchTool::dispatch() {
    const QList<UnitId> units = availableOf(m_caught, m_context.desk.situation());
    if (!cannotSend().isEmpty())
        return;
    m_ground.dispatcher.send(m_context.selection.incident(), units.first(qMin(units.size(), maxUnits)));
    if (units.size() > maxUnits)
        m_ground.prompts.complain(
            tr("At most %1 units go at a time; %2 were left.").arg(maxUnits).arg(units.size() - maxUnits));
}

void CatchTool::askMessage() {
    QList<UnitId> units = m_caught.units.values();
    std::sort(units.begin(), units.end());
    Q_EMIT messageAsked(units);
}

QList<CatchTool::Mark> CatchTool::marks() const {
    QList<Mark> marks;
    const auto add = [&](ui::SymbolKind kind, const std::optional<GeoPoint>& at) {
        if (at)
            marks << Mark{kind, ui::toMercator(at->coordinate())};
    };
    for (const Caught* caught : {&m_caught, &m_drawing}) {
        for (const UnitId& unit : caught->units)
            add(ui::SymbolKind::Unit, m_ground.feed.placeOf(unit));
        for (const IncidentId& incident : caught->incidents)
            add(ui::SymbolKind::Incident, m_ground.feed.placeOf(incident));
        for (const quint64 camera : caught->cameras)
            marks << Mark{ui::SymbolKind::Camera, m_ground.cameras.all().value(camera).at};
    }
    return marks;
}

} // namespace tridesk
