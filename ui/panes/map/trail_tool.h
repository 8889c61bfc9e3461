// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "ui/panes/common/pane_context.h"
#include "ui/panes/map/symbol_keys.h"

#include <QHash>
#include <QObject>
#include <QPolygonF>
#include <QSet>

namespace tridesk {

namespace ui {
class MapCanvas;
}
struct Fix;

/// The way that the selected units have come in the last minutes, from the fix store, read on the store's
/// thread and drawn on as new fixes come.
class TrailTool : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype mostUnits = 8; ///< more trails at a time say nothing

    /// All outlive it. `context.fixes` may be null: then there are no trails.
    TrailTool(const PaneContext& context, ui::MapCanvas& canvas, QObject* parent = nullptr);

    void setOn(bool on);
    void setMinutes(int minutes);

private:
    void refresh();
    void ask(const UnitId& unit);
    void draw(const UnitId& unit, const QList<Fix>& fixes);
    void drop(const UnitId& unit);

    PaneContext m_context;
    ui::MapCanvas& m_canvas;
    SymbolKeys<UnitId> m_keys;
    QSet<UnitId> m_shown;
    bool m_on = false;
    int m_minutes = 30;
    quint64 m_round = 0; ///< answers to older questions are let go
};

} // namespace tridesk
