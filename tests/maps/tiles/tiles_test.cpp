// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/tiles/inflate.h"
#include "maps/tiles/mercator.h"
#include "maps/tiles/tile_reader.h"
#include "tests/maps/tiles/tile_writer.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tridesk;

namespace {

QByteArray sampleTile() {
    return test::encodeTile(
        {{u"transportation"_s,
          {{2, {{0, 100}, {2000, 100}, {4096, 900}}, {{u"class"_s, u"primary"_s}, {u"oneway"_s, u"1"_s}}},
           {2, {{-60, 4000}, {5000, 4000}}, {{u"class"_s, u"minor"_s}}}}},
         {u"water"_s, {{3, {{10, 10}, {500, 10}, {500, 500}, {10, 500}}, {{u"class"_s, u"lake"_s}}}}},
         {u"poi"_s, {{1, {{77, 88}}, {{u"name"_s, u"人民医院"_s}}}}}});
}

} // namespace

class TilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatWasWritten();
    void refusesWhatIsCutOff();
    void survivesAnyBytes();
    void holdsItsBounds();
    void inflatesWithinBounds();
    void readsAnMbTilesFile();
    void countsDamagedTiles();
    void saysWhatIsNoMap();
    void mercatorGoesThereAndBack();
    void keepsWithinItsMemory();
};

void TilesTest::readsWhatWasWritten() {
    const auto tile = maps::decodeVectorTile(sampleTile());
    QVERIFY(tile);
    QCOMPARE(tile->layers.size(), 3U);
    const maps::VectorLayer* roads = tile->layer(u"transportation");
    QVERIFY(roads != nullptr);
    QCOMPARE(roads->features.size(), 2U);
    const maps::VectorFeature& first = roads->features[0];
    QCOMPARE(first.kind, maps::GeometryKind::Line);
    QCOMPARE(roads->text(first, roads->keyIndex(u"class")), u"primary"_s);
    QCOMPARE(roads->number(first, roads->keyIndex(u"oneway"), 0), 1.0);
    QCOMPARE(first.bounds, QRect(QPoint(0, 100), QPoint(4096, 900)));
    const auto points = roads->part(first.firstPart);
    QCOMPARE(points.size(), 3U);
    QCOMPARE(points[2], QPoint(4096, 900));
    QCOMPARE(roads->keyIndex(u"nothing"), -1);
    const maps::VectorLayer* poi = tile->layer(u"poi");
    QCOMPARE(poi->text(poi->features[0], poi->keyIndex(u"name")), u"人民医院"_s);
    QVERIFY(tile->layer(u"building") == nullptr);
}

void TilesTest::refusesWhatIsCutOff() {
    const QByteArray whole = sampleTile();
    int refused = 0;
    for (qsizetype n = 1; n < whole.size(); ++n)
        refused += maps::decodeVectorTile(whole.left(n)) ? 0 : 1;
    QCOMPARE_GE(refused, int(whole.size()) - 4); // a cut between two layers leaves a whole, smaller tile
}

void TilesTest::survivesAnyBytes() {
    QRandomGenerator random(20261121);
    const QByteArray good = sampleTile();
    for (int round = 0; round < 20000; ++round) {
        QByteArray bytes = good;
        for (int i = random.bounded(1, 8); i > 0; --i)
            bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
        if (round % 3 == 0)
            bytes.truncate(random.bounded(int(bytes.size())));
        const auto tile = maps::decodeVectorTile(bytes);
        if (!tile) {
            QVERIFY(!tile.error().isEmpty());
            continue;
        }
        for (const maps::VectorLayer& layer : tile->layers) // what was accepted can be read without harm
            for (const maps::VectorFeature& f : layer.features)
                for (std::uint32_t part = f.firstPart; part < f.endPart; ++part)
                    QVERIFY(!layer.part(part).empty());
    }
}

void TilesTest::holdsItsBounds() {
    maps::DecodeBounds bounds;
    bounds.maxPoints = 6;
    QVERIFY(!maps::decodeVectorTile(sampleTile(), bounds));
    bounds = {};
    bounds.maxFeatures = 2;
    QVERIFY(!maps::decodeVectorTile(sampleTile(), bounds));
    bounds = {};
    bounds.maxBytes = 10;
    QVERIFY(!maps::decodeVectorTile(sampleTile(), bounds));
    bounds = {};
    bounds.maxCoordinate = 4000;
    QVERIFY(!maps::decodeVectorTile(sampleTile(), bounds));
}

void TilesTest::inflatesWithinBounds() {
    const QByteArray plain(1'000'000, 'x');
    const QByteArray packed = test::gzip(plain);
    QVERIFY(maps::isGzip(packed));
    QCOMPARE(maps::inflateBounded(packed, 1'000'000).value_or(QByteArray()), plain);
    QVERIFY(!maps::inflateBounded(packed, 999'999));
    QVERIFY(!maps::inflateBounded(packed.left(packed.size() / 2), 2'000'000));
    QByteArray damaged = packed;
    damaged[damaged.size() - 6] = char(damaged[damaged.size() - 6] ^ 0x55);
    QVERIFY(!maps::inflateBounded(damaged, 2'000'000));
    QVERIFY(!maps::inflateBounded({}, 100));
}

void TilesTest::readsAnMbTilesFile() {
    QTemporaryDir folder;
    const QString path = folder.filePath(u"map.mbtiles"_s);
    QVERIFY(test::writeMbTiles(path, {{{14, 13000, 6000}, test::gzip(sampleTile())}},
                               {{u"format"_s, u"pbf"_s},
                                {u"minzoom"_s, u"0"_s},
                                {u"maxzoom"_s, u"14"_s},
                                {u"bounds"_s, u"118.5,32.0,118.9,32.2"_s},
                                {u"attribution"_s, u"© OpenStreetMap contributors"_s}}));
    const auto file = maps::MbTiles::open(path);
    QVERIFY2(file, qPrintable(file ? QString() : file.error()));
    QCOMPARE((*file)->info().maxZoom, 14);
    QCOMPARE((*file)->info().bounds.left(), 118.5);
    QCOMPARE((*file)->info().attribution, u"© OpenStreetMap contributors"_s);
    QVERIFY((*file)->tile({14, 13000, 6000}).value().has_value());
    QVERIFY(!(*file)->tile({14, 13001, 6000}).value().has_value());
    QVERIFY(!(*file)->tile({14, -1, 6000}).value().has_value());
}

void TilesTest::countsDamagedTiles() {
    QTemporaryDir folder;
    const QString path = folder.filePath(u"map.mbtiles"_s);
    QVERIFY(test::writeMbTiles(path,
                               {{{14, 1, 1}, test::gzip(sampleTile())},
                                {{14, 2, 1}, test::gzip(sampleTile()).left(60)},
                                {{14, 3, 1}, "\x1a\xff\xff\xff\xff\x7f nonsense"}},
                               {{u"maxzoom"_s, u"14"_s}}));
    const auto shared = std::make_shared<maps::DecodedTiles>();
    const auto reader = maps::TileReader::open(path, shared);
    QVERIFY(reader);
    QCOMPARE((*reader)->load({14, 1, 1})->layers.size(), 3U);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"tile 14 2 1 left out"_s));
    QVERIFY((*reader)->load({14, 2, 1})->layers.empty());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"tile 14 3 1 left out"_s));
    QVERIFY((*reader)->load({14, 3, 1})->layers.empty());
    QVERIFY((*reader)->load({14, 3, 1})->layers.empty()); // known by now: neither read nor counted again
    QVERIFY((*reader)->load({14, 9, 9})->layers.empty()); // none there is no damage
    QCOMPARE(shared->damaged(), 2);
    QCOMPARE((*reader)->dataTile({17, 8, 8}), (maps::TileId{14, 1, 1}));
}

void TilesTest::saysWhatIsNoMap() {
    QTemporaryDir folder;
    QVERIFY(!maps::MbTiles::open(folder.filePath(u"absent.mbtiles"_s)));
    QFile junk(folder.filePath(u"junk.mbtiles"_s));
    QVERIFY(junk.open(QIODevice::WriteOnly));
    junk.write(QByteArray(5000, 'j'));
    junk.close();
    const auto opened = maps::MbTiles::open(junk.fileName());
    QVERIFY(!opened);
    QVERIFY(opened.error().contains(u"junk.mbtiles"_s));
}

void TilesTest::mercatorGoesThereAndBack() {
    for (double lat = -84; lat <= 84; lat += 7) {
        for (double lon = -180; lon < 180; lon += 13) {
            const maps::LonLat back = maps::fromUnit(maps::toUnit({lon, lat}));
            QVERIFY(std::abs(back.lon - lon) < 1e-9 && std::abs(back.lat - lat) < 1e-9);
        }
    }
    QCOMPARE(maps::toUnit({0, 0}), (maps::UnitPoint{0.5, 0.5}));
    QVERIFY(std::abs(maps::metresPerUnit(0.5) - maps::equatorMetres) < 1);
}

void TilesTest::keepsWithinItsMemory() {
    const auto tile = std::make_shared<const maps::VectorTile>(maps::decodeVectorTile(sampleTile()).value());
    maps::DecodedTiles cache(3 * tile->bytes());
    for (int x = 0; x < 50; ++x)
        cache.put({14, x, 0}, tile);
    QCOMPARE_LE(cache.bytes(), 3 * tile->bytes());
    QVERIFY(cache.find({14, 49, 0}) != nullptr);
    QVERIFY(cache.find({14, 0, 0}) == nullptr);
}

QTEST_GUILESS_MAIN(TilesTest)
#include "tiles_test.moc"
