// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A drill from the replay's sheet to the windows over it: nobody can take it for the live desk, and the live
// desk hears nothing of it.

#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "app/journal/sqlite_journal.h"
#include "tests/support/live_desk.h"
#include "ui/console/console.h"
#include "ui/replay/drill_sheet.h"
#include "ui/theme/look.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class DrillWindowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_look = std::make_unique<Look>(*qApp);
        m_translation = std::make_unique<Translation>(*qApp);
        m_live = std::make_unique<LiveDesk>();
        m_settings = std::make_unique<QSettings>(m_live->file(u"console.ini"_s), QSettings::IniFormat);
        m_incident = m_live->report(u"shop window broken"_s, 32.05, 118.55);
        QVERIFY(m_live->ask(u"bureau", IssueOrder{m_incident, code<UnitId>(u"1A12"), {}, {}, {}}));
        m_live->pass(recallWindow);
    }

    void cleanup() { m_console.reset(); }

    void theSheetMakesAFolderOfItsOwn() {
        const JournalHead before = head(m_live->file(u"journal.db"_s));
        DrillSheet sheet(wish(), m_live->file(u"drills"_s));
        sheet.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy made(&sheet, &DrillSheet::made);
        sheet.show();
        auto* folder = sheet.findChild<QLineEdit*>(u"drill.folder"_s);
        QVERIFY(folder->text().contains(u"drills"_s));
        // not over the live one
        const QString proposed = folder->text();
        folder->setText(QFileInfo(m_live->file(u"journal.db"_s)).path());
        auto* begin = sheet.findChild<QPushButton*>(u"drill.begin"_s);
        QTest::mouseClick(begin, Qt::LeftButton);
        auto* trouble = sheet.findChild<QLabel*>(u"drill.trouble"_s);
        QTRY_VERIFY(trouble->isVisible());
        QVERIFY(trouble->text().contains(u"not empty"_s));
        folder->setText(proposed);
        QTest::mouseClick(begin, Qt::LeftButton);
        QTRY_COMPARE(made.size(), 1);
        m_drill = made.constFirst().constFirst().toString();
        QVERIFY(practiceFault(m_drill, true).isEmpty());
        QCOMPARE(head(m_live->file(u"journal.db"_s)), before);
        for (QWidget* each : sheet.findChildren<QWidget*>())
            if (each->focusPolicy() & Qt::TabFocus)
                QVERIFY2(!each->objectName().isEmpty() && !each->accessibleName().isEmpty(),
                         each->metaObject()->className());
    }

    void everyWindowOfADrillSaysSo_data() {
        QTest::addColumn<QString>("seat");
        for (const auto& seat : {u"bureau"_s, u"station:ST01"_s, u"field:1A12"_s})
            QTest::newRow(qPrintable(seat)) << seat;
    }

    void everyWindowOfADrillSaysSo() {
        QFETCH(QString, seat);
        QVERIFY(!m_drill.isEmpty());
        openPractice();
        open(*m_practice, *m_fixes, seat);
        QWidget& window = *m_console->windows().constFirst();
        auto* band = window.findChild<QLabel*>(u"drill.band"_s);
        QVERIFY(band && band->isVisible());
        QVERIFY(band->width() > window.width() * 9 / 10);
        QVERIFY(band->text().startsWith(u"DRILL"_s));
        QVERIFY(!band->accessibleName().isEmpty());
        QVERIFY(window.windowTitle().startsWith(u"DRILL"_s));
        m_look->set(Theme::nightly()); // dresses the windows anew
        QVERIFY(window.windowTitle().startsWith(u"DRILL"_s));
        m_look->set(Theme::day());
        m_console.reset();
        m_practice.reset();
    }

    void noWindowOfALiveDeskDoes() {
        open(m_live->desk(), m_live->fixes(), u"bureau"_s);
        QWidget& window = *m_console->windows().constFirst();
        QVERIFY(!window.findChild<QLabel*>(u"drill.band"_s));
        QVERIFY(!window.windowTitle().contains(u"DRILL"_s));
    }

    /// The order that stood goes on; what is done stays in the drill.
    void theDrillGoesOnByItself() {
        const JournalHead before = head(m_live->file(u"journal.db"_s));
        openPractice();
        QCOMPARE(m_practice->situation().openIncidents(), m_live->situation().openIncidents());
        const Incident* incident = m_practice->situation().incidents().find(m_incident);
        QVERIFY(incident && incident->orders.size() == 1);
        QFuture<Outcome> signedOff = m_practice->submit(
            actor(u"field:1A12"), AdvanceOrder{incident->orders.constFirst(), OrderStage::Signed, {}, {}});
        QTRY_VERIFY(signedOff.isFinished());
        QVERIFY(signedOff.result().has_value());
        QCOMPARE(head(m_live->file(u"journal.db"_s)), before);
        m_practice.reset();
    }

private:
    static JournalHead head(const QString& path) { return must(must(SqliteJournal::open(path))->head()); }

    static JournalFactory journalAt(const QString& path) {
        return [path]() -> std::expected<std::unique_ptr<Journal>, QString> {
            return must(SqliteJournal::open(path));
        };
    }
    static FixStoreFactory fixesAt(const QString& path) {
        return [path]() -> std::expected<std::unique_ptr<FixStore>, QString> {
            return must(FixStore::open(path));
        };
    }

    PracticeWish wish() const {
        return {.journal = journalAt(m_live->file(u"journal.db"_s)),
                .fixes = fixesAt(m_live->file(u"fixes.db"_s)),
                .origin = u"live"_s,
                .folder = {},
                .at = m_live->desk().clock().now(),
                .now = {},
                .by = actor(u"bureau")};
    }

    void openPractice() {
        const DataFolder folder = must(DataFolder::open(m_drill));
        m_practice = std::make_unique<Desk>(journalAt(folder.journal()), folder.journalBell(),
                                            std::make_shared<SystemClock>(), std::make_shared<RandomIds>());
        m_fixes = std::make_unique<FixBoard>(fixesAt(folder.fixes()), folder.fixesBell());
        QSignalSpy ready(m_practice.get(), &Desk::ready);
        m_fixes->start();
        m_practice->start();
        QVERIFY(ready.wait(20'000));
    }

    void open(Desk& desk, FixBoard& fixes, const QString& seat) {
        m_console = std::make_unique<Console>(ConsoleGround{.desk = desk,
                                                            .fixes = fixes,
                                                            .look = *m_look,
                                                            .translation = *m_translation,
                                                            .settings = *m_settings,
                                                            .map = nullptr,
                                                            .places = nullptr,
                                                            .name = u"–"_s,
                                                            .user = u"liwei"_s,
                                                            .size = {1366, 768}});
        m_console->open(must(Seat::parse(seat)));
    }

    std::unique_ptr<Look> m_look;
    std::unique_ptr<Translation> m_translation;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<FixBoard> m_fixes;
    std::unique_ptr<Desk> m_practice;
    IncidentId m_incident;
    QString m_drill;
    std::unique_ptr<Console> m_console;
};

QTEST_MAIN(DrillWindowsTest)
#include "drill_test.moc"
