// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/rights.h"
#include "ui/actions/selection.h"
#include "ui/console/console.h"
#include "ui/report/incident_report_sheet.h"
#include "ui/report/statistics_sheet.h"
#include "ui/shell/main_window.h"

#include <QAction>

// Reports of the record, for who may review it. They read the files of this machine: where there are none,
// there are no reports.

namespace tridesk {

void Console::joinReports(MainWindow& window, SeatDesk& desk) {
    ActionTable& actions = window.actions();
    const auto judge = [this, &actions, &desk] {
        const bool may = m_ground.record && !desk.isWall() && hasRight(desk.actor().role, Right::Review);
        for (const ActionId id : {ActionId::Statistics, ActionId::ReportIncident}) {
            actions.action(id).setVisible(m_ground.record.has_value());
            actions.action(id).setEnabled(may);
        }
    };
    judge();
    // no sheet stands where visitors see it
    connect(&actions.action(ActionId::Wall), &QAction::toggled, this, judge, Qt::QueuedConnection);
    const auto show = [this](QWidget* sheet) {
        m_reports.append(sheet);
        sheet->show();
    };
    const auto ground = [this, &desk] {
        return ReportSheetGround{
            .desk = desk, .look = m_ground.look, .record = *m_ground.record, .map = m_ground.map};
    };
    connect(&actions.action(ActionId::Statistics), &QAction::triggered, this,
            [&window, ground, show] { show(new StatisticsSheet(ground(), &window)); });
    connect(&actions.action(ActionId::ReportIncident), &QAction::triggered, this, [&window, ground, show] {
        if (const IncidentId incident = window.selection().incident(); !incident.isNull())
            show(new IncidentReportSheet(ground(), incident, &window));
    });
}

} // namespace tridesk
