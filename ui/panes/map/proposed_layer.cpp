// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/proposed_layer.h"

#include "ui/actions/selection.h"
#include "ui/map/map_view.h"
#include "ui/panes/common/advisor.h"
#include "ui/panes/map/map_feed.h"

#include <QPainter>

namespace tridesk {

namespace {

constexpr double radius = 15; ///< pixels: round a unit

} // namespace

ProposedLayer::ProposedLayer(const PaneContext& context, const MapFeed& feed)
    : m_context(context)
    , m_feed(feed) {}

void ProposedLayer::paint(QPainter& painter, const ui::MapView& view) {
    const Advice* advice =
        m_context.advisor ? m_context.advisor->advice(m_context.selection.incident()) : nullptr;
    if (!advice)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_style.selection, 1.6, Qt::DashLine));
    const QRectF sight = QRectF({0, 0}, view.size()).adjusted(-radius, -radius, radius, radius);
    for (const UnitId& unit : advice->answer.proposed())
        if (const auto place = m_feed.placeOf(unit)) {
            const QPointF at = view.toPixel(ui::toMercator(place->coordinate()));
            if (sight.contains(at))
                painter.drawEllipse(at, radius, radius);
        }
}

} // namespace tridesk
