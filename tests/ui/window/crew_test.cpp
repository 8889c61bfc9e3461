// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a crew does of its own accord in its window: it is free once it has reported, refuses with a reason,
// asks for more units, begins an incident itself, logs on with its kit; and what the desk sees of it.

#include "tests/support/must.h"
#include "tests/ui/window/mouse.h"
#include "tests/ui/window/two_windows.h"
#include "ui/actions/selection.h"
#include "ui/panes/queue/queue_model.h"

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

class CrewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_live = std::make_unique<LiveDesk>();
        m_incident = m_live->report(u"two cars, one person hurt"_s, 32.06, 118.55);
        m_windows = std::make_unique<TwoWindows>(*m_live);
        QVERIFY(QTest::qWaitForWindowExposed(&m_windows->field));
    }
    void cleanup() {
        m_windows.reset();
        m_live.reset();
    }

    void isFreeOnceItHasReported() {
        const OrderId first = order(m_incident);
        step(first, OrderStage::Arrived);
        press(u"order.report"_s);
        auto* outcomes = field<QListWidget>(u"report.outcomes"_s);
        QTRY_COMPARE(outcomes->count(), 2);
        outcomes->setCurrentRow(0);
        QTest::keyClicks(field<QPlainTextEdit>(u"report.text"_s), u"cars moved"_s);
        press(u"report.send"_s);

        auto* told = field<QLabel>(u"wait.reported"_s);
        QTRY_VERIFY(told->isVisible());
        for (const QString& part : {u"0001"_s, u"Handled"_s, u"cars moved"_s, u"awaits closing"_s})
            QVERIFY2(told->text().contains(part), qPrintable(told->text()));
        QVERIFY(!field<QWidget>(u"order.steps"_s)->isVisible());
        press(u"wait.available"_s);
        QTRY_COMPARE(unit().status, UnitStatus::Available);
        QVERIFY(told->isVisible()); // still to be closed, whatever the crew does next

        const IncidentId next = m_live->report(u"shop alarm"_s, 32.04, 118.53);
        order(next);
        QTRY_VERIFY(field<QWidget>(u"order.steps"_s)->isVisible());
        QVERIFY(field<QLabel>(u"order.narrative"_s)->text().contains(u"shop alarm"));
        QTRY_VERIFY(field<QPushButton>(u"order.sign"_s)->isEnabled());
        QVERIFY(m_live->ask(
            u"bureau",
            AdvanceOrder{.order = first, .to = OrderStage::Closed, .text = {}, .disposition = {}}));
        QVERIFY(m_live->ask(u"bureau", refusal(m_live->ordersOf(next).constLast())));
        QTRY_VERIFY(field<QWidget>(u"wait.available"_s)->isVisible());
        QVERIFY(!told->isVisible());
    }

    void choosesAmongWhatItHasReported() {
        auto* told = field<QLabel>(u"wait.reported"_s);
        auto* next = field<QPushButton>(u"wait.nextReported"_s);
        const OrderId first = order(m_incident);
        step(first, OrderStage::Reported);
        QTRY_VERIFY(told->text().contains(u"0001"));
        QVERIFY(!next->isVisible()); // there is nothing to choose
        m_live->pass(1min);
        const OrderId second = order(m_live->report(u"shop alarm"_s, 32.04, 118.53));
        step(second, OrderStage::Reported);
        QTRY_VERIFY2(told->text().contains(u"0002"), qPrintable(told->text())); // the newest first
        QTRY_VERIFY(next->isVisible());
        press(u"wait.nextReported"_s);
        QVERIFY2(told->text().contains(u"0001"), qPrintable(told->text()));
        press(u"wait.nextReported"_s);
        QVERIFY(told->text().contains(u"0002"));
        // a window that opens later knows both
        FieldWindow later(m_windows->crew, m_windows->look);
        later.show();
        QTRY_VERIFY(part<QPushButton>(later, u"wait.nextReported"_s)->isVisible());
    }

    void listsWhatCrewsOfThisDeskComeUpon() {
        for (const QStringView unit : {u"1A14", u"2A01"})
            QVERIFY(m_live->ask(u"field:"_s + unit.toString(),
                                InitiateIncident{.unit = code<UnitId>(unit),
                                                 .details = {.text = u"a jam"_s,
                                                             .type = code<TypeCode>(u"traffic"),
                                                             .level = Level::Routine,
                                                             .place = {},
                                                             .callers = {},
                                                             .hazards = {}}}));
        press(u"wait.initiate"_s);
        auto* types = field<QListWidget>(u"own.types"_s);
        QTRY_VERIFY(types->isVisible());
        QCOMPARE(types->item(0)->data(Qt::UserRole).toString(), u"traffic"_s); // before the ready ones
        QCOMPARE(types->count(), 2);
    }

    void aWindowThatOpensLaterStillTellsWhatWasReported() {
        const OrderId given = order(m_incident);
        step(given, OrderStage::Reported);
        QVERIFY(m_live->ask(
            u"field:1A12",
            SetUnitStatus{.unit = code<UnitId>(u"1A12"), .status = UnitStatus::Available, .reason = {}}));
        FieldWindow later(m_windows->crew, m_windows->look);
        later.show();
        QTRY_VERIFY(part<QLabel>(later, u"wait.reported"_s)->isVisible());
    }

    void refusesWithAReasonOnly() {
        const OrderId given = order(m_incident);
        press(u"order.refuse"_s);
        auto* send = field<QPushButton>(u"refuse.send"_s);
        QTRY_VERIFY(send->isVisible());
        QVERIFY(!send->isEnabled());
        auto* ready = field<QListWidget>(u"refuse.ready"_s);
        const QListWidgetItem* reason = ready->item(1);
        QVERIFY(ready->visualItemRect(reason).height() >= 52);
        QTest::mouseClick(ready->viewport(), Qt::LeftButton, {}, ready->visualItemRect(reason).center());
        QTRY_VERIFY(send->isEnabled());
        press(u"refuse.send"_s);
        QTRY_COMPARE(theOrder(given).stage, OrderStage::Refused);
        QCOMPARE(theOrder(given).report, reason->text());
        QTRY_VERIFY(field<QWidget>(u"wait.available"_s)->isVisible());

        // the next order begins without the old words
        order(m_incident);
        press(u"order.refuse"_s);
        QTRY_VERIFY(send->isVisible());
        QVERIFY(field<QPlainTextEdit>(u"refuse.text"_s)->toPlainText().isEmpty());
    }

    void mayNotRefuseOnTheScene() {
        const OrderId given = order(m_incident);
        QTRY_VERIFY(field<QPushButton>(u"order.refuse"_s)->isEnabled());
        step(given, OrderStage::Arrived);
        QTRY_VERIFY(!field<QPushButton>(u"order.refuse"_s)->isEnabled());
    }

    void asksForReinforcementAndTheDeskSeesIt() {
        const OrderId given = order(m_incident);
        QTRY_VERIFY(field<QPushButton>(u"order.reinforce"_s)->isVisible());
        QVERIFY(!field<QPushButton>(u"order.reinforce"_s)->isEnabled()); // not before it has signed
        step(given, OrderStage::Arrived);
        press(u"order.reinforce"_s);
        QTRY_VERIFY(field<QPushButton>(u"reinforce.send"_s)->isVisible());
        QTest::keyClicks(field<QPlainTextEdit>(u"reinforce.text"_s), u"two men fight"_s);
        press(u"reinforce.send"_s);
        QTRY_VERIFY(field<QPushButton>(u"order.reinforce"_s)->text().contains(u"asked"));

        m_windows->main.selection().setIncident(m_incident);
        auto* header = part<QLabel>(m_windows->main, u"detailReinforcement"_s);
        QTRY_VERIFY(header->isVisible());
        QVERIFY2(header->text().contains(u"1A12") && header->text().contains(u"two men fight"),
                 qPrintable(header->text()));
        const QModelIndex row = numberCell();
        QVERIFY(row.isValid());
        QTRY_VERIFY(row.data(QueueModel::MarksRole).toString().contains(u'⊕'));
        QVERIFY(row.data(Qt::ToolTipRole).toString().contains(u"two men fight"));

        // whoever is sent answers it
        QVERIFY(m_live->ask(u"bureau", IssueOrder{.incident = m_incident,
                                                  .to = code<UnitId>(u"1A14"),
                                                  .text = {},
                                                  .overrideReason = {}}));
        QTRY_VERIFY(!header->isVisible());
        QTRY_VERIFY(!numberCell().data(QueueModel::MarksRole).toString().contains(u'⊕'));
    }

    void beginsAnIncidentWhereItIs() {
        press(u"wait.initiate"_s);
        auto* types = field<QListWidget>(u"own.types"_s);
        QTRY_VERIFY(types->isVisible());
        QVERIFY(!field<QPushButton>(u"own.send"_s)->isEnabled());
        // of those that patrols come upon this catalogue has one; its tops are beneath
        QCOMPARE(types->count(), 2);
        QCOMPARE(types->item(0)->data(Qt::UserRole).toString(), u"traffic.accident"_s);
        press(u"own.all"_s);
        QTRY_COMPARE(types->item(0)->data(Qt::UserRole).toString(), u"traffic"_s);
        QTest::mouseClick(types->viewport(), Qt::LeftButton, {},
                          types->visualItemRect(types->item(1)).center());
        QTest::keyClicks(field<QLineEdit>(u"own.place"_s), u"Linjiang Road 5"_s);
        QTest::keyClicks(field<QPlainTextEdit>(u"own.text"_s), u"a rider fell"_s);
        press(u"own.send"_s);
        QTRY_COMPARE(unit().status, UnitStatus::OnScene);
        const Order* given = m_live->situation().orders().find(unit().order.value_or(OrderId()));
        QVERIFY(given);
        const Incident& made = *m_live->situation().incidents().find(given->incident);
        QCOMPARE(made.details.type.toString(), u"traffic.accident"_s);
        QCOMPARE(made.details.level, Level::Urgent);
        QCOMPARE(made.details.text, u"a rider fell"_s);
        QCOMPARE(made.details.place.address, u"Linjiang Road 5"_s);
        const Fix* fix = m_live->fixes().latest(code<UnitId>(u"1A12"));
        QVERIFY(fix && made.details.place.at);
        QVERIFY(must(made.details.place.at) == fix->at);
        QTRY_VERIFY(field<QPushButton>(u"order.report"_s)->isVisible());
        QVERIFY(field<QPushButton>(u"order.report"_s)->isEnabled());
        QVERIFY(!field<QPushButton>(u"order.arrive"_s)->isEnabled());
        QTRY_VERIFY(numberCell(u"0002"_s).isValid()); // and the bureau has it in its queue
    }

    void logsOnWithItsKit() {
        press(u"wait.logOff"_s);
        auto* leader = field<QLineEdit>(u"logOn.crew1"_s);
        QTRY_VERIFY(leader->isVisible());
        QTest::keyClicks(leader, u"Li Wei"_s);
        for (const auto& [name, text] : {std::pair(u"logOn.vehicle"_s, u"A 0123"_s),
                                         {u"logOn.radio"_s, u"R7"_s},
                                         {u"logOn.camera"_s, u"C9"_s},
                                         {u"logOn.weapon"_s, u"W2"_s}})
            QTest::keyClicks(field<QLineEdit>(name), text);
        press(u"logOn.accept"_s);
        QTRY_COMPARE(unit().status, UnitStatus::Available);
        QCOMPARE(unit().crew, QStringList{u"Li Wei"_s});
        QCOMPARE(unit().kit, (ShiftKit{u"A 0123"_s, u"R7"_s, u"C9"_s, u"W2"_s}));
    }

private:
    template <class T>
    T* field(const QString& name) {
        return part<T>(m_windows->field, name);
    }
    void press(const QString& name) {
        auto* button = field<QPushButton>(name);
        QVERIFY(button);
        QTRY_VERIFY2(button->isVisible() && button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    const Unit& unit() const { return *m_live->situation().units().find(code<UnitId>(u"1A12")); }
    const Order& theOrder(const OrderId& id) const { return *m_live->situation().orders().find(id); }
    static AdvanceOrder refusal(const OrderId& id) {
        return {.order = id, .to = OrderStage::Refused, .text = u"by radio"_s, .disposition = {}};
    }

    /// To 1A12, past the recall.
    OrderId order(const IncidentId& incident) {
        m_live->ask(
            u"bureau",
            IssueOrder{.incident = incident, .to = code<UnitId>(u"1A12"), .text = {}, .overrideReason = {}});
        m_live->pass(7s);
        return m_live->ordersOf(incident).constLast();
    }
    void step(const OrderId& id, OrderStage stage) {
        QVERIFY(m_live->ask(u"field:1A12",
                            AdvanceOrder{.order = id, .to = stage, .text = {}, .disposition = {}}));
    }

    QModelIndex numberCell(const QString& number = u"0001"_s) {
        const QAbstractItemModel* rows = part<QAbstractItemView>(m_windows->main, u"queueTable"_s)->model();
        for (int row = 0; row < rows->rowCount(); ++row)
            if (const QModelIndex cell = rows->index(row, QueueModel::Number);
                cell.data().toString().endsWith(number))
                return cell;
        return {};
    }

    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<TwoWindows> m_windows;
    IncidentId m_incident;
};

QTEST_MAIN(CrewTest)
#include "crew_test.moc"
