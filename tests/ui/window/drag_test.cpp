// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a drag tells while it hovers in a real window with roads under it, and that a recall within its six
// seconds leaves a recalled order that the crew never sees.

#include "maps/geoservice/geo_service.h"
#include "tests/support/street_grid.h"
#include "tests/ui/window/mouse.h"
#include "tests/ui/window/two_windows.h"
#include "ui/actions/selection.h"
#include "ui/panes/map/map_pane.h"

#include <QAbstractItemView>
#include <QContextMenuEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QToolTip>

#include <algorithm>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 15'000;
constexpr double north = 32.05, east = 118.54; ///< where 1A12 stands

} // namespace

class DragTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(writeStreetGrid(m_folder.path(), {north, east})); }

    void init() {
        m_places = std::make_unique<maps::GeoService>(maps::GeoService::forPackage(m_folder.path(), false));
        m_live = std::make_unique<LiveDesk>();
        // 1A12 is the last car near its own station
        const Post* known = m_live->situation().posts().find(code<PostId>(u"ST01"));
        QVERIFY(known);
        Post station = *known;
        station.at = GeoPoint::from(north, east);
        QVERIFY(m_live->ask(u"bureau", DefinePost{station}));
        m_live->pass(1s); // of two fixes the one measured later counts
        m_live->placeUnit(u"1A14", must(GeoPoint::from(north + 0.019, east + 0.02)));
        m_incident = m_live->report(u"two cars, one person hurt"_s, north + 0.01, east + 0.01);
        m_windows = std::make_unique<TwoWindows>(*m_live, m_places.get());
        QVERIFY(QTest::qWaitForWindowExposed(&m_windows->main));
        QVERIFY(QTest::qWaitForWindowExposed(&m_windows->field));
        m_queue = part<QAbstractItemView>(m_windows->main, u"queueTable"_s);
        m_units = part<QAbstractItemView>(m_windows->main, u"unitTable"_s);
        m_map = &m_windows->main.map().canvas();
        QTRY_VERIFY(!rowWith(*m_queue, u"0001"_s).isNull());
        QTRY_VERIFY(!rowWith(*m_units, u"1A12"_s).isNull());
        m_windows->main.map().showEverything();
        QTRY_VERIFY(!incidentOnMap().isNull());
    }

    void cleanup() {
        m_windows.reset();
        m_live.reset();
        m_places.reset();
    }

    void fromTheListToTheMap() {
        QString said;
        dragAndDrop(*m_units->viewport(), rowWith(*m_units, u"1A12"_s), *m_map, incidentOnMap(), [&said] {
            said = QToolTip::text();
            return said.contains(u"by road") && said.contains(u"last car");
        });
        QVERIFY2(said.contains(u"1A12 free"), qPrintable(said)); // the guard
        QVERIFY2(said.contains(u"by road"), qPrintable(said));   // the time
        QVERIFY2(said.contains(u"last car"), qPrintable(said));  // the ring
        recallAndJudge(*part<QWidget>(m_windows->main, u"mapPane"_s));
    }

    void fromTheMapToTheList() {
        QString said;
        auto* hint = m_queue->findChild<QLabel*>(u"dropHint"_s);
        QVERIFY(hint);
        dragAndDrop(*m_map, unitOnMap(), *m_queue->viewport(), rowWith(*m_queue, u"0001"_s), [&] {
            said = hint->isVisible() ? hint->text() : QString();
            return said.contains(u"by road");
        });
        QVERIFY2(said.contains(u"1A12 free") && said.contains(u"by road") && said.contains(u"last car"),
                 qPrintable(said));
        recallAndJudge(*part<QWidget>(m_windows->main, u"queuePane"_s));
    }

    void fromTheMapToTheMap() {
        QString said;
        dragAndDrop(*m_map, unitOnMap(), *m_map, incidentOnMap(), [&said] {
            said = QToolTip::text();
            return said.contains(u"by road");
        });
        QVERIFY2(said.contains(u"1A12 free") && said.contains(u"by road"), qPrintable(said));
        recallAndJudge(*part<QWidget>(m_windows->main, u"mapPane"_s));
    }

    void anIncidentOntoAUnitInTheLists() {
        QString said;
        auto* hint = m_units->findChild<QLabel*>(u"dropHint"_s);
        QVERIFY(hint);
        // The press chooses the incident, which puts the units in another order: first of all, then.
        m_windows->main.selection().setIncident(m_incident);
        auto* advice = part<QAbstractItemView>(m_windows->main, u"adviceTable"_s);
        QTRY_VERIFY(!rowWith(*advice, u"1A12"_s).isNull());
        dragAndDrop(*m_queue->viewport(), rowWith(*m_queue, u"0001"_s), *m_units->viewport(),
                    rowWith(*m_units, u"1A12"_s), [&] {
                        said = hint->isVisible() ? hint->text() : QString();
                        return said.contains(u"by road");
                    });
        QVERIFY2(said.contains(u"1A12 free") && said.contains(u"by road") && said.contains(u"last car"),
                 qPrintable(said));
        recallAndJudge(*part<QWidget>(m_windows->main, u"unitPane"_s));
    }

    void anIncidentOntoAUnitOnTheMap() {
        QString said;
        dragAndDrop(*m_map, incidentOnMap(), *m_map, unitOnMap(), [&said] {
            said = QToolTip::text();
            return said.contains(u"by road");
        });
        QVERIFY2(said.contains(u"1A12 free") && said.contains(u"by road"), qPrintable(said));
        recallAndJudge(*part<QWidget>(m_windows->main, u"mapPane"_s));
    }

    void anIncidentOntoAStation() {
        const Post* known = m_live->situation().posts().find(code<PostId>(u"ST02"));
        QVERIFY(known);
        Post station = *known;
        const QGeoCoordinate at(north + 0.012, east - 0.01);
        station.at = GeoPoint::from(at);
        QVERIFY(m_live->ask(u"bureau", DefinePost{station}));
        m_windows->main.map().showEverything();
        QTRY_VERIFY(!symbol(*m_map, ui::SymbolKind::Station, at).isNull());
        QString said;
        dragAndDrop(*m_queue->viewport(), rowWith(*m_queue, u"0001"_s), *m_map,
                    symbol(*m_map, ui::SymbolKind::Station, at), [&said] {
                        said = QToolTip::text();
                        return said.contains(u"refer to");
                    });
        QVERIFY2(said.contains(u"Jiangxi station"), qPrintable(said)); // the guard: it can be given it
        QVERIFY2(said.contains(u"in the area of Jiangdong station"), qPrintable(said)); // whose it would be
        QVERIFY2(said.contains(u"1 of 1 units free"), qPrintable(said));                // with what
        const auto& pane = *part<QWidget>(m_windows->main, u"mapPane"_s);
        recallAndJudge(pane);
        // A station that has it already cannot be given it again, and says so before the drop.
        QVERIFY(m_live->ask(
            u"bureau",
            IssueOrder{.incident = m_incident, .to = station.id, .text = {}, .overrideReason = {}}));
        dragAndDrop(*m_queue->viewport(), rowWith(*m_queue, u"0001"_s), *m_map,
                    symbol(*m_map, ui::SymbolKind::Station, at), [&said] {
                        said = QToolTip::text();
                        return said.contains(u"already");
                    });
        QVERIFY2(said.contains(u"already assigned"), qPrintable(said));
    }

    void severalUnitsAtOnce() {
        m_units->selectionModel()->clear();
        for (const QString& callsign : {u"1A12"_s, u"1A14"_s})
            m_units->selectionModel()->select(m_units->indexAt(rowWith(*m_units, callsign)),
                                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QString said;
        auto* hint = m_queue->findChild<QLabel*>(u"dropHint"_s);
        dragAndDrop(*m_units->viewport(), rowWith(*m_units, u"1A12"_s), *m_queue->viewport(),
                    rowWith(*m_queue, u"0001"_s), [&] {
                        said = hint->isVisible() ? hint->text() : QString();
                        return said.count(u"by road") == 2;
                    });
        QVERIFY2(said.contains(u"1A12 free") && said.contains(u"1A14 free"), qPrintable(said));
        QTRY_COMPARE_WITH_TIMEOUT(m_live->ordersOf(m_incident).size(), 2, patience);
        QList<OrderRole> roles;
        const QList<OrderId> orders = m_live->ordersOf(m_incident);
        for (const OrderId& order : orders)
            roles << m_live->situation().orders().find(order)->role;
        QCOMPARE(roles, (QList<OrderRole>{OrderRole::Primary, OrderRole::Backup}));
    }

    /// What a drag does, without a mouse: a row key, the row's menu by the menu key, the line.
    void theSameByKeyMenuAndLine() {
        m_windows->main.selection().setIncident(m_incident);
        m_windows->main.selection().setUnits({code<UnitId>(u"1A12")});
        m_queue->setFocus();
        QTest::keyClick(m_queue, Qt::Key_D);
        QTRY_COMPARE_WITH_TIMEOUT(m_live->ordersOf(m_incident).size(), 1, patience);

        const IncidentId second = m_live->report(u"shop alarm"_s, north - 0.01, east);
        m_windows->main.selection().setIncident(second);
        m_units->setCurrentIndex(m_units->indexAt(rowWith(*m_units, u"1A14"_s)));
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, m_units->rect().center(),
                                m_units->mapToGlobal(m_units->rect().center()));
        QApplication::sendEvent(m_units, &asked);
        auto* menu = m_windows->main.findChild<QMenu*>(u"unitMenu"_s);
        QVERIFY(menu);
        QAction* send = nullptr;
        const QList<QAction*> actions = menu->actions();
        for (QAction* action : actions)
            send = action->text().startsWith(u"Send to") ? action : send;
        QVERIFY(send && send->isEnabled());
        send->trigger();
        menu->close();
        QTRY_COMPARE_WITH_TIMEOUT(m_live->ordersOf(second).size(), 1, patience);
        const Order* order = m_live->situation().orders().find(m_live->ordersOf(second).constFirst());
        QCOMPARE(order->unit(), code<UnitId>(u"1A14")); // the row in hand, not the one in the middle

        const IncidentId third = m_live->report(u"a fight"_s, north, east + 0.02);
        auto* line = part<QLineEdit>(m_windows->main, u"commandLine"_s);
        line->setFocus();
        QTest::keyClicks(line, u"D 2A01 0003"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(m_live->ordersOf(third).size(), 1, patience);
    }

    void theMenuKeyMeansTheIncidentInHand() {
        const IncidentId second = m_live->report(u"shop alarm"_s, north - 0.01, east);
        for (const QString& number : {u"0002"_s, u"0001"_s}) {
            QTRY_VERIFY(!rowWith(*m_queue, number).isNull());
            m_queue->setCurrentIndex(m_queue->indexAt(rowWith(*m_queue, number)));
            QContextMenuEvent asked(QContextMenuEvent::Keyboard, m_queue->rect().center(),
                                    m_queue->mapToGlobal(m_queue->rect().center()));
            QApplication::sendEvent(m_queue, &asked);
            auto* menu = m_windows->main.findChild<QMenu*>(u"incidentMenu"_s);
            QVERIFY(menu);
            const QList<QAction*> actions = menu->actions();
            for (QAction* action : actions)
                if (action->isCheckable()) { // the first of the marks
                    action->trigger();
                    break;
                }
            menu->close();
            QTRY_VERIFY(!m_windows->main.findChild<QMenu*>(u"incidentMenu"_s)); // deletes itself
            const IncidentId meant = number == u"0001" ? m_incident : second;
            QTRY_VERIFY(!m_live->situation().incidents().find(meant)->flags.isEmpty());
            if (number == u"0002")
                QVERIFY(m_live->situation().incidents().find(m_incident)->flags.isEmpty());
        }
        // On the map it is that of what is chosen and in sight.
        m_windows->main.selection().setIncident(m_incident);
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, m_map->rect().center(),
                                m_map->mapToGlobal(m_map->rect().center()));
        QApplication::sendEvent(m_map, &asked);
        auto* menu = m_windows->main.findChild<QMenu*>(u"map.menu"_s);
        QVERIFY(menu);
        QVERIFY(std::ranges::any_of(menu->actions(),
                                    [](const QAction* action) { return action->text() == u"Details"; }));
        menu->close();
    }

    void aBusyUnitTellsTheJobThatItWouldDrop() {
        const IncidentId other = m_live->report(u"shop alarm"_s, north - 0.01, east);
        QVERIFY(m_live->ask(
            u"bureau",
            IssueOrder{.incident = other, .to = code<UnitId>(u"1A12"), .text = {}, .overrideReason = {}}));
        QString said;
        auto* hint = m_queue->findChild<QLabel*>(u"dropHint"_s);
        dragAndDrop(*m_units->viewport(), rowWith(*m_units, u"1A12"_s), *m_queue->viewport(),
                    rowWith(*m_queue, u"0001"_s), [&] {
                        said = hint->isVisible() ? hint->text() : QString();
                        return said.contains(u"by road");
                    });
        QVERIFY2(said.contains(u"1A12 busy with 0002") && said.contains(u"by road"), qPrintable(said));
        auto* queue = part<QWidget>(m_windows->main, u"queuePane"_s);
        auto* reason = part<QLineEdit>(*queue, u"promptInput"_s);
        QTRY_VERIFY(reason->isVisible());
        QVERIFY(m_live->ordersOf(m_incident).isEmpty());
        QTest::keyClicks(reason, u"a person is hurt"_s);
        QTest::keyClick(reason, Qt::Key_Return);
        recallAndJudge(*queue);
        QVERIFY(m_live->kinds(other).contains(u"order.cancelled"_s));
    }

private:
    [[nodiscard]] QPoint incidentOnMap() const {
        return symbol(*m_map, ui::SymbolKind::Incident, {north + 0.01, east + 0.01});
    }
    [[nodiscard]] QPoint unitOnMap() const { return symbol(*m_map, ui::SymbolKind::Unit, {north, east}); }

    void recallAndJudge(const QWidget& pane) {
        QTRY_COMPARE_WITH_TIMEOUT(m_live->ordersOf(m_incident).size(), 1, patience);
        m_live->pass(3s); // half of the ring
        QTRY_VERIFY(pane.findChild<QPushButton*>(u"recall"_s));
        auto* recall = pane.findChild<QPushButton*>(u"recall"_s);
        QVERIFY(recall->isVisible());
        QTest::mouseClick(recall, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_live->kinds(m_incident).contains(u"order.recalled"_s), patience);
        m_live->pass(10s);
        const QStringList expected{u"incident.reported"_s, u"order.issued"_s, u"order.recalled"_s};
        QCOMPARE(m_live->kinds(m_incident), expected);
        const Incident* incident = m_live->situation().incidents().find(m_incident);
        QVERIFY(!m_windows->crew.maySee(*incident));
        QVERIFY(!part<QPushButton>(m_windows->field, u"order.sign"_s)->isVisible());
        QVERIFY(!pane.findChild<QPushButton*>(u"recall"_s) ||
                !pane.findChild<QPushButton*>(u"recall"_s)->isVisible());
    }

    QTemporaryDir m_folder;
    std::unique_ptr<maps::GeoService> m_places;
    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<TwoWindows> m_windows;
    IncidentId m_incident;
    QAbstractItemView* m_queue = nullptr;
    QAbstractItemView* m_units = nullptr;
    ui::MapCanvas* m_map = nullptr;
};

QTEST_MAIN(DragTest)
#include "drag_test.moc"
