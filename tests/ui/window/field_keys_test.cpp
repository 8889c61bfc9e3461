// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A crew's whole work by keyboard alone: what cannot be reached by Tab, or does nothing when it is pressed,
// fails here.

#include "tests/support/live_desk.h"
#include "ui/field/field_window.h"
#include "ui/theme/look.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class FieldKeysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_live = std::make_unique<LiveDesk>();
        m_look = std::make_unique<Look>(*qApp);
        m_crew = std::make_unique<SeatDesk>(m_live->desk(), actor(u"field:1A12"));
        m_window = std::make_unique<FieldWindow>(*m_crew, *m_look);
        m_window->useFixes(m_live->fixes());
        m_window->resize(460, 800);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() {
        m_window.reset();
        m_crew.reset();
        m_look.reset();
        m_live.reset();
    }

    void logsOffAndOn() {
        press(u"wait.logOff"_s);
        QTRY_COMPARE(unit().status, UnitStatus::Off);
        type(u"logOn.crew1"_s, u"Li Wei"_s);
        type(u"logOn.crew2"_s, u"Wu"_s);
        type(u"logOn.vehicle"_s, u"A 0123"_s);
        type(u"logOn.radio"_s, u"R7"_s);
        type(u"logOn.camera"_s, u"C9"_s);
        type(u"logOn.weapon"_s, u"W2"_s);
        press(u"logOn.accept"_s);
        QTRY_COMPARE(unit().status, UnitStatus::Available);
        QCOMPARE(unit().crew, (QStringList{u"Li Wei"_s, u"Wu"_s}));
        QCOMPARE(unit().kit, (ShiftKit{u"A 0123"_s, u"R7"_s, u"C9"_s, u"W2"_s}));
    }

    void tellsWhetherItIsFree() {
        press(u"wait.outOfService"_s);
        QTRY_COMPARE(unit().status, UnitStatus::OutOfService);
        press(u"wait.atStation"_s);
        QTRY_COMPARE(unit().status, UnitStatus::AvailableAtStation);
        press(u"wait.available"_s);
        QTRY_COMPARE(unit().status, UnitStatus::Available);
    }

    void anOrderFromSigningToTheReport() {
        const OrderId given = order(m_live->report(u"two cars"_s, 32.06, 118.55));
        press(u"order.sign"_s);
        QTRY_COMPARE(stage(given), OrderStage::Signed);
        press(u"order.setOut"_s);
        QTRY_COMPARE(stage(given), OrderStage::UnderWay);
        press(u"order.arrive"_s);
        QTRY_COMPARE(stage(given), OrderStage::Arrived);
        press(u"order.reinforce"_s);
        pick(u"reinforce.ready"_s);
        press(u"reinforce.send"_s);
        QTRY_VERIFY(incidentOf(given).reinforcement.has_value());
        press(u"order.report"_s);
        go(u"report.outcomes"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        type(u"report.text"_s, u"cars moved"_s);
        press(u"report.send"_s);
        QTRY_COMPARE(stage(given), OrderStage::Reported);
        QCOMPARE(theOrder(given).report, u"cars moved"_s);
        QVERIFY(!theOrder(given).disposition.isNull());
        press(u"wait.available"_s);
        QTRY_COMPARE(unit().status, UnitStatus::Available);
    }

    void refusesInReadyWords() {
        const OrderId given = order(m_live->report(u"two cars"_s, 32.06, 118.55));
        press(u"order.refuse"_s);
        pick(u"refuse.ready"_s);
        press(u"refuse.send"_s);
        QTRY_COMPARE(stage(given), OrderStage::Refused);
        QVERIFY(!theOrder(given).report.isEmpty());
    }

    void goesBackFromEveryPage() {
        const OrderId given = order(m_live->report(u"two cars"_s, 32.06, 118.55));
        press(u"order.refuse"_s);
        press(u"refuse.back"_s);
        QVERIFY(m_live->ask(
            u"field:1A12",
            AdvanceOrder{.order = given, .to = OrderStage::Arrived, .text = {}, .disposition = {}}));
        press(u"order.report"_s);
        press(u"report.back"_s);
        press(u"order.reinforce"_s);
        press(u"reinforce.back"_s);
        press(u"field.messages"_s);
        press(u"messages.back"_s);
        QTRY_VERIFY(part(u"order.steps"_s)->isVisible());
    }

    void beginsAnIncidentOfItsOwn() {
        press(u"wait.initiate"_s);
        press(u"own.all"_s);
        go(u"own.types"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Home);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        press(u"own.here"_s); // off, and
        press(u"own.here"_s); // on again
        type(u"own.place"_s, u"Linjiang Road 5"_s);
        type(u"own.text"_s, u"a rider fell"_s);
        press(u"own.send"_s);
        QTRY_COMPARE(unit().status, UnitStatus::OnScene);
        QCOMPARE(incidentOf(unit().order.value_or(OrderId())).details.text, u"a rider fell"_s);
    }

    void writesToStationBureauAndRoom() {
        const OrderId given = order(m_live->report(u"two cars"_s, 32.06, 118.55));
        press(u"order.sign"_s);
        QTRY_COMPARE(stage(given), OrderStage::Signed);
        QVERIFY(m_live->ask(u"bureau", SendMessage{.to = {},
                                                   .text = u"north gate"_s,
                                                   .incident = theOrder(given).incident,
                                                   .kind = MessageKind::Room}));
        press(u"field.messageAcknowledge"_s);
        QTRY_COMPARE(last().stages.value(u"field:1A12"_s), MessageStage::Acknowledged);
        press(u"field.messages"_s);
        turnTo(u"messages.toRoom"_s);
        press(u"messages.onTheWay"_s);
        QTRY_COMPARE(last().from, u"field:1A12"_s);
        QCOMPARE(last().kind, MessageKind::Room);
        turnTo(u"messages.toStation"_s);
        type(u"messages.words"_s, u"we need a tow"_s);
        press(u"messages.send"_s);
        QTRY_COMPARE(last().text, u"we need a tow"_s);
        QCOMPARE(last().kind, MessageKind::Message);
        QCOMPARE(last().to, QList<Addressee>({unit().definition.post}));
    }

    void callsForHelpAndAnswersTheCheck() {
        QVERIFY(m_live->ask(u"bureau", SetTimer{code<UnitId>(u"1A12"), 1min}));
        m_live->pass(50s);
        press(u"field.checkAnswer"_s);
        QTRY_VERIFY(unit().timer && unit().timer->due > m_crew->now() + 30s);
        press(u"field.emergency"_s);
        QTRY_COMPARE(unit().status, UnitStatus::Emergency);
    }

    void theHeadsButtonsToo() {
        QSignalSpy night(m_window.get(), &FieldWindow::nightToggled);
        QSignalSpy language(m_window.get(), &FieldWindow::languageToggled);
        QSignalSpy lock(m_window.get(), &FieldWindow::lockAsked);
        press(u"field.night"_s);
        press(u"field.language"_s);
        press(u"field.lock"_s);
        QTest::keyClick(m_window.get(), Qt::Key_F12);
        QCOMPARE(night.size(), 1);
        QCOMPARE(language.size(), 1);
        QTRY_COMPARE(lock.size(), 2); // a shortcut shows the button going down first
    }

private:
    QWidget* part(const QString& name) { return m_window->findChild<QWidget*>(name); }

    /// By Tab alone.
    void go(const QString& name) {
        const auto wanted = [&] {
            const QWidget* now = QApplication::focusWidget();
            return now && now->isVisible() && now->objectName() == name;
        };
        QTRY_VERIFY2(part(name) && part(name)->isVisible() && part(name)->isEnabled(), qPrintable(name));
        constexpr int most = 60;
        for (int tabs = 0; tabs < most && !wanted(); ++tabs) {
            QWidget* now = QApplication::focusWidget();
            QTest::keyClick(now ? now : static_cast<QWidget*>(m_window.get()), Qt::Key_Tab);
        }
        QVERIFY2(wanted(), qPrintable(name + u" is not reached by Tab"_s));
    }
    void press(const QString& name) {
        go(name);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    }
    void type(const QString& name, const QString& words) {
        go(name);
        QTest::keyClicks(QApplication::focusWidget(), words);
    }
    /// Of buttons one of which is down, Tab reaches one; arrows go on to the others and press them.
    void turnTo(const QString& name) {
        const QStringList group{u"messages.toStation"_s, u"messages.toBureau"_s, u"messages.toRoom"_s};
        const auto now = [] {
            const QWidget* has = QApplication::focusWidget();
            return has ? has->objectName() : QString();
        };
        constexpr int most = 60;
        for (int tabs = 0; tabs < most && !group.contains(now()); ++tabs)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        for (const Qt::Key arrow : {Qt::Key_Right, Qt::Key_Left})
            for (qsizetype turns = 0; turns < group.size() && now() != name; ++turns)
                QTest::keyClick(QApplication::focusWidget(), arrow);
        QCOMPARE(now(), name);
        QVERIFY(qobject_cast<QPushButton*>(part(name))->isChecked());
    }
    /// The second of the ready words.
    void pick(const QString& name) {
        go(name);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Home);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }

    OrderId order(const IncidentId& incident) {
        m_live->ask(
            u"bureau",
            IssueOrder{.incident = incident, .to = code<UnitId>(u"1A12"), .text = {}, .overrideReason = {}});
        m_live->pass(7s);
        return m_live->ordersOf(incident).constLast();
    }
    const Unit& unit() const { return *m_live->situation().units().find(code<UnitId>(u"1A12")); }
    const Order& theOrder(const OrderId& id) const { return *m_live->situation().orders().find(id); }
    OrderStage stage(const OrderId& id) const { return theOrder(id).stage; }
    const Incident& incidentOf(const OrderId& id) const {
        return *m_live->situation().incidents().find(theOrder(id).incident);
    }
    Message last() const {
        Message newest;
        for (const Message& each : m_live->situation().messages())
            if (newest.id.isNull() || std::pair(newest.sentAt, newest.id) < std::pair(each.sentAt, each.id))
                newest = each;
        return newest;
    }

    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<SeatDesk> m_crew;
    std::unique_ptr<FieldWindow> m_window;
};

QTEST_MAIN(FieldKeysTest)
#include "field_keys_test.moc"
