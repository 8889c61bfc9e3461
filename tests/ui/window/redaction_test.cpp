// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a seat may not read stands nowhere on its window: an incident whose every text is a mark is looked for
// in all that can be read or heard, in every list and list of candidates, with the incident in hand.

#include "app/domain/brief.h"
#include "tests/support/live_desk.h"
#include "tests/ui/window/words_on.h"
#include "ui/actions/echo.h"
#include "ui/actions/selection.h"
#include "ui/field/field_window.h"
#include "ui/map/canvas.h"
#include "ui/panes/map/map_pane.h"
#include "ui/panes/queue/queue_model.h"
#include "ui/shell/main_window.h"
#include "ui/text/brief.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class RedactionWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theBureauReadsEverythingOfAPlainOne();
    void aConfidentialCallerStandsNowhereBelow_data();
    void aConfidentialCallerStandsNowhereBelow();
    void aSensitiveOneIsOpenedWithAReason();
    void aSensitiveOneMarkedInHandStaysOpenWithATrace();
    void whatNobodyReadsIsNoLook_data();
    void whatNobodyReadsIsNoLook();
    void anAdministratorOpensNone();
    void aWallShowsADotAndAGreyRow();
    void aStationThatWasNotSentSeesNothing();

private:
    void open(QStringView seat, Role role = Role::Anybody);
    void mark(IncidentFlag flag);
    [[nodiscard]] MainWindow& mainWindow() const { return *qobject_cast<MainWindow*>(m_window.get()); }
    /// Takes it in hand, points at it, searches for it and names it in a line; all that can be read then.
    [[nodiscard]] QString everything();
    [[nodiscard]] bool isAnywhere(const QString& mark) {
        return everything().contains(mark, Qt::CaseInsensitive);
    }

    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<SeatDesk> m_seat;
    std::unique_ptr<QWidget> m_window;
    IncidentId m_incident;
};

void RedactionWindowTest::init() {
    m_live = std::make_unique<LiveDesk>();
    m_look = std::make_unique<Look>(*qApp);
    m_settings = std::make_unique<QSettings>(m_live->file(u"console.ini"_s), QSettings::IniFormat);
    m_incident = m_live->report({.text = u"XTEXT"_s,
                                 .type = code<TypeCode>(u"traffic.accident"),
                                 .level = Level::Urgent,
                                 .place = {.at = GeoPoint::from(32.05, 118.55), .address = u"XPLACE"_s},
                                 .callers = {{.name = u"XCALLER"_s, .phone = u"XPHONE"_s}},
                                 .hazards = {.injured = true}});
    QVERIFY(m_live->ask(u"bureau", AddNote{m_incident, u"XNOTE"_s}));
    QVERIFY(m_live->ask(u"bureau", TagIncident{m_incident, {u"XTAG"_s}}));
    QVERIFY(m_live->ask(
        u"bureau",
        IssueOrder{.incident = m_incident, .to = code<UnitId>(u"2A01"), .text = {}, .overrideReason = {}}));
    QVERIFY(m_live->ask(u"bureau", DefinePost{{.id = code<PostId>(u"HQ"),
                                               .tier = Tier::Bureau,
                                               .name = {u"指挥中心"_s, u"Command centre"_s},
                                               .at = {},
                                               .area = {}}}));
    QVERIFY(m_live->ask(u"field:2A01", SendMessage{{code<PostId>(u"HQ")}, u"XMESSAGE"_s, m_incident}));
    QVERIFY(m_live->ask(u"bureau", SendMessage{.to = {code<UnitId>(u"2A01")},
                                               .text = u"XSTANDING"_s,
                                               .incident = m_incident,
                                               .kind = MessageKind::StatusNote,
                                               .expiresAt = m_live->desk().clock().now() + 2h}));
    m_live->pass(recallWindow);
}

void RedactionWindowTest::cleanup() {
    m_window.reset();
    m_seat.reset();
    m_live.reset();
}

void RedactionWindowTest::open(QStringView seat, Role role) {
    Actor who = actor(seat);
    who.role = role;
    m_window.reset();
    m_seat = std::make_unique<SeatDesk>(m_live->desk(), who);
    if (who.seat.tier == Tier::Field)
        m_window = std::make_unique<FieldWindow>(*m_seat, *m_look);
    else
        m_window = std::make_unique<MainWindow>(WindowGround{.desk = *m_seat,
                                                             .fixes = m_live->fixes(),
                                                             .look = *m_look,
                                                             .settings = *m_settings,
                                                             .name = u"test"_s,
                                                             .size = QSize(1400, 900),
                                                             .restore = false});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void RedactionWindowTest::mark(IncidentFlag flag) {
    QVERIFY(m_live->ask(u"bureau", FlagIncident{m_incident, flag, true}));
}

QString RedactionWindowTest::everything() {
    QStringList words = wordsOn(*m_window);
    if (!qobject_cast<MainWindow*>(m_window.get()))
        return words.join(u'\n');
    mainWindow().selection().setIncident(m_incident);
    (void)m_seat->history(m_incident).result(); // the pane's own has come by then
    QCoreApplication::processEvents();
    words << wordsOn(*m_window);
    ui::MapCanvas& canvas = mainWindow().map().canvas();
    canvas.setFocus();
    for (int i = 0; i < 12; ++i) { // from thing to thing, as the keys do
        QTest::keyClick(&canvas, Qt::Key_I);
        words << canvas.accessibleDescription() << wordsOn(*m_window);
    }
    auto* line = m_window->findChild<QLineEdit*>(u"commandLine"_s);
    for (const QString& typed : {u"N 0"_s, u"D 2A01 0"_s, u"D 2"_s, u"RF 0"_s, u"RD "_s}) {
        line->clear();
        QTest::keyClicks(line, typed);
        words << wordsOn(*m_window);
    }
    line->clear();
    mainWindow().actions().action(ActionId::HandOver).trigger();
    words << wordsOn(*m_window); // the brief is in the sheet
    auto* sheet = m_window->findChild<QDialog*>(u"handoverSheet"_s);
    words << wordsOn(*sheet);
    delete sheet;
    return words.join(u'\n');
}

void RedactionWindowTest::theBureauReadsEverythingOfAPlainOne() {
    open(u"bureau");
    const QString all = everything();
    for (const QString& each :
         {u"XTEXT"_s, u"XPLACE"_s, u"XCALLER"_s, u"XPHONE"_s, u"XNOTE"_s, u"XMESSAGE"_s, u"XSTANDING"_s})
        QVERIFY2(all.contains(each), qPrintable(each)); // else the search finds nothing anywhere
}

void RedactionWindowTest::aConfidentialCallerStandsNowhereBelow_data() {
    QTest::addColumn<QString>("seat");
    QTest::addColumn<Role>("role");
    QTest::addColumn<bool>("knows");
    QTest::newRow("bureau") << u"bureau"_s << Role::Dispatcher << true;
    QTest::newRow("reviewer") << u"bureau"_s << Role::Reviewer << false;
    QTest::newRow("station of the area") << u"station:ST01"_s << Role::DutyOfficer << false;
    QTest::newRow("station of the crew") << u"station:ST02"_s << Role::Anybody << false;
    QTest::newRow("crew") << u"field:2A01"_s << Role::Crew << false;
}
void RedactionWindowTest::aConfidentialCallerStandsNowhereBelow() {
    QFETCH(QString, seat);
    QFETCH(Role, role);
    QFETCH(bool, knows);
    mark(IncidentFlag::ConfidentialCaller);
    open(seat, role);
    const QString all = everything();
    QCOMPARE(all.contains(u"XCALLER"_s), knows);
    QCOMPARE(all.contains(u"XPHONE"_s), knows);
    QVERIFY(all.contains(u"XTEXT"_s));
}

void RedactionWindowTest::aSensitiveOneIsOpenedWithAReason() {
    mark(IncidentFlag::Sensitive);
    open(u"bureau", Role::Dispatcher);
    QString all = everything();
    for (const QString& each :
         {u"XTEXT"_s, u"XCALLER"_s, u"XPHONE"_s, u"XNOTE"_s, u"XMESSAGE"_s, u"XSTANDING"_s})
        QVERIFY2(!all.contains(each), qPrintable(each));
    QVERIFY(all.contains(u"XPLACE"_s)); // somebody has to be sent there
    auto* veil = m_window->findChild<QPushButton*>(u"veil.open"_s);
    QVERIFY(veil && veil->isVisible());
    veil->click();
    auto* pane = m_window->findChild<QWidget*>(u"incidentPane"_s);
    auto* answer = pane->findChild<QLineEdit*>(u"promptInput"_s);
    QVERIFY(answer->isVisible());
    QCOMPARE(answer->property("question").toString(), u"look.sensitive"_s);
    QTest::keyClick(answer, Qt::Key_Return); // a reason must be given
    QVERIFY(veil->isVisible());
    const qint64 before = m_live->situation().seq();
    QTest::keyClicks(answer, u"asked by the judge"_s);
    QTest::keyClick(answer, Qt::Key_Return);
    QTRY_VERIFY(!veil->isVisible());
    QCOMPARE(m_live->situation().seq(), before + 1); // on record
    all = everything();
    QVERIFY(all.contains(u"XTEXT"_s) && all.contains(u"XMESSAGE"_s) && all.contains(u"XSTANDING"_s));
    const QString brief = text::brief(briefOf(*m_seat), m_live->situation());
    QVERIFY(!brief.isEmpty() && !brief.contains(u"XSTANDING"_s) && !brief.contains(u"XTEXT"_s)); // it is kept
    m_seat->setActor(actor(u"bureau")); // the next one has opened nothing
    mainWindow().selection().setIncident({});
    QVERIFY(!isAnywhere(u"XTEXT"_s));
}

void RedactionWindowTest::aSensitiveOneMarkedInHandStaysOpenWithATrace() {
    open(u"bureau", Role::Dispatcher);
    QVERIFY(isAnywhere(u"XTEXT"_s));
    const qint64 before = m_live->situation().seq();
    mark(IncidentFlag::Sensitive);
    QTRY_COMPARE(m_live->situation().seq(), before + 2); // the mark, and the look
    QTRY_VERIFY(!m_window->findChild<QPushButton*>(u"veil.open"_s)->isVisible());
    QVERIFY(isAnywhere(u"XTEXT"_s));
}

void RedactionWindowTest::whatNobodyReadsIsNoLook_data() {
    QTest::addColumn<Role>("role");
    QTest::addColumn<bool>("behind");
    QTest::newRow("behind the form") << Role::Dispatcher << true;
    QTest::newRow("one who may not open it") << Role::Administrator << false;
}
void RedactionWindowTest::whatNobodyReadsIsNoLook() {
    QFETCH(Role, role);
    QFETCH(bool, behind);
    open(u"bureau", role);
    mainWindow().selection().setIncident(m_incident);
    QCoreApplication::processEvents();
    if (behind)
        mainWindow().actions().action(ActionId::NewIncident).trigger();
    QTRY_COMPARE(m_window->findChild<QWidget*>(u"incidentPane"_s)->visibleRegion().isEmpty(), behind);
    const qint64 before = m_live->situation().seq();
    mark(IncidentFlag::Sensitive);
    QVERIFY(
        m_live->ask(u"bureau", TagIncident{m_incident, {u"later"_s}})); // a look would have come before it
    QCOMPARE(m_live->situation().seq(), before + 2);
    QVERIFY(!isAnywhere(u"XTEXT"_s));
}

void RedactionWindowTest::anAdministratorOpensNone() {
    mark(IncidentFlag::Sensitive);
    open(u"bureau", Role::Administrator);
    QVERIFY(!isAnywhere(u"XTEXT"_s));
    QVERIFY(!m_window->findChild<QPushButton*>(u"veil.open"_s)->isVisible());
    QVERIFY(!m_window->findChild<QLabel*>(u"veil.words"_s)->text().isEmpty());
}

void RedactionWindowTest::aWallShowsADotAndAGreyRow() {
    open(u"bureau");
    QVERIFY(isAnywhere(u"XTEXT"_s));
    mark(IncidentFlag::Sensitive);
    m_seat->setWall(true);
    const QString all = everything();
    for (const QString& each : {u"XTEXT"_s, u"XPLACE"_s, u"XCALLER"_s, u"XPHONE"_s, u"XNOTE"_s, u"XTAG"_s,
                                u"XMESSAGE"_s, u"XSTANDING"_s})
        QVERIFY2(!all.contains(each), qPrintable(each));
    QueueModel model(*m_seat);
    QCOMPARE(model.rowCount(), 1);
    for (int column = 0; column < QueueModel::ColumnCount; ++column)
        QCOMPARE(model.index(0, column).data().toString(), QString());
    QVERIFY(model.index(0, 0).data(QueueModel::VeiledRole).toBool());
    QVERIFY(!model.index(0, 0).data(QueueModel::OverdueRole).toBool());
    QCOMPARE(model.searchText(0), QString());
    QCOMPARE(mainWindow().map().canvas().count(ui::SymbolKind::Incident), 1); // the dot
    QCOMPARE(mainWindow().map().canvas().count(ui::SymbolKind::Route), 0);
    m_seat->setWall(false);
    QVERIFY(isAnywhere(u"XPLACE"_s));
}

void RedactionWindowTest::aStationThatWasNotSentSeesNothing() {
    open(u"station:ST01");
    QVERIFY(isAnywhere(u"XTEXT"_s));
    mark(IncidentFlag::Sensitive);
    const QString all = everything(); // it is in hand still, and named by its number
    for (const QString& each :
         {u"XTEXT"_s, u"XPLACE"_s, u"XCALLER"_s, u"XPHONE"_s, u"XNOTE"_s, u"XMESSAGE"_s, u"XSTANDING"_s})
        QVERIFY2(!all.contains(each), qPrintable(each));
    QCOMPARE(mainWindow().map().canvas().count(ui::SymbolKind::Incident), 0);
}

QTEST_MAIN(RedactionWindowTest)
#include "redaction_test.moc"
