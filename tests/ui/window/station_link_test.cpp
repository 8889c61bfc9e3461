// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A station's whole window on another machine, over a line that is cut: what it shows, what it marks as not
// sent, how it goes on, and what it puts before the duty officer when the line is back.

#include "app/journal/fix_store.h"
#include "app/link/link_fixes.h"
#include "tests/link/link_scene.h"
#include "tests/ui/window/mouse.h"
#include "ui/map/canvas.h"
#include "ui/panes/map/map_pane.h"
#include "ui/panes/queue/queue_model.h"
#include "ui/panes/units/unit_model.h"
#include "ui/shell/main_window.h"
#include "ui/theme/look.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 30'000;

} // namespace

class StationLinkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_gateway = std::make_unique<Gateway>();
        m_incident = m_gateway->live.report(u"two cars, one person hurt"_s, 32.06, 118.55);
        m_others = m_gateway->live.report(u"a fight elsewhere"_s, 32.06, 118.65);
        m_token = m_gateway->grant(u"room-ST01"_s, u"seat:station:ST01"_s);
        m_terminal = std::make_unique<Terminal>(m_gateway->line.url(), m_token, u"station:ST01");
        m_look = std::make_unique<Look>(*qApp);
        m_settings =
            std::make_unique<QSettings>(m_terminal->folder.filePath(u"console.ini"_s), QSettings::IniFormat);
        m_board = std::make_unique<FixBoard>(
            [path = m_terminal->folder.filePath(
                 u"fixes"_s)] -> std::expected<std::unique_ptr<FixStore>, QString> {
                auto opened = FixStore::open(path);
                if (!opened)
                    return std::unexpected(opened.error().toString());
                return std::move(*opened);
            },
            QString());
        m_board->start();
        m_fixes = std::make_unique<LinkFixes>(m_terminal->options, *m_board);
        m_fixes->start();
        openWindow();
        QTRY_VERIFY_WITH_TIMEOUT(!rowWith(*m_queue, u"0001"_s).isNull(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!rowWith(*m_units, u"1A12"_s).isNull(), patience);
        QVERIFY(m_terminal->isUp());
    }
    void cleanup() {
        m_window.reset();
        m_seat.reset();
        m_fixes.reset();
        m_board.reset();
        m_terminal.reset();
        m_gateway.reset();
    }

    void showsTheStationsPartWithItsUnitsOnTheMap() {
        QCOMPARE(m_queue->model()->rowCount(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_units->model()->rowCount(), 2, patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->map().canvas().count(ui::SymbolKind::Unit), 2, patience);
        QVERIFY(!part<QWidget>(*m_window, u"linkBar"_s)->isVisible());
        m_gateway->live.pass(5s);
        const GeoPoint there = must(GeoPoint::from(32.07, 118.52));
        m_gateway->live.placeUnit(u"1A14", there);
        QTRY_VERIFY_WITH_TIMEOUT(m_board->latest(code<UnitId>(u"1A14")) &&
                                     m_board->latest(code<UnitId>(u"1A14"))->at == there,
                                 patience);
        QVERIFY(!m_board->latest(code<UnitId>(u"2A01"))); // another station's
        // What goes to another station's area goes from this screen.
        m_gateway->live.ask(u"bureau", AmendIncident{.incident = m_incident,
                                                     .text = {},
                                                     .type = {},
                                                     .level = {},
                                                     .place = Place{.at = GeoPoint::from(32.06, 118.66),
                                                                    .address = u"over there"_s},
                                                     .callers = {},
                                                     .hazards = {},
                                                     .reason = {}});
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->model()->rowCount(), 0, patience);
    }

    void signsWhatTheBureauOrders() {
        m_gateway->live.ask(
            u"bureau", IssueOrder{m_others, code<PostId>(u"ST01"), OrderRole::Backup, u"help them"_s, {}});
        m_gateway->live.pass(7s);
        m_terminal->own->advance(7s);
        auto* sign = part<QPushButton>(*m_window, u"inbound.sign"_s);
        QTRY_VERIFY_WITH_TIMEOUT(sign->isEnabled(), patience);
        QTest::mouseClick(sign, Qt::LeftButton);
        const OrderId order = m_gateway->live.ordersOf(m_others).constLast();
        QTRY_COMPARE_WITH_TIMEOUT(m_gateway->live.situation().orders().find(order)->stage, OrderStage::Signed,
                                  patience);
        QVERIFY(m_gateway->live.told(m_others).join(u'\n').contains(u"station:ST01 order.signed"));
    }

    void sendsAUnitWithoutTheLine() {
        cut();
        auto* state = part<QLabel>(*m_window, u"link.state"_s);
        QTRY_VERIFY_WITH_TIMEOUT(state->isVisible() && state->text().contains(u"No link for"), patience);
        m_terminal->own->advance(2min);
        m_gateway->live.pass(2min);
        type(u"D 1A12 0001 go"_s);
        QTRY_VERIFY_WITH_TIMEOUT(state->text().contains(u"1 waiting"), patience);
        QVERIFY2(state->text().contains(u"2 min"), qPrintable(state->text()));
        QTRY_VERIFY_WITH_TIMEOUT(marks().contains(u'⇡'), patience);
        QTRY_VERIFY_WITH_TIMEOUT(statusOf(u"1A12"_s).contains(u'⇡'), patience);
        QVERIFY(!statusOf(u"1A14"_s).contains(u'⇡'));
        QVERIFY(m_gateway->live.ordersOf(m_incident).isEmpty());
        reopen(); // the machine goes off and on
        QTRY_VERIFY_WITH_TIMEOUT(marks().contains(u'⇡'), patience);
        m_gateway->line.restore();
        QVERIFY(m_terminal->isSent());
        QTRY_COMPARE_WITH_TIMEOUT(m_gateway->live.ordersOf(m_incident).size(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!marks().contains(u'⇡'), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!statusOf(u"1A12"_s).contains(u'⇡'), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!part<QWidget>(*m_window, u"linkBar"_s)->isVisible(), patience);
        QCOMPARE(m_gateway->count(m_incident, u"order.issued"_s), 1);
        QCOMPARE(m_gateway->unit(u"1A12").status, UnitStatus::Dispatched);
    }

    void putsBothVersionsBeforeTheOfficer() {
        cut();
        type(u"D 1A12 0001 go"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_terminal->link().waiting, 1, patience);
        const OrderId theirs = m_gateway->order(m_others); // the bureau has sent 1A12 elsewhere meanwhile
        QVERIFY(!theirs.isNull());
        m_gateway->line.restore();
        auto* late = part<QLabel>(*m_window, u"link.late"_s);
        QTRY_VERIFY_WITH_TIMEOUT(late->isVisible(), patience);
        QTRY_VERIFY2(late->text().contains(u"Order to 1A12, incident 0001"), qPrintable(late->text()));
        QVERIFY2(late->text().contains(u"go"), qPrintable(late->text()));
        QTRY_VERIFY2(late->text().contains(u"incident 0002"), qPrintable(late->text()));
        QVERIFY(m_gateway->live.ordersOf(m_incident).isEmpty());
        QTest::mouseClick(part<QPushButton>(*m_window, u"link.read"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!part<QWidget>(*m_window, u"linkBar"_s)->isVisible(), patience);
    }

    void hearsTheEmergencyOfItsCrew() {
        m_gateway->live.ask(u"field:1A12",
                            RaiseEmergency{code<UnitId>(u"1A12"), EmergencySource::Crew, {}, {}});
        QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<QWidget*>(u"emergency.1A12"_s), patience);
        auto* row = part<QWidget>(*m_window, u"emergency.1A12"_s);
        QTest::mouseClick(part<QPushButton>(*row, u"emergency.acknowledge"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_gateway->unit(u"1A12").emergency &&
                                     !m_gateway->unit(u"1A12").emergency->acknowledgedBy.isEmpty(),
                                 patience);
        m_gateway->live.ask(u"field:2A01",
                            RaiseEmergency{code<UnitId>(u"2A01"), EmergencySource::Crew, {}, {}});
        m_gateway->live.report(u"the next"_s, 32.06, 118.55);
        QTRY_COMPARE_WITH_TIMEOUT(m_queue->model()->rowCount(), 2, patience); // what came after it is here
        QVERIFY(!m_window->findChild<QWidget*>(u"emergency.2A01"_s));
    }

    void talksToTheBureau() {
        m_gateway->live.ask(u"bureau", SendMessage{{code<PostId>(u"ST01")},
                                                   u"look out for a grey van"_s,
                                                   {},
                                                   MessageKind::Bulletin,
                                                   m_gateway->live.desk().clock().now() + 1h});
        QVERIFY(m_terminal->knows([](const Situation& s) { return s.messages().size() == 1; }));
        cut();
        const Outcome said =
            m_terminal->ask(SendMessage{{code<UnitId>(u"1A12")}, u"come in at six"_s, {}, {}, {}});
        QVERIFY(said.has_value());
        m_gateway->line.restore();
        QVERIFY(m_terminal->isSent());
        QTRY_COMPARE_WITH_TIMEOUT(m_gateway->live.situation().messages().size(), 2, patience);
    }

private:
    void openWindow() {
        m_seat = std::make_unique<SeatDesk>(
            *m_terminal->desk,
            Actor{.seat = m_terminal->options.seat, .user = u"duty"_s, .role = Role::DutyOfficer});
        m_window = std::make_unique<MainWindow>(WindowGround{.desk = *m_seat,
                                                             .fixes = *m_board,
                                                             .look = *m_look,
                                                             .settings = *m_settings,
                                                             .name = u"test"_s,
                                                             .size = QSize(1400, 900),
                                                             .restore = false});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_queue = part<QAbstractItemView>(*m_window, u"queueTable"_s);
        m_units = part<QAbstractItemView>(*m_window, u"unitTable"_s);
        QVERIFY(m_queue && m_units);
    }
    void reopen() {
        m_window.reset();
        m_seat.reset();
        m_terminal->restart();
        openWindow();
    }
    void cut() {
        m_gateway->line.cut();
        QVERIFY(m_terminal->isLost());
    }
    void type(const QString& line) {
        auto* edit = part<QLineEdit>(*m_window, u"commandLine"_s);
        edit->setFocus();
        edit->setText(line);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    [[nodiscard]] QString marks() const {
        const QAbstractItemModel* queue = m_queue->model();
        return queue->rowCount() > 0 ? queue->index(0, 0).data(QueueModel::MarksRole).toString() : QString();
    }
    [[nodiscard]] QString statusOf(const QString& unit) const {
        const QAbstractItemModel* units = m_units->model();
        for (int row = 0; row < units->rowCount(); ++row)
            if (units->index(row, UnitModel::CallsignColumn).data().toString() == unit)
                return units->index(row, UnitModel::Status).data().toString();
        return {};
    }

    std::unique_ptr<Gateway> m_gateway;
    std::unique_ptr<Terminal> m_terminal;
    std::unique_ptr<FixBoard> m_board;
    std::unique_ptr<LinkFixes> m_fixes;
    std::unique_ptr<SeatDesk> m_seat;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    QAbstractItemView* m_queue = nullptr;
    QAbstractItemView* m_units = nullptr;
    QByteArray m_token;
    IncidentId m_incident;
    IncidentId m_others;
};

QTEST_MAIN(StationLinkTest)
#include "station_link_test.moc"
