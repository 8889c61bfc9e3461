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
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolTip>

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
