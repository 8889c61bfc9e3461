// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/maps/tiles/tile_writer.h"
#include "ui/map/label_collector.h"
#include "ui/map/label_placer.h"
#include "ui/map/road_style.h"
#include "ui/map/tile_painter.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

// What the basemap shows, seen on pictures made here: no golden images, which would only say that something
// is as it was.

using namespace tridesk;
using namespace tridesk::ui;
using namespace Qt::StringLiterals;
using test::FeatureSpec;
using test::LayerSpec;

namespace {

using Tags = QList<QPair<QString, QString>>;

const maps::TileId tileId{14, 13520, 6650};
constexpr int extent = 4096;

DataTile tileOf(const std::vector<LayerSpec>& layers) {
    auto decoded = maps::decodeVectorTile(test::encodeTile(layers));
    return {tileId,
            std::make_shared<const maps::VectorTile>(decoded ? std::move(*decoded) : maps::VectorTile{})};
}

QPointF placeOf(QPoint p) {
    const double tiles = double(1LL << tileId.z);
    return {(tileId.x + double(p.x()) / extent) / tiles, (tileId.y + double(p.y()) / extent) / tiles};
}

LabelRequest requestOf(QPoint middle, double zoom, LabelLanguage language = LabelLanguage::Both,
                       const MapStyle& style = MapStyle::day(), QSizeF size = {1000, 800}) {
    return {MapView(placeOf(middle), zoom, size, 1), std::make_shared<const MapStyle>(style), language, {}};
}

LabelSet labelsOf(const LabelRequest& request, const DataTile& tile) {
    LabelPlacer placer;
    return placer.place(request, collectLabels(request, {tile}));
}

QStringList textsOf(const LabelRequest& request, const DataTile& tile) {
    QStringList out;
    for (const LabelCandidate& c : collectLabels(request, {tile}))
        out << c.text;
    return out;
}

FeatureSpec street(const std::vector<QPoint>& points, const Tags& more,
                   const QString& roadClass = u"minor"_s) {
    return {2, points, Tags{{u"class"_s, roadClass}} + more};
}

QImage painted(const DataTile& tile, int zoom = 16, const MapStyle& style = MapStyle::day()) {
    const int steps = zoom - 1 - tileId.z;
    const maps::TileId id{zoom - 1, tileId.x << steps, tileId.y << steps}; // the north-western part
    return paintTile({id, 512, 1}, {tile}, style);
}

int inkIn(const QImage& image, const QRect& where) {
    int sum = 0;
    for (int y = where.top(); y <= where.bottom(); ++y)
        for (int x = where.left(); x <= where.right(); ++x)
            sum += qAlpha(image.pixel(x, y));
    return sum;
}

// Where the ink of a label lies in its sprite: the half that has the head of an arrow has more.
double headSide(const LabelSet& set, bool across) {
    if (set.labels.size() != 1)
        return 0;
    const QRect r = set.labels.front().source.toRect();
    const int half = across ? r.width() / 2 : r.height() / 2;
    const QRect first =
        across ? QRect(r.left(), r.top(), half, r.height()) : QRect(r.left(), r.top(), r.width(), half);
    const QRect second = first.translated(across ? r.width() - half : 0, across ? 0 : r.height() - half);
    return inkIn(set.atlas, second) - inkIn(set.atlas, first);
}

DataTile namedTown(QRandomGenerator& random) {
    LayerSpec streets{u"transportation_name"_s, {}};
    LayerSpec roads{u"transportation"_s, {}};
    LayerSpec points{u"poi"_s, {}};
    LayerSpec numbers{u"housenumber"_s, {}};
    LayerSpec places{u"place"_s, {}};
    for (int i = 0; i < 26; ++i) {
        const QPoint from(random.bounded(extent), random.bounded(extent));
        const QPoint middle = from + QPoint(random.bounded(-900, 900), random.bounded(-900, 900));
        const QPoint to = middle + QPoint(random.bounded(-900, 900), random.bounded(-900, 900));
        streets.features.push_back(street({from, middle, to},
                                          {{u"name"_s, u"第%1大街"_s.arg(i)},
                                           {u"name:en"_s, u"Street Number %1"_s.arg(i)},
                                           {u"ref"_s, u"G%1"_s.arg(i)}},
                                          i % 3 ? u"minor"_s : u"primary"_s));
        roads.features.push_back(street({from, middle, to}, {{u"oneway"_s, u"1"_s}}));
    }
    for (int i = 0; i < 160; ++i) {
        const QPoint at(random.bounded(extent), random.bounded(extent));
        points.features.push_back({1,
                                   {at},
                                   {{u"class"_s, i % 2 ? u"police"_s : u"bank"_s},
                                    {u"name"_s, u"某某地点%1"_s.arg(i)},
                                    {u"name:en"_s, u"Some place %1"_s.arg(i)}}});
        numbers.features.push_back(
            {1, {at + QPoint(30, 20)}, {{u"housenumber"_s, QString::number(i) + u"号"_s}}});
    }
    for (int i = 0; i < 12; ++i)
        places.features.push_back({1,
                                   {{random.bounded(extent), random.bounded(extent)}},
                                   {{u"class"_s, u"suburb"_s}, {u"name"_s, u"街道%1"_s.arg(i)}}});
    return tileOf({streets, roads, points, numbers, places});
}

} // namespace

class BasemapLookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void arrowsPointTheWay_data();
    void arrowsPointTheWay();
    void houseNumbersComeLate();
    void namesInTheLanguageAskedFor();
    void roadNumbersStandOnPlates();
    void labelsDoNotOverlap();
    void widthsGrowSmoothly();
    void tunnelsAreFaintAndBridgesOver();
    void riversAreLinesToo();
    void pedestrianStreetsAreStreets();
    void nightIsDark();
    void densePicturesShowTheSame();
    void brokenTilesAreDrawn();
    void damagedBytesAreDrawnOrRefused();
};

void BasemapLookTest::arrowsPointTheWay_data() {
    QTest::addColumn<QPoint>("from");
    QTest::addColumn<QPoint>("to");
    QTest::addColumn<bool>("across");
    QTest::addColumn<bool>("second");
    QTest::newRow("east") << QPoint(1900, 2000) << QPoint(2100, 2000) << true << true;
    QTest::newRow("west") << QPoint(2100, 2000) << QPoint(1900, 2000) << true << false;
    QTest::newRow("south") << QPoint(2000, 1900) << QPoint(2000, 2100) << false << true;
    QTest::newRow("north") << QPoint(2000, 2100) << QPoint(2000, 1900) << false << false;
}

void BasemapLookTest::arrowsPointTheWay() {
    QFETCH(const QPoint, from);
    QFETCH(const QPoint, to);
    QFETCH(const bool, across);
    QFETCH(const bool, second);
    const DataTile tile = tileOf({{u"transportation"_s, {street({from, to}, {{u"oneway"_s, u"1"_s}})}}});
    const LabelSet set = labelsOf(requestOf({2000, 2000}, 17), tile);
    QCOMPARE(set.labels.size(), 1U);
    QVERIFY(set.labels.front().along); // goes round with the map until it is placed anew
    const double side = headSide(set, across);
    QVERIFY2(second ? side > 0 : side < 0, qPrintable(QString::number(side)));
    QVERIFY(labelsOf(requestOf({2000, 2000}, 14.5), tile).labels.empty());
    const DataTile both = tileOf({{u"transportation"_s, {street({from, to}, {})}}});
    QVERIFY(labelsOf(requestOf({2000, 2000}, 17), both).labels.empty());
}

void BasemapLookTest::houseNumbersComeLate() {
    const DataTile tile =
        tileOf({{u"housenumber"_s, {{1, {{2000, 2000}}, {{u"housenumber"_s, u"12号"_s}}}}}});
    QCOMPARE(labelsOf(requestOf({2000, 2000}, 18), tile).labels.size(), 1U);
    QVERIFY(labelsOf(requestOf({2000, 2000}, 15), tile).labels.empty());
}

void BasemapLookTest::namesInTheLanguageAskedFor() {
    const Tags names{{u"class"_s, u"suburb"_s},
                     {u"name"_s, u"老城街道"_s},
                     {u"name:zh"_s, u"老城街道"_s},
                     {u"name:en"_s, u"Old Town"_s}};
    const DataTile tile = tileOf({{u"place"_s, {{1, {{2000, 2000}}, names}}}});
    const auto one = [&](LabelLanguage language) {
        const auto all = collectLabels(requestOf({2000, 2000}, 14, language), {tile});
        return all.size() == 1 ? all.front() : LabelCandidate();
    };
    QCOMPARE(one(LabelLanguage::Chinese).text, u"老城街道"_s);
    QCOMPARE(one(LabelLanguage::Chinese).second, QString());
    QCOMPARE(one(LabelLanguage::English).text, u"Old Town"_s);
    QCOMPARE(one(LabelLanguage::Both).text, u"老城街道"_s);
    QCOMPARE(one(LabelLanguage::Both).second, u"Old Town"_s);
    // and both are drawn: the second language takes a line of its own
    const auto height = [&](LabelLanguage language) {
        return labelsOf(requestOf({2000, 2000}, 14, language), tile).labels.front().source.height();
    };
    QVERIFY(height(LabelLanguage::Both) > 1.4 * height(LabelLanguage::Chinese));
}

void BasemapLookTest::roadNumbersStandOnPlates() {
    const auto road = [](const QString& roadClass, const QString& ref) {
        return tileOf({{u"transportation_name"_s,
                        {street({{500, 2000}, {3500, 2000}}, {{u"ref"_s, ref}}, roadClass)}}});
    };
    const LabelRequest request = requestOf({2000, 2000}, 15);
    const auto plates = [&](const DataTile& tile) {
        return std::ranges::count_if(collectLabels(request, {tile}),
                                     [](const LabelCandidate& c) { return c.face.plate.isValid(); });
    };
    QVERIFY(plates(road(u"motorway"_s, u"G42"_s)) > 0);
    QVERIFY(plates(road(u"secondary"_s, u"S201;X3"_s)) > 0);
    QVERIFY(textsOf(request, road(u"secondary"_s, u"S201;X3"_s)).contains(u"S201"_s));
    QCOMPARE(plates(road(u"minor"_s, u"Y7"_s)), 0);
    QCOMPARE(plates(road(u"motorway"_s, u"much too long for a plate"_s)), 0);
    const LabelSet set = labelsOf(request, road(u"motorway"_s, u"G42"_s));
    QVERIFY(!set.labels.empty());
    const QRect r = set.labels.front().source.toRect();
    const QColor plate(set.atlas.pixel(r.center().x(), r.top() + 5));
    QVERIFY(plate.green() > plate.red()); // motorways green, as on the road
}

// By the ink that is drawn: no pixel belongs to two labels.
void BasemapLookTest::labelsDoNotOverlap() {
    QRandomGenerator random(5);
    LabelPlacer placer;
    for (int round = 0; round < 12; ++round) {
        const DataTile tile = namedTown(random);
        const LabelRequest request =
            requestOf({random.bounded(extent), random.bounded(extent)}, 14 + random.bounded(5.0),
                      LabelLanguage(random.bounded(3)), round % 2 ? MapStyle::night() : MapStyle::day());
        const LabelSet set = placer.place(request, collectLabels(request, {tile}));
        QVERIFY(set.labels.size() > 3);
        QHash<std::pair<int, int>, std::size_t> owners;
        int shared = 0;
        for (std::size_t i = 0; i < set.labels.size(); ++i) {
            const PlacedLabel& label = set.labels[i];
            const QPoint corner = (request.view.toPixel(label.at) + label.offset).toPoint();
            const QRect source = label.source.toRect();
            for (int y = 0; y < source.height(); ++y) {
                for (int x = 0; x < source.width(); ++x) {
                    const QRgb pixel = set.atlas.pixel(source.left() + x, source.top() + y);
                    // the halo may touch; what is read may not
                    const bool ink =
                        request.style->dark ? qGray(pixel) > 110 : qAlpha(pixel) > 200 && qGray(pixel) < 150;
                    if (!ink)
                        continue;
                    std::size_t& owner = owners[{corner.x() + x, corner.y() + y}]; // 0: nobody's yet
                    shared += owner != 0 && owner != i + 1 ? 1 : 0;
                    owner = owner == 0 ? i + 1 : owner;
                }
            }
        }
        QVERIFY2(shared <= 2, qPrintable(u"round %1: %2 pixels"_s.arg(round).arg(shared)));
        QSet<quint64> keys;
        for (const PlacedLabel& label : set.labels) {
            QVERIFY(!keys.contains(label.key));
            keys.insert(label.key);
        }
    }
}

void BasemapLookTest::widthsGrowSmoothly() {
    for (int c = 0; c < roadClasses; ++c) {
        double before = roadWidth(RoadClass(c), 8);
        for (double zoom = 8; zoom <= 20; zoom += 0.05) {
            const double width = roadWidth(RoadClass(c), zoom);
            QVERIFY2(width >= before - 1e-9, qPrintable(u"%1 at %2"_s.arg(c).arg(zoom)));
            QVERIFY(width - before < 0.06 * std::max(1.0, width) + 0.05);
            before = width;
        }
        QVERIFY(before > 0);
    }
    QVERIFY(roadWidth(RoadClass::Motorway, 15) > roadWidth(RoadClass::Secondary, 15));
    QVERIFY(roadWidth(RoadClass::Secondary, 15) > roadWidth(RoadClass::Minor, 15));
    QVERIFY(roadWidth(RoadClass::Minor, 15) > roadWidth(RoadClass::Lane, 15));
}

void BasemapLookTest::tunnelsAreFaintAndBridgesOver() {
    const MapStyle style = MapStyle::day();
    const auto at = [](const QImage& image, QPoint data) { // the picture shows a quarter of the tile
        return QColor(image.pixel(data.x() / 4, data.y() / 4));
    };
    const std::vector<QPoint> line = {{0, 1000}, {2000, 1000}};
    const QImage ground = painted(tileOf({{u"transportation"_s, {street(line, {}, u"primary"_s)}}}));
    const QImage tunnel =
        painted(tileOf({{u"transportation"_s, {street(line, {{u"brunnel"_s, u"tunnel"_s}}, u"primary"_s)}}}));
    QCOMPARE(at(ground, {1000, 1000}), style.road(RoadClass::Primary).fill);
    QCOMPARE(at(tunnel, {1000, 1000}), style.tunnelFill);
    QCOMPARE(at(ground, {1000, 1500}), style.background);
    // a lane on a bridge goes over the motorway that it crosses; on the ground it goes under
    const std::vector<QPoint> other = {{1000, 0}, {1000, 2000}};
    for (const bool bridge : {true, false}) {
        const QImage crossing =
            painted(tileOf({{u"transportation"_s,
                             {street(other, bridge ? Tags{{u"brunnel"_s, u"bridge"_s}} : Tags{}, u"minor"_s),
                              street(line, {}, u"motorway"_s)}}}));
        QCOMPARE(at(crossing, {1000, 1000}),
                 style.road(bridge ? RoadClass::Minor : RoadClass::Motorway).fill);
    }
}

void BasemapLookTest::riversAreLinesToo() {
    const QImage image =
        painted(tileOf({{u"waterway"_s, {street({{0, 1000}, {2000, 1000}}, {}, u"river"_s)}}}));
    QCOMPARE(QColor(image.pixel(250, 250)), MapStyle::day().water);
    QCOMPARE(QColor(image.pixel(250, 300)), MapStyle::day().background);
}

void BasemapLookTest::pedestrianStreetsAreStreets() {
    QCOMPARE(roadClassOf(u"path", u"pedestrian"), RoadClass::Pedestrian);
    QCOMPARE(roadClassOf(u"path", u"footway"), RoadClass::Path);
    QCOMPARE(roadClassOf(u"transit", u"subway"), RoadClass::Subway);
    QCOMPARE(roadClassOf(u"nothing known", u""), RoadClass::None);
    const QImage image = painted(
        tileOf({{u"transportation"_s,
                 {street({{0, 1000}, {2000, 1000}}, {{u"subclass"_s, u"pedestrian"_s}}, u"path"_s)}}}));
    for (int x = 100; x < 400; x += 20) // not broken as a footpath is
        QCOMPARE(QColor(image.pixel(x, 250)), MapStyle::day().road(RoadClass::Pedestrian).fill);
}

void BasemapLookTest::nightIsDark() {
    QRandomGenerator random(9);
    const DataTile tile = namedTown(random);
    const auto lightness = [](const QImage& image) {
        double sum = 0;
        for (int i = 0; i < 512; i += 4)
            for (int k = 0; k < 512; k += 4)
                sum += qGray(image.pixel(i, k));
        return sum / (128 * 128);
    };
    QVERIFY(lightness(painted(tile)) > 200);
    QVERIFY(lightness(painted(tile, 16, MapStyle::night())) < 80);
}

void BasemapLookTest::densePicturesShowTheSame() {
    QRandomGenerator random(21);
    const DataTile tile = namedTown(random);
    const maps::TileId id{15, tileId.x * 2, tileId.y * 2};
    const QImage plain = paintTile({id, 512, 1}, {tile}, MapStyle::day());
    const QImage dense = paintTile({id, 1024, 2}, {tile}, MapStyle::day())
                             .scaled(512, 512, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QCOMPARE(dense.size(), plain.size());
    double off = 0;
    for (int y = 0; y < 512; ++y)
        for (int x = 0; x < 512; ++x)
            off += std::abs(qGray(plain.pixel(x, y)) - qGray(dense.pixel(x, y)));
    QVERIFY2(off / (512 * 512) < 1.5, qPrintable(QString::number(off / (512 * 512))));
}

void BasemapLookTest::brokenTilesAreDrawn() {
    QRandomGenerator random(17);
    const QStringList layers = {u"transportation"_s,
                                u"transportation_name"_s,
                                u"building"_s,
                                u"water"_s,
                                u"waterway"_s,
                                u"landuse"_s,
                                u"landcover"_s,
                                u"park"_s,
                                u"boundary"_s,
                                u"aeroway"_s,
                                u"poi"_s,
                                u"place"_s,
                                u"housenumber"_s,
                                u"water_name"_s,
                                u"unheard-of"_s};
    const QStringList classes = {u"motorway"_s, u"minor"_s,         u"path"_s,        u"rail"_s,
                                 u"river"_s,    u"grass"_s,         u"residential"_s, u"police"_s,
                                 u"city"_s,     u"no such class"_s, QString()};
    const auto coordinate = [&] {
        switch (random.bounded(5)) {
        case 0:
            return random.bounded(-1'000'000'000, 1'000'000'000);
        case 1:
            return random.bounded(-100'000, 100'000);
        default:
            return random.bounded(-200, extent + 200);
        }
    };
    for (int round = 0; round < 60; ++round) {
        std::vector<LayerSpec> specs;
        for (const QString& name : layers) {
            LayerSpec layer{name, {}};
            for (int i = 0; i < 12; ++i) {
                FeatureSpec f;
                f.kind = random.bounded(1, 4);
                for (int k = random.bounded(1, 14); k > 0; --k) // any order: areas cross themselves
                    f.points.emplace_back(coordinate(), coordinate());
                f.tags = {{u"class"_s, classes[random.bounded(classes.size())]},
                          {u"name"_s, QString(random.bounded(90), QChar(0x4e00 + random.bounded(3000)))},
                          {u"oneway"_s, u"1"_s},
                          {u"ref"_s, u"G1"_s},
                          {u"admin_level"_s, QString::number(random.bounded(12))},
                          {u"housenumber"_s, u"١٢"_s},
                          {u"brunnel"_s, random.bounded(2) ? u"tunnel"_s : u"bridge"_s}};
                layer.features.push_back(std::move(f));
            }
            specs.push_back(std::move(layer));
        }
        const DataTile tile = tileOf(specs);
        for (const int zoom : {15, 18}) {
            const QImage image = painted(tile, zoom);
            QCOMPARE(image.size(), QSize(512, 512));
        }
        const LabelRequest request = requestOf({2000, 2000}, 13 + random.bounded(6));
        LabelPlacer placer;
        const LabelSet set = placer.place(request, collectLabels(request, {tile}));
        QVERIFY(set.atlas.width() > 0 && set.atlas.width() < 8192);
    }
}

void BasemapLookTest::damagedBytesAreDrawnOrRefused() {
    QRandomGenerator random(23);
    const QByteArray good = test::encodeTile(
        {{u"transportation"_s, {street({{0, 1000}, {2000, 1000}}, {{u"name"_s, u"路"_s}})}},
         {u"building"_s, {{3, {{10, 10}, {400, 10}, {400, 400}}, {{u"class"_s, u"yes"_s}}}}}});
    int refused = 0;
    for (int round = 0; round < 400; ++round) {
        QByteArray bytes = good;
        for (int k = random.bounded(1, 6); k > 0; --k)
            bytes[random.bounded(bytes.size())] = char(random.bounded(256));
        if (random.bounded(4) == 0)
            bytes.truncate(random.bounded(bytes.size()));
        auto decoded = maps::decodeVectorTile(bytes);
        if (!decoded) {
            QVERIFY(!decoded.error().isEmpty());
            ++refused;
            continue;
        }
        const DataTile tile{tileId, std::make_shared<const maps::VectorTile>(std::move(*decoded))};
        QCOMPARE(painted(tile).width(), 512);
        (void)labelsOf(requestOf({2000, 2000}, 17), tile);
    }
    QVERIFY(refused > 20 && refused < 400);
}

QTEST_MAIN(BasemapLookTest)
#include "basemap_look_test.moc"
