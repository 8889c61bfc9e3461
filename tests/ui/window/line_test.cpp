// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The command line in the real window, in three languages: an order is given, an error stays with its text,
// candidates are offered, the history goes back, and a click writes its line.

#include "tests/support/live_desk.h"
#include "tests/ui/window/mouse.h"
#include "ui/actions/action_table.h"
#include "ui/actions/echo.h"
#include "ui/actions/selection.h"
#include "ui/panes/line/line_pane.h"
#include "ui/shell/main_window.h"
#include "ui/theme/look.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QFile>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QTest>
#include <QTreeWidget>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

class LineTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_live = std::make_unique<LiveDesk>();
        m_incident = m_live->report(u"two cars, one person hurt"_s, 32.06, 118.55);
        QVERIFY(!m_incident.isNull());
        m_look = std::make_unique<Look>(*qApp);
        m_settings = std::make_unique<QSettings>(m_live->file(u"console.ini"_s), QSettings::IniFormat);
        m_seat = std::make_unique<SeatDesk>(m_live->desk(), actor(u"bureau"));
        openWindow();
    }

    void cleanup() {
        m_window.reset();
        m_seat.reset();
        m_live.reset();
    }

    void keepsWhatWasProposedWithAnOrder() {
        m_window->selection().setIncident(m_incident);
        const auto* proposed = m_window->findChild<QAbstractItemView*>(u"adviceTable"_s);
        QVERIFY(proposed);
        QTRY_VERIFY(proposed->model()->rowCount() > 0);
        const int rows = proposed->model()->rowCount();
        type(u"d 1a12 0001"_s);
        QTRY_COMPARE(m_live->ordersOf(m_incident).size(), 1);
        const QFuture<QList<Entry>> history = m_live->desk().history(m_incident);
        QTRY_VERIFY(history.isFinished());
        QList<ShownPick> shown;
        const QList<Entry> entries = history.result();
        for (const Entry& entry : entries)
            if (const auto fact = decode(entry.fact); fact.has_value())
                if (const auto* issued = std::get_if<OrderIssued>(&fact.value()))
                    shown = issued->shown;
        QCOMPARE(shown.size(), rows);
    }

    void dispatchesInThreeLanguages_data() {
        QTest::addColumn<QString>("typed");
        QTest::newRow("English") << u"d 1a12 0001 go"_s;
        QTest::newRow("Chinese") << u"派 1A12 0001 go"_s;
        QTest::newRow("Chinese, joined and wide") << u"派１Ａ１２　１ go"_s;
        QTest::newRow("pinyin") << u"pai 1A12 1 go"_s;
    }

    void dispatchesInThreeLanguages() {
        QFETCH(QString, typed);
        type(typed);
        QTRY_COMPARE(m_live->ordersOf(m_incident).size(), 1);
        const Order& order = *m_live->situation().orders().find(m_live->ordersOf(m_incident).first());
        QCOMPARE(order.text, u"go"_s);
        QCOMPARE(order.to, Addressee(code<UnitId>(u"1A12")));
        QCOMPARE(m_edit->text(), QString());
        QCOMPARE(part<QLabel>(*m_window, u"line.echo"_s)->text(), u"D 1A12 0001 go"_s);
        QVERIFY(!m_error->isVisible());
    }

    void keepsWhatIsWrong() {
        type(u"D 9Z 0001 go"_s);
        QCOMPARE(m_edit->text(), u"D 9Z 0001 go"_s);
        QVERIFY(m_error->isVisible());
        QVERIFY(m_error->text().contains(u"9Z"_s));
        QCOMPARE(m_edit->selectedText(), u"9Z"_s);
        // a busy unit wants a reason, and the line says where
        QVERIFY(m_live->ask(u"bureau", IssueOrder{.incident = m_incident,
                                                  .to = code<UnitId>(u"1A12"),
                                                  .text = {},
                                                  .overrideReason = {}}));
        const IncidentId other = m_live->report(u"theft"_s, 32.07, 118.55);
        QVERIFY(!other.isNull());
        type(u"D 1A12 0002"_s);
        QTRY_VERIFY(m_error->text().contains(u"why="_s));
        QCOMPARE(m_edit->text(), u"D 1A12 0002"_s);
        type(u"D 1A12 0002 why=closest"_s);
        QTRY_COMPARE(m_live->ordersOf(other).size(), 1);
    }

    void completes() {
        QTest::keyClicks(m_edit, u"D 1"_s);
        auto* candidates = part<QTreeWidget>(*m_window, u"lineCandidates"_s);
        QVERIFY(candidates && candidates->isVisible());
        QCOMPARE(candidates->topLevelItemCount(), 2);
        QVERIFY(!candidates->topLevelItem(0)->text(1).isEmpty());
        QTest::keyClick(m_edit, Qt::Key_Tab);
        QCOMPARE(m_edit->text(), u"D 1A12 "_s);
        QTest::keyClick(m_edit, Qt::Key_Tab);
        QCOMPARE(m_edit->text(), u"D 1A14 "_s);
        QTest::keyClick(m_edit, Qt::Key_Backtab);
        QCOMPARE(m_edit->text(), u"D 1A12 "_s);
        QTest::keyClicks(m_edit, u"000"_s);
        QTest::keyClick(m_edit, Qt::Key_Tab);
        QCOMPARE(m_edit->text(), u"D 1A12 0001 "_s);
        QTest::keyClick(m_edit, Qt::Key_Escape);
        QVERIFY(!candidates->isVisible());
        QTest::keyClick(m_edit, Qt::Key_Return);
        QTRY_COMPARE(m_live->ordersOf(m_incident).size(), 1);
    }

    void goesBackInHistory() {
        type(u"N 0001 one"_s);
        type(u"N 0001 two"_s);
        QTest::keyClicks(m_edit, u"N 00"_s);
        QTest::keyClick(m_edit, Qt::Key_Up);
        QCOMPARE(m_edit->text(), u"N 0001 two"_s);
        QTest::keyClick(m_edit, Qt::Key_Up);
        QCOMPARE(m_edit->text(), u"N 0001 one"_s);
        QTest::keyClick(m_edit, Qt::Key_Down);
        QTest::keyClick(m_edit, Qt::Key_Down);
        QCOMPARE(m_edit->text(), u"N 00"_s); // what was being typed
        openWindow();                        // and kept from one window to the next
        QTest::keyClick(m_edit, Qt::Key_Up);
        QCOMPARE(m_edit->text(), u"N 0001 two"_s);
    }

    void keepsAHistoryForEachUser() {
        type(u"N 0001 mine"_s);
        Actor other = m_seat->actor();
        other.user = u"li"_s;
        m_seat->setActor(other);
        openWindow();
        QTest::keyClick(m_edit, Qt::Key_Up);
        QCOMPARE(m_edit->text(), QString());
    }

    void keepsNothingThatIsProtected() {
        auto* pane = m_window->findChild<LinePane*>();
        const auto* echo = part<QLabel>(*m_window, u"line.echo"_s);
        IncidentDetails details;
        details.type = code<TypeCode>(u"traffic.accident");
        details.place.address = u"Heping Road"_s;
        const QString plain =
            echoLine(ReportIncident{.source = {u"phone"_s, {}}, .details = details}, *m_seat);
        details.callers = {{u"Zhao"_s, u"13912345678"_s}};
        const QString called =
            echoLine(ReportIncident{.source = {u"phone"_s, {}}, .details = details}, *m_seat);
        QVERIFY2(called.contains(u"13912345678"_s) && !plain.isEmpty(), qPrintable(called));
        pane->echo(plain);
        pane->echo(called);
        QCOMPARE(echo->text(), called);
        type(u"N 0001 before"_s);
        QVERIFY(m_live->ask(u"bureau", FlagIncident{m_incident, IncidentFlag::Sensitive, true}));
        type(u"N 0001 behind"_s);
        QVERIFY(!m_error->isVisible());
        QTest::keyClick(m_edit, Qt::Key_Up);
        QCOMPARE(m_edit->text(), plain);
        m_settings->sync();
        QFile kept(m_settings->fileName());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        const QByteArray all = kept.readAll();
        QVERIFY(all.contains("Heping Road"));
        QVERIFY(!all.contains("13912345678") && !all.contains("behind"));
    }

    void aWallShowsNoEcho() {
        type(u"N 0001 said"_s);
        const auto* echo = part<QLabel>(*m_window, u"line.echo"_s);
        QTRY_COMPARE(echo->text(), u"N 0001 said"_s);
        m_seat->setWall(true);
        QVERIFY(echo->text().isEmpty() && echo->toolTip().isEmpty());
        type(u"N 0001 again"_s);
        QTRY_COMPARE(m_live->situation().incidents().find(m_incident)->notes.size(), 2);
        QVERIFY(echo->text().isEmpty());
    }

    void leavesTheKeysToAnInputMethod() {
        QInputMethodEvent composing(u"pai"_s, {});
        QApplication::sendEvent(m_edit, &composing);
        QTest::keyClick(m_edit, Qt::Key_Tab);
        QTest::keyClick(m_edit, Qt::Key_Up);
        QCOMPARE(m_edit->text(), QString());
        QInputMethodEvent done;
        done.setCommitString(u"派"_s);
        m_edit->setFocus();
        QApplication::sendEvent(m_edit, &done);
        QCOMPARE(m_edit->text(), u"派"_s);
    }

    void rowKeyBeginsTheLine() {
        m_window->selection().setIncident(m_incident);
        m_window->selection().setUnits({});
        auto* queue = part<QWidget>(*m_window, u"queueTable"_s);
        queue->setFocus();
        QTest::keyClick(queue, Qt::Key_D);
        QTRY_COMPARE(m_edit->text(), u"D  0001"_s);
        QVERIFY(m_edit->hasFocus());
        QTest::keyClicks(m_edit, u"2A01"_s);
        QTest::keyClick(m_edit, Qt::Key_Return);
        QTRY_COMPARE(m_live->ordersOf(m_incident).size(), 1);
    }

private:
    void openWindow() {
        m_window.reset();
        m_window = std::make_unique<MainWindow>(WindowGround{.desk = *m_seat,
                                                             .fixes = m_live->fixes(),
                                                             .look = *m_look,
                                                             .settings = *m_settings,
                                                             .name = u"test"_s,
                                                             .size = QSize(1400, 900),
                                                             .restore = false});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        m_window->actions().action(ActionId::FocusLine).trigger();
        m_edit = part<QLineEdit>(*m_window, u"commandLine"_s);
        m_error = part<QLabel>(*m_window, u"line.error"_s);
        QVERIFY(m_edit && m_error);
        QTRY_VERIFY(m_edit->hasFocus());
    }

    void type(const QString& line) {
        m_edit->setText(line); // as an input method commits it
        QTest::keyClick(m_edit, Qt::Key_Return);
    }

    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<SeatDesk> m_seat;
    std::unique_ptr<MainWindow> m_window;
    QLineEdit* m_edit = nullptr;
    QLabel* m_error = nullptr;
    IncidentId m_incident;
};

QTEST_MAIN(LineTest)
#include "line_test.moc"
