// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "app/desk/desk.h"
#include "app/desk/fix_board.h"
#include "ui/actions/prompts.h"
#include "ui/actions/selection.h"
#include "ui/map/canvas.h"
#include "ui/map/map_view.h"
#include "ui/panes/common/advisor.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/panes/incident/incident_form.h"
#include "ui/panes/incident/incident_pane.h"
#include "ui/panes/line/line_pane.h"
#include "ui/panes/map/map_pane.h"
#include "ui/panes/orders/inbound_pane.h"
#include "ui/panes/queue/queue_pane.h"
#include "ui/panes/units/unit_pane.h"
#include "ui/shell/emergency_bar.h"
#include "ui/shell/header_bar.h"
#include "ui/shell/help_sheet.h"
#include "ui/shell/link_bar.h"
#include "ui/shell/orders_in_hand.h"
#include "ui/shell/place_lookup.h"
#include "ui/shell/policy_sheet.h"
#include "ui/shell/window_foot.h"
#include "ui/text/names.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QDockWidget>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QStatusBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

MainWindow::MainWindow(const WindowGround& ground, QWidget* parent)
    : QMainWindow(parent)
    , m_ground(ground)
    , m_selection(new Selection(this))
    , m_actions(new ActionTable(ground.look, this))
    , m_advisor(new Advisor(ground.desk, &ground.fixes, ground.places, this))
    , m_header(new HeaderBar(ground.desk, ground.look, this))
    , m_foot(new WindowFoot(paneContext(), this))
    , m_orders(new OrdersInHand(ground.desk, *m_selection, *m_foot, this))
    , m_emergencies(new EmergencyBar(ground.desk, ground.look, &m_foot->prompts(), this)) {
    setObjectName(u"mainWindow"_s);
    setDockNestingEnabled(true);
    setDockOptions(dockOptions() | GroupedDragging);
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_emergencies);
    auto* link = new LinkBar(ground.desk, ground.look, m_foot->prompts(), this);
    connect(link, &LinkBar::signInAsked, &m_actions->action(ActionId::LockDesk), &QAction::trigger);
    column->addWidget(link);
    setMenuWidget(head);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(0, 0, 0, 0);
    statusBar()->addWidget(m_foot, 1);
    const QSize wanted = m_ground.size.isEmpty() ? QSize(1600, 960) : m_ground.size;
    resize(m_ground.restore ? wanted.boundedTo(screen()->availableSize()) : wanted);
    buildPanes();
    buildDocks();
    buildMessages();
    buildAlarms();
    buildVideo();
    buildFootage();
    buildMenus();
    joinActions();
    joinViewActions();
    joinPanes();
    joinLine();
    joinEmergencies();
    on(ActionId::ReadLate, [link] { link->readOn(); });
    m_actions->action(ActionId::ReadLate).setVisible(ground.desk.link() != nullptr);
    joinMessages();
    joinVideo();
    joinFootage();
    joinWork();
    joinSupervision();
    layOut();
    dress();
    m_foot->setGround(ground.name, tr("Where this desk's data and map lie"));
    connect(&ground.look, &Look::changed, this, &MainWindow::dress);
}

MainWindow::~MainWindow() = default;

MapOffer& MainWindow::mapOffer() {
    return m_foot->mapOffer();
}

PaneContext MainWindow::paneContext() const {
    return {.desk = m_ground.desk,
            .selection = *m_selection,
            .look = m_ground.look,
            .fixes = &m_ground.fixes,
            .settings = &m_ground.settings,
            .footage = m_ground.footage,
            .video = m_ground.video};
}

void MainWindow::buildPanes() {
    PaneContext context = paneContext();
    context.advisor = m_advisor;
    m_foot->setAdvisor(m_advisor);
    m_places = new PlaceLookup(context, m_ground.places, this);
    context.places = m_places;
    m_map = new MapPane(context, m_ground.map, m_ground.places, this);
    if (m_ground.basemap.kind != maps::TileSource::Kind::Package)
        m_map->showSource(m_ground.basemap);
    m_map->canvas().setSurface(m_ground.surface);
    m_queue = new QueuePane(context, this);
    m_units = new UnitPane(context, this);
    m_incident = new IncidentPane(context, this);
    m_form = new IncidentForm(context, this);
    if (const auto post = m_ground.desk.actor().seat.post())
        m_inbound = new InboundPane(context, *post, this);
}

QDockWidget* MainWindow::addPane(const QString& name, const QString& title, QWidget* pane,
                                 Qt::DockWidgetArea area) {
    auto* dock = new QDockWidget(title, this);
    dock->setObjectName(u"dock."_s + name);
    dock->setAccessibleName(title);
    dock->setWidget(pane);
    addDockWidget(area, dock);
    m_docks.insert(name, dock);
    return dock;
}

void MainWindow::buildDocks() {
    setCentralWidget(m_map);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::TopRightCorner, Qt::RightDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    if (m_inbound)
        addPane(u"inbound"_s, tr("Orders to this station"), m_inbound, Qt::LeftDockWidgetArea);
    addPane(u"queue"_s, tr("Incidents"), m_queue,
            isNarrow() ? Qt::TopDockWidgetArea : Qt::LeftDockWidgetArea);
    addPane(u"units"_s, tr("Units"), m_units, Qt::LeftDockWidgetArea);
    QDockWidget* incident = addPane(u"incident"_s, tr("Incident"), m_incident, Qt::RightDockWidgetArea);
    QDockWidget* form = addPane(u"form"_s, tr("New incident"), m_form, Qt::RightDockWidgetArea);
    tabifyDockWidget(incident, form);
    form->hide();
    incident->raise();
}

void MainWindow::buildMenus() {
    std::map<ActionMenu, QMenu*> menus;
    for (const ActionMenu id : {ActionMenu::File, ActionMenu::Incident, ActionMenu::View, ActionMenu::Map,
                                ActionMenu::Video, ActionMenu::Help})
        menus[id] = m_header->menuBar().addMenu(menuTitle(id));
    for (const ActionSpec& spec : actionSpecs()) {
        if (spec.startsGroup)
            menus[spec.menu]->addSeparator();
        menus[spec.menu]->addAction(&m_actions->action(spec.id));
        addAction(&m_actions->action(spec.id));
    }
    menus[ActionMenu::Video]->menuAction()->setVisible(m_video != nullptr);
    QMenu* view = menus[ActionMenu::View];
    m_layoutMenu = view->addMenu(tr("Saved layouts"));
    connect(m_layoutMenu, &QMenu::aboutToShow, this, &MainWindow::fillLayoutMenu);
    view->addSeparator();
    for (QDockWidget* dock : std::as_const(m_docks))
        view->addAction(dock->toggleViewAction());
    m_header->addButton(m_actions->action(ActionId::NewIncident), true);
    for (const ActionId id :
         {ActionId::Wall, ActionId::ToggleNight, ActionId::ToggleLanguage, ActionId::LockDesk})
        m_header->addButton(m_actions->action(id));
}

void MainWindow::on(ActionId id, const std::function<void()>& act) {
    connect(&m_actions->action(id), &QAction::triggered, this, act);
}

void MainWindow::joinActions() {
    on(ActionId::NewIncident, [this] { beginIncident(); });
    on(ActionId::DispatchSelected, [this] { m_orders->send(); });
    on(ActionId::AssignProposed, [this] { m_incident->assignProposed(); });
    on(ActionId::ChaseLate, [this] { m_incident->chase(); });
    on(ActionId::LetLead, [this] { m_incident->letLead(); });
    on(ActionId::SendNext, [this] { m_units->sendNext(); });
    on(ActionId::ResetChecks, [this] { m_units->resetChecks(); });
    on(ActionId::AdjustPolicy, [this] { (new PolicySheet(m_ground.desk, this))->open(); });
    on(ActionId::RecallLast, [this] { m_orders->recallLast(); });
    on(ActionId::SignIncoming, [this] { m_inbound ? m_inbound->signAll() : void(); });
    m_actions->action(ActionId::SignIncoming).setVisible(m_inbound != nullptr);
    for (const ActionId id :
         {ActionId::ImportIncidents, ActionId::ImportPosts, ActionId::ImportUnits, ActionId::ImportFeeds,
          ActionId::VideoFeeds, ActionId::ImportLayer, ActionId::ExportLayer, ActionId::ImportMap}) {
        on(id, [this, id] { Q_EMIT importAsked(id); });
        m_actions->action(id).setVisible(m_ground.desk.actor().seat.tier == Tier::Bureau);
    }
    on(ActionId::MapSource, [this] { Q_EMIT mapSourceAsked(); });
    on(ActionId::CloseWindow, [this] { close(); });
    on(ActionId::Quit, [this] { Q_EMIT quitAsked(); });
    on(ActionId::FindPlace, [this] { m_map->focusSearch(); });
    on(ActionId::ShowOnMap, [this] { m_map->showSelected(); });
    on(ActionId::ShowWholeMap, [this] { m_map->showEverything(); });
    on(ActionId::ZoomIn, [this] { m_map->canvas().zoomBy(1); });
    on(ActionId::ZoomOut, [this] { m_map->canvas().zoomBy(-1); });
    on(ActionId::TurnLeft, [this] { m_map->canvas().turnBy(15); });
    on(ActionId::TurnRight, [this] { m_map->canvas().turnBy(-15); });
    on(ActionId::NorthUp, [this] { m_map->canvas().turnTo(0); });
    on(ActionId::Shortcuts, [this] { openHelpSheet(this); });
    on(ActionId::About, [this] { openAbout(this); });
    m_map->takeActions(*m_actions);
}

void MainWindow::joinViewActions() {
    on(ActionId::FocusQueue, [this] { m_queue->focusSearch(); });
    on(ActionId::FocusUnits, [this] { m_units->focusSearch(); });
    on(ActionId::FocusIncident, [this] { showDetails(m_selection->incident()); });
    on(ActionId::FocusMap, [this] { m_map->canvas().setFocus(Qt::ShortcutFocusReason); });
    on(ActionId::FocusLine, [this] { m_foot->line().begin(); });
    on(ActionId::ToggleNight, [this] { Q_EMIT nightToggled(); });
    on(ActionId::HoldStill, [this] { Q_EMIT stillToggled(); });
    on(ActionId::Sounds, [this] { Q_EMIT soundsAsked(); });
    on(ActionId::ToggleLanguage, [this] { Q_EMIT languageToggled(); });
    on(ActionId::LargerText, [this] { Q_EMIT fontStepAsked(1); });
    on(ActionId::SmallerText, [this] { Q_EMIT fontStepAsked(-1); });
    on(ActionId::SaveLayout, [this] { askLayoutName(); });
    on(ActionId::DefaultLayout, [this] { restoreState(m_defaultState); });
}

void MainWindow::joinPanes() {
    connect(&m_map->canvas(), &ui::MapCanvas::viewChanged, m_places,
            [this](const ui::MapView& view) { m_places->setNear(ui::fromMercator(view.centre())); });
    const auto echo = [this](const QString& line) { m_foot->line().echo(line); };
    connect(m_map, &MapPane::echoed, this, echo);
    connect(m_queue, &QueuePane::echoed, this, echo);
    connect(m_units, &UnitPane::echoed, this, echo);
    connect(m_incident, &IncidentPane::echoed, this, echo);
    connect(m_form, &IncidentForm::echoed, this, echo);
    if (m_inbound)
        connect(m_inbound, &InboundPane::echoed, this, echo);
    connect(m_queue, &QueuePane::rowKey, this, &MainWindow::takeRowKey);
    connect(m_units, &UnitPane::rowKey, this, [this](const QList<UnitId>&, Qt::Key key) {
        if (key == Qt::Key_D)
            m_orders->sendOrAsk();
        else if (key == Qt::Key_O)
            m_actions->action(ActionId::OpenPicture).trigger();
        else if (key == Qt::Key_V || key == Qt::Key_M)
            m_map->showSelected();
    });
    connect(m_map, &MapPane::detailsAsked, this, &MainWindow::showDetails);
    connect(m_map, &MapPane::newIncidentAsked, this, [this](const QGeoCoordinate& at) {
        beginIncident();
        m_pickFor = PickFor::Form;
        takePicked(at);
    });
    connect(m_form, &IncidentForm::pickOnMapAsked, this, [this] { pickFor(PickFor::Form); });
    connect(m_incident, &IncidentPane::pickOnMapAsked, this, [this] { pickFor(PickFor::Amendment); });
    connect(m_map, &MapPane::picked, this, &MainWindow::takePicked);
    connect(m_form, &IncidentForm::reported, m_selection, &Selection::setIncident);
    connect(m_form, &IncidentForm::finished, this, [this](const IncidentId& incident) {
        m_docks[u"form"_s]->hide();
        showDetails(incident);
    });
    connect(m_form, &IncidentForm::left, m_docks[u"form"_s], &QWidget::hide);
}

/// An emergency takes the map at once: whatever was looked at can wait.
void MainWindow::joinEmergencies() {
    const auto show = [this](const UnitId& unit) {
        m_selection->setUnits({unit});
        m_map->showUnit(unit);
    };
    connect(m_emergencies, &EmergencyBar::raised, this, show);
    connect(m_emergencies, &EmergencyBar::showAsked, this, show);
    connect(m_emergencies, &EmergencyBar::commanded, &m_foot->dispatcher(), &Dispatcher::submit);
}

void MainWindow::beginIncident() {
    QDockWidget* dock = m_docks[u"form"_s];
    dock->show();
    dock->raise();
    if (m_form->isUntouched())
        m_form->begin();
    m_form->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::showDetails(const IncidentId& incident) {
    m_selection->setIncident(incident);
    m_docks[u"incident"_s]->show();
    m_docks[u"incident"_s]->raise();
    m_incident->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::takeRowKey(const QList<IncidentId>& incidents, Qt::Key key) {
    if (incidents.isEmpty())
        return;
    m_selection->setIncident(incidents.first());
    if (key == Qt::Key_D)
        return m_orders->sendOrAsk();
    else if (key == Qt::Key_O)
        return m_actions->action(ActionId::OpenPicturesOfIncident).trigger();
    else if (key == Qt::Key_R)
        return m_actions->action(ActionId::ReportIncident).trigger();
    else if (key == Qt::Key_U)
        m_units->focusSearch();
    else if (key == Qt::Key_M)
        m_map->showSelected();
    else
        showDetails(incidents.first());
    if (key == Qt::Key_H)
        m_queue->askHold(incidents.first());
    else if (key == Qt::Key_N)
        m_incident->focusNote();
    else if (key == Qt::Key_E)
        m_incident->edit();
    else if (key == Qt::Key_X)
        m_incident->focusClosing();
    else if (key == Qt::Key_P)
        m_docks[u"incident"_s]->setFloating(true);
}

void MainWindow::joinLine() {
    LinePane& line = m_foot->line();
    connect(&line, &LinePane::incidentAsked, this, &MainWindow::showDetails);
    connect(&line, &LinePane::unitAsked, this, [this](const UnitId& unit) {
        m_selection->setUnits({unit});
        m_map->showSelected();
    });
    connect(&line, &LinePane::placeAsked, m_map, &MapPane::find);
    connect(&line, &LinePane::formAsked, this, [this](line::Verb verb, const IncidentId& incident) {
        if (verb == line::Verb::NewIncident)
            beginIncident();
        else
            takeRowKey({incident}, verb == line::Verb::Close    ? Qt::Key_X
                                   : verb == line::Verb::Report ? Qt::Key_R
                                                                : Qt::Key_E);
    });
}

void MainWindow::setTrouble(const QString& why) {
    m_header->setTrouble(why);
}

void MainWindow::resume(MainWindow& before) {
    restoreState(before.saveState());
    resumeVideo(before); // before the selection, which the pictures follow
    m_selection->setIncident(before.m_selection->incident());
    if (before.m_selection->narrowedTo().isNull())
        m_selection->widen();
    m_selection->setUnits(before.m_selection->units());
    m_form->resume(*before.m_form);
    resumeMessages(before);
    resumeSupervision(before);
    m_incident->resume(*before.m_incident);
    m_pickFor = before.m_pickFor;
    m_orders->resume(*before.m_orders);
}

bool MainWindow::isSaving() const {
    return m_form->isSaving() || m_incident->isSaving() || isBeginningView();
}

void MainWindow::dress() {
    const QString seat = text::seatName(m_ground.desk.situation(), m_ground.desk.actor().seat.toString());
    setWindowTitle(tr("%1 – Tridesk", "title of a window, the seat first").arg(seat));
    QAction& night = m_actions->action(ActionId::ToggleNight);
    night.setChecked(m_ground.look.theme().night);
    m_actions->action(ActionId::HoldStill).setChecked(m_ground.look.theme().still);
    night.setIcon(m_ground.look.icon(m_ground.look.theme().night ? u"sun"_s : u"moon"_s));
}

} // namespace tridesk
