// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Paints each pane alone on a bad night, by day and by night, in both languages, into the folder that is
// named: to be looked at.
#include "tests/ui/panes/night.h"
#include "tests/ui/panes/pane_desk.h"
#include "ui/map/drag_payload.h"
#include "ui/panes/common/row_table.h"
#include "ui/panes/incident/incident_form.h"
#include "ui/panes/incident/incident_pane.h"
#include "ui/panes/queue/queue_pane.h"
#include "ui/panes/units/unit_pane.h"
#include "ui/text/language.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QMimeData>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void save(QWidget& pane, const QSize& size, const QDir& folder, const QString& name) {
    pane.resize(size);
    pane.show();
    Q_UNUSED(QTest::qWaitForWindowExposed(&pane));
    QCoreApplication::processEvents();
    pane.grab().save(folder.filePath(name + u".png"_s));
}

IncidentId busiest(const PaneDesk& desk) {
    IncidentId best;
    qsizetype most = -1;
    for (const Incident& incident : desk.situation().incidents())
        if (incident.isOpen() && incident.orders.size() > most) {
            most = incident.orders.size();
            best = incident.id;
        }
    return best;
}

void paintAll(PaneDesk& desk, const QDir& folder, const QString& suffix) {
    QueuePane queue(desk.context());
    save(queue, {1180, 620}, folder, u"queue-"_s + suffix);
    auto* table = queue.findChild<RowTable*>(u"queueTable"_s);
    const std::unique_ptr<QMimeData> units(ui::drag::unitsData({u"1A11"_s, u"1A12"_s, u"2A14"_s}));
    Q_UNUSED(hover(*table->viewport(), {60, table->rowViewportPosition(3) + 4}, *units));
    save(queue, {1180, 620}, folder, u"queue-drag-"_s + suffix);

    desk.selection.setIncident(busiest(desk));
    UnitPane board(desk.context());
    save(board, {760, 620}, folder, u"units-"_s + suffix);
    IncidentPane incident(desk.context(), {});
    save(incident, {760, 760}, folder, u"incident-"_s + suffix);
    incident.edit();
    save(incident, {760, 760}, folder, u"incident-edit-"_s + suffix);
    desk.selection.setIncident({});

    IncidentForm form(desk.context(), {});
    save(form, form.sizeHint(), folder, u"form-"_s + suffix);
    form.submit();
    const auto* refusal = form.findChild<QLabel*>(u"refusal.type"_s);
    Q_UNUSED(QTest::qWaitFor([refusal] { return refusal->isVisible(); }));
    save(form, form.sizeHint(), folder, u"form-refused-"_s + suffix);
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QDir folder(application.arguments().value(1, u"."_s));
    if (!folder.mkpath(u"."_s))
        return 2;
    Scene scene;
    playNight(scene);
    PaneDesk desk(scene);
    for (int i = 0; i < 60; ++i)
        desk.place(u"%1A%2"_s.arg(i / 5 + 1).arg(11 + i % 5), 31.12 + i % 11 * 0.011, 118.52 + i % 13 * 0.012,
                   i % 8 == 7 ? 40min : std::chrono::minutes(0));
    Translation translation(application);
    for (const Language language : {Language::English, Language::Chinese}) {
        translation.set(language);
        for (Theme theme : {Theme::day(), Theme::nightly()}) {
            desk.look.set(theme);
            paintAll(desk, folder, languageCode(language) + (theme.night ? u"-night"_s : u"-day"_s));
        }
    }
    return 0;
}
