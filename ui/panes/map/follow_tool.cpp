// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/follow_tool.h"

#include "app/desk/desk.h"
#include "app/desk/fix_board.h"
#include "ui/map/canvas.h"
#include "ui/panes/map/map_feed.h"
#include "ui/panes/map/mode_hint.h"
#include "ui/text/names.h"

namespace tridesk {

FollowTool::FollowTool(const PaneContext& context, ui::MapCanvas& canvas, const MapFeed& feed, ModeHint& hint,
                       QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_canvas(canvas)
    , m_feed(feed)
    , m_hint(hint) {
    connect(&canvas, &ui::MapCanvas::viewChanged, this, &FollowTool::watch);
    connect(&hint, &ModeHint::left, this, &FollowTool::stop);
    if (context.fixes)
        connect(context.fixes, &FixBoard::moved, this, [this](const QSet<UnitId>& units) {
            if (!m_unit.isNull() && units.contains(m_unit))
                centre();
        });
}

void FollowTool::follow(const UnitId& unit) {
    const UnitId before = std::exchange(m_unit, m_feed.placeOf(unit) ? unit : UnitId());
    m_hint.say(m_unit.isNull() ? QString()
                               : tr("Following %1; move the map to stop")
                                     .arg(text::callsign(m_context.desk.situation(), m_unit)));
    if (!m_unit.isNull())
        centre();
    if (before != m_unit)
        Q_EMIT changed();
}

void FollowTool::centre() {
    const auto at = m_feed.placeOf(m_unit);
    if (!at)
        return;
    m_centring = true;
    m_canvas.setView(m_canvas.view().withCentre(ui::toMercator(at->coordinate())));
    m_view = m_canvas.view();
    m_centring = false;
}

// Moved without another change of scale or size: by hand.
void FollowTool::watch(const ui::MapView& view) {
    const ui::MapView before = std::exchange(m_view, view);
    if (m_centring || m_unit.isNull() || view.centre() == before.centre())
        return;
    if (view.isPanOf(before))
        stop();
}

} // namespace tridesk
