// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/maps/tiles/tile_writer.h"
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
using ui::SymbolKind;

namespace {

const QPointF centre(0.83, 0.41);

ui::UnitSymbol unit(quint64 key, QPointF at) {
    ui::UnitSymbol s;
    s.key = key;
    s.at = at;
    s.label = u"1A%1"_s.arg(key);
    s.id = s.label;
    return s;
}

ui::IncidentSymbol incident(quint64 key, QPointF at) {
    ui::IncidentSymbol s;
    s.key = key;
    s.at = at;
    s.label = u"012%1"_s.arg(key);
    s.id = u"incident-%1"_s.arg(key);
    return s;
}

// A square pond in the tile around the centre; its middle on Mercator's square.
const QPoint pondTile(int(centre.x() * 16384), int(centre.y() * 16384));

QPointF pond() {
    return QPointF((pondTile.x() + 2000 / 4096.0) / 16384, (pondTile.y() + 2000 / 4096.0) / 16384);
}

bool writePond(const QString& path) {
    const QByteArray tile = test::encodeTile(
        {{u"water"_s,
          {{3, {{1800, 1800}, {2200, 1800}, {2200, 2200}, {1800, 2200}}, {{u"class"_s, u"lake"_s}}}}}});
    return test::writeMbTiles(path, {{{14, pondTile.x(), pondTile.y()}, test::gzip(tile)}},
                              {{u"maxzoom"_s, u"14"_s}, {u"minzoom"_s, u"14"_s}});
}

// The middle of all pixels that are nearly of a colour; the number of them.
std::pair<QPointF, int> middleOf(const QImage& image, QColor colour) {
    double x = 0;
    double y = 0;
    int n = 0;
    for (int row = 0; row < image.height(); ++row) {
        for (int column = 0; column < image.width(); ++column) {
            const QColor c = image.pixelColor(column, row);
            if (std::abs(c.red() - colour.red()) + std::abs(c.green() - colour.green()) +
                    std::abs(c.blue() - colour.blue()) >
                6)
                continue;
            x += column + 0.5;
            y += row + 0.5;
            ++n;
        }
    }
    return {n == 0 ? QPointF() : QPointF(x / n, y / n), n};
}

} // namespace

class CanvasTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_map.reset(); }

    void worksWithoutAnyMap();
    void saysWhatItCannotRead();
    void fillsItselfWithThePackageUntilToldWhere();
    void basemapAndSymbolsAgree();
    void hitsTheNearest();
    void clicksAndPicks();
    void pansAndZooms();
    void turnsByHandAndBack();
    void dragsAUnitOntoAnIncident();
    void dragsWhatIsSelectedTogether();
    void leavesForeignDropsAlone();
    void hidesLayers();
    void bothSurfacesShowTheSame_data();
    void bothSurfacesShowTheSame();
    void knowsWhoDraws();
    void symbolsStandOnTheirPlace();
    void parentsStandIn();
    void isCrispOnDenseScreens();

private:
    void show(double zoom = 15) {
        m_map->setView(m_map->view().withCentre(centre).withZoom(zoom));
        m_map->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_map.get()));
    }
    [[nodiscard]] QPoint pixel(QPointF at) const { return m_map->view().toPixel(at).toPoint(); }
    [[nodiscard]] QPointF beside(double dx, double dy) const {
        return centre + QPointF(dx, dy) / m_map->view().worldPixels();
    }
    // Presses at one place and, while QDrag has the event loop, moves to the other and lets go there.
    void dragFromTo(QPoint from, QPoint to);

    std::unique_ptr<ui::MapCanvas> m_map;
};

void CanvasTest::init() {
    m_map = std::make_unique<ui::MapCanvas>();
    m_map->resize(800, 600);
}

void CanvasTest::worksWithoutAnyMap() {
    show();
    m_map->upsert(unit(1, centre));
    const QImage picture = m_map->grab().toImage();
    QVERIFY(middleOf(picture, m_map->style().stateColour(ui::SymbolState::Available)).second > 40);
    QVERIFY(m_map->isBasemapComplete());
}

void CanvasTest::saysWhatItCannotRead() {
    const QSignalSpy failed(m_map.get(), &ui::MapCanvas::basemapFailed);
    m_map->setBasemap(u"/nowhere/at-all.mbtiles"_s);
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains(u"at-all.mbtiles"_s));
    show();
}

void CanvasTest::fillsItselfWithThePackageUntilToldWhere() {
    QTemporaryDir folder;
    const QString path = folder.filePath(u"small.mbtiles"_s);
    QVERIFY(test::writeMbTiles(path, {},
                               {{u"maxzoom"_s, u"14"_s}, {u"bounds"_s, u"116.16,32.13,116.31,32.23"_s}}));
    m_map->setBasemap(path);
    m_map->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_map.get()));
    m_map->resize(1000, 700); // the layout gives it its size later
    const QRectF box(ui::toMercator(QGeoCoordinate(32.23, 116.16)),
                     ui::toMercator(QGeoCoordinate(32.13, 116.31)));
    QTRY_COMPARE(m_map->view().size(), QSizeF(1000, 700));
    const QRectF seen = m_map->view().mercatorRect();
    QVERIFY(seen.width() < box.width() * 1.005 &&
            seen.height() < box.height() * 1.005); // it fills the widget
    QVERIFY(seen.width() > box.width() * 0.9 || seen.height() > box.height() * 0.9);
    m_map->lookAt(QGeoCoordinate(32.2, 116.2), 17);
    m_map->resize(900, 600);
    QTRY_COMPARE(m_map->view().size(), QSizeF(900, 600));
    QVERIFY(m_map->view().zoom() > 16.9);
}

// A pond in the tile and a unit in its middle: both within a pixel of their place, at every zoom.
void CanvasTest::basemapAndSymbolsAgree() {
    QTemporaryDir folder;
    const QString path = folder.filePath(u"pond.mbtiles"_s);
    QVERIFY(writePond(path));
    m_map->setBasemap(path);
    m_map->show();
    for (const double zoom : {15.0, 15.3, 16.4, 17.49}) {
        m_map->setView(m_map->view().withCentre(pond() + QPointF(3.3e-7, 1.7e-7)).withZoom(zoom));
        QTRY_VERIFY(m_map->isBasemapComplete());
        const auto [seen, pixels] = middleOf(m_map->grab().toImage(), m_map->style().water);
        QVERIFY(pixels > 500);
        const QPointF place = m_map->view().toPixel(pond());
        QVERIFY2(
            std::hypot(seen.x() - place.x(), seen.y() - place.y()) <= 1,
            qPrintable(u"zoom %1: %2,%3 not %4,%5"_s.arg(zoom).arg(seen.x()).arg(seen.y()).arg(place.x()).arg(
                place.y())));
        ui::CameraSymbol camera; // round at low zoom, square here: its middle is its place
        camera.key = 1;
        camera.at = pond();
        m_map->upsert(camera);
        m_map->upsert(unit(1, pond()));
        const auto hit = m_map->hitAt(place);
        QCOMPARE(hit.kind, SymbolKind::Unit);
        QVERIFY(hit.distance < 1);
        m_map->clear(SymbolKind::Unit);
        m_map->clear(SymbolKind::Camera);
    }
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

// Pixels that differ by more than antialiasing makes.
double differing(const QImage& a, const QImage& b) {
    qint64 n = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            n += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 70;
    }
    return double(n) / (double(a.width()) * a.height());
}

void CanvasTest::bothSurfacesShowTheSame_data() {
    QTest::addColumn<double>("bearing");
    for (const double bearing : {0.0, 33.0, 215.0})
        QTest::addRow("%g", bearing) << bearing;
}

void CanvasTest::bothSurfacesShowTheSame() {
    if (QGuiApplication::platformName() == u"offscreen")
        QSKIP("OpenGL needs a display");
    QOpenGLContext context;
    if (!context.create())
        QSKIP("no OpenGL here");
    QFETCH(double, bearing);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"pond.mbtiles"_s);
    QVERIFY(writePond(path));
    ui::MapCanvas accelerated;
    accelerated.setSurface(ui::MapSurface::OpenGl);
    QVERIFY(accelerated.isAccelerated() && !m_map->isAccelerated());
    accelerated.resize(m_map->size());
    for (ui::MapCanvas* map : {m_map.get(), &accelerated}) {
        map->setBasemap(path);
        map->setView(map->view().withCentre(centre).withZoom(15).withBearing(bearing));
        map->upsert(unit(1, centre));
        map->upsert(incident(2, beside(120, 60)));
        ui::AreaShape area;
        area.key = 1;
        area.polygon = QPolygonF({beside(-150, -90), beside(180, -100), beside(90, 140)});
        map->upsert(area);
        map->show();
        QVERIFY(QTest::qWaitForWindowExposed(map));
        QTRY_VERIFY(map->isBasemapComplete());
    }
    const QImage raster = m_map->grab().toImage().convertToFormat(QImage::Format_RGB32);
    const QImage gl = accelerated.grab().toImage().convertToFormat(QImage::Format_RGB32);
    QCOMPARE(gl.size(), raster.size());
    QVERIFY(middleOf(gl, m_map->style().stateColour(ui::SymbolState::Available)).second > 40);
    QVERIFY2(differing(raster, gl) < 0.004, qPrintable(QString::number(differing(raster, gl))));
}

void CanvasTest::knowsWhoDraws() {
    QVERIFY(ui::isSoftwareRenderer("llvmpipe (LLVM 19.1.7, 256 bits)"));
    QVERIFY(ui::isSoftwareRenderer("Google SwiftShader"));
    QVERIFY(ui::isSoftwareRenderer("softpipe"));
    QVERIFY(ui::isSoftwareRenderer(""));
    QVERIFY(!ui::isSoftwareRenderer("Mesa Intel(R) UHD Graphics 630 (CFL GT2)"));
    QVERIFY(!ui::isSoftwareRenderer("NVIDIA GeForce GTX 1650/PCIe/SSE2"));
}

// Random zooms, turns and pans: a dot on the middle of the pond lies within a pixel of the pond's middle in
// the picture.
void CanvasTest::symbolsStandOnTheirPlace() {
    QTemporaryDir folder;
    const QString path = folder.filePath(u"pond.mbtiles"_s);
    QVERIFY(writePond(path));
    m_map->setBasemap(path);
    m_map->show();
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    ui::IncidentSymbol dot = incident(1, pond());
    dot.dimmed = true; // round, its middle is its place
    double worst = 0;
    for (int round = 0; round < 24; ++round) {
        const double bearing = round % 3 == 0 ? 0 : random.bounded(360.0);
        const double zoom = 14.6 + random.bounded(2.7); // the pond begins with tiles of zoom 14
        const QPointF aside(random.bounded(200.0) - 100, random.bounded(160.0) - 80);
        const ui::MapView view = m_map->view().withCentre(pond()).withZoom(zoom).withBearing(bearing);
        m_map->setView(view.panned(aside));
        QTRY_VERIFY(m_map->isBasemapComplete());
        for (int step = 0; step < 4; ++step) { // while panning, by odd parts of a pixel
            m_map->setView(m_map->view().panned({3.37 * step, -1.71 * step}));
            QTRY_VERIFY(m_map->isBasemapComplete());
            m_map->clear(SymbolKind::Incident);
            const auto [water, pixels] = middleOf(m_map->grab().toImage(), m_map->style().water);
            QVERIFY(pixels > 300);
            m_map->upsert(dot);
            const QRect near = QRect(m_map->view().toPixel(pond()).toPoint() - QPoint(12, 12), QSize(25, 25));
            const QImage part = m_map->grab(near).toImage();
            const auto [seen, dotted] = middleOf(part, m_map->style().levelColour(4));
            QVERIFY(dotted > 30);
            const QPointF off = seen + QPointF(near.topLeft()) - water;
            worst = std::max(worst, std::hypot(off.x(), off.y()));
            QVERIFY2(std::hypot(off.x(), off.y()) <= 1,
                     qPrintable(u"seed %1, zoom %2, bearing %3: off by %4,%5"_s.arg(seed)
                                    .arg(m_map->view().zoom())
                                    .arg(bearing)
                                    .arg(off.x())
                                    .arg(off.y())));
        }
    }
    qInfo("seed %u: at most %.2f pixels off", seed, worst);
}

// With nothing but the parent's picture at hand there is no hole and no seam, at any zoom and turn on the
// way.
void CanvasTest::parentsStandIn() {
    QTemporaryDir folder;
    const QString path = folder.filePath(u"sea.mbtiles"_s);
    const QByteArray sea = test::gzip(test::encodeTile(
        {{u"water"_s,
          {{3, {{-64, -64}, {4160, -64}, {4160, 4160}, {-64, 4160}}, {{u"class"_s, u"ocean"_s}}}}}}));
    std::vector<test::TileSpec> tiles;
    for (const int z : {12, 13, 14}) {
        const QPoint middle(int(centre.x() * (1 << z)), int(centre.y() * (1 << z)));
        for (int dy = -3; dy <= 3; ++dy) {
            for (int dx = -3; dx <= 3; ++dx)
                tiles.push_back({{z, middle.x() + dx, middle.y() + dy}, sea});
        }
    }
    QVERIFY(test::writeMbTiles(path, tiles, {{u"minzoom"_s, u"12"_s}, {u"maxzoom"_s, u"14"_s}}));
    m_map->setBasemap(path);
    show(14);
    QTRY_VERIFY(m_map->isBasemapComplete());
    const QColor water = m_map->style().water;
    const QRect inner(60, 60, 660, 480); // without buttons and scale
    for (double zoom = 14; zoom < 17; zoom += 0.37) {
        for (const double bearing : {0.0, 27.0}) {
            // Nothing is waited for: all that there is are the pictures of zoom 14.
            m_map->setView(m_map->view().withCentre(centre).withZoom(zoom).withBearing(bearing));
            const QImage picture = m_map->grab(inner).toImage();
            const auto [at, wet] = middleOf(picture, water);
            QVERIFY2(wet == picture.width() * picture.height(),
                     qPrintable(u"zoom %1, bearing %2: %3 pixels are not sea"_s.arg(zoom).arg(bearing).arg(
                         picture.width() * picture.height() - wet)));
        }
    }
}

// A tile is drawn with the screen's own pixels: an edge is as sharp at any ratio, and lies where it belongs.
void CanvasTest::isCrispOnDenseScreens() {
    QTemporaryDir folder;
    const QString path = folder.filePath(u"pond.mbtiles"_s);
    QVERIFY(writePond(path));
    for (const double dpr : {1.0, 1.25, 1.5, 2.0}) {
        ui::Basemap basemap;
        QVERIFY(basemap.open(path));
        const ui::MapView view = ui::MapView(pond(), 16, {400, 300}, dpr).snapped().onPixels();
        basemap.aimAt(view);
        QTRY_VERIFY(basemap.isComplete());
        QImage picture((view.size() * dpr).toSize(), QImage::Format_RGB32);
        picture.setDevicePixelRatio(dpr);
        QPainter painter(&picture);
        basemap.paintLand(painter, view);
        painter.end();
        picture.setDevicePixelRatio(1);
        const QColor water = ui::MapStyle::day().water;
        const auto [seen, wet] = middleOf(picture, water);
        QVERIFY(std::hypot(seen.x() - 200 * dpr, seen.y() - 150 * dpr) <= 1);
        const double edge = 400.0 / 4096 * 1024 * dpr; // of the pond, in device pixels
        QVERIFY2(std::abs(std::sqrt(double(wet)) - edge) < 5,
                 qPrintable(u"ratio %1: %2 not %3"_s.arg(dpr).arg(std::sqrt(double(wet))).arg(edge)));
    }
}

QTEST_MAIN(CanvasTest)
#include "canvas_test.moc"
