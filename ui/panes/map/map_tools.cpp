// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/map_tools.h"

#include "app/desk/desk.h"
#include "app/desk/fix_board.h"
#include "ui/actions/action_table.h"
#include "ui/actions/prompts.h"
#include "ui/actions/selection.h"
#include "ui/map/canvas.h"
#include "ui/map/modes/map_modes.h"
#include "ui/map/modes/measure_mode.h"
#include "ui/panes/map/camera_feed.h"
#include "ui/panes/map/catch_bar.h"
#include "ui/panes/map/follow_tool.h"
#include "ui/panes/map/hover_card.h"
#include "ui/panes/map/layers_panel.h"
#include "ui/panes/map/map_counts.h"
#include "ui/panes/map/map_feed.h"
#include "ui/panes/map/map_toolbar.h"
#include "ui/panes/map/mode_hint.h"
#include "ui/panes/map/note_feed.h"
#include "ui/panes/map/overlay.h"
#include "ui/panes/map/plot_bar.h"
#include "ui/panes/map/plot_feed.h"
#include "ui/panes/map/plot_tool.h"
#include "ui/panes/map/ring_tools.h"
#include "ui/panes/map/trail_tool.h"
#include "ui/panes/map/views_menu.h"

#include <QAction>
#include <QKeyEvent>
#include <QLocale>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tridesk {

MapTools::MapTools(const PaneContext& context, const Ground& ground, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_ground(ground)
    , m_overlay(new MapOverlay(ground.canvas)) {
    build();
    join();
    apply(m_layers->choices());
}

void MapTools::build() {
    ui::MapCanvas& canvas = m_ground.canvas;
    m_card = new HoverCard(
        canvas,
        [this](ui::SymbolKind kind, quint64 key) {
            return cardAt(m_context, m_ground.feed, m_ground.cameras, kind, key);
        },
        [this] { return thingsInSight(m_ground.canvas.view(), m_context, m_ground.feed, m_ground.cameras); });
    m_modes = new ui::MapModes(canvas, this);
    m_hint = new ModeHint(u"map.hint"_s, tr("Leave this mode (Esc)"), &canvas);
    m_followHint = new ModeHint(u"map.follow"_s, tr("Stop following"), &canvas);
    m_catchBar = new CatchBar(&canvas);
    m_plotBar = new PlotBar(m_context.look, &canvas);
    m_layers = new LayersPanel(
        LayerChoices::load(m_context.settings, m_context.desk.actor()),
        [this] {
            LayersPanel::Counts counts = countShown(m_ground.canvas, m_context);
            counts.parts[MapPart::Rings] += qsizetype(m_ground.rings.rings().size());
            return counts;
        },
        &canvas);
    for (QWidget* part : {static_cast<QWidget*>(m_catchBar), static_cast<QWidget*>(m_plotBar),
                          static_cast<QWidget*>(m_layers)})
        part->hide();
    m_catch = new CatchTool(m_context,
                            {.canvas = canvas,
                             .modes = *m_modes,
                             .feed = m_ground.feed,
                             .cameras = m_ground.cameras,
                             .bar = *m_catchBar,
                             .dispatcher = m_ground.dispatcher,
                             .prompts = m_ground.prompts},
                            this);
    m_plots = new PlotFeed(m_context, canvas, this);
    m_notes = new NoteFeed(m_context, canvas, this);
    m_plot = new PlotTool(m_context, *m_modes, *m_plots, *m_plotBar, m_ground.dispatcher, this);
    m_follow = new FollowTool(m_context, canvas, m_ground.feed, *m_followHint, this);
    m_trails = new TrailTool(m_context, canvas, this);
    m_views = new ViewsMenu(SavedViews(m_context.settings, m_context.desk.actor()), canvas, m_ground.prompts,
                            &canvas);
}

void MapTools::join() {
    connect(m_modes, &ui::MapModes::left, this, [this] { setTool(Tool::None); });
    connect(m_hint, &ModeHint::left, m_modes, &ui::MapModes::leave);
    connect(m_catch, &CatchTool::hinted, m_hint, &ModeHint::say);
    connect(m_catch, &CatchTool::messageAsked, this, &MapTools::messageAsked);
    connect(m_plot, &PlotTool::hinted, m_hint, &ModeHint::say);
    connect(m_plot, &PlotTool::selecting, this, [this] {
        m_modes->leave();
        setTool(Tool::Change);
    });
    connect(m_plot, &PlotTool::finished, this, &MapTools::leaveMode);
    connect(m_plotBar, &PlotBar::closed, this, &MapTools::leaveMode);
    connect(m_card, &HoverCard::chosen, this, &MapTools::clicked);
    connect(m_views, &ViewsMenu::gone, m_follow, &FollowTool::stop);
    connect(m_layers, &LayersPanel::chosen, this, [this](const LayerChoices& choices) {
        choices.save(m_context.settings, m_context.desk.actor());
        apply(choices);
    });
    m_ground.canvas.installEventFilter(this);
}

void MapTools::takeActions(ActionTable& actions) {
    m_toolbar = new MapToolbar(&m_ground.canvas);
    joinModes(actions);
    m_toolbar->addGap();
    QAction& follow = actions.action(ActionId::FollowUnit);
    m_toolbar->add(follow);
    connect(&follow, &QAction::triggered, this, &MapTools::toggleFollow);
    connect(m_follow, &FollowTool::changed, &follow,
            [this, &follow] { follow.setChecked(!m_follow->followed().isNull()); });
    QAction& trails = actions.action(ActionId::ShowTrails);
    m_toolbar->add(trails);
    connect(&trails, &QAction::toggled, m_trails, &TrailTool::setOn);
    joinRings(actions);
    m_toolbar->addGap();
    QAction& views = actions.action(ActionId::SavedViews);
    QToolButton* viewsButton = m_toolbar->add(views);
    connect(&views, &QAction::triggered, this, [this, viewsButton] {
        m_views->popup(viewsButton->mapToGlobal(QPoint(-m_views->sizeHint().width(), 0)));
    });
    joinLayers(actions);
    m_overlay->add(*m_hint, MapOverlay::Spot::TopLeft);
    m_overlay->add(*m_followHint, MapOverlay::Spot::TopLeft);
    m_overlay->add(*m_plotBar, MapOverlay::Spot::Foot);
    m_overlay->add(*m_catchBar, MapOverlay::Spot::Foot);
    m_overlay->add(*m_toolbar, MapOverlay::Spot::RightStrip);
    m_overlay->add(*m_layers, MapOverlay::Spot::BesideStrip);
}

void MapTools::joinModes(ActionTable& actions) {
    const std::pair<ActionId, Tool> modes[] = {{ActionId::CatchByCircle, Tool::Circle},
                                               {ActionId::CatchByPolygon, Tool::Polygon},
                                               {ActionId::CatchByLasso, Tool::Lasso},
                                               {ActionId::DrawOnMap, Tool::Draw},
                                               {ActionId::MeasureOnMap, Tool::Measure}};
    for (const auto& [id, tool] : modes) {
        QAction& action = actions.action(id);
        m_modeActions.insert(tool, &action);
        if (tool == Tool::Draw)
            m_toolbar->addGap();
        m_toolbar->add(action);
        connect(&action, &QAction::triggered, this, [this, tool](bool on) { start(on ? tool : Tool::None); });
    }
}

void MapTools::joinLayers(ActionTable& actions) {
    QAction& layers = actions.action(ActionId::MapLayers);
    m_toolbar->add(layers);
    connect(&layers, &QAction::toggled, m_layers, &QWidget::setVisible);
    connect(m_layers, &LayersPanel::closed, &layers, [&layers] { layers.setChecked(false); });
    const std::pair<ActionId, MapPart> ticks[] = {{ActionId::ToggleAreas, MapPart::Areas},
                                                  {ActionId::ToggleCameras, MapPart::Cameras},
                                                  {ActionId::ToggleOrderLines, MapPart::OrderLines},
                                                  {ActionId::ToggleRings, MapPart::Rings}};
    for (const auto& [id, part] : ticks) {
        QAction& action = actions.action(id);
        action.setChecked(!m_layers->choices().hidden.contains(part));
        connect(&action, &QAction::toggled, m_layers, [this, part](bool on) { m_layers->setPart(part, on); });
        connect(m_layers, &LayersPanel::chosen, &action, [&action, part](const LayerChoices& choices) {
            action.setChecked(!choices.hidden.contains(part));
        });
    }
}

void MapTools::joinRings(ActionTable& actions) {
    m_toolbar->addGap();
    QAction& rings = actions.action(ActionId::ToggleRings);
    QAction& escape = actions.action(ActionId::EscapeRing);
    m_toolbar->add(rings);
    m_toolbar->add(escape);
    connect(&rings, &QAction::toggled, &m_ground.rings, &RingTools::setRingsShown);
    // Later, as the tick of the list is still being set to what was asked for.
    connect(
        &m_ground.rings, &RingTools::refused, &rings, [&rings] { rings.setChecked(false); },
        Qt::QueuedConnection);
    connect(&escape, &QAction::triggered, &m_ground.rings, [this] { m_ground.rings.beginEscape(); });
}

bool MapTools::isOn() const {
    return m_tool != Tool::None;
}

void MapTools::leaveMode() {
    m_modes->leave();
    setTool(Tool::None);
}

// Taking one tool up puts the other down; its bar goes, what was caught stays until it is let go.
void MapTools::start(Tool tool) {
    m_modes->leave();
    setTool(tool);
    m_ground.canvas.setFocus(Qt::OtherFocusReason);
    m_starting = true;
    switch (tool) {
    case Tool::None:
    case Tool::Change:
        break;
    case Tool::Circle:
        m_catch->start(CatchBy::Circle);
        break;
    case Tool::Polygon:
        m_catch->start(CatchBy::Polygon);
        break;
    case Tool::Lasso:
        m_catch->start(CatchBy::Lasso);
        break;
    case Tool::Draw:
        m_catch->letGo();
        m_plot->draw();
        break;
    case Tool::Measure:
        measure();
        break;
    }
    m_starting = false;
}

void MapTools::setTool(Tool tool) {
    if (m_starting)
        return;
    if ((m_tool == Tool::Draw || m_tool == Tool::Change) && tool == Tool::None)
        m_plot->stop();
    m_tool = tool;
    for (const auto& [mode, action] : m_modeActions.asKeyValueRange())
        action->setChecked(mode == tool);
    if (tool == Tool::None)
        m_hint->say({});
}

void MapTools::measure() {
    const QString hint = tr("Measure: click along the way, the first corner again closes it");
    m_modes->enter(std::make_unique<ui::MeasureMode>(
        m_modes->ground(), [this, hint](const QString& told) { m_hint->say(told.isEmpty() ? hint : told); }));
    m_hint->say(hint);
}

bool MapTools::takeClick(ui::SymbolKind kind, quint64 key) {
    if (kind != ui::SymbolKind::Plot) {
        if (m_tool == Tool::Change)
            leaveMode(); // a drawing that could only be read
        return false;
    }
    if (const PremiseNoteId note = m_notes->note(key); !note.isNull())
        Q_EMIT noteAsked(note);
    else
        m_plot->select(m_plots->plot(key));
    return true;
}

void MapTools::follow(const UnitId& unit) {
    m_follow->follow(unit);
}

void MapTools::stopFollowing() {
    m_follow->stop();
}

void MapTools::toggleFollow(bool on) {
    const QSet<UnitId> units = m_context.selection.units();
    if (on && units.size() == 1)
        m_follow->follow(*units.begin());
    else
        m_follow->stop();
    if (on && m_follow->followed().isNull()) {
        m_ground.prompts.complain(tr("Select one unit whose place is known, then follow it."));
        Q_EMIT m_follow->changed(); // the button springs back
    }
}

void MapTools::dress() {
    const bool chinese = QLocale().language() == QLocale::Chinese;
    switch (m_layers->choices().words) {
    case MapWords::AsWindow:
        m_ground.canvas.setLabelLanguage(chinese ? ui::LabelLanguage::Chinese : ui::LabelLanguage::English);
        break;
    case MapWords::Chinese:
        m_ground.canvas.setLabelLanguage(ui::LabelLanguage::Chinese);
        break;
    case MapWords::English:
        m_ground.canvas.setLabelLanguage(ui::LabelLanguage::English);
        break;
    case MapWords::Both:
        m_ground.canvas.setLabelLanguage(ui::LabelLanguage::Both);
        break;
    }
}

void MapTools::apply(const LayerChoices& choices) {
    for (int i = 0; i < mapParts; ++i)
        m_ground.canvas.setLayerVisible(symbolsOf(MapPart(i)), !choices.hidden.contains(MapPart(i)));
    m_ground.feed.setHiddenKinds(choices.hiddenKinds);
    m_trails->setMinutes(choices.trailMinutes);
    dress();
}

// Number keys on the map are the saved views'.
bool MapTools::eventFilter(QObject* watched, QEvent* event) {
    if (watched != &m_ground.canvas || event->type() != QEvent::KeyPress)
        return false;
    const auto& key = *static_cast<QKeyEvent*>(event);
    if ((key.modifiers() & ~Qt::KeypadModifier) != 0)
        return false;
    if (key.key() == Qt::Key_Escape && isOn()) {
        leaveMode();
        return true;
    }
    if (key.key() == Qt::Key_Escape && m_catchBar->isVisible()) {
        m_catch->letGo();
        return true;
    }
    return key.key() >= Qt::Key_1 && key.key() <= Qt::Key_9 && m_views->go(key.key() - Qt::Key_0);
}

} // namespace tridesk
