// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// An incident taken in hand narrows the panes of a real window to it; nobody loses sight of an emergency.

#include "tests/support/live_desk.h"
#include "tests/ui/window/mouse.h"
#include "ui/actions/selection.h"
#include "ui/panes/messages/message_model.h"
#include "ui/panes/messages/message_pane.h"
#include "ui/panes/units/unit_model.h"
#include "ui/shell/main_window.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QLineEdit>
#include <QSettings>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class NarrowingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_live = std::make_unique<LiveDesk>();
        m_look = std::make_unique<Look>(*qApp);
        m_settings = std::make_unique<QSettings>(m_live->file(u"console.ini"_s), QSettings::IniFormat);
        // more units than are proposed at a time, the later ones farther away
        for (int i = 1; i <= 8; ++i) {
            const QString callsign = u"3A0%1"_s.arg(i);
            m_live->defineUnit(callsign, u"ST02");
            QVERIFY(m_live->ask(u"bureau", LogOn{.unit = code<UnitId>(callsign), .crew = {u"Li Wei"_s}}));
            m_live->placeUnit(callsign, must(GeoPoint::from(32.06 + 0.004 * i, 118.55)));
        }
        m_first = m_live->report(u"two cars, one person hurt"_s, 32.06, 118.55);
        m_second = m_live->report(u"shop alarm"_s, 32.04, 118.53);
    }
    void cleanup() {
        m_window.reset();
        m_desk.reset();
        m_settings.reset();
        m_look.reset();
        m_live.reset();
    }

    void theUnitsAreThoseOrderedAndThoseProposed() {
        open(u"bureau");
        QTRY_COMPARE(callsigns().size(), 11);
        QVERIFY(!chip(u"unitNarrowed"_s)->isVisible() && !chip(u"header.narrowed"_s)->isVisible());
        QVERIFY(m_live->ask(
            u"bureau",
            IssueOrder{.incident = m_first, .to = code<UnitId>(u"3A08"), .text = {}, .overrideReason = {}}));
        m_window->selection().setIncident(m_first);
        QTRY_COMPARE(callsigns().size(), 6); // five proposed, one ordered
        QVERIFY(callsigns().contains(u"3A08"_s) && callsigns().contains(u"3A01"_s));
        QVERIFY(!callsigns().contains(u"3A07"_s));
        QTRY_COMPARE(chip(u"unitNarrowed"_s)->text(), u"0001 ✕"_s);
        QCOMPARE(chip(u"header.narrowed"_s)->text(), u"Narrowed to 0001 ✕"_s);
        QVERIFY(chip(u"unitNarrowed"_s)->isVisible() && chip(u"header.narrowed"_s)->isVisible());

        // an emergency stays in sight, whoever it is
        QVERIFY(m_live->ask(u"bureau", RaiseEmergency{.unit = code<UnitId>(u"3A07"),
                                                      .source = EmergencySource::Desk,
                                                      .text = {},
                                                      .at = {}}));
        QTRY_VERIFY(callsigns().contains(u"3A07"_s));
        // and what is typed is looked for among all
        auto* search = part<QLineEdit>(*m_window, u"unitSearch"_s);
        QTest::keyClicks(search, u"3A06"_s);
        QTRY_VERIFY(callsigns().contains(u"3A06"_s));
        QVERIFY(!chip(u"unitNarrowed"_s)->isVisible());
    }

    void aUnitInHandIsNeverNarrowedAway() {
        open(u"bureau");
        const auto far = code<UnitId>(u"3A07");
        m_window->selection().setUnits({far});
        m_window->selection().setIncident(m_first);
        QTRY_COMPARE(callsigns().size(), 6); // five proposed
        QVERIFY(callsigns().contains(u"3A07"_s));
        QCOMPARE(m_window->selection().units(), QSet<UnitId>{far});
        // one taken on the map joins them, and none leaves under the hand
        m_window->selection().setUnits({code<UnitId>(u"3A08")});
        QCOMPARE(callsigns().size(), 7);
        QCOMPARE(m_window->selection().units(), QSet<UnitId>{code<UnitId>(u"3A08")});
        m_window->selection().setIncident(m_second);
        QTRY_VERIFY(!callsigns().contains(u"3A07"_s));
        QVERIFY(callsigns().contains(u"3A08"_s));
    }

    void oneTouchOrEscapeShowsEverythingUntilTheNextIncident() {
        open(u"bureau");
        m_window->selection().setIncident(m_first);
        QTRY_COMPARE(callsigns().size(), 5);
        QTest::mouseClick(chip(u"unitNarrowed"_s), Qt::LeftButton);
        QTRY_COMPARE(callsigns().size(), 11);
        QVERIFY(!chip(u"header.narrowed"_s)->isVisible());
        QCOMPARE(m_window->selection().incident(), m_first);
        m_window->selection().setIncident(m_second);
        QTRY_COMPARE(callsigns().size(), 5);
        auto* table = part<QTableView>(*m_window, u"unitTable"_s);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Escape);
        QTRY_COMPARE(callsigns().size(), 11);
    }

    void theSwitchIsKeptForTheUser() {
        open(u"bureau");
        m_window->selection().setIncident(m_first);
        QTRY_COMPARE(callsigns().size(), 5);
        QAction& action = m_window->actions().action(ActionId::NarrowPanes);
        QVERIFY(action.isChecked());
        QTest::keyClick(m_window.get(), Qt::Key_F7);
        QTRY_COMPARE(callsigns().size(), 11);
        QVERIFY(!action.isChecked());
        m_window.reset();
        open(u"bureau");
        QVERIFY(!m_window->actions().action(ActionId::NarrowPanes).isChecked());
        m_window->selection().setIncident(m_second);
        QTRY_COMPARE(callsigns().size(), 11);
        QTest::keyClick(m_window.get(), Qt::Key_F7);
        QTRY_COMPARE(callsigns().size(), 5);
    }

    void aStationKeepsWhatItHasNotSigned() {
        open(u"station:ST01");
        for (const IncidentId& incident : {m_first, m_second})
            QVERIFY(m_live->ask(u"bureau", IssueOrder{.incident = incident,
                                                      .to = code<PostId>(u"ST01"),
                                                      .text = {},
                                                      .overrideReason = {}}));
        m_live->pass(7s);
        auto* table = part<QTableView>(*m_window, u"inbound.table"_s);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        m_window->selection().setIncident(m_first);
        QCOMPARE(shown(*table), 2); // the other one is not signed
        for (const OrderId& order : m_live->ordersOf(m_second))
            QVERIFY(m_live->ask(
                u"station:ST01",
                AdvanceOrder{.order = order, .to = OrderStage::Signed, .text = {}, .disposition = {}}));
        QTRY_COMPARE(shown(*table), 1);
        QVERIFY(chip(u"inbound.narrowed"_s)->isVisible());
        QTest::mouseClick(chip(u"inbound.narrowed"_s), Qt::LeftButton);
        QTRY_COMPARE(shown(*table), 2);
    }

    void messagesKeepWhatIsUnreadAndWhatComesSince() {
        open(u"bureau");
        const auto write = [this](QStringView seat, const Addressee& to, const QString& words,
                                  const std::optional<IncidentId>& about) {
            QVERIFY(m_live->ask(seat, SendMessage{.to = {to}, .text = words, .incident = about}));
            m_live->pass(1s);
        };
        write(u"bureau", code<UnitId>(u"1A12"), u"about the first"_s, m_first);
        write(u"bureau", code<UnitId>(u"1A12"), u"about the second"_s, m_second);
        write(u"bureau", code<UnitId>(u"1A12"), u"about neither"_s, {});
        m_window->actions().action(ActionId::FocusMessages).trigger();
        QTRY_COMPARE(words(), QStringList({u"about neither"_s, u"about the second"_s, u"about the first"_s}));
        QVERIFY(!chip(u"messages.narrowed"_s)->isVisible());
        m_window->selection().setIncident(m_first);
        QCOMPARE(words(), QStringList{u"about the first"_s});
        QVERIFY(chip(u"messages.narrowed"_s)->isVisible());
        // what is written now is seen to have gone out
        write(u"bureau", code<UnitId>(u"1A12"), u"one more thing"_s, {});
        QTRY_COMPARE(words(), QStringList({u"one more thing"_s, u"about the first"_s}));
        QTest::mouseClick(chip(u"messages.narrowed"_s), Qt::LeftButton);
        QCOMPARE(words().size(), 4);
    }

    /// A note is looked at from the strip under the head, whatever is in hand.
    void aNoteThatIsAskedForIsShown() {
        open(u"bureau");
        QVERIFY(m_live->ask(u"bureau", SendMessage{.to = {code<UnitId>(u"1A12")},
                                                   .text = u"Road X closed"_s,
                                                   .incident = {},
                                                   .kind = MessageKind::StatusNote,
                                                   .expiresAt = m_desk->now() + 1h}));
        m_live->pass(1s);
        m_window->selection().setIncident(m_first);
        QTRY_VERIFY(words().isEmpty());
        auto* pane = part<MessagePane>(*m_window, u"messagePane"_s);
        pane->showMessage((*m_live->situation().messages().begin()).id);
        QCOMPARE(words().size(), 1);
        QVERIFY(words().constFirst().endsWith(u"Road X closed"));
        QVERIFY(part<QTableView>(*m_window, u"messageTable"_s)->selectionModel()->hasSelection());
    }

private:
    [[nodiscard]] QStringList words() {
        QStringList all;
        const QAbstractItemModel& model = *part<QTableView>(*m_window, u"messageTable"_s)->model();
        for (int row = 0; row < model.rowCount(); ++row)
            all << model.index(row, MessageModel::Text).data().toString();
        return all;
    }

    void open(QStringView seat) {
        m_desk = std::make_unique<SeatDesk>(m_live->desk(), actor(seat));
        m_window = std::make_unique<MainWindow>(WindowGround{.desk = *m_desk,
                                                             .fixes = m_live->fixes(),
                                                             .look = *m_look,
                                                             .settings = *m_settings,
                                                             .name = u"test"_s,
                                                             .size = QSize(1600, 900),
                                                             .restore = false});
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    [[nodiscard]] QToolButton* chip(const QString& name) { return part<QToolButton>(*m_window, name); }

    [[nodiscard]] QStringList callsigns() {
        QStringList all;
        const QAbstractItemModel& model = *part<QTableView>(*m_window, u"unitTable"_s)->model();
        for (int row = 0; row < model.rowCount(); ++row)
            all << model.index(row, UnitModel::CallsignColumn).data().toString();
        return all;
    }

    [[nodiscard]] static int shown(const QTableView& table) {
        int rows = 0;
        for (int row = 0; row < table.model()->rowCount(); ++row)
            rows += table.isRowHidden(row) ? 0 : 1;
        return rows;
    }

    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<SeatDesk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    IncidentId m_first;
    IncidentId m_second;
};

QTEST_MAIN(NarrowingTest)
#include "narrowing_test.moc"
