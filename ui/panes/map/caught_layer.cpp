// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/caught_layer.h"

#include "ui/map/map_view.h"
#include "ui/map/symbol_art.h"
#include "ui/panes/map/catch_tool.h"

#include <QPainter>

namespace tridesk {

namespace {

constexpr double radius = 17;      ///< pixels: round a unit or the head of a pin
constexpr double smallRadius = 10; ///< round a camera

} // namespace

CaughtLayer::CaughtLayer(CatchTool& tool)
    : m_tool(&tool) {}

CaughtLayer::~CaughtLayer() = default;

void CaughtLayer::paint(QPainter& painter, const ui::MapView& view) {
    if (!m_tool)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF sight = QRectF({0, 0}, view.size()).adjusted(-radius, -radius, radius, radius);
    for (const CatchTool::Mark& mark : m_tool->marks()) {
        QPointF at = view.toPixel(mark.at);
        if (mark.kind == ui::SymbolKind::Incident)
            at += ui::incidentHead();
        if (sight.contains(at))
            ui::drawHalo(painter, at, mark.kind == ui::SymbolKind::Camera ? smallRadius : radius,
                         m_style.selection);
    }
}

} // namespace tridesk
