// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/alarm_board.h"
#include "app/desk/desk.h"
#include "ui/actions/selection.h"
#include "ui/panes/alarms/alarm_pane.h"
#include "ui/panes/incident/incident_form.h"
#include "ui/panes/incident/incident_pane.h"
#include "ui/panes/line/line_pane.h"
#include "ui/panes/map/map_pane.h"
#include "ui/shell/desk_load_sheet.h"
#include "ui/shell/main_window.h"
#include "ui/shell/place_lookup.h"
#include "ui/shell/premise_sheet.h"
#include "ui/shell/sector_strip.h"
#include "ui/shell/window_foot.h"

#include <QAction>
#include <QDockWidget>
#include <QLayout>

using namespace Qt::StringLiterals;

// What keeps watch over a desk: the alarms that wait for it, the desks and their load, what is known of
// places.

namespace tridesk {

void MainWindow::buildAlarms() {
    m_alarmBoard = new AlarmBoard(m_ground.desk, this);
    m_alarms = new AlarmPane(paneContext(), *m_alarmBoard, this);
    QDockWidget* dock = addPane(u"alarms"_s, tr("Alarms"), m_alarms, Qt::RightDockWidgetArea);
    tabifyDockWidget(m_docks[u"messages"_s], dock);
    m_docks[u"incident"_s]->raise();
    connect(m_alarmBoard, &AlarmBoard::changed, this, &MainWindow::tellAlarms);
    connect(m_alarms, &AlarmPane::incidentAsked, this, &MainWindow::showDetails);
    connect(m_alarms, &AlarmPane::unitAsked, this, [this](const UnitId& unit) {
        m_selection->setUnits({unit});
        m_map->showUnit(unit);
    });
    tellAlarms();
}

/// The tab of the pane counts what waits, so that it is seen while another pane stands over it.
void MainWindow::tellAlarms() {
    const int waiting = m_alarmBoard->waiting();
    m_docks[u"alarms"_s]->setWindowTitle(waiting > 0 ? tr("Alarms ● %1", "how many wait").arg(waiting)
                                                     : tr("Alarms"));
}

void MainWindow::showAlarms() {
    m_docks[u"alarms"_s]->show();
    m_docks[u"alarms"_s]->raise();
    m_alarms->focusList();
}

/// One at a time: what is typed in it stays.
PremiseSheet& MainWindow::premiseSheet() {
    auto* sheet = findChild<PremiseSheet*>();
    if (!sheet) {
        sheet = new PremiseSheet(m_ground.desk, this);
        connect(sheet, &PremiseSheet::echoed, this,
                [this](const QString& line) { m_foot->line().echo(line); });
        connect(sheet, &PremiseSheet::pickOnMapAsked, this, [this] { pickFor(PickFor::Note); });
        connect(sheet, &PremiseSheet::showAsked, this, [this](GeoPoint at) { m_map->lookAt(at); });
    }
    sheet->show();
    sheet->raise();
    sheet->activateWindow();
    return *sheet;
}

void MainWindow::showLoads() {
    auto* sheet = new DeskLoadSheet(paneContext(), this);
    connect(sheet, &DeskLoadSheet::echoed, this, [this](const QString& line) { m_foot->line().echo(line); });
    sheet->show();
}

void MainWindow::resumeSupervision(const MainWindow& before) {
    if (const auto* sheet = before.findChild<PremiseSheet*>())
        premiseSheet().resume(*sheet);
    if (before.findChild<DeskLoadSheet*>())
        showLoads();
}

void MainWindow::joinSupervision() {
    auto* strip = new SectorStrip(m_ground.desk, m_ground.look, menuWidget());
    menuWidget()->layout()->addWidget(strip);
    on(ActionId::FocusAlarms, [this] { showAlarms(); });
    on(ActionId::DeskLoads, [this] { showLoads(); });
    m_actions->action(ActionId::DeskLoads).setVisible(m_ground.desk.actor().seat.tier == Tier::Bureau);
    on(ActionId::EarlierHere, [this] {
        m_docks[u"form"_s]->visibleRegion().isEmpty() ? m_incident->toggleHistory() : m_form->toggleHistory();
    });
    on(ActionId::PlanSteps, [this] { m_incident->togglePlan(); });
    on(ActionId::NotesOnPlaces, [this] {
        if (m_ground.desk.isWall())
            return m_foot->line().complain(tr("Visitors can see this screen: no form stands on it"));
        const Incident* incident = m_ground.desk.situation().incidents().find(m_selection->incident());
        premiseSheet().begin(incident ? m_ground.desk.shown(*incident).details.place : Place());
    });
    const auto open = [this](const PremiseNoteId& note) { premiseSheet().showNote(note); };
    connect(m_incident, &IncidentPane::noteAsked, this, open);
    connect(m_form, &IncidentForm::noteAsked, this, open);
    connect(m_map, &MapPane::noteAsked, this, open);
    connect(m_map, &MapPane::noteHereAsked, this, [this](const QGeoCoordinate& at) {
        const auto point = GeoPoint::from(at);
        if (!point || m_ground.desk.isWall())
            return;
        premiseSheet().begin({point, {}});
        m_pickFor = PickFor::Note;
        takePicked(at); // and its address
    });
}

} // namespace tridesk
