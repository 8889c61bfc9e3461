// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Paints the pane of footage, by day and by night, in both languages, into the folder that is named: to be
// looked at.
#include "tests/support/must.h"
#include "tests/ui/panes/kept_footage.h"
#include "ui/panes/common/row_table.h"
#include "ui/panes/footage/footage_export_sheet.h"
#include "ui/panes/footage/footage_pane.h"
#include "ui/panes/footage/footage_view.h"
#include "ui/text/language.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void save(QWidget& widget, const QDir& folder, const QString& name) {
    QCoreApplication::processEvents();
    widget.grab().save(folder.filePath(name + u".png"_s));
}

void paintAll(PaneDesk& desk, KeptFootage& kept, const QDir& folder, const QString& suffix) {
    for (const QSize size : {QSize(1180, 420), QSize(760, 300)}) {
        FootagePane pane(kept.context());
        pane.resize(size);
        pane.show();
        Q_UNUSED(QTest::qWaitForWindowExposed(&pane));
        const QString name = u"footage-%1-%2"_s.arg(size.width()).arg(suffix);
        save(pane, folder, name);
        child<RowTable>(pane, u"footage.table"_s)->selectRow(2);
        child<QPushButton>(pane, u"footage.play"_s)->click();
        Q_UNUSED(QTest::qWaitFor([&] { return pane.view().replay().status().ended; }));
        save(pane, folder, name + u"-plays"_s);
        child<QPushButton>(pane, u"footage.export"_s)->click();
        save(*pane.findChild<FootageExportSheet*>(u"footageExportSheet"_s), folder, u"export-"_s + suffix);
    }
    Q_UNUSED(desk);
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    const QDir folder(application.arguments().value(1, u"."_s));
    if (!folder.mkpath(u"."_s))
        return 2;
    Scene scene;
    scene.furnish();
    addFeeds(scene);
    const IncidentId incident = scene.report();
    PaneDesk desk(scene);
    KeptFootage kept(desk);
    const FootageId gone = kept.still(u"GATE");
    desk.clock->advance(10min);
    kept.clip(u"BWC-1A12", incident);
    Q_UNUSED(desk.ask(RemoveFootage{gone, u"the wrong house"_s}));
    kept.mark(u"BWC-1A12", u"throws something over the wall"_s);
    kept.still(u"GATE", incident);
    Translation translation(application);
    for (const Language language : {Language::English, Language::Chinese}) {
        translation.set(language);
        for (const Theme& theme : {Theme::day(), Theme::nightly()}) {
            desk.look.set(theme);
            paintAll(desk, kept, folder, languageCode(language) + (theme.night ? u"-night"_s : u"-day"_s));
        }
    }
    return 0;
}
