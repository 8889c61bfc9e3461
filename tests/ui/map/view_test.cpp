// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/must.h"
#include "ui/map/drag_payload.h"
#include "ui/map/furniture.h"
#include "ui/map/ground.h"
#include "ui/map/keyed_store.h"
#include "ui/map/line_join.h"
#include "ui/map/map_style.h"
#include "ui/map/map_view.h"
#include "ui/map/picture_cache.h"
#include "ui/map/tile_cover.h"
#include "ui/map/tile_geometry.h"
#include "ui/map/tile_painter.h"
#include "ui/map/unit_clusters.h"
#include "ui/map/view_motion.h"

#include <QPainter>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tridesk;
using namespace tridesk::test;
using ui::MapView;

namespace {

const QGeoCoordinate nanjing(32.0603, 118.7969);

MapView view(double zoom, double dpr = 1) {
    return MapView(ui::toMercator(nanjing), zoom, QSizeF(1280, 800), dpr);
}

double distance(QPointF a, QPointF b) {
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

} // namespace

class MapViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pixelsGoThereAndBack();
    void turnsAboutAPlace();
    void turnedViewsSeeTheirCorners();
    void viewsOnPixelsDifferByWholeOnes();
    void turnsTheShorterWay();
    void zoomingKeepsWhatIsUnderThePointer();
    void snappingIsSmall();
    void fitsWhatItIsGiven();
    void glidesAndComesToRestWhereItSaid();
    void zoomsToItsGoal();
    void storeChangesOneRow();
    void joinsStreets();
    void cutsRings();
    void asksForNeighbours();
    void cacheHoldsItsBound();
    void dragPayloadGoesThereAndBack();
    void clustersShowTheStrongest();
    void clustersFollowChanges();
    void groundTakenAlongIsAsComposedAnew_data();
    void groundTakenAlongIsAsComposedAnew();
    void scaleBarIsRound();
    void redIsForAlarms();
};

void MapViewTest::pixelsGoThereAndBack() {
    for (const double zoom : {4.0, 11.37, 15.0, 18.9}) {
        const MapView v = view(zoom, 1.5);
        for (const QPointF p : {QPointF(0, 0), QPointF(640, 400), QPointF(1279, 17)}) {
            QVERIFY(distance(v.toPixel(v.toMercatorPoint(p)), p) < 1e-4);
            QVERIFY(distance(v.toPixel(v.toCoordinate(p)), p) < 1e-3);
        }
    }
    QVERIFY(distance(view(15).toPixel(nanjing), {640, 400}) < 1e-6);
    // A kilometre at 32° north and zoom 15 is 247 pixels.
    QVERIFY(std::abs(view(15).pixelsPerMetre() * 1000 - 247) < 1);
}

void MapViewTest::turnsAboutAPlace() {
    const MapView east = view(15).withBearing(90); // east is up
    const QPointF middle(640, 400);
    const QPointF eastward = east.toPixel(QGeoCoordinate(nanjing.latitude(), nanjing.longitude() + 0.002));
    QVERIFY(distance(eastward, QPointF(640, 400 - 46.6)) < 0.1); // 0.002° are 46.6 pixels at zoom 15
    QCOMPARE(east.withBearing(-30).bearing(), 330.0);
    QCOMPARE(east.withBearing(720).bearing(), 0.0);
    MapView v = view(15.4, 1.25);
    const QPointF pointer(200, 650);
    const QPointF place = v.toMercatorPoint(pointer);
    for (int i = 0; i < 30; ++i) {
        v = v.turnedAbout(pointer, v.bearing() + 17);
        QVERIFY(distance(v.toPixel(place), pointer) < 0.01);
        QVERIFY(distance(v.toPixel(v.toMercatorPoint(middle)), middle) < 1e-4);
        const MapView moved = v.panned({30, -12}); // what was there is there by as much
        QVERIFY(distance(moved.toPixel(place), pointer + QPointF(30, -12)) < 0.01);
    }
}

void MapViewTest::turnedViewsSeeTheirCorners() {
    for (const double bearing : {0.0, 31.0, 90.0, 200.0, 315.0}) {
        const MapView v = view(14).withBearing(bearing);
        const QRectF seen = v.mercatorRect(10).adjusted(-1e-12, -1e-12, 1e-12, 1e-12);
        const auto tiles = ui::tilesIn(v, 0);
        for (const QPointF corner : {QPointF(0, 0), QPointF(1280, 0), QPointF(0, 800), QPointF(1280, 800)}) {
            const QPointF at = v.toMercatorPoint(corner);
            QVERIFY(seen.contains(at));
            QVERIFY(
                std::ranges::any_of(tiles, [&](maps::TileId id) { return ui::mercatorOf(id).contains(at); }));
        }
        const QRectF box(ui::toMercator(nanjing), QSizeF(0.0004, 0.0001));
        const MapView fitted = v.fitted(box, 40);
        const QRectF screen(0, 0, 1280, 800);
        for (const QPointF corner : {box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()})
            QVERIFY(screen.contains(fitted.toPixel(corner)));
    }
}

void MapViewTest::viewsOnPixelsDifferByWholeOnes() {
    for (const double bearing : {0.0, 12.5, 170.0}) {
        const MapView first = MapView(ui::toMercator(nanjing), 16.3, {1280, 800}, 1.5, bearing).onPixels();
        const MapView second = first.panned({13.37, -8.21}).onPixels();
        const QPointF way = (second.toPixel(first.centre()) - first.toPixel(first.centre())) * 1.5;
        QVERIFY(distance(way, QPointF(std::round(way.x()), std::round(way.y()))) < 1e-4);
        QVERIFY(distance(way, QPointF(13.37, -8.21) * 1.5) < 1.5);
        QVERIFY(second.isPanOf(first) && !second.isPanOf(first.withBearing(bearing + 1)));
    }
}

void MapViewTest::turnsTheShorterWay() {
    ui::ViewMotion motion;
    MapView v = view(15).withBearing(350);
    motion.turnTo(20);
    QCOMPARE(motion.goal(v).bearing(), 20.0);
    for (int i = 0; motion.isActive() && i < 1000; ++i) {
        v = motion.step(v, 0.008);
        QVERIFY(v.bearing() >= 350 || v.bearing() <= 20);
    }
    QCOMPARE(v.bearing(), 20.0);
}

void MapViewTest::zoomingKeepsWhatIsUnderThePointer() {
    MapView v = view(13.2);
    const QPointF pointer(200, 650);
    const QPointF place = v.toMercatorPoint(pointer);
    for (int i = 0; i < 20; ++i) {
        v = v.zoomedAbout(pointer, v.zoom() + 0.21);
        QVERIFY(distance(v.toPixel(place), pointer) < 0.01);
    }
}

void MapViewTest::snappingIsSmall() {
    for (const double dpr : {1.0, 1.25, 2.0}) {
        for (double zoom = 3; zoom < 19.5; zoom += 0.137) {
            const MapView snapped = view(zoom, dpr).snapped();
            QVERIFY(std::abs(snapped.zoom() - zoom) < 0.004);
            const double pixels = ui::tileScale(snapped).pixels;
            QVERIFY(std::abs(pixels - std::round(pixels)) < 1e-6);
        }
    }
}

void MapViewTest::fitsWhatItIsGiven() {
    const QRectF box(ui::toMercator(nanjing), QSizeF(0.0004, 0.0003));
    const MapView fitted = view(10).fitted(box, 40);
    QVERIFY(fitted.mercatorRect().contains(box));
    QVERIFY(distance(fitted.toPixel(box.topLeft()), fitted.toPixel(box.bottomRight())) > 500);
}

void MapViewTest::glidesAndComesToRestWhereItSaid() {
    ui::ViewMotion motion;
    MapView v = view(15);
    motion.glide({900, -300});
    const MapView goal = motion.goal(v);
    int steps = 0;
    for (; motion.isActive() && steps < 1000; ++steps)
        v = motion.step(v, 0.008);
    QVERIFY(steps > 20 && steps < 300);
    QVERIFY(distance(goal.toPixel(v.centre()), {640, 400}) < 6); // the last of it is cut off
    motion.glide({5, 5});
    QVERIFY(!motion.isActive());
}

void MapViewTest::zoomsToItsGoal() {
    ui::ViewMotion motion;
    MapView v = view(15).snapped();
    const double goal = v.withZoom(16.5).snapped().zoom();
    motion.zoomTo({10, 10}, goal);
    for (int i = 0; motion.isActive() && i < 1000; ++i)
        v = motion.step(v, 0.008);
    QCOMPARE(v.zoom(), goal);
    motion.zoomTo({10, 10}, MapView::maxZoom + 5); // clamped: must end all the same
    for (int i = 0; motion.isActive() && i < 1000; ++i)
        v = motion.step(v, 0.008);
    QVERIFY(!motion.isActive());
    QCOMPARE(v.zoom(), MapView::maxZoom);
}

void MapViewTest::storeChangesOneRow() {
    ui::KeyedStore<ui::UnitSymbol> store;
    ui::UnitSymbol symbol;
    for (symbol.key = 1; symbol.key <= 5; ++symbol.key)
        store.upsert(symbol);
    symbol.key = 3;
    symbol.label = u"three"_s;
    store.upsert(symbol);
    QCOMPARE(store.size(), 5);
    QCOMPARE(store.find(3)->label, u"three"_s);
    QVERIFY(store.remove(1));
    QVERIFY(!store.remove(1));
    QVERIFY(store.remove(5));
    QCOMPARE(store.size(), 3);
    for (const quint64 key : {2, 3, 4})
        QCOMPARE(store.find(key)->key, key);
    store.select(4);
    QVERIFY(store.find(4)->selected && !store.find(2)->selected);
}

void MapViewTest::joinsStreets() {
    const auto line = [](QPointF from, QPointF to) { return QPolygonF(QList{from, to}); };
    const std::vector<QPolygonF> pieces = {line({0, 0}, {1, 0}), line({3, 0}, {2, 0.0001}),
                                           line({1, 0}, {2, 0}), line({1, 0}, {1, 5})};
    const auto joined = ui::joinLines(pieces, 0.001);
    QCOMPARE(joined.size(), 2U);
    QCOMPARE(joined[0].pieces.size(), 3U); // straight on, not round the corner
    QCOMPARE(joined[0].line.size(), 4);
    QCOMPARE(joined[1].line.size(), 2);
}

void MapViewTest::cutsRings() {
    const QPolygonF huge({{-1e6, -1e6}, {1e6, -1e6}, {1e6, 1e6}, {-1e6, 1e6}});
    const QPolygonF cut = ui::clippedRing(huge, QRectF(0, 0, 100, 50));
    QCOMPARE(cut.boundingRect(), QRectF(0, 0, 100, 50));
    QVERIFY(ui::clippedRing(QPolygonF({{-9, -9}, {-5, -9}, {-5, -5}}), QRectF(0, 0, 100, 50)).isEmpty());
    QVERIFY(ui::clippedRing({}, QRectF(0, 0, 1, 1)).isEmpty());
}

void MapViewTest::asksForNeighbours() {
    const auto whole = ui::tilesForPicture({{14, 100, 200}, 512, 1}, 14);
    QCOMPARE(whole.size(), 9U);
    QCOMPARE(whole.front(), (maps::TileId{14, 100, 200}));
    // Well inside its data tile a picture of zoom 17 needs no other.
    const auto part = ui::tilesForPicture({{17, 100 * 8 + 4, 200 * 8 + 4}, 512, 1}, 14);
    QCOMPARE(part.size(), 1U);
    QCOMPARE(part.front(), (maps::TileId{14, 100, 200}));
    QCOMPARE(ui::tilesForPicture({{0, 0, 0}, 512, 1}, 14).size(), 1U);
}

void MapViewTest::cacheHoldsItsBound() {
    ui::PictureCache cache(10 * 64 * 64 * 4);
    for (int x = 0; x < 40; ++x)
        cache.put({14, x, 0}, QPixmap(64, 64));
    QCOMPARE_LE(cache.bytes(), 10 * 64 * 64 * 4);
    QVERIFY(cache.find({14, 39, 0}, 64) != nullptr);
    QVERIFY(cache.find({14, 39, 0}, 65) == nullptr);
    QVERIFY(cache.findAny({14, 39, 0}, 65) != nullptr);
    QVERIFY(cache.find({14, 2, 0}, 64) == nullptr);
    cache.put({14, 39, 0}, QPixmap(64, 64));
    QCOMPARE_LE(cache.bytes(), 10 * 64 * 64 * 4);
}

void MapViewTest::dragPayloadGoesThereAndBack() {
    namespace drag = ui::drag;
    const QStringList ids = {u"1A12"_s, u"警01"_s};
    const std::unique_ptr<QMimeData> units(drag::unitsData(ids));
    QVERIFY(drag::isOurs(units.get()));
    QCOMPARE(drag::unitIds(units.get()), ids);
    const std::unique_ptr<QMimeData> incident(drag::incidentData(u"7f"_s));
    QCOMPARE(drag::incidentId(incident.get()), u"7f"_s);
    QVERIFY(drag::unitIds(incident.get()).isEmpty());
    QVERIFY(!drag::isOurs(nullptr));
    QVERIFY(drag::decodeIds(QByteArray(drag::maxBytes + 1, 'a')).isEmpty());
    QCOMPARE(drag::decodeIds("a\n\nb\n"), QStringList({u"a"_s, u"b"_s}));
}

namespace {

std::vector<ui::UnitCluster> all(const ui::UnitClusters& clusters) {
    std::vector<ui::UnitCluster> out;
    clusters.forEach([&](const ui::UnitCluster& c) { out.push_back(c); });
    return out;
}

} // namespace

void MapViewTest::clustersShowTheStrongest() {
    ui::KeyedStore<ui::UnitSymbol> store;
    std::vector<ui::UnitSymbol> units(6);
    for (std::size_t i = 0; i < units.size(); ++i) {
        units[i].key = i + 1;
        units[i].at = QPointF(0.83001, 0.41001);
        units[i].state = ui::SymbolState::Available;
    }
    units[1].state = ui::SymbolState::Dispatched;
    units[4].state = ui::SymbolState::Emergency; // always stands for itself
    units[5].at = QPointF(0.9, 0.5);             // alone, far away
    for (const ui::UnitSymbol& unit : units)
        store.upsert(unit);
    ui::UnitClusters clusters;
    clusters.follow(store, 10);
    QCOMPARE(all(clusters).size(), 1U);
    QCOMPARE(all(clusters)[0].count, 4);
    QCOMPARE(all(clusters)[0].strongest, ui::SymbolState::Dispatched);
    for (std::size_t i = 0; i < units.size(); ++i)
        QCOMPARE(clusters.holds(i), i < 4);
    clusters.follow(store, 15);
    QVERIFY(all(clusters).empty() && !clusters.holds(0));
}

// Whatever is changed, added and removed, it knows the same as one that looks at everything anew.
void MapViewTest::clustersFollowChanges() {
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    ui::KeyedStore<ui::UnitSymbol> store;
    ui::UnitClusters following;
    const auto summary = [](const ui::UnitClusters& clusters) {
        QStringList lines;
        clusters.forEach([&](const ui::UnitCluster& c) {
            lines << u"%1 %2 %3 %4"_s.arg(c.at.x(), 0, 'f', 9)
                         .arg(c.at.y(), 0, 'f', 9)
                         .arg(c.count)
                         .arg(int(c.strongest));
        });
        lines.sort();
        return lines;
    };
    for (int round = 0; round < 300; ++round) {
        for (int i = 0; i < 5; ++i) {
            ui::UnitSymbol unit;
            unit.key = 1 + random.bounded(80);
            unit.at = QPointF(0.83 + random.bounded(9) * 0.0001, 0.41 + random.bounded(4) * 0.0001);
            unit.state = ui::SymbolState(random.bounded(14));
            unit.overdue = random.bounded(20) == 0;
            if (random.bounded(4) == 0)
                store.remove(unit.key);
            else
                store.upsert(unit);
        }
        if (round % 50 == 49)
            store.select(1 + random.bounded(80));
        following.follow(store, round % 90 < 45 ? 11 : 12);
        ui::KeyedStore<ui::UnitSymbol> copy;
        for (const ui::UnitSymbol& unit : store.all())
            copy.upsert(unit);
        ui::UnitClusters anew;
        anew.follow(copy, round % 90 < 45 ? 11 : 12);
        QVERIFY2(summary(following) == summary(anew),
                 qPrintable(u"seed %1, round %2"_s.arg(seed).arg(round)));
        for (std::size_t i = 0; i < store.all().size(); ++i)
            QCOMPARE(following.holds(i), anew.holds(i));
    }
}

void MapViewTest::groundTakenAlongIsAsComposedAnew_data() {
    QTest::addColumn<double>("dpr");
    QTest::addColumn<double>("bearing");
    QTest::newRow("upright") << 1.0 << 0.0;
    QTest::newRow("dense") << 1.5 << 0.0;
    QTest::newRow("turned") << 1.0 << 37.0;
}

// However the map was panned, and whatever was spoiled on the way: the same pixels as from nothing.
void MapViewTest::groundTakenAlongIsAsComposedAnew() {
    QFETCH(const double, dpr);
    QFETCH(const double, bearing);
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    MapView at = MapView(ui::toMercator(nanjing), 15, QSizeF(400, 300), dpr, bearing).onPixels();
    QColor ink = Qt::red;
    // A grid on the ground, on whole pixels, so that it looks alike wherever it is composed.
    const auto paint = [&](QPainter& p, const MapView& v) {
        p.fillRect(QRectF({0, 0}, v.size()), Qt::white);
        for (int i = -40; i < 40; ++i) {
            const QPointF way =
                ui::toMercator(nanjing) + QPointF(i, (i * i) % 40 - 20) * 60 / v.worldPixels();
            const QPointF pixel = v.toPixel(way) * dpr;
            p.save();
            p.scale(1 / dpr, 1 / dpr);
            p.fillRect(QRect(qRound(pixel.x()), qRound(pixel.y()), 31, 23), i % 2 == 0 ? ink : Qt::blue);
            p.restore();
        }
    };
    const auto pictureOf = [&](ui::Ground& ground) {
        QImage image((QSizeF(400, 300) * dpr).toSize(), QImage::Format_RGB32);
        image.setDevicePixelRatio(dpr);
        QPainter painter(&image);
        ground.paint(painter, at, {1}, paint);
        painter.end();
        return image;
    };
    ui::Ground taken;
    for (int step = 0; step < 120; ++step) {
        const int reach = step % 40 == 39 ? 700 : 45; // now and then too far to keep anything
        at = at.panned(QPointF(random.bounded(2 * reach) - reach, random.bounded(2 * reach) - reach))
                 .onPixels();
        if (step % 10 == 5) {
            ink = QColor::fromHsv(random.bounded(360), 200, 200);
            taken.spoil(QRectF(0, 0, 1, 1));
        }
        ui::Ground anew;
        QVERIFY2(pictureOf(taken) == pictureOf(anew), qPrintable(u"seed %1, step %2"_s.arg(seed).arg(step)));
    }
}

void MapViewTest::scaleBarIsRound() {
    QCOMPARE(ui::scaleBarMetres(1, 130), 100.0);
    QCOMPARE(ui::scaleBarMetres(0.1, 130), 1000.0);
    QCOMPARE(ui::scaleBarMetres(0.247, 130), 500.0);
    QCOMPARE(ui::scaleBarMetres(6, 130), 20.0);
}

void MapViewTest::redIsForAlarms() {
    const auto isRed = [](const QColor& c) {
        const int hue = c.hslHue();
        return c.hslSaturation() > 110 && (hue >= 345 || (hue >= 0 && hue <= 12));
    };
    for (const ui::MapStyle& style : {ui::MapStyle::day(), ui::MapStyle::night()}) {
        QVERIFY(isRed(style.alarm));
        for (std::size_t i = 0; i < style.states.size(); ++i)
            QCOMPARE(isRed(style.states[i]), i == std::size_t(ui::SymbolState::Emergency));
        for (const QColor& level : style.levels)
            QVERIFY(!isRed(level));
        for (const ui::RoadColours& road : style.roads)
            QVERIFY(!isRed(road.fill) && !isRed(road.casing));
    }
}

QTEST_MAIN(MapViewTest)
#include "view_test.moc"
