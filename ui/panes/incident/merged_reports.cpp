// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/merged_reports.h"

#include "app/desk/desk.h"
#include "ui/text/names.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

struct Reports {
    Q_DECLARE_TR_FUNCTIONS(tridesk::MergedReports)
};

QString callersOf(const SeatDesk& desk, const Incident& report) {
    if (report.details.callers.isEmpty())
        return {};
    if (!desk.knowsCallers(report))
        return Reports::tr("confidential");
    QStringList callers;
    for (const Caller& caller : desk.shown(report).details.callers)
        callers << callerText(caller);
    callers.removeAll(QString());
    return callers.join(Reports::tr(", ", "between callers"));
}

} // namespace

QString callerText(const Caller& caller) {
    return caller.phone.isEmpty()  ? caller.name
           : caller.name.isEmpty() ? caller.phone
                                   : u"%1 %2"_s.arg(caller.name, caller.phone);
}

QStringList mergedReports(const SeatDesk& desk, const Incident& master) {
    QStringList reports;
    for (const IncidentId& id : master.merged) {
        const Incident* report = desk.situation().incidents().find(id);
        if (!report || desk.sight(*report) < Sight::Brief)
            continue;
        const QString number = text::shortNumber(report->number);
        const QString callers = desk.sight(*report) == Sight::Whole ? callersOf(desk, *report) : QString();
        reports << (callers.isEmpty() ? number
                                      : Reports::tr("%1 as %2", "callers, number").arg(callers, number));
    }
    return reports;
}

} // namespace tridesk
