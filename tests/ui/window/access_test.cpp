// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Who comes in, and what a locked desk still tells: the sign-in, the covers over a process's windows, and one
// user after another at the same seat.

#include "app/desk/user_gate.h"
#include "app/journal/sqlite_journal.h"
#include "tests/support/live_desk.h"
#include "tests/support/must.h"
#include "tests/ui/window/words_on.h"
#include "ui/actions/selection.h"
#include "ui/console/console.h"
#include "ui/console/idle_watch.h"
#include "ui/console/seat_guard.h"
#include "ui/field/field_window.h"
#include "ui/panes/incident/incident_form.h"
#include "ui/shell/main_window.h"
#include "ui/text/language.h"
#include "ui/theme/look.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString password = u"correct horse"_s;

} // namespace

class AccessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void nobodySignsInAtADeskWithoutUsers();
    void opensTheSeatToWhoSignsIn();
    void asksWhereThereIsAChoice();
    void refusesASeatThatIsNotTheirs();
    void showsAnEmergencyWhileLocked();
    void takesNoKeyWhileLocked();
    void bringsBackWhatWasTyped();
    void hidesWhatFloats();
    void nothingComesUpOverACover();
    void whatFloatsOutlivesAnotherLanguage();
    void aClosedWindowStaysClosed();
    void aLockedTerminalTellsWhatACrewMustNotMiss();
    void aRefusedCallForHelpSaysSo();
    void whoseRightsChangeWhileChoosingIsAskedAnew();
    void whoGoesAwayWhileChoosingIsAskedAnew();
    void aCrewCallsForHelpFromALockedTerminal();
    void theSameUserUnlocksByPassword();
    void anotherUserTakesTheSeatOver();
    void aSensitiveDraftStaysWithWhoTypedIt();
    void noFormStandsOnAWall();
    void theFirstUserLocksTheDesk();
    void changedRightsLockTheDesk();
    void keepsTheNameInAnotherLanguage();
    void noticesThatNobodyTouchesIt();

private:
    void addUser(QStringView login, Role role, const QStringList& seats);
    void begin(const QStringList& seats, bool withGate = true);
    [[nodiscard]] bool isCovered() const { return m_console->guard().isCovering(); }
    [[nodiscard]] QWidget& shown() const { return *m_console->windows().first(); }
    template <class Part>
    [[nodiscard]] Part& part(const QString& name) const {
        auto* found = shown().findChild<Part*>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return *found;
    }
    [[nodiscard]] QString complaint() const { return part<QLabel>(u"signIn.complaint"_s).text(); }
    void signIn(const QString& login, const QString& words);
    void lock();                              ///< by its key
    [[nodiscard]] IncidentForm& form() const; ///< for a new incident, not the one that amends
    [[nodiscard]] QPlainTextEdit& narrative() const;
    /// "seat.opened bureau wang", in their order.
    [[nodiscard]] QStringList sittings() const;

    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<Translation> m_translation;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<UserStore> m_store;
    std::unique_ptr<UserGate> m_gate;
    std::unique_ptr<Console> m_console;
};

void AccessTest::init() {
    m_live = std::make_unique<LiveDesk>();
    m_look = std::make_unique<Look>(*qApp);
    m_translation = std::make_unique<Translation>(*qApp);
    m_translation->set(Language::English);
    m_settings = std::make_unique<QSettings>(m_live->file(u"console.ini"_s), QSettings::IniFormat);
    m_store = std::move(*UserStore::open(m_live->file({}), 3s, HashCost::least()));
}

void AccessTest::cleanup() {
    m_console.reset();
    m_gate.reset();
    m_store.reset();
    m_live.reset();
}

void AccessTest::addUser(QStringView login, Role role, const QStringList& seats) {
    User user{.login = must(Login::parse(login)), .name = {}, .role = role, .seats = {}};
    for (const QString& seat : seats)
        user.seats << must(SeatRule::parse(seat));
    QVERIFY(m_store->add(user, password));
}

void AccessTest::begin(const QStringList& seats, bool withGate) {
    if (withGate) {
        m_gate =
            std::make_unique<UserGate>(m_live->file({}), std::make_shared<SystemClock>(), HashCost::least());
        m_gate->start();
        QTRY_VERIFY(m_gate->isReady());
    }
    m_console = std::make_unique<Console>(ConsoleGround{.desk = m_live->desk(),
                                                        .fixes = m_live->fixes(),
                                                        .look = *m_look,
                                                        .translation = *m_translation,
                                                        .settings = *m_settings,
                                                        .name = u"test"_s,
                                                        .user = u"system"_s,
                                                        .gate = m_gate.get(),
                                                        .size = {1366, 740}});
    QList<Seat> wanted;
    for (const QString& seat : seats)
        wanted << must(Seat::parse(seat));
    m_console->begin(wanted);
    QVERIFY(QTest::qWaitForWindowExposed(&shown()));
}

void AccessTest::signIn(const QString& login, const QString& words) {
    part<QLineEdit>(u"signIn.user"_s).setText(login);
    part<QLineEdit>(u"signIn.password"_s).setText(words);
    QTest::keyClick(&part<QLineEdit>(u"signIn.password"_s), Qt::Key_Return);
}

void AccessTest::lock() {
    shown().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&shown()));
    QTest::keyClick(&shown(), Qt::Key_F12);
    QTRY_VERIFY(isCovered());
}

IncidentForm& AccessTest::form() const {
    return *shown().findChild<QDockWidget*>(u"dock.form"_s)->findChild<IncidentForm*>();
}

QPlainTextEdit& AccessTest::narrative() const {
    return *form().findChild<QPlainTextEdit*>();
}

QStringList AccessTest::sittings() const {
    QStringList found;
    const auto journal = SqliteJournal::open(m_live->file(u"journal.db"_s));
    const auto entries = (*journal)->read(1, 10'000);
    for (const Entry& entry : *entries)
        if (entry.fact.kind.startsWith(u"seat."))
            found << entry.fact.kind + u' ' + entry.fact.seat + u' ' + entry.fact.user;
    return found;
}

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

void AccessTest::showsAnEmergencyWhileLocked() {
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

void AccessTest::takesNoKeyWhileLocked() {
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

void AccessTest::bringsBackWhatWasTyped() {
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

void AccessTest::hidesWhatFloats() {
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

void AccessTest::nothingComesUpOverACover() {
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

void AccessTest::whatFloatsOutlivesAnotherLanguage() {
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

void AccessTest::aClosedWindowStaysClosed() {
    begin({u"bureau"_s, u"station:ST01"_s});
    QWidget& closed = *m_console->windows().last();
    QVERIFY(closed.close());
    lock();
    QCOMPARE(m_console->windows().size(), 1);
    part<QPushButton>(u"signIn.enter"_s).click();
    QTRY_VERIFY(!isCovered());
    QVERIFY(!closed.isVisible() && shown().isVisible());
}

void AccessTest::aLockedTerminalTellsWhatACrewMustNotMiss() {
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

void AccessTest::aRefusedCallForHelpSaysSo() {
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
    m_gate = std::make_unique<UserGate>(m_live->file({}), std::make_shared<SystemClock>(), HashCost::least());
    m_gate->start();
    QTRY_VERIFY(m_gate->isReady());
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

void AccessTest::aCrewCallsForHelpFromALockedTerminal() {
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
