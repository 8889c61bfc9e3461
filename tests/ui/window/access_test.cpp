// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who comes in: the sign-in, and one user after another at the same seat.

#include "tests/ui/window/signed_console.h"
#include "ui/console/idle_watch.h"
#include "ui/panes/incident/incident_form.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class AccessTest : public QObject, private SignedConsole {
    Q_OBJECT

private Q_SLOTS:
    void init() { set(); }
    void cleanup() { clear(); }

    void nobodySignsInAtADeskWithoutUsers();
    void opensTheSeatToWhoSignsIn();
    void asksWhereThereIsAChoice();
    void refusesASeatThatIsNotTheirs();
    void whoseRightsChangeWhileChoosingIsAskedAnew();
    void whoGoesAwayWhileChoosingIsAskedAnew();
    void theSameUserUnlocksByPassword();
    void anotherUserTakesTheSeatOver();
    void aSensitiveDraftStaysWithWhoTypedIt();
    void noFormStandsOnAWall();
    void theFirstUserLocksTheDesk();
    void changedRightsLockTheDesk();
    void keepsTheNameInAnotherLanguage();
    void noticesThatNobodyTouchesIt();
};

void AccessTest::nobodySignsInAtADeskWithoutUsers() {
    begin({u"bureau"_s});
    QVERIFY(!isCovered());
    QVERIFY(qobject_cast<MainWindow*>(&shown()));
    QVERIFY(part<QLabel>(u"header.seat"_s).text().contains(u"No sign-in"_s));
}

void AccessTest::opensTheSeatToWhoSignsIn() {
    addUser(u"wang", Role::Dispatcher, {u"bureau"_s});
    begin({u"bureau"_s});
    QVERIFY(isCovered());
    signIn(u"wang"_s, u"a wrong one"_s);
    QTRY_VERIFY(!complaint().isEmpty());
    const QString wrong = complaint();
    QCOMPARE(part<QLineEdit>(u"signIn.user"_s).text(), u"wang"_s);
    QVERIFY(part<QLineEdit>(u"signIn.password"_s).text().isEmpty());
    part<QLabel>(u"signIn.complaint"_s).clear();
    signIn(u"nobody"_s, password);
    QTRY_COMPARE(complaint(), wrong); // which of the two was wrong is not told
    QVERIFY(sittings().isEmpty());
    signIn(u"wang"_s, password);
    QTRY_VERIFY(!isCovered());
    QVERIFY(qobject_cast<MainWindow*>(&shown()));
    const QString seat = part<QLabel>(u"header.seat"_s).text();
    QVERIFY2(seat.contains(u"wang"_s) && seat.contains(u"Dispatcher"_s), qPrintable(seat));
    QTRY_COMPARE(sittings(), QStringList{u"seat.opened bureau wang"_s});
}

void AccessTest::asksWhereThereIsAChoice() {
    addUser(u"li", Role::Supervisor, {u"bureau"_s, u"station:*"_s});
    begin({u"bureau"_s});
    signIn(u"li"_s, password);
    auto& seats = part<QComboBox>(u"signIn.seat"_s);
    QTRY_VERIFY(seats.isVisible());
    QCOMPARE(seats.count(), 3); // and no crew's
    QCOMPARE(seats.currentText(), u"Bureau"_s);
    seats.setCurrentIndex(seats.findText(u"Jiangdong"_s, Qt::MatchContains));
    part<QPushButton>(u"signIn.enter"_s).click();
    QTRY_VERIFY(!isCovered());
    QTRY_COMPARE(sittings(), QStringList{u"seat.opened station:ST01 li"_s});
}

void AccessTest::refusesASeatThatIsNotTheirs() {
    addUser(u"wang", Role::Dispatcher, {u"bureau"_s});
    addUser(u"chen", Role::Crew, {u"field:1A12"_s});
    begin({u"bureau"_s});
    signIn(u"wang"_s, password);
    QTRY_VERIFY(!isCovered());
    lock();
    signIn(u"chen"_s, password);
    QTRY_VERIFY2(complaint().contains(u"chen"_s) && complaint().contains(u"Bureau"_s),
                 qPrintable(complaint()));
    QVERIFY(isCovered());
}

void AccessTest::whoseRightsChangeWhileChoosingIsAskedAnew() {
    addUser(u"li", Role::Supervisor, {u"bureau"_s, u"station:*"_s});
    begin({u"bureau"_s});
    signIn(u"li"_s, password);
    QTRY_VERIFY(part<QComboBox>(u"signIn.seat"_s).isVisible());
    QVERIFY(m_store->setRole(must(Login::parse(u"li")), Role::Reviewer,
                             {must(SeatRule::parse(u"bureau")), must(SeatRule::parse(u"station:*"))}));
    QTRY_VERIFY(part<QLineEdit>(u"signIn.user"_s).isVisible());
    QVERIFY(!complaint().isEmpty() && !part<QComboBox>(u"signIn.seat"_s).isVisible());
    QVERIFY(isCovered() && sittings().isEmpty());
}

void AccessTest::whoGoesAwayWhileChoosingIsAskedAnew() {
    addUser(u"li", Role::Supervisor, {u"bureau"_s, u"station:*"_s});
    startGate();
    SeatGuard guard({.gate = m_gate.get(),
                     .desk = m_live->desk(),
                     .look = *m_look,
                     .settings = *m_settings,
                     .place = {},
                     .systemUser = {},
                     .windows = [] { return QList<SeatGuard::Window>(); },
                     .choosing = 300ms});
    guard.askFor({must(Seat::parse(u"bureau"))});
    const QWidget& cover = *guard.covers().constFirst();
    auto* user = cover.findChild<QLineEdit*>(u"signIn.user"_s);
    auto* words = cover.findChild<QLineEdit*>(u"signIn.password"_s);
    const auto* seats = cover.findChild<QComboBox*>(u"signIn.seat"_s);
    user->setText(u"li"_s);
    words->setText(password);
    QTest::keyClick(words, Qt::Key_Return);
    QTRY_VERIFY(seats->isVisible());
    QTRY_VERIFY(!seats->isVisible());
    QVERIFY(user->isVisible() && words->text().isEmpty());
}

void AccessTest::theSameUserUnlocksByPassword() {
    addUser(u"wang", Role::Dispatcher, {u"bureau"_s, u"station:ST01"_s});
    begin({u"bureau"_s, u"station:ST01"_s});
    signIn(u"wang"_s, password);
    QTRY_VERIFY(!isCovered());
    const QList<QWidget*> windows = m_console->windows();
    QCOMPARE(windows.size(), 2); // one sign-in for both
    lock();
    QCOMPARE(m_console->windows().size(), 2);
    QCOMPARE(part<QLineEdit>(u"signIn.user"_s).text(), u"wang"_s);
    signIn(u"wang"_s, u"not this one"_s);
    QTRY_VERIFY(!complaint().isEmpty());
    QVERIFY(isCovered());
    signIn(u"wang"_s, password);
    QTRY_VERIFY(!isCovered());
    QCOMPARE(m_console->windows(), windows); // the same ones: nothing was made anew
    QCOMPARE(sittings().size(), 2);
}

void AccessTest::anotherUserTakesTheSeatOver() {
    addUser(u"wang", Role::Dispatcher, {u"bureau"_s});
    addUser(u"li", Role::Supervisor, {u"bureau"_s, u"station:*"_s});
    begin({u"bureau"_s});
    signIn(u"wang"_s, password);
    QTRY_VERIFY(!isCovered());
    qobject_cast<MainWindow*>(&shown())->actions().action(ActionId::NewIncident).trigger();
    narrative().setPlainText(u"the caller is still there"_s);
    lock();
    signIn(u"li"_s, password);
    QTRY_VERIFY(!isCovered());
    QVERIFY(part<QLabel>(u"header.seat"_s).text().contains(u"li"_s));
    QCOMPARE(narrative().toPlainText(), u"the caller is still there"_s);
    QTRY_COMPARE(sittings(), (QStringList{u"seat.opened bureau wang"_s, u"seat.closed bureau wang"_s,
                                          u"seat.opened bureau li"_s}));
}

void AccessTest::aSensitiveDraftStaysWithWhoTypedIt() {
    addUser(u"wang", Role::Dispatcher, {u"bureau"_s});
    addUser(u"li", Role::Administrator, {u"bureau"_s});
    begin({u"bureau"_s});
    signIn(u"wang"_s, password);
    QTRY_VERIFY(!isCovered());
    qobject_cast<MainWindow*>(&shown())->actions().action(ActionId::NewIncident).trigger();
    form().setPlace(must(GeoPoint::from(32.05, 118.55)), u"Heping Road"_s);
    form().findChild<QLineEdit*>(u"incidentType"_s)->setText(u"traffic.accident"_s);
    narrative().setPlainText(u"the witness is hidden there"_s);
    form().findChild<QWidget*>(u"callerName"_s)->setFocus();
    QTRY_VERIFY(!form().incident().isNull() && form().isUntouched());
    QVERIFY(m_live->ask(u"bureau", FlagIncident{form().incident(), IncidentFlag::Sensitive, true}));
    lock();
    signIn(u"li"_s, password);
    QTRY_VERIFY(!isCovered());
    QCOMPARE(narrative().toPlainText(), QString());
    QVERIFY(form().incident().isNull());
}

void AccessTest::noFormStandsOnAWall() {
    begin({u"bureau"_s});
    auto& actions = qobject_cast<MainWindow*>(&shown())->actions();
    actions.action(ActionId::NewIncident).trigger();
    narrative().setPlainText(u"the caller's daughter is ill"_s);
    QTRY_VERIFY(narrative().isVisible());
    actions.action(ActionId::Wall).setChecked(true);
    QVERIFY(!narrative().isVisible());
    QVERIFY(!form().findChild<QLabel*>(u"incidentState"_s)->text().isEmpty());
    actions.action(ActionId::NewIncident).trigger();
    QVERIFY(!narrative().isVisible());
    actions.action(ActionId::Wall).setChecked(false);
    QVERIFY(narrative().isVisible());
    QCOMPARE(narrative().toPlainText(), u"the caller's daughter is ill"_s);
}

void AccessTest::theFirstUserLocksTheDesk() {
    begin({u"bureau"_s});
    QVERIFY(!isCovered());
    addUser(u"wang", Role::Dispatcher, {u"bureau"_s});
    QTRY_VERIFY(isCovered());
    QVERIFY(part<QLineEdit>(u"signIn.user"_s).isVisible() && !complaint().isEmpty());
    signIn(u"wang"_s, password);
    QTRY_VERIFY(!isCovered());
    QTRY_COMPARE(sittings(), (QStringList{u"seat.opened bureau system"_s, u"seat.closed bureau system"_s,
                                          u"seat.opened bureau wang"_s}));
}

void AccessTest::changedRightsLockTheDesk() {
    addUser(u"wang", Role::Dispatcher, {u"bureau"_s});
    begin({u"bureau"_s});
    signIn(u"wang"_s, password);
    QTRY_VERIFY(!isCovered());
    QVERIFY(
        m_store->setRole(must(Login::parse(u"wang")), Role::Reviewer, {must(SeatRule::parse(u"bureau"))}));
    QTRY_VERIFY(isCovered());
    signIn(u"wang"_s, password);
    QTRY_VERIFY(!isCovered());
    QVERIFY(part<QLabel>(u"header.seat"_s).text().contains(u"Reviewer"_s));
    QVERIFY(m_store->setDisabled(must(Login::parse(u"wang")), true));
    QTRY_VERIFY(isCovered());
    part<QLabel>(u"signIn.complaint"_s).clear();
    signIn(u"wang"_s, password);
    QTRY_VERIFY(!complaint().isEmpty());
    QVERIFY(isCovered());
}

void AccessTest::keepsTheNameInAnotherLanguage() {
    addUser(u"wang", Role::Dispatcher, {u"bureau"_s});
    begin({u"bureau"_s});
    part<QLineEdit>(u"signIn.user"_s).setText(u"wang"_s);
    const QPointer<QWidget> before = &shown();
    part<QAbstractButton>(u"cover.language"_s).click();
    QTRY_VERIFY(!before);
    QCOMPARE(part<QLineEdit>(u"signIn.user"_s).text(), u"wang"_s);
    QCOMPARE(m_translation->language(), Language::Chinese);
    part<QAbstractButton>(u"cover.language"_s).click();
    QTRY_COMPARE(m_translation->language(), Language::English);
}

void AccessTest::noticesThatNobodyTouchesIt() {
    begin({u"bureau"_s});
    QCOMPARE(m_console->guard().lockAfter(), 0); // nobody to lock out
    addUser(u"wang", Role::Dispatcher, {u"bureau"_s});
    QTRY_VERIFY(m_gate->hasUsers());
    QCOMPARE(m_console->guard().lockAfter(), 10);
    m_console->guard().setLockAfter(25);
    QCOMPARE(m_settings->value(u"lock/afterMinutes"_s).toInt(), 25);
    IdleWatch watch;
    QSignalSpy idle(&watch, &IdleWatch::idle);
    QElapsedTimer since;
    since.start();
    watch.setAfter(300ms);
    QTest::keyClick(&shown(), Qt::Key_Shift);
    QVERIFY(idle.wait(5'000));
    QVERIFY(since.elapsed() >= 300);
    watch.setAfter(0ms);
    QVERIFY(!idle.wait(400));
}

QTEST_MAIN(AccessTest)
#include "access_test.moc"
