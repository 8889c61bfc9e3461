// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "ui/map/map_view.h"
#include "ui/panes/common/pane_context.h"

#include <QObject>
#include <QSet>

namespace tridesk {

namespace ui {
class MapCanvas;
}
class MapFeed;
class ModeHint;

/// Keeps a unit in the middle of the map, fix after fix, until the user moves the map; zooming and turning do
/// not end it. The hint says who is followed and is the way out.
class FollowTool : public QObject {
    Q_OBJECT

public:
    /// All outlive it.
    FollowTool(const PaneContext& context, ui::MapCanvas& canvas, const MapFeed& feed, ModeHint& hint,
               QObject* parent = nullptr);

    void follow(const UnitId& unit); ///< null, or one without a fix: none
    void stop() { follow({}); }
    [[nodiscard]] const UnitId& followed() const { return m_unit; }

Q_SIGNALS:
    void changed(); ///< another is followed, or none

private:
    void centre();
    void watch(const ui::MapView& view);

    PaneContext m_context;
    ui::MapCanvas& m_canvas;
    const MapFeed& m_feed;
    ModeHint& m_hint;
    UnitId m_unit;
    ui::MapView m_view; ///< as it was last seen
    bool m_centring = false;
};

} // namespace tridesk
