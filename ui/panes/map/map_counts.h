// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/symbols.h"
#include "ui/panes/common/pane_context.h"
#include "ui/panes/map/card_text.h"
#include "ui/panes/map/hover_card.h"
#include "ui/panes/map/layers_panel.h"

namespace tridesk {

namespace ui {
class MapView;
}
class CameraFeed;
class MapFeed;

// What the map's tools ask of all that is shown.

[[nodiscard]] ui::SymbolKind symbolsOf(MapPart part);
[[nodiscard]] LayersPanel::Counts countShown(const ui::MapCanvas& canvas, const PaneContext& context);
/// Empty for what has no card.
[[nodiscard]] Card cardAt(const PaneContext& context, const MapFeed& feed, const CameraFeed& cameras,
                          ui::SymbolKind kind, quint64 key);
/// Units, incidents, posts and cameras that lie within the view.
[[nodiscard]] QList<HoverCard::Thing> thingsInSight(const ui::MapView& view, const PaneContext& context,
                                                    const MapFeed& feed, const CameraFeed& cameras);

} // namespace tridesk
