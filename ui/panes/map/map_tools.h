// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/symbols.h"
#include "ui/panes/common/pane_context.h"
#include "ui/panes/map/catch_tool.h"
#include "ui/panes/map/layer_choices.h"

#include <QObject>

class QAction;

namespace tridesk {

namespace ui {
class MapCanvas;
class MapModes;
} // namespace ui
class ActionTable;
class CameraFeed;
class CatchBar;
class Dispatcher;
class FollowTool;
class HoverCard;
class LayersPanel;
class MapFeed;
class MapOverlay;
class MapToolbar;
class ModeHint;
class NoteFeed;
class PlotBar;
class PlotFeed;
class PlotTool;
class RingTools;
class Prompts;
class TrailTool;
class ViewsMenu;

/// The tools of one map: which of them the hand holds, what they show over the map, and the window's actions
/// that take them up. Each tool is a thing of its own; here they are only joined.
class MapTools : public QObject {
    Q_OBJECT

public:
    struct Ground {
        ui::MapCanvas& canvas;
        MapFeed& feed;
        CameraFeed& cameras;
        Dispatcher& dispatcher;
        Prompts& prompts;
        RingTools& rings;
    };
    /// All outlive it.
    MapTools(const PaneContext& context, const Ground& ground, QObject* parent = nullptr);

    /// Joins the window's actions with the tools, and puts their buttons on the map.
    void takeActions(ActionTable& actions);
    [[nodiscard]] MapOverlay& overlay() { return *m_overlay; }
    void leaveMode(); ///< whichever is on
    [[nodiscard]] bool isOn() const;
    void follow(const UnitId& unit);
    /// A click on a drawing. False where it is none.
    bool takeClick(ui::SymbolKind kind, quint64 key);
    /// Where the map was sent elsewhere on purpose.
    void stopFollowing();
    void dress(); ///< in the language and the choices that are set

Q_SIGNALS:
    void clicked(tridesk::ui::SymbolKind kind, quint64 key); ///< by keyboard, on the card
    void noteAsked(const tridesk::PremiseNoteId& note);      ///< its sign was clicked
    void messageAsked(const QList<tridesk::UnitId>& units);  ///< those that were caught

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Tool { None, Circle, Polygon, Lasso, Draw, Change, Measure };

    void build();
    void join();
    void joinModes(ActionTable& actions);
    void joinLayers(ActionTable& actions);
    void joinRings(ActionTable& actions);
    void start(Tool tool);
    void setTool(Tool tool);
    void measure();
    void apply(const LayerChoices& choices);
    void toggleFollow(bool on);

    PaneContext m_context;
    Ground m_ground;
    MapOverlay* m_overlay;
    ui::MapModes* m_modes;
    ModeHint* m_hint;
    ModeHint* m_followHint;
    CatchBar* m_catchBar;
    CatchTool* m_catch;
    PlotBar* m_plotBar;
    PlotFeed* m_plots;
    NoteFeed* m_notes;
    PlotTool* m_plot;
    FollowTool* m_follow;
    TrailTool* m_trails;
    HoverCard* m_card;
    LayersPanel* m_layers;
    ViewsMenu* m_views;
    MapToolbar* m_toolbar = nullptr;
    QHash<Tool, QAction*> m_modeActions;
    Tool m_tool = Tool::None;
    bool m_starting = false; ///< one mode takes another's place
};

} // namespace tridesk
