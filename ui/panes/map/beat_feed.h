// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "ui/panes/common/pane_context.h"
#include "ui/panes/map/symbol_keys.h"

#include <QHash>
#include <QObject>

namespace tridesk {

namespace ui {
class MapCanvas;
}

/// Keeps the beats on the map in step with the desk, each with its name.
class BeatFeed : public QObject {
    Q_OBJECT

public:
    BeatFeed(const PaneContext& context, ui::MapCanvas& canvas, QObject* parent = nullptr);

private:
    void show(const BeatId& id);

    PaneContext m_context;
    ui::MapCanvas& m_canvas;
    SymbolKeys<BeatId> m_keys;
    QHash<BeatId, qsizetype> m_rings; ///< how many of each are on the map
};

} // namespace tridesk
