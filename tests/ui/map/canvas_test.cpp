// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/raster/make_provider.h"
#include "tests/maps/raster/tile_server.h"
#include "tests/ui/map/canvas_fixture.h"
#include "ui/map/basemap.h"
#include "ui/map/canvas.h"
#include "ui/map/drag_payload.h"
#include "ui/map/map_layer.h"

#include <QAbstractButton>
#include <QOpenGLContext>
#include <QPainter>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace tridesk;
using namespace tridesk::test;
using ui::SymbolKind;

class CanvasTest : public test::CanvasFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeMap(); }
    void cleanup() { m_map.reset(); }

    void worksWithoutAnyMap();
    void saysWhatItCannotRead();
    void staysUsableOverASilentServer();
    void hitsTheNearest();
    void nothingCoversAnEmergency();
    void clicksAndPicks();
    void pansAndZooms();
    void turnsByHandAndBack();
    void dragsAUnitOntoAnIncident();
    void dragsWhatIsSelectedTogether();
    void leavesForeignDropsAlone();
    void hidesLayers();

private:
    // Presses at one place and, while QDrag has the event loop, moves to the other and lets go there.
    void dragFromTo(QPoint from, QPoint to);
};

void CanvasTest::worksWithoutAnyMap() {
    show();
    m_map->upsert(unit(1, centre));
    const QImage picture = m_map->grab().toImage();
    QVERIFY(middleOf(picture, m_map->style().stateColour(ui::SymbolState::Available)).second > 40);
    QVERIFY(m_map->isBasemapComplete());
}

void CanvasTest::saysWhatItCannotRead() {
    QSignalSpy failed(m_map.get(), &ui::MapCanvas::basemapFailed);
    m_map->setBasemap(u"/nowhere/at-all.mbtiles"_s);
    QVERIFY(failed.isEmpty()); // it is looked into elsewhere
    QVERIFY(failed.wait(20'000));
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains(u"at-all.mbtiles"_s));
    show();
}

void CanvasTest::staysUsableOverASilentServer() {
    TileServer server; // accepts, and says nothing
    const maps::TileSource source{.kind = maps::TileSource::Kind::Xyz,
                                  .address = server.address(u"/{z}/{x}/{y}.png"_s)};
    show();
    m_map->setBasemap(
        maps::makeProvider(source, {.storePath = {}, .limits = {.timeout = std::chrono::milliseconds(300)}}));
    m_map->upsert(unit(1, centre));
    const QImage before = m_map->grab().toImage();
    QVERIFY(middleOf(before, m_map->style().stateColour(ui::SymbolState::Available)).second > 40);
    QCOMPARE(m_map->hitAt(pixel(centre)).key, 1U);
    QTRY_VERIFY(!server.asked.isEmpty());
    m_map->upsert(unit(1, beside(30, 20))); // goes on while it is waited for
    QCOMPARE(m_map->hitAt(pixel(beside(30, 20))).key, 1U);
    m_map->upsert(unit(1, centre));
    QTRY_VERIFY(m_map->grab().toImage() != before); // the sentence in the corner
    QVERIFY(!m_map->isBasemapComplete());
    m_map->setBasemap(QString());
    QVERIFY(m_map->isBasemapComplete());
}

void CanvasTest::nothingCoversAnEmergency() {
    show();
    ui::UnitSymbol crew = unit(1, centre);
    crew.ageFade = 1;                                         // not heard of for long
    const ui::IncidentSymbol on = incident(7, beside(0, 14)); // its pin covers the crew
    m_map->upsert(crew);
    m_map->upsert(on);
    QCOMPARE(m_map->hitAt(pixel(centre)).kind, SymbolKind::Incident);
    crew.state = ui::SymbolState::Emergency;
    m_map->upsert(crew);
    QCOMPARE(m_map->hitAt(pixel(centre)).kind, SymbolKind::Unit);
    const auto [middle, pixels] = middleOf(m_map->grab().toImage(), m_map->style().alarm);
    QVERIFY2(pixels > 40, qPrintable(QString::number(pixels)));
    QVERIFY(QLineF(middle, pixel(centre)).length() < 30); // and its name beside it
}

void CanvasTest::hitsTheNearest() {
    show();
    m_map->upsert(unit(1, centre));
    m_map->upsert(unit(2, beside(9, 0)));
    QCOMPARE(m_map->hitAt(pixel(beside(7, 0))).key, 2U);
    QCOMPARE(m_map->hitAt(pixel(beside(2, 0))).key, 1U);
    m_map->upsert(unit(1, beside(200, 100))); // moved: the old place is free
    QCOMPARE(m_map->hitAt(pixel(beside(200, 100))).key, 1U);
    QCOMPARE(m_map->count(SymbolKind::Unit), 2);
    m_map->remove(SymbolKind::Unit, 1);
    QCOMPARE(m_map->hitAt(pixel(beside(200, 100))).kind, SymbolKind::None);
    m_map->upsert(incident(7, beside(-100, 50)));
    QCOMPARE(m_map->hitAt(pixel(beside(-100, 50 - 17))).kind,
             SymbolKind::Incident); // its head, above its tip
}

void CanvasTest::clicksAndPicks() {
    show();
    m_map->upsert(unit(3, centre));
    const QSignalSpy clicked(m_map.get(), &ui::MapCanvas::clicked);
    const QSignalSpy picked(m_map.get(), &ui::MapCanvas::pointPicked);
    QTest::mouseClick(m_map.get(), Qt::LeftButton, Qt::ShiftModifier, pixel(centre));
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked[0][0].value<SymbolKind>(), SymbolKind::Unit);
    QCOMPARE(clicked[0][1].toULongLong(), 3U);
    m_map->setPickMode(true);
    QTest::mouseClick(m_map.get(), Qt::LeftButton, {}, pixel(centre));
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(picked.size(), 1);
    const auto at = picked[0][0].value<QGeoCoordinate>();
    QVERIFY(at.distanceTo(ui::fromMercator(centre)) < 5);
    QVERIFY(!m_map->pickMode());
    m_map->select(SymbolKind::Unit, 3);
    m_map->grab();
}

void CanvasTest::pansAndZooms() {
    show();
    const QPointF before = m_map->view().centre();
    QTest::mousePress(m_map.get(), Qt::LeftButton, {}, {400, 300});
    QTest::mouseMove(m_map.get(), {350, 300});
    QTest::mouseMove(m_map.get(), {300, 280});
    QTest::mouseRelease(m_map.get(), Qt::LeftButton, {}, {300, 280});
    QVERIFY(m_map->view().centre().x() > before.x());
    QTest::keyClick(m_map.get(), Qt::Key_Left);
    const double zoom = m_map->view().zoom();
    QWheelEvent wheel({200, 200}, m_map->mapToGlobal(QPointF(200, 200)), {}, {0, 240}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_map.get(), &wheel);
    QTRY_VERIFY(m_map->view().zoom() > zoom + 0.95);
    auto* button = m_map->findChild<QAbstractButton*>(u"map.zoomOut"_s);
    QVERIFY(button != nullptr);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(m_map->view().zoom() < zoom + 0.5);
}

void CanvasTest::turnsByHandAndBack() {
    show();
    auto* north = m_map->findChild<QAbstractButton*>(u"map.north"_s);
    QVERIFY(north != nullptr);
    QTest::keyClick(m_map.get(), Qt::Key_BracketLeft);
    QTRY_COMPARE(m_map->view().bearing(), 15.0);
    QVERIFY2(north->accessibleName().contains(u"15"_s), qPrintable(north->accessibleName()));
    QWheelEvent wheel({200, 200}, m_map->mapToGlobal(QPointF(200, 200)), {}, {0, 120}, Qt::NoButton,
                      Qt::ShiftModifier, Qt::NoScrollPhase, false);
    const double zoom = m_map->view().zoom();
    QApplication::sendEvent(m_map.get(), &wheel);
    QTRY_COMPARE(m_map->view().bearing(), 30.0);
    QCOMPARE(m_map->view().zoom(), zoom);
    m_map->upsert(unit(4, beside(60, 25)));
    QCOMPARE(m_map->hitAt(m_map->view().toPixel(beside(60, 25))).key, 4U);
    const QSignalSpy menu(m_map.get(), &ui::MapCanvas::contextRequested);
    QTest::mousePress(m_map.get(), Qt::RightButton, {}, {300, 300});
    QTest::mouseMove(m_map.get(), {360, 300});
    QTest::mouseMove(m_map.get(), {400, 300});
    QTest::mouseRelease(m_map.get(), Qt::RightButton, {}, {400, 300});
    QVERIFY(std::abs(m_map->view().bearing() - 30) > 10);
    QCOMPARE(menu.size(), 0); // it was a turn, not a wish for a menu
    QTest::mouseClick(north, Qt::LeftButton);
    QTRY_COMPARE(m_map->view().bearing(), 0.0);
    QTest::mouseClick(m_map.get(), Qt::RightButton, {}, pixel(beside(60, 25)));
    QCOMPARE(menu.size(), 1);
    QCOMPARE(menu[0][1].toULongLong(), 4U);
}

void CanvasTest::dragFromTo(QPoint from, QPoint to) {
    QWindow* window = m_map->windowHandle();
    QTimer steps;
    int step = 0;
    connect(&steps, &QTimer::timeout, this, [&] {
        ++step;
        if (step <= 4)
            QTest::mouseMove(window, from + (to - from) * step / 4);
        else if (step == 6)
            QTest::mouseRelease(window, Qt::LeftButton, {}, to);
    });
    // Not before it has begun: a button let go too early would leave the drag waiting for ever.
    connect(m_map.get(), &ui::MapCanvas::dragStarted, &steps, [&steps] { steps.start(40); });
    QTest::mousePress(window, Qt::LeftButton, {}, from);
    QTest::mouseMove(window, from + QPoint(6, 6));
    QTest::mouseMove(window, from + QPoint(14, 14)); // the drag begins here and comes back when it is over
    QTRY_VERIFY(step >= 6);
}

void CanvasTest::dragsAUnitOntoAnIncident() {
    if (QGuiApplication::platformName() == u"offscreen")
        QSKIP("dragging with the mouse needs a display");
    show();
    m_map->upsert(unit(1, beside(-150, 0)));
    m_map->upsert(incident(5, beside(150, 40)));
    const QSignalSpy started(m_map.get(), &ui::MapCanvas::dragStarted);
    const QSignalSpy dropped(m_map.get(), &ui::MapCanvas::dropped);
    dragFromTo(pixel(beside(-150, 0)), pixel(beside(150, 40 - 17)));
    QCOMPARE(started.size(), 1);
    QTRY_COMPARE(dropped.size(), 1);
    QCOMPARE(dropped[0][0].toString(), ui::drag::unitsMime);
    QCOMPARE(ui::drag::decodeIds(dropped[0][1].toByteArray()), QStringList(u"1A1"_s));
    QCOMPARE(dropped[0][2].value<SymbolKind>(), SymbolKind::Incident);
    QCOMPARE(dropped[0][3].toULongLong(), 5U);
}

void CanvasTest::dragsWhatIsSelectedTogether() {
    if (QGuiApplication::platformName() == u"offscreen")
        QSKIP("dragging with the mouse needs a display");
    show();
    for (quint64 key = 1; key <= 3; ++key) {
        ui::UnitSymbol s = unit(key, beside(-150 + 40.0 * double(key), 0));
        s.selected = key != 2;
        m_map->upsert(s);
    }
    const QSignalSpy dropped(m_map.get(), &ui::MapCanvas::dropped);
    dragFromTo(pixel(beside(-110, 0)), pixel(beside(100, 120)));
    QTRY_COMPARE(dropped.size(), 1);
    QCOMPARE(ui::drag::decodeIds(dropped[0][1].toByteArray()), QStringList({u"1A1"_s, u"1A3"_s}));
    QCOMPARE(dropped[0][2].value<SymbolKind>(), SymbolKind::None); // on a place
}

void CanvasTest::leavesForeignDropsAlone() {
    show();
    QMimeData foreign;
    foreign.setText(u"1A12"_s);
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &foreign, Qt::LeftButton, {});
    enter.ignore();
    QApplication::sendEvent(m_map.get(), &enter);
    QVERIFY(!enter.isAccepted());
    const std::unique_ptr<QMimeData> ours(ui::drag::incidentData(u"7"_s));
    QDragEnterEvent welcome({10, 10}, Qt::CopyAction, ours.get(), Qt::LeftButton, {});
    QApplication::sendEvent(m_map.get(), &welcome);
    QVERIFY(welcome.isAccepted());
}

void CanvasTest::hidesLayers() {
    show();
    m_map->upsert(unit(1, centre));
    m_map->setLayerVisible(SymbolKind::Unit, false);
    QCOMPARE(m_map->hitAt(pixel(centre)).kind, SymbolKind::None);
    QCOMPARE(middleOf(m_map->grab().toImage(), m_map->style().stateColour(ui::SymbolState::Available)).second,
             0);
    m_map->setLayerVisible(SymbolKind::Unit, true);
    QCOMPARE(m_map->hitAt(pixel(centre)).kind, SymbolKind::Unit);
}

QTEST_MAIN(CanvasTest)
#include "canvas_test.moc"
