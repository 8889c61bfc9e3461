// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A dispatcher's hand and a crew's finger, in the real windows on a real desk: drag, sign, set out, arrive,
// report, close.

#include "tests/ui/window/mouse.h"
#include "tests/ui/window/two_windows.h"
#include "ui/actions/selection.h"
#include "ui/panes/map/map_pane.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 15'000;

} // namespace

class DispatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_live = std::make_unique<LiveDesk>();
        m_incident = m_live->report(u"two cars, one person hurt"_s, 32.06, 118.55);
        QVERIFY(!m_incident.isNull());
        m_windows = std::make_unique<TwoWindows>(*m_live);
        QVERIFY(QTest::qWaitForWindowExposed(&m_windows->main));
        QVERIFY(QTest::qWaitForWindowExposed(&m_windows->field));
        m_queue = part<QAbstractItemView>(m_windows->main, u"queueTable"_s);
        m_units = part<QAbstractItemView>(m_windows->main, u"unitTable"_s);
        m_map = &m_windows->main.map().canvas();
        QVERIFY(m_queue && m_units);
        QTRY_VERIFY(!rowWith(*m_queue, u"0001"_s).isNull());
        QTRY_VERIFY(!rowWith(*m_units, u"1A12"_s).isNull());
        QTRY_COMPARE(m_map->count(ui::SymbolKind::Unit), 3);
        m_windows->main.map().showEverything();
        QTRY_VERIFY(!symbol(*m_map, ui::SymbolKind::Incident, {32.06, 118.55}).isNull());
    }

    void cleanup() {
        m_windows.reset();
        m_live.reset();
    }

    void unitInListToIncidentInList() {
        dragAndDrop(*m_units->viewport(), rowWith(*m_units, u"1A12"_s), *m_queue->viewport(),
                    rowWith(*m_queue, u"0001"_s));
        crewDoesItsPart();
    }

    void unitInListToIncidentOnMap() {
        dragAndDrop(*m_units->viewport(), rowWith(*m_units, u"1A12"_s), *m_map,
                    symbol(*m_map, ui::SymbolKind::Incident, {32.06, 118.55}));
        crewDoesItsPart();
    }

    void unitOnMapToIncidentInList() {
        dragAndDrop(*m_map, symbol(*m_map, ui::SymbolKind::Unit, {32.05, 118.54}), *m_queue->viewport(),
                    rowWith(*m_queue, u"0001"_s));
        crewDoesItsPart();
    }

    void incidentInListToUnitOnMap() {
        dragAndDrop(*m_queue->viewport(), rowWith(*m_queue, u"0001"_s), *m_map,
                    symbol(*m_map, ui::SymbolKind::Unit, {32.05, 118.54}));
        crewDoesItsPart();
    }

    void recallBeforeTheCrewSeesIt() {
        dragAndDrop(*m_units->viewport(), rowWith(*m_units, u"1A12"_s), *m_queue->viewport(),
                    rowWith(*m_queue, u"0001"_s));
        QTRY_COMPARE_WITH_TIMEOUT(m_live->ordersOf(m_incident).size(), 1, patience);
        auto* recall = part<QPushButton>(m_windows->main, u"recall"_s);
        QVERIFY(recall);
        QTest::mouseClick(recall, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_live->kinds(m_incident).contains(u"order.recalled"_s), patience);
        m_live->pass(7s);
        QVERIFY(!m_live->kinds(m_incident).contains(u"order.shown"_s));
        QVERIFY(!field<QPushButton>(u"order.sign"_s)->isVisible());
    }

    void aBusyUnitIsTakenForAReasonOnly() {
        const IncidentId other = m_live->report(u"shop alarm"_s, 32.04, 118.53);
        QVERIFY(m_live->ask(
            u"bureau",
            IssueOrder{.incident = other, .to = code<UnitId>(u"1A12"), .text = {}, .overrideReason = {}}));
        dragAndDrop(*m_units->viewport(), rowWith(*m_units, u"1A12"_s), *m_queue->viewport(),
                    rowWith(*m_queue, u"0001"_s));
        auto* queue = part<QWidget>(m_windows->main, u"queuePane"_s);
        auto* reason = part<QLineEdit>(*queue, u"promptInput"_s);
        QTRY_VERIFY(reason->isVisible());
        QVERIFY(m_live->ordersOf(m_incident).isEmpty());
        QTest::keyClicks(reason, u"a person is hurt"_s);
        QTest::keyClick(reason, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(m_live->ordersOf(m_incident).size(), 1, patience);
        QVERIFY(m_live->kinds(other).contains(u"order.cancelled"_s));
    }

private:
    template <class T>
    T* field(const QString& name) {
        return part<T>(m_windows->field, name);
    }

    /// Clicks a step of the crew's window and waits for its entry.
    void step(const QString& button, const QString& kind) {
        auto* step = field<QPushButton>(button);
        QVERIFY(step);
        QTRY_VERIFY_WITH_TIMEOUT(step->isVisible() && step->isEnabled(), patience);
        m_live->pass(20s);
        QTest::mouseClick(step, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_live->kinds(m_incident).contains(kind), patience);
    }

    void crewDoesItsPart() {
        QTRY_COMPARE_WITH_TIMEOUT(m_live->ordersOf(m_incident).size(), 1, patience);
        QTRY_COMPARE(part<QLabel>(m_windows->main, u"line.echo"_s)->text(), u"D 1A12 0001"_s);
        QVERIFY(!field<QPushButton>(u"order.sign"_s)->isVisible());
        m_live->pass(7s); // the recall window is over
        QTRY_VERIFY_WITH_TIMEOUT(m_live->kinds(m_incident).contains(u"order.shown"_s), patience);
        step(u"order.sign"_s, u"order.signed"_s);
        step(u"order.setOut"_s, u"order.under_way"_s);
        step(u"order.arrive"_s, u"order.arrived"_s);
        reportBack();
        QVERIFY(m_live->ask(
            u"bureau",
            CloseIncident{.incident = m_incident, .disposition = code<TypeCode>(u"handled"), .text = {}}));
        judgeJournal();
    }

    void reportBack() {
        QTest::mouseClick(field<QPushButton>(u"order.report"_s), Qt::LeftButton);
        auto* outcomes = field<QListWidget>(u"report.outcomes"_s);
        QTRY_COMPARE_WITH_TIMEOUT(outcomes->count(), 2, patience);
        outcomes->setCurrentRow(0);
        QTest::keyClicks(field<QPlainTextEdit>(u"report.text"_s), u"cars moved"_s);
        QTest::mouseClick(field<QPushButton>(u"report.send"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_live->kinds(m_incident).contains(u"order.reported"_s), patience);
    }

    void judgeJournal() {
        const QStringList expected{u"incident.reported"_s, u"order.issued"_s,   u"order.delivered"_s,
                                   u"order.shown"_s,       u"order.signed"_s,   u"order.under_way"_s,
                                   u"order.arrived"_s,     u"order.reported"_s, u"order.closed"_s,
                                   u"incident.closed"_s};
        QCOMPARE(m_live->kinds(m_incident), expected);
        const Order* order = m_live->situation().orders().find(m_live->ordersOf(m_incident).first());
        QCOMPARE(order->report, u"cars moved"_s);
        QCOMPARE(order->disposition.toString(), u"handled"_s);
    }

    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<TwoWindows> m_windows;
    IncidentId m_incident;
    QAbstractItemView* m_queue = nullptr;
    QAbstractItemView* m_units = nullptr;
    ui::MapCanvas* m_map = nullptr;
};

QTEST_MAIN(DispatchTest)
#include "dispatch_test.moc"
