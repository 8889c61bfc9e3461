// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What waits for a unit, at the desk: put there by key, menu and instead of a reason; proposed, and sent by
// one key.

#include "tests/ui/panes/pane_desk.h"
#include "ui/panes/common/row_table.h"
#include "ui/panes/units/next_strip.h"
#include "ui/panes/units/unit_model.h"
#include "ui/panes/units/unit_pane.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class StackPaneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        m_job = m_scene->report(u"collision"_s);
        m_order = m_scene->issue(m_job, u"1A12");
        m_scene->clock.advance(recallWindow);
        m_one = m_scene->report(u"noise"_s);
        m_two = m_scene->report(u"lost dog"_s);
    }

    void aKeyLetsTheIncidentInHandWait() {
        PaneDesk desk(*m_scene);
        UnitPane pane(desk.context());
        pane.show();
        QSignalSpy echoed(&pane, &UnitPane::echoed);
        desk.selection.setIncident(m_one);
        auto* table = select(pane, desk);
        QTest::keyClick(table, Qt::Key_W);
        QTRY_COMPARE(stack(desk), QList({m_one}));
        QVERIFY(echoed.constFirst().constFirst().toString().startsWith(u"SK 1A12 0002"));
        QTRY_COMPARE(cell(pane, UnitModel::IncidentColumn).data().toString(), u"0001 +1"_s);
        QVERIFY(cell(pane, UnitModel::IncidentColumn).data(Qt::ToolTipRole).toString().contains(u"0002"));
    }

    void theMenuPutsThereMovesAndTakesBack() {
        PaneDesk desk(*m_scene);
        UnitPane pane(desk.context());
        pane.show();
        desk.selection.setIncident(m_one);
        select(pane, desk);
        QVERIFY(choose(pane, u"unitMenu.stack"_s));
        QTRY_COMPARE(stack(desk), QList({m_one}));
        desk.selection.setIncident(m_two);
        select(pane, desk);
        QVERIFY(choose(pane, u"unitMenu.stack"_s));
        QTRY_COMPARE(stack(desk), QList({m_one, m_two}));
        select(pane, desk);
        QVERIFY(choose(pane, u"unitMenu.waiting.2"_s, 1)); // to the front
        QTRY_COMPARE(stack(desk), QList({m_two, m_one}));
        select(pane, desk);
        QVERIFY(
            choose(pane, u"unitMenu.waiting.1"_s, 1)); // back to the queue: the first has no "to the front"
        QTRY_COMPARE(stack(desk), QList({m_one}));
        QVERIFY(!desk.situation().incidents().find(m_two)->hold);
    }

    /// Sending a busy unit asks for a reason; letting the job wait is the other way out.
    void insteadOfAReasonItWaits() {
        PaneDesk desk(*m_scene);
        UnitPane pane(desk.context());
        pane.show();
        desk.selection.setIncident(m_one);
        select(pane, desk);
        QVERIFY(choose(pane, {}, 0, u"Send to 0002"_s));
        auto* other = child<QPushButton>(pane, u"promptOther"_s);
        QTRY_VERIFY(other->isVisible());
        QVERIFY(other->text().contains(u"1A12"));
        QTest::mouseClick(other, Qt::LeftButton);
        QTRY_COMPARE(stack(desk), QList({m_one}));
        QVERIFY(!child<QLineEdit>(pane, u"promptInput"_s)->isVisible());
        QVERIFY(desk.orders(m_one).isEmpty());
    }

    void whoComesFreeIsToldAndSentByOneKey() {
        PaneDesk desk(*m_scene);
        UnitPane pane(desk.context());
        pane.show();
        auto* strip = child<NextStrip>(pane, u"nextStrip"_s);
        QVERIFY(!strip->isVisible());
        for (const IncidentId& id : {m_one, m_two})
            QVERIFY(desk.ask(HoldIncident{id, desk.clock->now() + 20min, {}, m_car}));
        desk.clock->advance(1s);
        finish(desk);
        QTRY_VERIFY(strip->isVisible());
        QVERIFY(child<QLabel>(pane, u"next.text"_s)->text().contains(u"1A12"));
        QVERIFY(child<QLabel>(pane, u"next.text"_s)->text().contains(u"0002"));
        QVERIFY(desk.orders(m_one).isEmpty()); // told, not sent
        QCOMPARE(child<QPushButton>(pane, u"next.send"_s)->accessibleName(), u"Send 1A12 to 0002"_s);
        pane.sendNext();
        QTRY_COMPARE(desk.orders(m_one).size(), 1);
        QTRY_VERIFY(!strip->isVisible());
        QCOMPARE(stack(desk), QList({m_two}));
        pane.sendNext(); // nothing waits now
        QVERIFY(child<QLabel>(pane, u"promptComplaint"_s)->isVisible());
    }

    void whatIsProposedCanGoBackToTheQueue() {
        PaneDesk desk(*m_scene);
        UnitPane pane(desk.context());
        pane.show();
        QVERIFY(desk.ask(HoldIncident{m_one, desk.clock->now() + 20min, {}, m_car}));
        desk.clock->advance(1s);
        finish(desk);
        auto* back = child<QPushButton>(pane, u"next.takeUp"_s);
        QTRY_VERIFY(back->isVisible());
        QTest::keyClick(back, Qt::Key_Space);
        QTRY_VERIFY(!desk.situation().incidents().find(m_one)->hold);
        QTRY_VERIFY(!child<NextStrip>(pane, u"nextStrip"_s)->isVisible());
    }

    void anotherStationIsNotTold() {
        PaneDesk desk(*m_scene, u"station:ST02");
        UnitPane pane(desk.context());
        pane.show();
        QVERIFY(desk.ask(HoldIncident{m_one, desk.clock->now() + 20min, {}, m_car}));
        desk.clock->advance(1s);
        finish(desk);
        QTRY_VERIFY(isAvailable(desk.situation().units().find(m_car)->status));
        QVERIFY(!child<NextStrip>(pane, u"nextStrip"_s)->isVisible());
    }

private:
    void finish(PaneDesk& desk) {
        QVERIFY(desk.ask(AdvanceOrder{m_order, OrderStage::Reported, {}, code<TypeCode>(u"handled")},
                         u"field:1A12"));
        QVERIFY(desk.ask(AdvanceOrder{m_order, OrderStage::Closed, {}, {}}));
    }
    static QList<IncidentId> stack(const PaneDesk& desk) {
        return desk.situation().units().find(code<UnitId>(u"1A12"))->stack;
    }
    static int row(UnitPane& pane) {
        auto* model = child<RowTable>(pane, u"unitTable"_s)->model();
        for (int row = 0; row < model->rowCount(); ++row)
            if (model->index(row, UnitModel::CallsignColumn).data().toString() == u"1A12"_s)
                return row;
        return -1;
    }
    static QModelIndex cell(UnitPane& pane, int column) {
        return child<RowTable>(pane, u"unitTable"_s)->model()->index(row(pane), column);
    }
    static RowTable* select(UnitPane& pane, PaneDesk&) {
        auto* table = child<RowTable>(pane, u"unitTable"_s);
        table->setFocus();
        table->selectRow(row(pane));
        return table;
    }
    /// By name (of an action, or of a submenu and the action's place in it), else by what it says.
    static bool choose(UnitPane& pane, const QString& name, int place = 0, const QString& text = {}) {
        auto* table = child<RowTable>(pane, u"unitTable"_s);
        Q_EMIT table->customContextMenuRequested(QPoint(20, table->rowViewportPosition(row(pane)) + 2));
        auto* menu = child<QMenu>(pane, u"unitMenu"_s);
        QAction* found = nullptr;
        for (QAction* action : menu->actions()) {
            if (action->menu() && action->menu()->objectName() == name && !name.isEmpty())
                found = action->menu()->actions().value(place);
            else if (name.isEmpty() ? action->text() == text : action->objectName() == name)
                found = action;
        }
        const bool could = found && found->isEnabled();
        if (could)
            found->trigger();
        delete menu; // the next one is found by the same name
        return could;
    }

    std::unique_ptr<Scene> m_scene;
    const UnitId m_car = code<UnitId>(u"1A12");
    IncidentId m_job;
    OrderId m_order;
    IncidentId m_one;
    IncidentId m_two;
};

QTEST_MAIN(StackPaneTest)
#include "stack_test.moc"
