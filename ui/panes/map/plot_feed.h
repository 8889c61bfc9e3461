// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/map_marks.h"
#include "ui/panes/common/pane_context.h"
#include "ui/panes/map/symbol_keys.h"

#include <QObject>
#include <QPolygonF>
#include <QSet>

namespace tridesk {

namespace ui {
class MapCanvas;
}
struct Changes;

/// Keeps the map's drawings in step with the desk: each as soon as any seat draws, changes or erases it, and
/// away once it has expired.
class PlotFeed : public QObject {
    Q_OBJECT

public:
    PlotFeed(const PaneContext& context, ui::MapCanvas& canvas, QObject* parent = nullptr);

    [[nodiscard]] PlotId plot(quint64 key) const { return m_keys.id(key); }
    [[nodiscard]] const Plot* find(const PlotId& plot) const; ///< null where it is not shown
    void select(const PlotId& plot);                          ///< alone; null: none

Q_SIGNALS:
    void gone(const tridesk::PlotId& plot); ///< erased, expired or no longer to be seen

private:
    void take(const Changes& changes);
    void show(const PlotId& id);
    void tick();

    PaneContext m_context;
    ui::MapCanvas& m_canvas;
    SymbolKeys<PlotId> m_keys;
    QSet<PlotId> m_shown;
    PlotId m_selected;
};

} // namespace tridesk
