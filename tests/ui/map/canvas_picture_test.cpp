// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
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

namespace {

// Pixels that differ by more than antialiasing makes.
double differing(const QImage& a, const QImage& b) {
    qint64 n = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            n += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 70;
    }
    return double(n) / (double(a.width()) * a.height());
}

} // namespace

// What stands in the picture: symbols and tiles to the pixel, on both surfaces, turned, dense, half drawn.
class CanvasPictureTest : public test::CanvasFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { makeMap(); }
    void cleanup() { m_map.reset(); }

    void fillsItselfWithThePackageUntilToldWhere();
    void basemapAndSymbolsAgree();
    void bothSurfacesShowTheSame_data();
    void bothSurfacesShowTheSame();
    void knowsWhoDraws();
    void symbolsStandOnTheirPlace();
    void parentsStandIn();
    void isCompleteAfterEveryChangeOfStyle();
    void isCrispOnDenseScreens();
};

void CanvasPictureTest::fillsItselfWithThePackageUntilToldWhere() {
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
    // once the file was looked into, it fills the widget
    QTRY_VERIFY(m_map->view().mercatorRect().width() < box.width() * 1.005);
    const QRectF seen = m_map->view().mercatorRect();
    QVERIFY(seen.height() < box.height() * 1.005);
    QVERIFY(seen.width() > box.width() * 0.9 || seen.height() > box.height() * 0.9);
    m_map->lookAt(QGeoCoordinate(32.2, 116.2), 17);
    m_map->resize(900, 600);
    QTRY_COMPARE(m_map->view().size(), QSizeF(900, 600));
    QVERIFY(m_map->view().zoom() > 16.9);
}

// A pond in the tile and a unit in its middle: both within a pixel of their place, at every zoom.
void CanvasPictureTest::basemapAndSymbolsAgree() {
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

void CanvasPictureTest::bothSurfacesShowTheSame_data() {
    QTest::addColumn<double>("bearing");
    for (const double bearing : {0.0, 33.0, 215.0})
        QTest::addRow("%g", bearing) << bearing;
}

void CanvasPictureTest::bothSurfacesShowTheSame() {
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

void CanvasPictureTest::knowsWhoDraws() {
    QVERIFY(ui::isSoftwareRenderer("llvmpipe (LLVM 19.1.7, 256 bits)"));
    QVERIFY(ui::isSoftwareRenderer("Google SwiftShader"));
    QVERIFY(ui::isSoftwareRenderer("softpipe"));
    QVERIFY(ui::isSoftwareRenderer(""));
    QVERIFY(!ui::isSoftwareRenderer("Mesa Intel(R) UHD Graphics 630 (CFL GT2)"));
    QVERIFY(!ui::isSoftwareRenderer("NVIDIA GeForce GTX 1650/PCIe/SSE2"));
}

// Random zooms, turns and pans: a dot on the middle of the pond lies within a pixel of the pond's middle in
// the picture.
void CanvasPictureTest::symbolsStandOnTheirPlace() {
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
void CanvasPictureTest::parentsStandIn() {
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

// A tile that is being drawn in the old colours does not stand for one in the new ones, wherever the map is
// moved meanwhile.
void CanvasPictureTest::isCompleteAfterEveryChangeOfStyle() {
    QTemporaryDir folder;
    const QString path = folder.filePath(u"pond.mbtiles"_s);
    QVERIFY(writePond(path));
    m_map->setBasemap(path);
    m_map->show();
    m_map->setView(m_map->view().withCentre(pond()).withZoom(15));
    for (int round = 0; round < 20; ++round) {
        m_map->setStyle(round % 2 == 0 ? ui::MapStyle::night() : ui::MapStyle::day());
        m_map->setView(m_map->view().panned({3, 0}));
        if (round % 4 == 3)
            QTRY_VERIFY(m_map->isBasemapComplete());
    }
    QTRY_VERIFY(m_map->isBasemapComplete());
}

// A tile is drawn with the screen's own pixels: an edge is as sharp at any ratio, and lies where it belongs.
void CanvasPictureTest::isCrispOnDenseScreens() {
    QTemporaryDir folder;
    const QString path = folder.filePath(u"pond.mbtiles"_s);
    QVERIFY(writePond(path));
    for (const double dpr : {1.0, 1.25, 1.5, 2.0}) {
        ui::Basemap basemap;
        basemap.open({.kind = maps::TileSource::Kind::File, .address = path});
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

QTEST_MAIN(CanvasPictureTest)
#include "canvas_picture_test.moc"
