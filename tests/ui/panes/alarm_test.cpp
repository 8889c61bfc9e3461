// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/alarm_board.h"
#include "tests/support/must.h"
#include "tests/ui/panes/pane_desk.h"
#include "ui/panes/alarms/alarm_model.h"
#include "ui/panes/alarms/alarm_pane.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Alarms wait until somebody took notice.
class AlarmTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Scene> m_scene;
    IncidentId m_incident;

    static QString cell(const QAbstractItemModel& model, int row, int column) {
        return model.index(row, column).data().toString();
    }
    static void choose(AlarmPane& pane, int row) {
        child<QTableView>(pane, u"alarm.table"_s)->selectRow(row);
    }
    static void press(AlarmPane& pane, const QString& button) {
        QTest::mouseClick(child<QPushButton>(pane, button), Qt::LeftButton);
    }

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        m_incident = m_scene->report();
        m_scene->clock.advance(2min);
    }

    void groupsRepeatsInOneRow() {
        PaneDesk desk(*m_scene);
        AlarmBoard board(desk.seat());
        AlarmModel model(desk.seat(), board, desk.look);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(desk.ask(MarkMissed{m_incident, {}, DeadlineKind::Dispatch}, u"machine:clockwork"));
        QTRY_COMPARE(model.rowCount(), 1);
        QVERIFY(cell(model, 0, AlarmModel::What).startsWith(u"! Nobody sent in time: 0001"_s));
        QVERIFY(desk.ask(IssueOrder{m_incident, code<UnitId>(u"1A12"), OrderRole::Primary, {}, {}}));
        const OrderId order = desk.orders(m_incident).constFirst().id;
        desk.clock->advance(2min);
        QVERIFY(desk.ask(MarkMissed{m_incident, order, DeadlineKind::Sign}, u"machine:clockwork"));
        desk.clock->advance(2min);
        QVERIFY(desk.ask(ChaseOrder{order, {}, true}, u"machine:clockwork"));
        QTRY_COMPARE(model.rowCount(), 1); // sending somebody has answered the other
        QTRY_COMPARE(cell(model, 0, AlarmModel::Count), u"×2"_s);
        QVERIFY(desk.ask(AdvanceOrder{order, OrderStage::Signed, {}, {}}));
        QTRY_VERIFY(cell(model, 0, AlarmModel::What).startsWith(u"✓ over"_s)); // and is still told
    }

    void acknowledgesAndCounts() {
        PaneDesk desk(*m_scene);
        AlarmBoard board(desk.seat());
        AlarmPane pane(desk.context(), board);
        pane.resize(520, 400);
        pane.show();
        QVERIFY(child<QLabel>(pane, u"alarm.nothing"_s)->isVisible());
        QVERIFY(desk.ask(MarkMissed{m_incident, {}, DeadlineKind::Dispatch}, u"machine:clockwork"));
        QTRY_COMPARE(board.waiting(), 1);
        choose(pane, 0);
        press(pane, u"alarm.acknowledge"_s);
        QTRY_COMPARE(board.waiting(), 0);
        QVERIFY(desk.situation().alarmMarks(u"bureau"_s).size() == 1);
    }

    void shelvesWithAReasonAndTakesUpAgain() {
        PaneDesk desk(*m_scene);
        AlarmBoard board(desk.seat());
        AlarmPane pane(desk.context(), board);
        pane.resize(520, 400);
        pane.show();
        QVERIFY(desk.ask(MarkMissed{m_incident, {}, DeadlineKind::Dispatch}, u"machine:clockwork"));
        QTRY_COMPARE(board.waiting(), 1);
        choose(pane, 0);
        press(pane, u"alarm.shelve"_s);
        auto* refusal = child<QLabel>(pane, u"alarm.refusal"_s);
        QTRY_VERIFY(!refusal->text().isEmpty()); // why it can wait must be said
        child<QLineEdit>(pane, u"alarm.reason"_s)->setText(u"no unit before nine"_s);
        press(pane, u"alarm.shelve"_s);
        QTRY_COMPARE(board.waiting(), 0);
        QCOMPARE(board.alarms().size(), 1); // it is still there to be seen
        choose(pane, 0);
        QTRY_COMPARE(child<QPushButton>(pane, u"alarm.shelve"_s)->text(), u"Take up again"_s);
        press(pane, u"alarm.shelve"_s);
        QTRY_COMPARE(board.waiting(), 1);
    }

    void anEmergencyCannotBeShelved() {
        PaneDesk desk(*m_scene);
        AlarmBoard board(desk.seat());
        AlarmPane pane(desk.context(), board);
        pane.show();
        QVERIFY(
            desk.ask(RaiseEmergency{code<UnitId>(u"1A12"), EmergencySource::Crew, {}, {}}, u"field:1A12"));
        QTRY_COMPARE(board.waiting(), 1);
        choose(pane, 0);
        QVERIFY(!child<QPushButton>(pane, u"alarm.shelve"_s)->isEnabled());
        press(pane, u"alarm.acknowledge"_s);
        QTRY_COMPARE(board.waiting(), 0);
        QCOMPARE(must(desk.situation().units().find(code<UnitId>(u"1A12"))->emergency).acknowledgedBy,
                 u"bureau"_s);
    }

    void goesToWhatItIsAbout() {
        PaneDesk desk(*m_scene);
        AlarmBoard board(desk.seat());
        AlarmPane pane(desk.context(), board);
        pane.show();
        QVERIFY(desk.ask(MarkMissed{m_incident, {}, DeadlineKind::Dispatch}, u"machine:clockwork"));
        QTRY_COMPARE(board.waiting(), 1);
        QSignalSpy asked(&pane, &AlarmPane::incidentAsked);
        pane.focusList();
        QTest::keyClick(child<QTableView>(pane, u"alarm.table"_s), Qt::Key_V);
        QCOMPARE(asked.size(), 1);
    }
};

QTEST_MAIN(AlarmTest)
#include "alarm_test.moc"
