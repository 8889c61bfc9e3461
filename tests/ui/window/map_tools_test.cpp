// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The map's tools by real mouse and keys in a bureau's window on a real desk: catch and act, draw for all
// seats, measure, follow, go to, saved views, layers, trails, cards.

#include "app/journal/data_folder.h"
#include "app/journal/sqlite_journal.h"
#include "tests/support/live_desk.h"
#include "tests/support/must.h"
#include "tests/ui/window/mouse.h"
#include "ui/actions/selection.h"
#include "ui/map/canvas.h"
#include "ui/map/map_layer.h"
#include "ui/panes/map/map_pane.h"
#include "ui/panes/map/ring_tools.h"
#include "ui/shell/main_window.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QGeoCoordinate at1A12(32.05, 118.54), at1A14(32.05, 118.56), at2A01(32.05, 118.65), job(32.06, 118.55);

/// A window of one seat on a desk.
struct Seated {
    Seated(Desk& desk, LiveDesk& live, const QString& seat, QPoint corner)
        : look(*qApp)
        , settings(live.file(u"console.ini"_s), QSettings::IniFormat)
        , seatDesk(desk, actor(seat))
        , main({.desk = seatDesk,
                .fixes = live.fixes(),
                .look = look,
                .settings = settings,
                .name = u"test"_s,
                .size = QSize(1500, 900),
                .restore = false}) {
        main.move(corner);
        main.show();
    }

    [[nodiscard]] ui::MapCanvas& map() { return main.map().canvas(); }

    Look look;
    QSettings settings;
    SeatDesk seatDesk;
    MainWindow main;
};

/// A second desk on the first one's folder, as a second console has it.
std::unique_ptr<Desk> anotherDesk(LiveDesk& live) {
    const DataFolder folder = DataFolder::open(live.file(QString())).value();
    auto desk = std::make_unique<Desk>(
        [path = folder.journal()]() -> std::expected<std::unique_ptr<Journal>, QString> {
            auto journal = SqliteJournal::open(path);
            if (!journal)
                return std::unexpected(journal.error().toString());
            return std::unique_ptr<Journal>(std::move(*journal));
        },
        folder.journalBell(), std::make_shared<ManualClock>(), std::make_shared<CountedIds>());
    QSignalSpy ready(desk.get(), &Desk::ready);
    desk->start();
    return ready.wait(20'000) ? std::move(desk) : nullptr;
}

} // namespace

class MapToolsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_live = std::make_unique<LiveDesk>();
        m_incident = m_live->report(u"two cars, one person hurt"_s, job.latitude(), job.longitude());
        m_seat = std::make_unique<Seated>(m_live->desk(), *m_live, u"bureau"_s, QPoint(0, 0));
        QVERIFY(QTest::qWaitForWindowExposed(&m_seat->main));
        m_map = &m_seat->map();
        QTRY_COMPARE(m_map->count(ui::SymbolKind::Unit), 3);
        QTRY_COMPARE(m_map->count(ui::SymbolKind::Incident), 1);
        m_map->setView(m_map->view().withCentre(ui::toMercator(QGeoCoordinate(32.055, 118.55))).withZoom(13));
    }
    void cleanup() {
        m_seat.reset();
        m_live.reset();
    }

    void circleCatchesWhatIsInsideAndSelectsIt() {
        act("action.catchByCircle");
        QVERIFY(part<QWidget>(m_seat->main, u"map.hint"_s)->isVisible());
        const QPoint middle = pixel(at1A12);
        const int radius = (pixel(at1A14).x() - middle.x()) / 2;
        press(middle);
        move(middle + QPoint(radius / 2, 0));
        move(middle + QPoint(radius, 0));
        QCOMPARE(hint(), u"Units 1 (1 available)"_s); // while it is drawn
        release(middle + QPoint(radius, 0));
        QCOMPARE(text(u"catch.text"_s), u"Units 1 (1 available)"_s);
        click(u"catch.select"_s);
        QCOMPARE(m_seat->main.selection().units(), QSet<UnitId>{code<UnitId>(u"1A12")});
    }

    void theTurnedMapCatchesTheSame() {
        for (const double bearing : {60.0, 180.0, 301.0}) {
            m_map->setView(m_map->view().withBearing(bearing));
            if (!action("action.catchByCircle").isChecked())
                act("action.catchByCircle");
            circle(at1A14, {});
            QCOMPARE(text(u"catch.text"_s), u"Units 1 (1 available)"_s);
            QTest::mouseClick(m_map, Qt::LeftButton, {}, {5, 200}); // a click is no circle: it stays
            QCOMPARE(text(u"catch.text"_s), u"Units 1 (1 available)"_s);
        }
        click(u"catch.select"_s);
        QCOMPARE(m_seat->main.selection().units(), QSet<UnitId>{code<UnitId>(u"1A14")});
    }

    void shiftAddsAltTakesAway() {
        act("action.catchByCircle");
        circle(at1A12, {});
        circle(at1A14, Qt::ShiftModifier);
        QCOMPARE(text(u"catch.text"_s), u"Units 2 (2 available)"_s);
        circle(at1A12, Qt::AltModifier);
        QCOMPARE(text(u"catch.text"_s), u"Units 1 (1 available)"_s);
        QTest::keyClick(m_map, Qt::Key_Escape);
        QVERIFY(!action("action.catchByCircle").isChecked());
        QTest::keyClick(m_map, Qt::Key_Escape);
        QVERIFY(part<QWidget>(m_seat->main, u"catchBar"_s)->isHidden());
    }

    void polygonDispatchesTheAvailable() {
        m_seat->main.selection().setIncident(m_incident);
        act("action.catchByPolygon");
        const QPoint a = pixel(at1A12);
        const QPoint b = pixel(at1A14);
        for (const QPoint corner : {a + QPoint(-20, -20), b + QPoint(20, -20), b + QPoint(20, 20)})
            QTest::mouseClick(m_map, Qt::LeftButton, {}, corner);
        QTest::mouseClick(m_map, Qt::LeftButton, {}, a + QPoint(-20, 20));
        QTest::keyClick(m_map, Qt::Key_Return);
        QCOMPARE(text(u"catch.text"_s), u"Units 2 (2 available)"_s);
        click(u"catch.dispatch"_s);
        QTRY_COMPARE(m_live->ordersOf(m_incident).size(), 2);
        QTRY_COMPARE(text(u"catch.text"_s), u"Units 2 (0 available)"_s);
        QVERIFY(!part<QPushButton>(m_seat->main, u"catch.dispatch"_s)->isEnabled());
    }

    void lassoCatchesIncidentsTooAndWrites() {
        act("action.catchByLasso");
        const QPoint a = pixel(at1A12);
        const QPoint b = pixel(at1A14);
        const int top = pixel(job).y() - 40;
        press({a.x() - 30, top});
        for (const QPoint at :
             {QPoint(b.x() + 30, top), QPoint(b.x() + 30, b.y() + 30), QPoint(a.x() - 30, a.y() + 30)})
            move(at);
        release({a.x() - 30, a.y() + 30});
        QCOMPARE(text(u"catch.text"_s), u"Units 2 (2 available), incidents 1"_s);
        click(u"catch.list"_s);
        QCOMPARE(part<QListWidget>(m_seat->main, u"catch.things"_s)->count(), 3);
        click(u"catch.message"_s);
        auto* words = part<QLineEdit>(m_seat->main, u"compose.words"_s);
        QVERIFY(words->isVisible());
        QTest::keyClicks(words, u"form up at the bridge"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QTRY_COMPARE(m_live->situation().messages().size(), 1);
        QCOMPARE((*m_live->situation().messages().begin()).to.size(), 2);
    }

    void drawingsReachEverySeatAtOnce() {
        const auto second = anotherDesk(*m_live);
        QVERIFY(second);
        Seated station(*second, *m_live, u"station:ST01"_s, QPoint(200, 60));
        QVERIFY(QTest::qWaitForWindowExposed(&station.main));
        act("action.drawOnMap");
        click(u"plot.pen.cordon"_s);
        click(u"plot.colour.orange"_s);
        type(u"plot.label"_s, u"closed to 18:00"_s);
        for (const QPoint corner : corners())
            QTest::mouseClick(m_map, Qt::LeftButton, {}, corner);
        QTest::keyClick(m_map, Qt::Key_Return);
        QTRY_COMPARE(m_live->situation().plots().size(), 1);
        QTRY_COMPARE(station.map().count(ui::SymbolKind::Plot), 1);
        QTRY_COMPARE(second->situation().plots().size(), 1);
        const Plot& there = *second->situation().plots().begin();
        QCOMPARE(there.details.shape, PlotShape::Cordon);
        QCOMPARE(there.details.colour, PlotColour::Orange);
        QCOMPARE(there.details.label, u"closed to 18:00"_s);
        QCOMPARE(there.by, u"bureau"_s);
        QVERIFY(there.details.points.first().coordinate().distanceTo(
                    m_map->view().toCoordinate(corners().constFirst())) < 1);
        QVERIFY(m_live->desk().situation().plots().find(there.id)); // one journal

        // the station reads it, and may not change it
        station.map().setView(m_map->view());
        const QPoint side = station.map().view().toPixel(there.details.points.first().coordinate()).toPoint();
        QTest::mouseClick(&station.map(), Qt::LeftButton, {}, side);
        QVERIFY(part<QWidget>(station.main, u"plotBar"_s)->isVisible());
        QVERIFY(!part<QPushButton>(station.main, u"plot.erase"_s)->isEnabled());
        QVERIFY(part<QLabel>(station.main, u"plot.about"_s)->text().startsWith(u"Drawn by Bureau"_s));

        // the bureau erases it
        QTest::keyClick(m_map, Qt::Key_Escape);
        QTest::mouseClick(m_map, Qt::LeftButton, {}, corners().constFirst());
        click(u"plot.erase"_s);
        QTRY_COMPARE(station.map().count(ui::SymbolKind::Plot), 0);
        QTRY_COMPARE(m_map->count(ui::SymbolKind::Plot), 0);
        QVERIFY(part<QWidget>(station.main, u"plotBar"_s)->isHidden());
    }

    void aDrawingIsMovedRecolouredAndExpires() {
        act("action.drawOnMap");
        part<QComboBox>(m_seat->main, u"plot.expiry"_s)->setCurrentIndex(1);
        const QList<QPoint> ends = corners().sliced(0, 2);
        for (const QPoint corner : ends)
            QTest::mouseClick(m_map, Qt::LeftButton, {}, corner);
        QTest::keyClick(m_map, Qt::Key_Return);
        QTRY_COMPARE(m_map->count(ui::SymbolKind::Plot), 1);
        QTest::keyClick(m_map, Qt::Key_Escape);
        QVERIFY(part<QWidget>(m_seat->main, u"plotBar"_s)->isHidden());
        QTest::mouseClick(m_map, Qt::LeftButton, {}, corners().constFirst());
        QVERIFY(part<QWidget>(m_seat->main, u"plotBar"_s)->isVisible());
        press(corners().constFirst());
        move(corners().constFirst() + QPoint(20, 10));
        move(corners().constFirst() + QPoint(30, 20));
        release(corners().constFirst() + QPoint(30, 20));
        const auto plot = [this]() -> const Plot& { return *m_live->situation().plots().begin(); };
        QTRY_VERIFY((m_map->view().toPixel(plot().details.points.first().coordinate()).toPoint() -
                     corners().constFirst() - QPoint(30, 20))
                        .manhattanLength() <= 1);
        click(u"plot.colour.green"_s);
        QTRY_COMPARE(plot().details.colour, PlotColour::Green);
        QVERIFY(plot().details.expiresAt.has_value());
        m_live->pass(31min);
        QTRY_COMPARE(m_map->count(ui::SymbolKind::Plot), 0);
        QVERIFY(part<QWidget>(m_seat->main, u"plotBar"_s)->isHidden());
    }

    void aPointNeedsItsText() {
        act("action.drawOnMap");
        click(u"plot.pen.point"_s);
        QTest::mouseClick(m_map, Qt::LeftButton, {}, corners().constFirst());
        QTRY_VERIFY(m_seat->main.map().findChild<QLabel*>(u"promptComplaint"_s)->isVisible());
        QCOMPARE(m_map->count(ui::SymbolKind::Plot), 0);
        type(u"plot.label"_s, u"command post"_s);
        QTest::mouseClick(m_map, Qt::LeftButton, {}, corners().constFirst());
        QTRY_COMPARE(m_map->count(ui::SymbolKind::Plot), 1);
    }

    void measureTellsTheWay() {
        act("action.measureOnMap");
        QTest::mouseClick(m_map, Qt::LeftButton, {}, pixel(at1A12));
        QTest::mouseClick(m_map, Qt::LeftButton, {}, pixel(at1A14));
        QVERIFY2(hint().startsWith(u"Total 1.8"_s) && hint().contains(u"at 090°"_s), qPrintable(hint()));
        QTest::keyClick(m_map, Qt::Key_Escape);
        QVERIFY(part<QWidget>(m_seat->main, u"map.hint"_s)->isHidden());
    }

    void oneToolPutsTheOtherDown() {
        act("action.measureOnMap");
        act("action.drawOnMap");
        QVERIFY(!action("action.measureOnMap").isChecked());
        QVERIFY(action("action.drawOnMap").isChecked());
        act("action.catchByLasso");
        QVERIFY(part<QWidget>(m_seat->main, u"plotBar"_s)->isHidden());
        act("action.catchByLasso"); // again: down
        QVERIFY(!action("action.catchByLasso").isChecked());
        QVERIFY(part<QWidget>(m_seat->main, u"map.hint"_s)->isHidden());
    }

    void followKeepsAUnitInTheMiddleUntilTheMapIsMoved() {
        m_seat->main.selection().setUnits({code<UnitId>(u"1A12")});
        act("action.followUnit");
        QVERIFY(near(at1A12));
        const QGeoCoordinate next(32.07, 118.57);
        m_live->pass(5s);
        m_live->placeUnit(u"1A12", must(GeoPoint::from(next)));
        QTRY_VERIFY(near(next));
        m_map->zoomBy(1);
        QTRY_VERIFY(m_map->view().zoom() > 13.5);
        QVERIFY(action("action.followUnit").isChecked()); // zooming is not moving away
        QTest::keyClick(m_map, Qt::Key_Left);
        QVERIFY(!action("action.followUnit").isChecked());
        QVERIFY(part<QWidget>(m_seat->main, u"map.follow"_s)->isHidden());
        m_live->pass(5s);
        m_live->placeUnit(u"1A12", must(GeoPoint::from(at1A12)));
        QTRY_VERIFY((m_map->hitAt(m_map->view().toPixel(next)).kind == ui::SymbolKind::None));
        QVERIFY(!near(at1A12));
    }

    void goToCoordinatesCallsignAndNumber() {
        auto* box = part<QLineEdit>(m_seat->main, u"map.search"_s);
        const auto enter = [&](const QString& words) {
            box->clear();
            QTest::keyClicks(box, words);
            QTest::keyClick(box, Qt::Key_Return);
        };
        enter(u"N31.99 E118.61"_s);
        QVERIFY(near({31.99, 118.61}));
        enter(u"2a01"_s);
        QVERIFY(near(at2A01));
        QCOMPARE(m_seat->main.selection().units(), QSet<UnitId>{code<UnitId>(u"2A01")});
        enter(u"0001"_s);
        QVERIFY(near(job));
        QCOMPARE(m_seat->main.selection().incident(), m_incident);
    }

    void savedViewsComeBackByTheirNumber() {
        auto* menu = part<QMenu>(m_seat->main, u"map.views"_s);
        Q_EMIT menu->aboutToShow();
        part<QAction>(*menu, u"map.views.save"_s)->trigger();
        auto* words = m_seat->main.map().findChild<QLineEdit*>(u"promptInput"_s);
        QTest::keyClicks(words, u"river"_s);
        QTest::keyClick(words, Qt::Key_Return);
        const ui::MapView kept = m_map->view();
        m_map->lookAt({31.9, 118.2}, 10);
        m_map->setFocus();
        QTest::keyClick(m_map, Qt::Key_1);
        QCOMPARE(m_map->view().zoom(), kept.zoom());
        QVERIFY(near(ui::fromMercator(kept.centre())));
        m_seat.reset(); // and in the next window
        m_seat = std::make_unique<Seated>(m_live->desk(), *m_live, u"bureau"_s, QPoint(0, 0));
        QVERIFY(QTest::qWaitForWindowExposed(&m_seat->main));
        m_map = &m_seat->map();
        QTRY_COMPARE(m_map->count(ui::SymbolKind::Unit), 3);
        m_map->setFocus();
        QTest::keyClick(m_map, Qt::Key_1);
        QTRY_VERIFY(near(ui::fromMercator(kept.centre())));
    }

    void layersAreHiddenCountedAndRemembered() {
        m_live->defineUnit(u"F1", u"ST01", UnitKind::Foot);
        QVERIFY(m_live->ask(u"bureau", LogOn{.unit = code<UnitId>(u"F1"), .crew = {u"Sun"_s}}));
        m_live->placeUnit(u"F1", must(GeoPoint::from(32.052, 118.545)));
        QTRY_COMPARE(m_map->count(ui::SymbolKind::Unit), 4);
        act("action.mapLayers");
        auto* panel = part<QWidget>(m_seat->main, u"layersPanel"_s);
        QVERIFY(panel->isVisible());
        part<QCheckBox>(*panel, u"layer.kind.car"_s)->click();
        QTRY_COMPARE(m_map->count(ui::SymbolKind::Unit), 1);
        part<QCheckBox>(*panel, u"layer.areas"_s)->click();
        QVERIFY(!action("action.toggleAreas").isChecked());
        action("action.toggleCameras").trigger();
        QVERIFY(!part<QCheckBox>(*panel, u"layer.cameras"_s)->isChecked());
        m_seat.reset();
        m_seat = std::make_unique<Seated>(m_live->desk(), *m_live, u"bureau"_s, QPoint(0, 0));
        m_map = &m_seat->map();
        QTRY_COMPARE(m_map->count(ui::SymbolKind::Unit), 1);
        QVERIFY(!action("action.toggleAreas").isChecked());
        QVERIFY(!part<QCheckBox>(m_seat->main, u"layer.cameras"_s)->isChecked());
    }

    void ringsSpringBackWhereThereAreNoRoads() {
        QVERIFY(!action("action.toggleRings").isChecked());
        auto* tick = part<QCheckBox>(m_seat->main, u"layer.rings"_s);
        QSignalSpy refused(&m_seat->main.map().rings(), &RingTools::refused);
        action("action.mapLayers").setChecked(true);
        tick->click();
        QCOMPARE(refused.size(), 1);
        QTRY_VERIFY(!tick->isChecked() && !action("action.toggleRings").isChecked());
        QCOMPARE(refused.size(), 1);
    }

    void trailsShowWhereASelectedUnitWas() {
        for (int i = 1; i <= 4; ++i) {
            m_live->pass(60s);
            m_live->placeUnit(u"1A12", must(GeoPoint::from(32.05 + 0.002 * i, 118.54 + 0.001 * (i % 2))));
        }
        act("action.showTrails");
        QCOMPARE(m_map->count(ui::SymbolKind::Trail), 0);
        m_seat->main.selection().setUnits({code<UnitId>(u"1A12")});
        QTRY_COMPARE(m_map->count(ui::SymbolKind::Trail), 1);
        QTRY_COMPARE(m_map->hitAt(pixel({32.053, 118.5405})).kind, ui::SymbolKind::Trail);
        m_seat->main.selection().setUnits({});
        QTRY_COMPARE(m_map->count(ui::SymbolKind::Trail), 0);
    }

    void restingOnAUnitShowsItsCard() {
        auto* card = part<QWidget>(m_seat->main, u"map.card"_s);
        move(pixel(at1A12) + QPoint(60, 60), {}, Qt::NoButton);
        move(pixel(at1A12), {}, Qt::NoButton);
        QTRY_VERIFY(card->isVisible());
        QCOMPARE(text(u"map.card.title"_s), u"1A12"_s);
        QVERIFY(text(u"map.card.lines"_s).contains(u"from test"_s));
        move(pixel(at1A12) + QPoint(80, 80), {}, Qt::NoButton);
        QTRY_VERIFY(!card->isVisible());
    }

    void cardsByKeyboard() {
        m_map->setFocus();
        QTest::keyClick(m_map, Qt::Key_I);
        auto* card = part<QWidget>(m_seat->main, u"map.card"_s);
        QVERIFY(card->isVisible());
        QStringList seen;
        for (int i = 0; i < 5 && text(u"map.card.title"_s) != u"1A14"_s; ++i) {
            seen << text(u"map.card.title"_s);
            QTest::keyClick(m_map, Qt::Key_I);
        }
        QVERIFY(seen.contains(u"1A12"_s));
        QCOMPARE(text(u"map.card.title"_s), u"1A14"_s);
        QVERIFY(m_map->accessibleDescription().startsWith(u"1A14"_s));
        QTest::keyClick(m_map, Qt::Key_Return);
        QCOMPARE(m_seat->main.selection().units(), QSet<UnitId>{code<UnitId>(u"1A14")});
        QTest::keyClick(m_map, Qt::Key_Escape);
        QVERIFY(!card->isVisible());
    }

private:
    QAction& action(const char* name) { return *m_seat->main.findChild<QAction*>(QLatin1StringView(name)); }
    void act(const char* name) { action(name).trigger(); }
    QPoint pixel(const QGeoCoordinate& at) { return m_map->view().toPixel(at).toPoint(); }
    bool near(const QGeoCoordinate& at) {
        return (pixel(at) - m_map->rect().center()).manhattanLength() <= 3;
    }
    QString text(const QString& name) { return part<QLabel>(m_seat->main, name)->text(); }
    QString hint() { return text(u"map.hint.text"_s); }
    void click(const QString& name) {
        auto* button = m_seat->main.findChild<QAbstractButton*>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void type(const QString& name, const QString& words) {
        auto* line = part<QLineEdit>(m_seat->main, name);
        line->clear();
        QTest::keyClicks(line, words);
    }
    /// Free of symbols, so that a click there is the map's.
    QList<QPoint> corners() {
        const QPoint a = m_map->rect().center();
        return {a + QPoint(-120, -90), a + QPoint(110, -100), a + QPoint(100, -30), a + QPoint(-110, -40)};
    }
    void press(QPoint at, Qt::KeyboardModifiers keys = {}) {
        QTest::mousePress(m_map, Qt::LeftButton, keys, at);
    }
    void move(QPoint at, Qt::KeyboardModifiers keys = {}, Qt::MouseButtons held = Qt::LeftButton) {
        QMouseEvent event(QEvent::MouseMove, at, m_map->mapToGlobal(QPointF(at)), Qt::NoButton, held, keys);
        QCoreApplication::sendEvent(m_map, &event);
    }
    void release(QPoint at, Qt::KeyboardModifiers keys = {}) {
        QTest::mouseRelease(m_map, Qt::LeftButton, keys, at);
    }
    void circle(const QGeoCoordinate& middle, Qt::KeyboardModifiers keys) {
        const QPoint at = pixel(middle);
        press(at, keys);
        move(at + QPoint(20, 0), keys);
        move(at + QPoint(40, 0), keys);
        release(at + QPoint(40, 0), keys);
    }

    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<Seated> m_seat;
    IncidentId m_incident;
    ui::MapCanvas* m_map = nullptr;
};

QTEST_MAIN(MapToolsTest)
#include "map_tools_test.moc"
