// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What keeps watch over a desk: notes on places, alarms that wait, stations that are moved from desk to desk.

#include "tests/support/live_desk.h"
#include "ui/actions/action_table.h"
#include "ui/actions/selection.h"
#include "ui/field/field_window.h"
#include "ui/map/canvas.h"
#include "ui/panes/map/map_pane.h"
#include "ui/shell/main_window.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTableWidget>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class SuperviseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_live = std::make_unique<LiveDesk>();
        m_look = std::make_unique<Look>(*qApp);
        m_settings = std::make_unique<QSettings>(m_live->file(u"console.ini"_s), QSettings::IniFormat);
        m_desk = std::make_unique<SeatDesk>(m_live->desk(), actor(u"bureau"));
        m_window = open(*m_desk);
    }
    void cleanup() {
        m_window.reset();
        m_desk.reset();
        m_look.reset();
        m_settings.reset();
        m_live.reset();
    }

    void aNoteOnAPlaceIsWrittenReadAndWithdrawn() {
        const IncidentId incident = m_live->report(u"fire"_s, 32.05, 118.55);
        QVERIFY(m_live->ask(
            u"bureau",
            IssueOrder{.incident = incident, .to = code<UnitId>(u"1A12"), .text = {}, .overrideReason = {}}));
        m_window->selection().setIncident(incident);
        m_window->actions().action(ActionId::NotesOnPlaces).trigger();
        auto* sheet = part<QWidget>(*m_window, u"premiseSheet"_s);
        QVERIFY(sheet->isVisible());
        QTest::mouseClick(part<QPushButton>(*sheet, u"premise.save"_s), Qt::LeftButton);
        auto* refusal = part<QLabel>(*sheet, u"premise.refusal"_s);
        QTRY_VERIFY(refusal->isVisible()); // no words
        part<QPlainTextEdit>(*sheet, u"premise.words"_s)->setPlainText(u"gas bottles in the cellar"_s);
        QTest::mouseClick(part<QPushButton>(*sheet, u"premise.save"_s), Qt::LeftButton);
        QTRY_COMPARE(m_live->situation().premises().size(), 1);
        const PremiseNote note = *m_live->situation().premises().begin();
        QCOMPARE(note.details.radius, limits::usualPremiseRadius);
        // at once in the incident's pane, and in the crew's brief
        const auto* known = part<QWidget>(*part<QWidget>(*m_window, u"incidentPane"_s), u"incident.known"_s);
        QTRY_VERIFY(part<QPushButton>(*known, u"premise.note.0"_s));
        auto* row = part<QPushButton>(*known, u"premise.note.0"_s);
        QTRY_VERIFY(row->isVisible());
        SeatDesk crew(m_live->desk(), actor(u"field:1A12"));
        FieldWindow car(crew, *m_look);
        car.show();
        m_live->pass(10s);
        QTRY_VERIFY(part<QLabel>(car, u"order.known"_s)->text().contains(u"gas bottles"_s));
        QTest::mouseClick(row, Qt::LeftButton);
        QCOMPARE(part<QPlainTextEdit>(*sheet, u"premise.words"_s)->toPlainText(),
                 u"gas bottles in the cellar"_s);
        part<QLineEdit>(*sheet, u"premise.reason"_s)->setText(u"taken away"_s);
        QTest::mouseClick(part<QPushButton>(*sheet, u"premise.withdraw"_s), Qt::LeftButton);
        QTRY_VERIFY(m_live->situation().premises().isEmpty());
        QTRY_VERIFY(!row->isVisible());
    }

    void aLineWritesOneWhereTheIncidentIs() {
        const IncidentId incident = m_live->report(u"fire"_s, 32.05, 118.55);
        m_window->selection().setIncident(incident);
        type(u"WN kind=hazard dog in the yard"_s);
        QTRY_COMPARE(m_live->situation().premises().size(), 1);
        type(u"提示 kind=key_site 变电站 @建设路 1 号"_s);
        QTRY_COMPARE(m_live->situation().premises().size(), 2);
        type(u"tishi kind=nonsense x @y"_s);
        QTRY_VERIFY(part<QLabel>(*m_window, u"line.error"_s)->isVisible());
        QCOMPARE(m_live->situation().premises().size(), 2);
    }

    void alarmsAreCountedOnTheTab() {
        auto* dock = part<QDockWidget>(*m_window, u"dock.alarms"_s);
        QCOMPARE(dock->windowTitle(), u"Alarms"_s);
        const IncidentId incident = m_live->report(u"fire"_s, 32.05, 118.55);
        m_live->pass(2min);
        QVERIFY(m_live->ask(u"machine:clockwork", MarkMissed{incident, {}, DeadlineKind::Dispatch}));
        QTRY_COMPARE(dock->windowTitle(), u"Alarms ● 1"_s);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->actions().action(ActionId::FocusAlarms).trigger();
        auto* table = part<QTableView>(*m_window, u"alarm.table"_s);
        QTRY_VERIFY(table->hasFocus());
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_COMPARE(dock->windowTitle(), u"Alarms"_s);
    }

    void stationsMoveToAnotherDeskAndBothAreTold() {
        for (const auto* seat : {u"bureau", u"bureau:2"})
            QVERIFY(m_live->ask(seat, OpenSeat{}));
        SeatDesk second(m_live->desk(), actor(u"bureau:2"));
        const auto other = open(second);
        m_window->actions().action(ActionId::DeskLoads).trigger();
        auto* sheet = part<QWidget>(*m_window, u"deskLoadSheet"_s);
        auto* table = part<QTableWidget>(*sheet, u"load.table"_s);
        QTRY_COMPARE(table->rowCount(), 2);
        auto* move = part<QPushButton>(*sheet, u"load.move"_s);
        QVERIFY(!move->isEnabled());
        auto* stations = part<QListWidget>(*sheet, u"load.stations"_s);
        stations->item(0)->setCheckState(Qt::Checked);
        table->selectRow(1);
        QCOMPARE(part<QComboBox>(*sheet, u"load.desk"_s)->currentData().toString(), u"bureau:2"_s);
        QVERIFY(move->isEnabled());
        QTest::mouseClick(move, Qt::LeftButton);
        const auto post = code<PostId>(u"ST01");
        QTRY_VERIFY(m_live->situation().sectors().find(post));
        QCOMPARE(m_live->situation().sectors().find(post)->desk, u"bureau:2"_s);
        auto* told = part<QWidget>(*other, u"sectorStrip"_s);
        QTRY_VERIFY(told->isVisible());
        QVERIFY(part<QLabel>(*other, u"sector.text"_s)->text().startsWith(u"Yours from now on"_s));
        QTest::mouseClick(part<QPushButton>(*other, u"sector.note"_s), Qt::LeftButton);
        QTRY_VERIFY(!told->isVisible());
        // and back again: the desk that loses it is told as well
        QVERIFY(m_live->ask(u"bureau", MoveSector{{post}, {}, u"bureau"_s}));
        QTRY_VERIFY(told->isVisible());
        QVERIFY(part<QLabel>(*other, u"sector.text"_s)->text().startsWith(u"No longer yours"_s));
        QTRY_VERIFY(table->item(0, 3)->text().contains(u"ST01"_s));
    }

    void aLineMovesStations() {
        for (const auto* seat : {u"bureau", u"bureau:2"})
            QVERIFY(m_live->ask(seat, OpenSeat{}));
        type(u"MV ST01 ST02 desk=bureau:2 \"East\""_s);
        QTRY_COMPARE(m_live->situation().sectors().size(), 2);
        QCOMPARE(m_live->situation().sectors().find(code<PostId>(u"ST02"))->name, u"East"_s);
        type(u"调席 ST01 desk=bureau:9"_s);
        QTRY_VERIFY(part<QLabel>(*m_window, u"line.error"_s)->text().contains(u"Nobody sits"_s));
    }

private:
    std::unique_ptr<MainWindow> open(SeatDesk& desk) {
        auto window = std::make_unique<MainWindow>(WindowGround{.desk = desk,
                                                                .fixes = m_live->fixes(),
                                                                .look = *m_look,
                                                                .settings = *m_settings,
                                                                .name = u"test"_s,
                                                                .size = {1600, 900},
                                                                .restore = false});
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get()))
            qWarning("a window did not show");
        return window;
    }
    template <class T>
    static T* part(const QWidget& of, const QString& name) {
        return of.findChild<T*>(name);
    }
    void type(const QString& line) {
        auto* input = part<QLineEdit>(*m_window, u"commandLine"_s);
        input->clear();
        input->setText(line);
        QTest::keyClick(input, Qt::Key_Return);
    }

    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<SeatDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(SuperviseTest)
#include "supervise_test.moc"
