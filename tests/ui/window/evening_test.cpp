// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Part of the evening (tests/data/evening) by hand: the bureau's, the duty room's and the crew's windows on
// one desk, each drag that an evening has, the second crew by script; and the journal that this leaves.

#include "app/desk/line_player.h"
#include "tests/support/live_desk.h"
#include "tests/ui/window/mouse.h"
#include "ui/field/field_window.h"
#include "ui/map/canvas.h"
#include "ui/panes/map/map_pane.h"
#include "ui/shell/main_window.h"
#include "ui/theme/look.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20'000;
const QGeoCoordinate stationHouse(32.05, 118.55);

/// A desk's window with its lists and its map.
struct DeskWindow {
    DeskWindow(LiveDesk& live, const Look& look, QSettings& settings, QStringView seat, QPoint at)
        : desk(live.desk(), actor(seat))
        , window({.desk = desk,
                  .fixes = live.fixes(),
                  .look = look,
                  .settings = settings,
                  .name = u"test"_s,
                  .size = QSize(1400, 900),
                  .restore = false}) {
        window.move(at);
        window.show();
        queue = part<QAbstractItemView>(window, u"queueTable"_s);
        units = part<QAbstractItemView>(window, u"unitTable"_s);
    }
    [[nodiscard]] ui::MapCanvas& map() { return window.map().canvas(); }

    SeatDesk desk;
    MainWindow window;
    QAbstractItemView* queue = nullptr;
    QAbstractItemView* units = nullptr;
};

} // namespace

class EveningTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<DeskWindow> m_bureau;
    std::unique_ptr<DeskWindow> m_station;
    std::unique_ptr<SeatDesk> m_crew;
    std::unique_ptr<FieldWindow> m_car;

    /// Drags from a row of one list to a row of another.
    static void drag(const QAbstractItemView& from, const QString& what, const QAbstractItemView& to,
                     const QString& where) {
        QTRY_VERIFY_WITH_TIMEOUT(!rowWith(from, what).isNull() && !rowWith(to, where).isNull(), patience);
        dragAndDrop(*from.viewport(), rowWith(from, what), *to.viewport(), rowWith(to, where));
    }
    void waitFor(const IncidentId& incident, const QString& kind, qsizetype count = 1) {
        QTRY_COMPARE_WITH_TIMEOUT(m_live->kinds(incident).count(kind), count, patience);
    }
    /// A line of the crew that has no window here.
    void line(QStringView seat, const QString& text) {
        LinePlayer player(m_live->desk(), u"script"_s);
        std::optional<PlayedLine> played;
        connect(&player, &LinePlayer::played, this, [&](const PlayedLine& line) { played = line; });
        player.play(
            {.row = 1, .at = {}, .seat = actor(seat).seat, .user = {}, .mustRefuse = {}, .text = text});
        QTRY_VERIFY_WITH_TIMEOUT(played, patience);
        QVERIFY2(must(played).isAsWritten(), qPrintable(text + u": "_s + must(played).why()));
        m_live->pass(5s);
    }
    void click(const QString& button) {
        auto* step = part<QPushButton>(*m_car, button);
        QTRY_VERIFY_WITH_TIMEOUT(step->isVisible() && step->isEnabled(), patience);
        QTest::mouseClick(step, Qt::LeftButton);
        m_live->pass(5s);
    }
    /// The crew's last step: an outcome of the list, and its words.
    void reportBack(const IncidentId& incident, const QString& words, qsizetype count) {
        click(u"order.report"_s);
        auto* outcomes = part<QListWidget>(*m_car, u"report.outcomes"_s);
        QTRY_COMPARE_WITH_TIMEOUT(outcomes->count(), 2, patience);
        outcomes->setCurrentRow(0);
        QTest::keyClicks(part<QPlainTextEdit>(*m_car, u"report.text"_s), words);
        QTest::mouseClick(part<QPushButton>(*m_car, u"report.send"_s), Qt::LeftButton);
        waitFor(incident, u"order.reported"_s, count);
    }
    void compare(const IncidentId& incident, const char* expected) {
        const QByteArray found = m_live->told(incident).join(u'\n').toUtf8();
        QVERIFY2(found == QByteArray(expected).trimmed(), found.constData());
    }

private Q_SLOTS:
    void init() {
        m_live = std::make_unique<LiveDesk>();
        m_look = std::make_unique<Look>(*qApp);
        m_settings = std::make_unique<QSettings>(m_live->file(u"console.ini"_s), QSettings::IniFormat);
        m_bureau = std::make_unique<DeskWindow>(*m_live, *m_look, *m_settings, u"bureau", QPoint(0, 0));
        m_station =
            std::make_unique<DeskWindow>(*m_live, *m_look, *m_settings, u"station:ST01", QPoint(100, 60));
        m_crew = std::make_unique<SeatDesk>(m_live->desk(), actor(u"field:1A12"));
        m_car = std::make_unique<FieldWindow>(*m_crew, *m_look);
        m_car->setGeometry(1420, 0, 460, 800);
        m_car->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_car.get()));
        QVERIFY(QTest::qWaitForWindowExposed(&m_bureau->window));
        QVERIFY(QTest::qWaitForWindowExposed(&m_station->window));
        m_bureau->window.raise();
    }
    void cleanup() {
        m_car.reset();
        m_crew.reset();
        m_station.reset();
        m_bureau.reset();
        m_settings.reset();
        m_look.reset();
        m_live.reset();
    }

    void straightToThePatrol() {
        const IncidentId incident = m_live->report(u"two cars, one person hurt"_s, 32.06, 118.56);
        drag(*m_bureau->units, u"1A12"_s, *m_bureau->queue, u"0001"_s);
        waitFor(incident, u"order.issued"_s);
        m_live->pass(7s);
        waitFor(incident, u"order.shown"_s);
        click(u"order.sign"_s);
        waitFor(incident, u"order.signed"_s);
        click(u"order.setOut"_s);
        waitFor(incident, u"order.under_way"_s);
        // a second car backs it up, from the map
        m_bureau->window.map().showEverything();
        QTRY_VERIFY_WITH_TIMEOUT(!symbol(m_bureau->map(), ui::SymbolKind::Incident, {32.06, 118.56}).isNull(),
                                 patience);
        dragAndDrop(*m_bureau->units->viewport(), rowWith(*m_bureau->units, u"2A01"_s), m_bureau->map(),
                    symbol(m_bureau->map(), ui::SymbolKind::Incident, {32.06, 118.56}));
        waitFor(incident, u"order.issued"_s, 2);
        m_live->pass(7s);
        line(u"field:2A01", u"AR"_s);
        click(u"order.arrive"_s);
        waitFor(incident, u"order.arrived"_s, 2);
        line(u"field:2A01", u"CL handled road open"_s);
        reportBack(incident, u"cars moved"_s, 2);
        line(u"bureau", u"X 0001 handled"_s);
        compare(incident, R"(
bureau incident.reported 0001
bureau order.issued 0001 1A12 primary bypassed=ST01
field:1A12 order.delivered 0001 1A12
field:1A12 order.shown 0001 1A12
field:1A12 order.signed 0001 1A12
field:1A12 order.under_way 0001 1A12
bureau order.issued 0001 2A01 backup bypassed=ST02
field:2A01 order.signed 0001 2A01
field:2A01 order.under_way 0001 2A01
field:2A01 order.arrived 0001 2A01
field:1A12 order.arrived 0001 1A12
field:2A01 order.reported 0001 2A01 handled
field:1A12 order.reported 0001 1A12 handled
bureau order.closed 0001 1A12 handled
bureau order.closed 0001 2A01 handled
bureau incident.closed 0001 handled)");
    }

    void throughTheStation() {
        const IncidentId incident = m_live->report(u"neighbours shout"_s, 32.04, 118.52);
        m_bureau->window.map().showEverything();
        QTRY_VERIFY_WITH_TIMEOUT(!symbol(m_bureau->map(), ui::SymbolKind::Station, stationHouse).isNull(),
                                 patience);
        QTRY_VERIFY_WITH_TIMEOUT(!rowWith(*m_bureau->queue, u"0001"_s).isNull(), patience);
        dragAndDrop(*m_bureau->queue->viewport(), rowWith(*m_bureau->queue, u"0001"_s), m_bureau->map(),
                    symbol(m_bureau->map(), ui::SymbolKind::Station, stationHouse));
        waitFor(incident, u"order.issued"_s);
        m_live->pass(7s);
        m_station->window.raise();
        auto* sign = part<QPushButton>(m_station->window, u"inbound.sign"_s);
        QTRY_VERIFY_WITH_TIMEOUT(sign->isEnabled(), patience);
        waitFor(incident, u"order.shown"_s);
        QTest::mouseClick(sign, Qt::LeftButton);
        waitFor(incident, u"order.signed"_s);
        // the duty room hands it on to its crew
        drag(*m_station->units, u"1A12"_s, *m_station->queue, u"0001"_s);
        waitFor(incident, u"order.issued"_s, 2);
        m_live->pass(7s);
        waitFor(incident, u"order.shown"_s, 2);
        click(u"order.sign"_s);
        waitFor(incident, u"order.signed"_s, 2);
        click(u"order.setOut"_s);
        waitFor(incident, u"order.under_way"_s, 2);
        click(u"order.arrive"_s);
        waitFor(incident, u"order.arrived"_s, 2);
        line(u"field:1A12", u"CL nothing quiet when we came"_s);
        line(u"station:ST01", u"X 0001 nothing"_s);
        compare(incident, R"(
bureau incident.reported 0001
bureau order.issued 0001 ST01 primary
station:ST01 order.delivered 0001 ST01
station:ST01 order.shown 0001 ST01
station:ST01 order.signed 0001 ST01
station:ST01 order.issued 0001 1A12 primary
field:1A12 order.delivered 0001 1A12
field:1A12 order.shown 0001 1A12
field:1A12 order.signed 0001 1A12
field:1A12 order.under_way 0001 1A12
field:1A12 order.under_way 0001 ST01
field:1A12 order.arrived 0001 1A12
field:1A12 order.arrived 0001 ST01
field:1A12 order.reported 0001 1A12 nothing
field:1A12 order.reported 0001 ST01 nothing
station:ST01 order.closed 0001 ST01 nothing
station:ST01 order.closed 0001 1A12 nothing
station:ST01 incident.closed 0001 nothing)");
    }

    void recalledRefusedAndTakenAway() {
        const IncidentId first = m_live->report(u"van against a tree"_s, 32.06, 118.56);
        m_live->pass(5s);
        const IncidentId second = m_live->report(u"two men fight with bottles"_s, 32.05, 118.57);
        // let go over the wrong row, and taken back in time
        drag(*m_bureau->units, u"1A12"_s, *m_bureau->queue, u"0001"_s);
        waitFor(first, u"order.issued"_s);
        QTest::mouseClick(part<QPushButton>(m_bureau->window, u"recall"_s), Qt::LeftButton);
        waitFor(first, u"order.recalled"_s);
        // the duty room sends it; the bureau takes it for a worse job, with a reason
        m_station->window.raise();
        drag(*m_station->units, u"1A12"_s, *m_station->queue, u"0001"_s);
        waitFor(first, u"order.issued"_s, 2);
        m_live->pass(7s);
        m_bureau->window.raise();
        drag(*m_bureau->units, u"1A12"_s, *m_bureau->queue, u"0002"_s);
        auto* reason = part<QLineEdit>(*part<QWidget>(m_bureau->window, u"queuePane"_s), u"promptInput"_s);
        QTRY_VERIFY_WITH_TIMEOUT(reason->isVisible(), patience);
        QTest::keyClicks(reason, u"closest, bottles"_s);
        QTest::keyClick(reason, Qt::Key_Return);
        waitFor(second, u"order.issued"_s);
        m_live->pass(7s);
        waitFor(second, u"order.shown"_s);
        // and it is not to be had back from below
        m_station->window.raise();
        drag(*m_station->units, u"1A12"_s, *m_station->queue, u"0001"_s);
        line(u"station:ST01", u"AK 1A12 0002"_s);
        line(u"field:1A12", u"RJ engine does not start"_s);
        compare(first, R"(
bureau incident.reported 0001
bureau order.issued 0001 1A12 primary bypassed=ST01
bureau order.recalled 0001 1A12
station:ST01 order.issued 0001 1A12 primary
field:1A12 order.delivered 0001 1A12
field:1A12 order.shown 0001 1A12
bureau order.cancelled 0001 1A12)");
        compare(second, R"(
bureau incident.reported 0002
bureau order.issued 0002 1A12 primary overridden=ST01
field:1A12 order.delivered 0002 1A12
field:1A12 order.shown 0002 1A12
station:ST01 order.notice_acknowledged 0002 1A12
field:1A12 order.refused 0002 1A12)");
    }
};

QTEST_MAIN(EveningTest)
#include "evening_test.moc"
