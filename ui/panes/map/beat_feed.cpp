// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/beat_feed.h"

#include "app/desk/desk.h"
#include "ui/map/canvas.h"
#include "ui/map/map_view.h"
#include "ui/text/names.h"

#include <algorithm>

namespace tridesk {

namespace {

constexpr qsizetype mostRings = 64; ///< of one beat; their keys lie side by side

} // namespace

BeatFeed::BeatFeed(const PaneContext& context, ui::MapCanvas& canvas, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_canvas(canvas) {
    for (const Beat& beat : context.desk.situation().beats())
        show(beat.id);
    connect(&context.desk, &SeatDesk::changed, this, [this](const Changes& changes) {
        for (const BeatId& id : changes.beats)
            show(id);
    });
}

void BeatFeed::show(const BeatId& id) {
    const quint64 first = m_keys.of(id) * mostRings;
    const qsizetype before = m_rings.take(id);
    for (qsizetype ring = 0; ring < before; ++ring)
        m_canvas.remove(ui::SymbolKind::Beat, first + quint64(ring));
    const Beat* beat = m_context.desk.situation().beats().find(id);
    if (!beat)
        return;
    const qsizetype rings = std::min(mostRings, beat->area.size());
    for (qsizetype ring = 0; ring < rings; ++ring) {
        ui::AreaShape shape;
        shape.key = first + quint64(ring);
        for (const GeoPoint& point : beat->area[ring])
            shape.polygon << ui::toMercator(point.coordinate());
        shape.label = ring == 0 ? text::name(beat->name) : QString();
        shape.style = ui::ShapeStyle::Beat;
        m_canvas.upsert(shape);
    }
    m_rings.insert(id, rings);
}

} // namespace tridesk
