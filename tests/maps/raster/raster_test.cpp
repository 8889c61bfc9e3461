// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geo/mercator.h"
#include "maps/raster/file_provider.h"
#include "maps/raster/known_tiles.h"
#include "maps/raster/picture.h"
#include "maps/raster/placement.h"
#include "maps/raster/raster_map.h"
#include "tests/maps/raster/made_pictures.h"
#include "tests/maps/tiles/tile_writer.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <map>

using namespace Qt::StringLiterals;
using namespace tridesk;
using maps::Datum;
using maps::SourceProblem;
using maps::TileId;
using maps::TileSource;

namespace {

const QGeoCoordinate city(32.18, 116.24);

TileId tileAt(const QGeoCoordinate& place, int zoom) {
    const QPointF at = maps::toMercator(place) * double(1LL << zoom);
    return {zoom, int(at.x()), int(at.y())};
}

} // namespace

class RasterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrongWithASource_data();
    void saysWhatIsWrongWithASource();
    void makesAddresses();
    void understandsACommandLine();
    void keepsASourceAsASetting();
    void looksBeforeItDecodes();
    void takesNoRandomBytesForAPicture();
    void laysFourPicturesIntoAPiece();
    void enlargesBeyondTheLastZoom();
    void shiftedMapsLieRight_data();
    void shiftedMapsLieRight();
    void shiftedPiecesMeet();
    void darkensForTheNight();
    void forgetsWhatIsNotNeeded();
    void readsAFileOfPictures();
    void worksWithDamagedFiles_data();
    void worksWithDamagedFiles();
    void saysWhichPictureIsNone();

private:
    QTemporaryDir m_folder;
};

void RasterTest::saysWhatIsWrongWithASource_data() {
    using Code = SourceProblem::Code;
    QTest::addColumn<TileSource>("source");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const QString& address, Code code, auto change) {
        TileSource source{.kind = TileSource::Kind::Xyz, .address = address};
        change(source);
        QTest::newRow(name) << source << int(code);
    };
    const auto asItIs = [](TileSource&) {};
    const QString good = u"http://maps.example/{z}/{x}/{y}.png"_s;
    row("empty", u" "_s, Code::AddressMissing, asItIs);
    row("file", u"file:///etc/{z}/{x}/{y}"_s, Code::AddressNotHttp, asItIs);
    row("no host", u"http:///{z}/{x}/{y}"_s, Code::AddressNotHttp, asItIs);
    row("password", u"http://me:secret@maps.example/{z}/{x}/{y}"_s, Code::AddressHasUser, asItIs);
    row("long", good + QString(3000, u'a'), Code::AddressTooLong, asItIs);
    row("no row", u"http://maps.example/{z}/{x}"_s, Code::PlaceholdersMissing, asItIs);
    row("odd", u"http://maps.example/{z}/{x}/{y}/{token}"_s, Code::PlaceholderUnknown, asItIs);
    row("hosts", u"http://{s}.maps.example/{z}/{x}/{y}"_s, Code::HostsMissing, asItIs);
    row("host", u"http://{s}.maps.example/{z}/{x}/{y}"_s, Code::HostWrong,
        [](TileSource& s) { s.hosts = {u"a"_s, u"b/../c"_s}; });
    row("size", good, Code::TileSizeWrong, [](TileSource& s) { s.tileSize = 300; });
    row("zooms", good, Code::ZoomsWrong, [](TileSource& s) { s.minZoom = 19; });
    row("deep", good, Code::ZoomsWrong, [](TileSource& s) { s.maxZoom = 40; });
}

void RasterTest::saysWhatIsWrongWithASource() {
    QFETCH(const TileSource, source);
    QFETCH(const int, code);
    const auto checked = maps::check(source);
    QVERIFY(!checked);
    QCOMPARE(int(checked.error().code), code);
    QVERIFY(!checked.error().value.contains(u"secret"_s));
    // A setting that was spoilt by hand leads back to the package, not to a crash.
    QCOMPARE(maps::sourceFromSetting(maps::toSetting(source)).kind == TileSource::Kind::Package ||
                 maps::check(maps::sourceFromSetting(maps::toSetting(source))).has_value(),
             true);
}

void RasterTest::makesAddresses() {
    TileSource source{.kind = TileSource::Kind::Xyz, .address = u"http://maps.example/{z}/{x}/{y}.png"_s};
    const TileId id{3, 5, 2};
    QCOMPARE(maps::tileUrl(source, id), QUrl(u"http://maps.example/3/5/2.png"_s));
    source.address = u"http://maps.example/{z}/{x}/{-y}.png"_s;
    QCOMPARE(maps::tileUrl(source, id), QUrl(u"http://maps.example/3/5/5.png"_s));
    source.address = u"http://{s}.maps.example/{q}.jpg?v=1"_s;
    source.hosts = {u"t0"_s, u"t1"_s, u"t2"_s};
    QVERIFY(maps::check(source));
    // x = 101, y = 010: a digit a level, y's bit before x's
    QCOMPARE(maps::tileUrl(source, id), QUrl(u"http://t1.maps.example/121.jpg?v=1"_s));
}

void RasterTest::understandsACommandLine() {
    using Kind = TileSource::Kind;
    QCOMPARE(maps::sourceFrom(u"/maps/city.mbtiles"_s).kind, Kind::File);
    QCOMPARE(maps::sourceFrom(u"http://a.example/{z}/{x}/{y}.png"_s).kind, Kind::Xyz);
    QCOMPARE(maps::sourceFrom(u"https://a.example/wmts?request=GetCapabilities"_s).kind, Kind::Wmts);
    QVERIFY(maps::check(maps::sourceFrom(u"https://{s}.a.example/{z}/{x}/{y}.png"_s)));
}

void RasterTest::keepsASourceAsASetting() {
    TileSource source{.kind = TileSource::Kind::Xyz,
                      .name = u"内网地图"_s,
                      .address = u"http://{s}.example/{z}/{x}/{-y}"_s,
                      .hosts = {u"a"_s, u"b"_s},
                      .datum = Datum::Gcj02,
                      .tileSize = 512,
                      .minZoom = 3,
                      .maxZoom = 17,
                      .attribution = u"© 测绘"_s};
    QCOMPARE(maps::sourceFromSetting(maps::toSetting(source)), source);
    QCOMPARE(maps::sourceFromSetting({}), TileSource());
}

void RasterTest::looksBeforeItDecodes() {
    const QImage image = test::plainTile({4, 3, 2});
    for (const char* format : {"png", "jpg", "webp"}) {
        const auto decoded = maps::decodePicture(test::encoded(image, format));
        QVERIFY2(decoded, format);
        QCOMPARE(decoded->size(), image.size());
    }
    QImage broad(5000, 3, QImage::Format_RGB32);
    broad.fill(Qt::red);
    QCOMPARE(maps::decodePicture(test::encoded(broad)).error(), maps::PictureProblem::TooLarge);
    QByteArray whole = test::encoded(image);
    // What the header claims, 2,000,000,000 pixels, is not believed.
    whole.replace(16, 8,
                  QByteArray::fromHex("77359400"
                                      "77359400"));
    QVERIFY(!maps::decodePicture(whole));
    QCOMPARE(maps::decodePicture("<html>sign in</html>").error(), maps::PictureProblem::NotAPicture);
    QCOMPARE(maps::decodePicture({}).error(), maps::PictureProblem::NotAPicture);
}

void RasterTest::takesNoRandomBytesForAPicture() {
    QRandomGenerator random(17);
    const QByteArray good[] = {test::encoded(test::plainTile({4, 3, 2})),
                               test::encoded(test::plainTile({4, 3, 2}), "jpg")};
    for (int round = 0; round < 400; ++round) {
        QByteArray bytes = good[round % 2];
        for (int i = 0; i < 1 + round % 12; ++i)
            bytes[random.bounded(bytes.size())] = char(random.bounded(256));
        bytes.truncate(random.bounded(4, int(bytes.size()) + 1));
        if (const auto decoded = maps::decodePicture(bytes))
            QVERIFY(decoded->width() <= 4096 && decoded->height() <= 4096);
    }
}

void RasterTest::laysFourPicturesIntoAPiece() {
    const TileSource source{.kind = TileSource::Kind::Xyz};
    const maps::PieceWanted piece{.id = {9, 421, 207}, .pixels = 512, .background = qRgb(9, 9, 9)};
    const maps::Placement placement = maps::placementOf(piece, source);
    QCOMPARE(placement.zoom, 10);
    QCOMPARE(int(placement.tiles.size()), 4);
    std::map<int, QImage> pictures;
    const auto give = [&](TileId id) -> const QImage* {
        if (id == TileId{10, 843, 415})
            return nullptr;
        return &pictures.emplace(id.x * 10000 + id.y, test::plainTile(id)).first->second;
    };
    const QImage image = maps::compose(piece, placement, give);
    QCOMPARE(image.size(), QSize(512, 512));
    QCOMPARE(image.pixel(0, 0), test::colourOf({10, 842, 414}));
    QCOMPARE(image.pixel(255, 255), test::colourOf({10, 842, 414}));
    QCOMPARE(image.pixel(256, 255), test::colourOf({10, 843, 414}));
    QCOMPARE(image.pixel(255, 256), test::colourOf({10, 842, 415}));
    QCOMPARE(image.pixel(256, 256), qRgb(9, 9, 9)); // none there
}

void RasterTest::enlargesBeyondTheLastZoom() {
    const TileSource source{.kind = TileSource::Kind::Xyz, .tileSize = 512, .minZoom = 4, .maxZoom = 9};
    const maps::PieceWanted piece{.id = {11, 4 * 421 + 3, 4 * 207 + 1}, .pixels = 512};
    const maps::Placement placement = maps::placementOf(piece, source);
    QCOMPARE(placement.tiles, std::vector<TileId>({{9, 421, 207}}));
    QImage picture(512, 512, QImage::Format_RGB32);
    picture.fill(Qt::white);
    for (int y = 128; y < 256; ++y) // the piece's part, from 384, 128
        for (int x = 384; x < 512; ++x)
            picture.setPixel(x, y, qRgb(0, 90, 0));
    const QImage image = maps::compose(piece, placement, [&](TileId) { return &picture; });
    QCOMPARE(image.pixel(256, 256), qRgb(0, 90, 0));
    QCOMPARE(image.pixel(508, 508), qRgb(0, 90, 0));
    QVERIFY(maps::placementOf({.id = {2, 1, 1}, .pixels = 512}, source).tiles.empty());
}

void RasterTest::shiftedMapsLieRight_data() {
    QTest::addColumn<Datum>("datum");
    QTest::addColumn<int>("zoom");
    QTest::addColumn<int>("tileSize");
    for (const int zoom : {3, 8, 10, 11, 12, 14, 16, 18})
        for (const int size : {256, 512}) {
            QTest::addRow("GCJ-02 at %d, %d", zoom, size) << Datum::Gcj02 << zoom << size;
            QTest::addRow("BD-09 at %d, %d", zoom, size) << Datum::Bd09 << zoom << size;
            QTest::addRow("WGS-84 at %d, %d", zoom, size) << Datum::Wgs84 << zoom << size;
        }
}

/// A mark that a GCJ-02 map shows at its own place must come to lie where the place is in WGS-84.
void RasterTest::shiftedMapsLieRight() {
    QFETCH(const Datum, datum);
    QFETCH(const int, zoom);
    QFETCH(const int, tileSize);
    const TileSource source{
        .kind = TileSource::Kind::Xyz, .datum = datum, .tileSize = tileSize, .maxZoom = 22};
    QRandomGenerator random(zoom);
    double worst = 0;
    for (int i = 0; i < 12; ++i) {
        const QGeoCoordinate place(city.latitude() + random.bounded(8.0) - 4,
                                   city.longitude() + random.bounded(8.0) - 4);
        const maps::PieceWanted piece{
            .id = tileAt(place, zoom), .pixels = 512, .background = qRgb(255, 255, 255)};
        const maps::Placement placement = maps::placementOf(piece, source);
        QVERIFY(!placement.tiles.empty());
        std::map<std::pair<int, int>, QImage> pictures;
        for (const TileId id : placement.tiles)
            pictures[{id.x, id.y}] = test::markedTile(id, place, datum, tileSize);
        const QImage image = maps::compose(
            piece, placement, [&](TileId id) -> const QImage* { return &pictures.at({id.x, id.y}); });
        const QPointF right =
            (maps::toMercator(place) * double(1LL << zoom) - QPointF(piece.id.x, piece.id.y)) * 512;
        if (!QRectF(8, 8, 496, 496).contains(right))
            continue; // cut at the piece's edge: its middle says nothing
        const QPointF off = test::middleOfDark(image) - right;
        worst = std::max(worst, std::hypot(off.x(), off.y()));
    }
    QVERIFY2(worst <= 0.35, qPrintable(QString::number(worst))); // a quarter, and the mark's own rounding
}

void RasterTest::shiftedPiecesMeet() {
    const TileSource source{.kind = TileSource::Kind::Xyz, .datum = Datum::Gcj02};
    const TileId left = tileAt(city, 12);
    const maps::Placement a = maps::placementOf({.id = left}, source);
    const maps::Placement b = maps::placementOf({.id = {left.z, left.x + 1, left.y}}, source);
    const auto world = [](const maps::Placement& p, int corner) {
        return p.corner(corner % 2 * p.cells, corner / 2 * p.cells) +
               QPointF(p.tiles.front().x, p.tiles.front().y);
    };
    QCOMPARE(world(a, 1), world(b, 0));
    QCOMPARE(world(a, 3), world(b, 2));
}

void RasterTest::darkensForTheNight() {
    const TileSource source{.kind = TileSource::Kind::Xyz, .tileSize = 512};
    maps::PieceWanted piece{.id = {9, 421, 207}, .brightness = 0.5};
    QImage white(512, 512, QImage::Format_RGB32);
    white.fill(Qt::white);
    const QImage image =
        maps::compose(piece, maps::placementOf(piece, source), [&](TileId) { return &white; });
    QVERIFY(std::abs(qRed(image.pixel(100, 100)) - 127) <= 1);
}

void RasterTest::forgetsWhatIsNotNeeded() {
    maps::KnownTiles known(3 * 256 * 256 * 4 + 1000);
    known.need({TileId{5, 0, 0}});
    for (int x = 0; x < 8; ++x)
        known.put({5, x, 0}, {maps::TileAnswer::Kind::Picture, test::plainTile({5, x, 0})});
    QVERIFY(known.find({5, 0, 0}) != nullptr); // the oldest, but needed
    QVERIFY(known.find({5, 7, 0}) != nullptr);
    QVERIFY(known.find({5, 3, 0}) == nullptr);
    known.put({5, 0, 0}, {maps::TileAnswer::Kind::Failed, {}});
    known.forgetFailures();
    QVERIFY(known.find({5, 0, 0}) == nullptr);
    QVERIFY(known.bytes() <= 3 * 256 * 256 * 4 + 1000);
}

void RasterTest::readsAFileOfPictures() {
    const QString path = m_folder.filePath(u"pictures.mbtiles"_s);
    const TileId id = tileAt(city, 11);
    std::vector<test::TileSpec> tiles;
    tiles.reserve(4);
    for (int i = 0; i < 4; ++i)
        tiles.push_back({id.child(i), test::encoded(test::plainTile(id.child(i)), i % 2 ? "jpg" : "png")});
    // neither format nor zooms are stated: what its tiles show
    QVERIFY(test::writeMbTiles(path, tiles, {{u"name"_s, u"city"_s}, {u"attribution"_s, u"© us"_s}}));
    maps::RasterMap map(std::make_unique<maps::FileProvider>(maps::sourceFrom(path)));
    QSignalSpy opened(&map, &maps::RasterMap::opened);
    QSignalSpy drawn(&map, &maps::RasterMap::drawn);
    map.want({{.id = id}});
    QVERIFY(drawn.wait(20'000));
    QCOMPARE(opened.size(), 1);
    const auto source = opened[0][0].value<TileSource>();
    QCOMPARE(source.maxZoom, 12);
    QCOMPARE(source.tileSize, 256);
    QCOMPARE(source.attribution, u"© us"_s);
    QVERIFY(drawn[0][2].toBool());
    const auto image = drawn[0][1].value<QImage>();
    QCOMPARE(image.pixel(10, 10), test::colourOf(id.child(0)));
    QCOMPARE(image.pixel(10, 500), test::colourOf(id.child(2)));
}

void RasterTest::worksWithDamagedFiles_data() {
    QTest::addColumn<QByteArray>("bytes");
    const QString whole = m_folder.filePath(u"whole.mbtiles"_s);
    QVERIFY(test::writeMbTiles(whole, {{{3, 1, 1}, test::encoded(test::plainTile({3, 1, 1}))}}, {}));
    QFile file(whole);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("no database at all, but text").repeated(99);
    QTest::newRow("head only") << bytes.left(100);
    QTest::newRow("cut") << bytes.left(bytes.size() / 2);
}

void RasterTest::worksWithDamagedFiles() {
    QFETCH(const QByteArray, bytes);
    const QString path = m_folder.filePath(u"damaged.mbtiles"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
    file.close();
    maps::RasterMap map(std::make_unique<maps::FileProvider>(maps::sourceFrom(path)));
    QSignalSpy troubled(&map, &maps::RasterMap::troubled);
    map.want({{.id = {2, 0, 0}}});
    QVERIFY(troubled.wait(20'000));
    const auto trouble = troubled[0][0].value<maps::SourceTrouble>();
    QCOMPARE(trouble.code, maps::SourceTrouble::Code::FileUnreadable);
    QVERIFY(trouble.detail.contains(u"damaged.mbtiles"_s) || !trouble.detail.isEmpty());
}

void RasterTest::saysWhichPictureIsNone() {
    const QString path = m_folder.filePath(u"some.mbtiles"_s);
    const TileId id{3, 4, 2};
    QVERIFY(test::writeMbTiles(path,
                               {{id.child(0), test::encoded(test::plainTile(id.child(0)))},
                                {id.child(1), "not a picture"},
                                {id.child(2), test::encoded(test::plainTile(id.child(2)))}},
                               {{u"format"_s, u"png"_s}}));
    maps::RasterMap map(std::make_unique<maps::FileProvider>(maps::sourceFrom(path)));
    QSignalSpy troubled(&map, &maps::RasterMap::troubled);
    QSignalSpy drawn(&map, &maps::RasterMap::drawn);
    map.want({{.id = id, .background = qRgb(1, 2, 3)}});
    QVERIFY(drawn.wait(20'000));
    const auto trouble = troubled.value(0).value(0).value<maps::SourceTrouble>();
    QCOMPARE(trouble.code, maps::SourceTrouble::Code::NotPictures);
    QCOMPARE(trouble.detail, u"4/9/4"_s);
    const auto image = drawn[0][1].value<QImage>();
    QCOMPARE(image.pixel(10, 10), test::colourOf(id.child(0))); // the rest is shown
    QCOMPARE(image.pixel(500, 10), qRgb(1, 2, 3));
}

QTEST_GUILESS_MAIN(RasterTest)
#include "raster_test.moc"
