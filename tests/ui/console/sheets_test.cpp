// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every sheet that an action opens: each part of it that a person works with has a name for tests and one for
// assistive technology, in both languages.

#include "tests/support/live_desk.h"
#include "tests/support/must.h"
#include "tests/ui/window/nameless.h"
#include "ui/actions/action_table.h"
#include "ui/actions/selection.h"
#include "ui/console/console.h"
#include "ui/shell/main_window.h"
#include "ui/theme/look.h"

#include <QApplication>
#include <QDialog>
#include <QFileDialog>
#include <QSettings>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

/// What ends the window, or makes it anew: it opens nothing.
bool isPassedOver(ActionId id) {
    return id == ActionId::Quit || id == ActionId::CloseWindow || id == ActionId::LockDesk ||
           id == ActionId::ToggleLanguage || id == ActionId::LargerText || id == ActionId::SmallerText;
}

QList<QDialog*> sheets() {
    QList<QDialog*> found;
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget* widget : all)
        if (auto* sheet = qobject_cast<QDialog*>(widget); sheet && sheet->isVisible())
            found << sheet;
    return found;
}

} // namespace

class SheetsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySheetIsNamed() {
        LiveDesk live;
        const IncidentId incident = live.report(u"collision"_s, 32.06, 118.55);
        Look look(*qApp);
        Translation translation(*qApp);
        QSettings settings(live.file(u"console.ini"_s), QSettings::IniFormat);
        QSet<QString> opened;
        for (const Language language : {Language::English, Language::Chinese}) {
            translation.set(language);
            Console console(ConsoleGround{.desk = live.desk(),
                                          .fixes = live.fixes(),
                                          .look = look,
                                          .translation = translation,
                                          .settings = settings,
                                          .name = u"–"_s,
                                          .user = u"liwei"_s,
                                          .size = QSize(1366, 768)});
            console.open(must(Seat::parse(u"bureau")));
            auto* window = qobject_cast<MainWindow*>(console.windows().constFirst());
            QVERIFY(window);
            window->selection().setIncident(incident);
            for (const ActionSpec& spec : actionSpecs()) {
                QAction& action = window->actions().action(spec.id);
                if (isPassedOver(spec.id) || !action.isVisible() || !action.isEnabled())
                    continue;
                action.trigger();
                QCoreApplication::processEvents();
                const QList<QDialog*> now = sheets();
                for (QDialog* sheet : now) {
                    const bool isQts = qobject_cast<QFileDialog*>(sheet);
                    const QStringList found = isQts ? QStringList() : nameless(*sheet);
                    QVERIFY2(found.isEmpty(),
                             qPrintable(QLatin1StringView(spec.name) + u":\n"_s + found.join(u'\n')));
                    QVERIFY2(isQts || !sheet->objectName().isEmpty(), spec.name);
                    QVERIFY2(isQts || !sheet->windowTitle().isEmpty(), spec.name);
                    opened.insert(QString(QLatin1StringView(spec.name)));
                    sheet->reject();
                }
                QTRY_VERIFY2(sheets().isEmpty(), spec.name);
            }
        }
        QVERIFY(opened.size() >= 8); // the walk does open them
    }
};

QTEST_MAIN(SheetsTest)
#include "sheets_test.moc"
