// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a locked desk still tells and takes, and that nothing else of it is in sight or lost beneath.

#include "tests/ui/window/signed_console.h"
#include "tests/ui/window/words_on.h"
#include "ui/actions/selection.h"
#include "ui/field/field_window.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class CoverTest : public QObject, private SignedConsole {
    Q_OBJECT

private Q_SLOTS:
    void init() { set(); }
    void cleanup() { clear(); }

    void showsAnEmergencyWhileLocked();
    void takesNoKeyWhileLocked();
    void bringsBackWhatWasTyped();
    void hidesWhatFloats();
    void nothingComesUpOverACover();
    void whatFloatsOutlivesAnotherLanguage();
    void aClosedWindowStaysClosed();
    void aLockedTerminalTellsWhatACrewMustNotMiss();
    void aRefusedCallForHelpSaysSo();
    void aCrewCallsForHelpFromALockedTerminal();
};

void CoverTest::showsAnEmergencyWhileLocked() {
    const IncidentId incident = m_live->report(u"SECRETWORDS"_s, 32.05, 118.55);
    QVERIFY(!incident.isNull());
    begin({u"bureau"_s});
    QWidget& window = shown();
    lock();
    QVERIFY(!window.isVisible() && shown().isVisible());
    QTRY_COMPARE(shown().findChildren<QWidget*>(u"emergency.1A12"_s).size(), 0);
    QVERIFY(m_live->ask(u"field:1A12", RaiseEmergency{code<UnitId>(u"1A12"), EmergencySource::Crew, {}, {}}));
    QTRY_VERIFY(shown().findChild<QWidget*>(u"emergency.1A12"_s) &&
                shown().findChild<QWidget*>(u"emergency.1A12"_s)->isVisible());
    const auto* row = shown().findChild<QWidget*>(u"emergency.1A12"_s);
    QCOMPARE(row->findChild<QLabel*>(u"emergency.who"_s)->text(), u"1A12"_s);
    for (const QPushButton* button : row->findChildren<QPushButton*>())
        QVERIFY2(!button->isVisible(), qPrintable(button->objectName()));
    for (const QString& words : wordsOn(shown()))
        for (const QString& secret : {u"SECRETWORDS"_s, u"Linjiang"_s, u"13800000000"_s, u"Accident"_s})
            QVERIFY2(!words.contains(secret), qPrintable(words));
    QVERIFY(part<QLabel>(u"cover.seat"_s).text().contains(u"Bureau"_s));
}

void CoverTest::takesNoKeyWhileLocked() {
    const IncidentId incident = m_live->report(u"collision"_s, 32.05, 118.55);
    begin({u"bureau"_s});
    qobject_cast<MainWindow*>(&shown())->selection().setIncident(incident);
    QWidget& window = shown();
    lock();
    const qint64 before = m_live->situation().seq();
    for (const Qt::Key key : {Qt::Key_N, Qt::Key_D, Qt::Key_O, Qt::Key_Z, Qt::Key_Q, Qt::Key_W})
        QTest::keyClick(&shown(), key, Qt::ControlModifier);
    for (const Qt::Key key : {Qt::Key_Slash, Qt::Key_F2, Qt::Key_F12, Qt::Key_D, Qt::Key_Escape})
        QTest::keyClick(&shown(), key);
    shown().close();
    QVERIFY(isCovered() && shown().isVisible() && !window.isVisible());
    QCOMPARE(m_live->situation().seq(), before);
    QTest::keyClick(&part<QPushButton>(u"signIn.enter"_s), Qt::Key_Space); // no users: a key is enough
    QTRY_VERIFY(!isCovered());
    QVERIFY(window.isVisible());
}

void CoverTest::bringsBackWhatWasTyped() {
    addUser(u"wang", Role::Dispatcher, {u"bureau"_s});
    begin({u"bureau"_s});
    signIn(u"wang"_s, password);
    QTRY_VERIFY(!isCovered());
    qobject_cast<MainWindow*>(&shown())->actions().action(ActionId::NewIncident).trigger();
    narrative().setPlainText(u"two cars, one man hurt"_s);
    part<QLineEdit>(u"commandLine"_s).setText(u"D 1A12"_s);
    qobject_cast<MainWindow*>(&shown())->actions().action(ActionId::LockDesk).trigger();
    QTRY_VERIFY(isCovered());
    signIn(u"wang"_s, password);
    QTRY_VERIFY(!isCovered());
    QCOMPARE(narrative().toPlainText(), u"two cars, one man hurt"_s);
    QCOMPARE(part<QLineEdit>(u"commandLine"_s).text(), u"D 1A12"_s);
}

void CoverTest::hidesWhatFloats() {
    begin({u"bureau"_s});
    auto& dock = part<QDockWidget>(u"dock.incident"_s);
    dock.setFloating(true);
    dock.show();
    qobject_cast<MainWindow*>(&shown())->actions().action(ActionId::AdjustPolicy).trigger();
    const QPointer<QWidget> sheet = shown().findChild<QWidget*>(u"policySheet"_s);
    QTRY_VERIFY(dock.isVisible() && sheet && sheet->isVisible());
    qobject_cast<MainWindow*>(&shown())->actions().action(ActionId::LockDesk).trigger();
    QTRY_VERIFY(isCovered());
    QVERIFY(!dock.isVisible() && sheet && !sheet->isVisible());
    for (const QWidget* top : QApplication::topLevelWidgets())
        QVERIFY2(!top->isVisible() || top == &shown(), qPrintable(top->objectName()));
    part<QPushButton>(u"signIn.enter"_s).click();
    QTRY_VERIFY(!isCovered());
    QVERIFY(dock.isVisible() && dock.isFloating() && sheet && sheet->isVisible());
}

void CoverTest::nothingComesUpOverACover() {
    begin({u"bureau"_s});
    auto& dock = part<QDockWidget>(u"dock.incident"_s);
    dock.setFloating(true);
    dock.hide();
    QWidget& window = shown();
    qobject_cast<MainWindow*>(&window)->actions().action(ActionId::LockDesk).trigger();
    QTRY_VERIFY(isCovered());
    dock.show(); // what was begun before the lock has ended
    QVERIFY(dock.testAttribute(Qt::WA_DontShowOnScreen));
    QTRY_VERIFY(!dock.isVisible());
    part<QPushButton>(u"signIn.enter"_s).click();
    QTRY_VERIFY(!isCovered());
    QTRY_VERIFY(dock.isVisible() && !dock.testAttribute(Qt::WA_DontShowOnScreen));
}

void CoverTest::whatFloatsOutlivesAnotherLanguage() {
    begin({u"bureau"_s});
    part<QDockWidget>(u"dock.incident"_s).setFloating(true);
    QTRY_VERIFY(part<QDockWidget>(u"dock.incident"_s).isVisible());
    qobject_cast<MainWindow*>(&shown())->actions().action(ActionId::LockDesk).trigger();
    QTRY_VERIFY(isCovered());
    const QPointer<QWidget> before = &shown();
    part<QAbstractButton>(u"cover.language"_s).click();
    QTRY_VERIFY(!before);
    const auto isAlone = [this] {
        return std::ranges::none_of(QApplication::topLevelWidgets(), [this](const QWidget* top) {
            return top->isVisible() && top != &shown();
        });
    };
    QTRY_VERIFY(isAlone());
    part<QPushButton>(u"signIn.enter"_s).click();
    QTRY_VERIFY(!isCovered());
    QTRY_VERIFY(part<QDockWidget>(u"dock.incident"_s).isVisible());
    QVERIFY(part<QDockWidget>(u"dock.incident"_s).isFloating());
    m_translation->set(Language::English);
}

void CoverTest::aClosedWindowStaysClosed() {
    begin({u"bureau"_s, u"station:ST01"_s});
    QWidget& closed = *m_console->windows().last();
    QVERIFY(closed.close());
    lock();
    QCOMPARE(m_console->windows().size(), 1);
    part<QPushButton>(u"signIn.enter"_s).click();
    QTRY_VERIFY(!isCovered());
    QVERIFY(!closed.isVisible() && shown().isVisible());
}

void CoverTest::aLockedTerminalTellsWhatACrewMustNotMiss() {
    addUser(u"chen", Role::Crew, {u"field:1A12"_s});
    const IncidentId incident = m_live->report(u"SECRETWORDS"_s, 32.05, 118.55);
    begin({u"field:1A12"_s});
    signIn(u"chen"_s, password);
    QTRY_VERIFY(!isCovered());
    part<QAbstractButton>(u"field.lock"_s).click();
    QTRY_VERIFY(isCovered());
    QVERIFY(!part<QLabel>(u"cover.order"_s).isVisible() && !part<QLabel>(u"cover.check"_s).isVisible());
    const auto unit = code<UnitId>(u"1A12");
    QVERIFY(m_live->ask(u"bureau",
                        IssueOrder{.incident = incident, .to = unit, .text = {}, .overrideReason = {}}));
    m_live->pass(recallWindow);
    QTRY_VERIFY(part<QLabel>(u"cover.order"_s).isVisible());
    for (const QString& words : wordsOn(shown()))
        QVERIFY2(!words.contains(u"SECRETWORDS"_s), qPrintable(words));
    QVERIFY(m_live->ask(u"bureau", SetTimer{.unit = unit, .every = 5min}));
    const Instant due = must(m_live->situation().units().find(unit)->timer).due;
    m_live->pass(4min + 30s);
    QTRY_VERIFY(part<QLabel>(u"cover.check"_s).isVisible());
    part<QPushButton>(u"cover.checkAnswer"_s).click();
    QTRY_VERIFY(must(m_live->situation().units().find(unit)->timer).due > due);
    QTRY_VERIFY(!part<QPushButton>(u"cover.checkAnswer"_s).isVisible());
    QVERIFY(isCovered());
}

void CoverTest::aRefusedCallForHelpSaysSo() {
    addUser(u"he", Role::Reviewer, {u"field:1A12"_s});
    begin({u"field:1A12"_s});
    signIn(u"he"_s, password);
    QTRY_VERIFY(!isCovered());
    part<QAbstractButton>(u"field.lock"_s).click();
    QTRY_VERIFY(isCovered());
    part<QPushButton>(u"cover.emergency"_s).click();
    QTRY_VERIFY(part<QLabel>(u"cover.refusal"_s).isVisible());
    QVERIFY(part<QLabel>(u"cover.refusal"_s).text().contains(u"use the radio"_s));
    QVERIFY(m_live->situation().emergencies().isEmpty());
}

void CoverTest::aCrewCallsForHelpFromALockedTerminal() {
    addUser(u"chen", Role::Crew, {u"field:1A12"_s});
    begin({u"field:1A12"_s});
    signIn(u"chen"_s, password);
    QTRY_VERIFY(!isCovered());
    QVERIFY(qobject_cast<FieldWindow*>(&shown()));
    part<QAbstractButton>(u"field.lock"_s).click();
    QTRY_VERIFY(isCovered());
    part<QPushButton>(u"cover.emergency"_s).click();
    QTRY_VERIFY(m_live->situation().emergencies().contains(code<UnitId>(u"1A12")));
    QVERIFY(isCovered());
}

QTEST_MAIN(CoverTest)
#include "cover_test.moc"
