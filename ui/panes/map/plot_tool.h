// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/map_marks.h"
#include "ui/panes/common/pane_context.h"

#include <QObject>

namespace tridesk {

namespace ui {
class MapModes;
struct ModeShape;
} // namespace ui
class Dispatcher;
class PlotBar;
class PlotFeed;
enum class PlotPen;

/// Draws on the map for all seats: what the hand drew becomes a command, and what comes back by the journal
/// is what is shown. Selecting a drawing lets its corners be moved, its words and colour be changed, and it
/// be erased, as far as the seat may.
class PlotTool : public QObject {
    Q_OBJECT

public:
    /// All outlive it.
    PlotTool(const PaneContext& context, ui::MapModes& modes, PlotFeed& feed, PlotBar& bar,
             Dispatcher& dispatcher, QObject* parent = nullptr);

    void draw(); ///< with the pen that the bar shows
    void select(const PlotId& plot);
    void stop(); ///< neither draws nor changes any more

Q_SIGNALS:
    void hinted(const QString& hint);
    void selecting(); ///< a drawing will be changed, none is drawn
    void finished();  ///< with the one that was selected: it is gone, or let go

private:
    void enter(PlotPen pen);
    void drawn(PlotPen pen, const ui::ModeShape& shape);
    void moved(const ui::ModeShape& shape);
    void edit();
    void erase();
    void showSelected();
    void offerIncident();
    [[nodiscard]] QString about(const Plot& plot) const;
    void putWords(PlotDetails& details) const;

    PaneContext m_context;
    ui::MapModes& m_modes;
    PlotFeed& m_feed;
    PlotBar& m_bar;
    Dispatcher& m_dispatcher;
    PlotId m_selected; ///< null: none
};

} // namespace tridesk
