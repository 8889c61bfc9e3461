// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/trail_tool.h"

#include "app/desk/desk.h"
#include "app/desk/fix_board.h"
#include "ui/actions/selection.h"
#include "ui/map/canvas.h"
#include "ui/map/modes/stroke_mode.h"

#include <QFuture>

namespace tridesk {

namespace {

constexpr double tolerance = 1.0 / 256 / (1 << 19); ///< a pixel at zoom 19: 0.3 m
constexpr qsizetype mostPoints = 4000;

} // namespace

TrailTool::TrailTool(const PaneContext& context, ui::MapCanvas& canvas, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_canvas(canvas) {
    connect(&context.selection, &Selection::unitsChanged, this, &TrailTool::refresh);
    if (context.fixes)
        connect(context.fixes, &FixBoard::moved, this, [this](const QSet<UnitId>& units) {
            for (const UnitId& unit : m_shown)
                if (units.contains(unit))
                    ask(unit);
        });
}

void TrailTool::setOn(bool on) {
    m_on = on;
    refresh();
}

void TrailTool::setMinutes(int minutes) {
    m_minutes = minutes;
    refresh();
}

void TrailTool::refresh() {
    ++m_round;
    QSet<UnitId> wanted;
    for (const UnitId& unit : m_context.selection.units())
        if (m_on && m_context.fixes && wanted.size() < mostUnits)
            wanted.insert(unit);
    for (const UnitId& unit : m_shown - wanted)
        drop(unit);
    m_shown = wanted;
    for (const UnitId& unit : wanted)
        ask(unit);
}

void TrailTool::drop(const UnitId& unit) {
    m_canvas.remove(ui::SymbolKind::Trail, m_keys.known(unit));
}

void TrailTool::ask(const UnitId& unit) {
    const Instant now = m_context.desk.now();
    m_context.fixes->track(unit, now - std::chrono::minutes(m_minutes), now)
        .then(this, [this, unit, round = m_round](const QList<Fix>& fixes) {
            if (round == m_round && m_shown.contains(unit))
                draw(unit, fixes);
        });
}

void TrailTool::draw(const UnitId& unit, const QList<Fix>& fixes) {
    QPolygonF way;
    for (const Fix& fix : fixes.last(qMin(fixes.size(), mostPoints)))
        way << ui::toMercator(fix.at.coordinate());
    if (way.size() < 2) {
        drop(unit);
        return;
    }
    ui::TrailShape trail;
    trail.key = m_keys.of(unit);
    trail.line = ui::simplified(way, tolerance);
    trail.style = ui::ShapeStyle::Trail;
    trail.state = ui::SymbolState::EnRoute;
    m_canvas.upsertTrail(trail);
}

} // namespace tridesk
