// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/map_layer.h"
#include "ui/map/map_style.h"
#include "ui/panes/common/pane_context.h"

namespace tridesk {

class MapFeed;

/// A light ring around the units that are proposed for the incident in hand, where they are at the moment of
/// painting.
class ProposedLayer final : public ui::MapLayer {
public:
    /// All outlive it.
    ProposedLayer(const PaneContext& context, const MapFeed& feed);

    void paint(QPainter& painter, const ui::MapView& view) override;
    void setStyle(const ui::MapStyle& style) override { m_style = style; }

private:
    PaneContext m_context;
    const MapFeed& m_feed;
    ui::MapStyle m_style = ui::MapStyle::day();
};

} // namespace tridesk
