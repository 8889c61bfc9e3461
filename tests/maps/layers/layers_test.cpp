// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/file_text.h"
#include "maps/layers/mapping.h"
#include "maps/layers/readers.h"
#include "tests/maps/layers/sample_lists.h"

#include <QBuffer>
#include <QFile>
#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

// Lists as they come: what they say, what they are taken for, what is left out and why; and bytes that are
// none.

using namespace Qt::StringLiterals;
using namespace tridesk::maps;
using namespace tridesk::test;

namespace {

std::expected<Layer, QString> csv(QByteArray bytes) {
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return readCsvLayer(buffer);
}

QByteArray damaged(QByteArray bytes, QRandomGenerator& random) {
    for (int changes = random.bounded(1, 6); changes > 0 && !bytes.isEmpty(); --changes) {
        const int at = int(random.bounded(quint32(bytes.size())));
        switch (random.bounded(4)) {
        case 0:
            bytes[at] = char(random.bounded(256));
            break;
        case 1:
            bytes.truncate(at);
            break;
        case 2:
            bytes.insert(at, bytes.mid(at, 40));
            break;
        default:
            bytes.remove(at, 7);
        }
    }
    return bytes;
}

} // namespace

class LayersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cameraListInEveryEncoding_data();
    void cameraListInEveryEncoding();
    void spreadsheets();
    void positionsInOneColumn_data();
    void positionsInOneColumn();
    void datumIsTurned();
    void geoJson();
    void geoJsonOfOthers();
    void kmlPlacemarks();
    void gpxTracks();
    void wkt_data();
    void wkt();
    void hostileXml();
    void manyRows();
    void mappingIsKept();
    void mappingIsChanged();
    void filesAsAWhole();
    void anyBytes_data();
    void anyBytes();
};

void LayersTest::cameraListInEveryEncoding_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("encoding");
    const auto in = [](const char* encoding) {
        QStringEncoder encoder(encoding);
        return QByteArray(encoder.encode(cameraList));
    };
    QTest::newRow("UTF-8") << cameraList.toUtf8() << u"UTF-8"_s;
    QTest::newRow("marked") << "\xef\xbb\xbf" + cameraList.toUtf8() << u"UTF-8"_s;
    QTest::newRow("GB18030") << in("GB18030") << u"GB18030"_s;
    QTest::newRow("UTF-16LE") << "\xff\xfe" + in("UTF-16LE") << u"UTF-16LE"_s;
    QTest::newRow("UTF-16BE") << "\xfe\xff" + in("UTF-16BE") << u"UTF-16BE"_s;
}

void LayersTest::cameraListInEveryEncoding() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, encoding);
    const auto layer = csv(bytes);
    QVERIFY2(layer, layer ? "" : qPrintable(layer.error()));
    QCOMPARE(layer->encoding, encoding);
    const LayerMapping mapping = guessMapping(*layer, u"点位.csv"_s);
    QCOMPARE(mapping.target, LayerTarget::Cameras);
    QCOMPARE(mapping.columns[LayerField::Ref], 0);
    QCOMPARE(mapping.columns[LayerField::Name], 1);
    QCOMPARE(mapping.columns[LayerField::Latitude], 3);
    const MappedLayer mapped = mapLayer(*layer, mapping);
    QCOMPARE(mapped.features.size(), 1);
    const MappedFeature& camera = mapped.features.first();
    QCOMPARE(camera.name, u"人民路口"_s);
    QCOMPARE(camera.heading, 90);
    QCOMPARE(camera.shape.parts.first().first(), QGeoCoordinate(39.9075, 116.39723));
    QCOMPARE(mapped.faultCount, 4);
    QCOMPARE(mapped.faults[0].row, 3);
    QCOMPARE(mapped.faults[0].field, u"经度"_s);
    QCOMPARE(mapped.faults[0].value, u"abc"_s);
    QCOMPARE(mapped.faults[1].problem, LayerProblem::OutOfRange);
    QCOMPARE(mapped.faults[2].field, u"朝向"_s);
    QCOMPARE(mapped.faults[3].problem, LayerProblem::Missing);
}

void LayersTest::spreadsheets() {
    const auto semicolons = csv("sep=;\r\nName;Latitude;Longitude\r\n\"A; B\";39,5;116,25\r\n;;\r\n"_ba);
    QVERIFY(semicolons);
    const MappedLayer mapped = mapLayer(*semicolons, guessMapping(*semicolons, u"poi.csv"_s));
    QCOMPARE(mapped.features.size(), 1);
    QCOMPARE(mapped.features.first().name, u"A; B"_s);
    QCOMPARE(mapped.features.first().shape.parts.first().first(), QGeoCoordinate(39.5, 116.25));
    const auto tabs = csv("name\tlat\tlon\tname\na\t1\t2\tb\n"_ba);
    QVERIFY(tabs);
    QCOMPARE(tabs->columns, (QStringList{u"name"_s, u"lat"_s, u"lon"_s, u"name (2)"_s}));
    const auto unknown = csv("name,lat,lon\nnowhere,0,0\n"_ba);
    QCOMPARE(mapLayer(*unknown, guessMapping(*unknown, {})).faults.first().problem, LayerProblem::Missing);
}

void LayersTest::positionsInOneColumn_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("Chinese, longitude first") << "经纬度"_ba << "\"116.25,39.5\""_ba << true;
    QTest::newRow("no doubt") << "position"_ba << "39.5 116.25"_ba << true;
    QTest::newRow("full width") << "坐标"_ba << "１１６.２５，３９.５"_ba << true;
    QTest::newRow("geometry") << "wkt"_ba << "POINT (116.25 39.5)"_ba << true;
    QTest::newRow("one number") << "坐标"_ba << "116.25"_ba << false;
    QTest::newRow("words") << "坐标"_ba << "桥头"_ba << false;
}

void LayersTest::positionsInOneColumn() {
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, value);
    QFETCH(bool, isRead);
    const auto layer = csv("name," + header + "\na," + value + "\n");
    QVERIFY(layer);
    const MappedLayer mapped = mapLayer(*layer, guessMapping(*layer, {}));
    QCOMPARE(mapped.features.size(), isRead ? 1 : 0);
    QCOMPARE(mapped.faultCount, isRead ? 0 : 1);
    if (isRead)
        QCOMPARE(mapped.features.first().shape.parts.first().first(), QGeoCoordinate(39.5, 116.25));
}

void LayersTest::datumIsTurned() {
    const auto layer = csv("name,gcj_lat,gcj_lng\na,39.9087,116.3975\n"_ba);
    const LayerMapping mapping = guessMapping(*layer, {});
    QCOMPARE(mapping.datum, Datum::Gcj02);
    const MappedLayer mapped = mapLayer(*layer, mapping);
    QCOMPARE(mapped.features.size(), 1);
    const double shift = mapped.features.first().shape.parts.first().first().distanceTo({39.9087, 116.3975});
    QVERIFY(shift > 300 && shift < 800);
    QCOMPARE(guessMapping(*csv("name,lat,lon\n"_ba), u"百度点位.csv"_s).datum, Datum::Bd09);
}

void LayersTest::geoJson() {
    const auto layer = readGeoJson(areasJson);
    QVERIFY2(layer, layer ? "" : qPrintable(layer.error()));
    QCOMPARE(layer->features.size(), 3); // one area, two points
    QCOMPARE(layer->features.first().shape.parts.first().size(), 4);
    QCOMPARE(layer->faultCount, 3);
    QCOMPARE(layer->faults[0].problem, LayerProblem::TooFewPoints);
    QCOMPARE(layer->faults[1].problem, LayerProblem::OutOfRange);
    QCOMPARE(layer->faults[2].value, u"Blob"_s);
    LayerMapping mapping = guessMapping(*layer, u"beats.geojson"_s);
    mapping.target = LayerTarget::Areas;
    const MappedLayer mapped = mapLayer(*layer, mapping);
    QCOMPARE(mapped.features.size(), 1);
    QCOMPARE(mapped.features.first().ref, u"ST01"_s);
}

void LayersTest::geoJsonOfOthers() {
    QVERIFY(!readGeoJson("{\"type\":\"Topology\"}"_ba));
    QVERIFY(!readGeoJson("[[[["_ba));
    QVERIFY(!readGeoJson(
        R"({"type":"FeatureCollection","features":[],"crs":{"properties":{"name":"EPSG:3857"}}})"_ba));
    QByteArray deep = "{\"type\":\"Feature\",\"geometry\":";
    for (int i = 0; i < 200; ++i)
        deep += "{\"type\":\"GeometryCollection\",\"geometries\":[";
    deep += "{\"type\":\"Point\",\"coordinates\":[1,2]}";
    for (int i = 0; i < 200; ++i)
        deep += "]}";
    const auto bottom = readGeoJson(deep + "}");
    QVERIFY(bottom && bottom->faults.first().problem == LayerProblem::TooDeep);
}

void LayersTest::kmlPlacemarks() {
    const auto layer = readKml(kml);
    QVERIFY2(layer, layer ? "" : qPrintable(layer.error()));
    QCOMPARE(layer->features.size(), 2);
    QCOMPARE(layer->faultCount, 1);
    QCOMPARE(layer->columns, (QStringList{u"folder"_s, u"name"_s, u"description"_s, u"heading"_s}));
    QCOMPARE(layer->features[0].values, (QStringList{u"北片"_s, u"一号"_s, u"<b>路口</b>"_s, u"45"_s}));
    QCOMPARE(layer->features[0].shape.parts.first().first(), QGeoCoordinate(39.9, 116.3));
    QCOMPARE(layer->features[1].shape.kind, ShapeKind::Area);
    QCOMPARE(layer->features[1].shape.parts.first().size(), 3);
}

void LayersTest::gpxTracks() {
    const auto layer = readGpx(gpx);
    QVERIFY2(layer, layer ? "" : qPrintable(layer.error()));
    QCOMPARE(layer->features.size(), 2);
    QCOMPARE(layer->faults.first().field, u"lat"_s);
    QCOMPARE(layer->faults.first().value, u"99"_s);
    const Shape& track = layer->features[1].shape;
    QCOMPARE(track.parts.first().size(), 2);
    QCOMPARE(track.times.size(), 2);
    QCOMPARE(track.times[0].secsTo(track.times[1]), 10);
}

void LayersTest::wkt_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("points"); // 0: refused
    QTest::newRow("point") << u"POINT(116 39)"_s << 1;
    QTest::newRow("heights") << u"SRID=4326;LINESTRING Z (116 39 5, 117 40 6)"_s << 2;
    QTest::newRow("ring") << u"polygon ((0 0, 1 0, 1 1, 0 0))"_s << 3;
    QTest::newRow("polygons") << QString::fromLatin1(polygonsText) << 6;
    for (const char* bad :
         {"POINT", "POINT (", "POINT (116)", "POINT (116 39", "POINT (200 39)", "POINT (a b)", "BLOB (1 2)",
          "POLYGON ((0 0, 1 1)", "POINT (1 2) x", "((((((((((", ""})
        QTest::newRow(*bad ? bad : "empty") << QString::fromLatin1(bad) << 0;
}

void LayersTest::wkt() {
    QFETCH(QString, text);
    QFETCH(int, points);
    const auto shape = shapeFromWkt(text);
    QCOMPARE(shape.has_value(), points > 0);
    qsizetype found = 0;
    for (const QList<QGeoCoordinate>& part : shape ? shape->parts : QList<QList<QGeoCoordinate>>())
        found += part.size();
    QCOMPARE(found, points);
}

void LayersTest::hostileXml() {
    const auto bomb = readKml("<!DOCTYPE kml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                              "<kml><Placemark><name>&b;</name></Placemark></kml>"_ba);
    QVERIFY(!bomb);
    QVERIFY(bomb.error().contains(u"document type"_s));
    QVERIFY(!readGpx("<!DOCTYPE gpx SYSTEM \"file:///etc/passwd\"><gpx/>"_ba));
    QByteArray deep = "<kml>";
    for (int i = 0; i < 100'000; ++i)
        deep += "<Folder>";
    QVERIFY(!readKml(deep));
    QVERIFY(!readKml(gpx));
    QVERIFY(!readGpx("<gpx><wpt lat='1' lon='2'>"_ba)); // cut off
}

void LayersTest::manyRows() {
    QByteArray bytes = "name,lat,lon\n";
    for (qsizetype i = 0; i < layer_limits::Features + 5; ++i)
        bytes += "a,1,2\n";
    const auto layer = csv(bytes);
    QVERIFY(layer);
    QVERIFY(layer->isCut);
    QCOMPARE(layer->features.size(), layer_limits::Features);
}

void LayersTest::mappingIsKept() {
    const auto layer = csv(cameraList.toUtf8());
    const LayerMapping mapping = guessMapping(*layer, u"x.csv"_s);
    QCOMPARE(mappingFromText(mappingText(mapping), *layer), mapping);
    const auto other = csv("a,b\n1,2\n"_ba);
    QVERIFY(!mappingFromText(mappingText(mapping), *other));
    QVERIFY(!mappingFromText(u"cameras"_s, *layer));
    QVERIFY(!mappingFromText(u"cameras wgs84 name:x"_s, *layer));
    QVERIFY(shapeOfFile(*layer) != shapeOfFile(*other));
}

void LayersTest::mappingIsChanged() {
    const auto layer = csv("a,b,lat,lon\nx,y,1,2\n"_ba);
    LayerMapping mapping = guessMapping(*layer, {});
    QVERIFY(changeMapping(mapping, *layer, u"a=name"_s));
    QVERIFY(changeMapping(mapping, *layer, u"2=ref"_s));
    const MappedLayer mapped = mapLayer(*layer, mapping);
    QCOMPARE(mapped.features.first().name, u"x"_s);
    QCOMPARE(mapped.features.first().ref, u"y"_s);
    QVERIFY(changeMapping(mapping, *layer, u"a=-"_s));
    QVERIFY(!mapping.columns.contains(LayerField::Name));
    for (const QString& bad : {u"zzz=name"_s, u"a=colour"_s, u"a"_s, u"=name"_s, u"9=name"_s})
        QVERIFY2(!changeMapping(mapping, *layer, bad), qPrintable(bad));
}

void LayersTest::filesAsAWhole() {
    QTemporaryDir folder;
    QFile large(folder.filePath(u"large.kml"_s));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(layer_limits::Bytes + 1)); // takes no room
    large.close();
    for (const QString& name : {u"large.kml"_s, u"absent.csv"_s, u"picture.png"_s, QString()}) {
        const auto layer = readLayer(folder.filePath(name));
        QVERIFY(!layer);
        QVERIFY(!layer.error().contains(u'\n'));
    }
    QCOMPARE(encodingOf("caf\xe9 noir"), "windows-1252"_ba);
}

void LayersTest::anyBytes_data() {
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<int>("reader");
    QTest::newRow("CSV") << cameraList.toUtf8() << 0;
    QTest::newRow("GeoJSON") << areasJson << 1;
    QTest::newRow("KML") << kml << 2;
    QTest::newRow("GPX") << gpx << 3;
    QTest::newRow("WKT") << polygonsText << 4;
}

/// Cut, flipped and doubled at random places: read or refused, in one line, and never a place outside of the
/// earth.
void LayersTest::anyBytes() {
    QFETCH(QByteArray, good);
    QFETCH(int, reader);
    QRandomGenerator random(20260301);
    for (int k = 0; k < 1500; ++k) {
        const QByteArray bytes = damaged(good, random);
        if (reader == 4) {
            std::ignore = shapeFromWkt(QString::fromLatin1(bytes));
            continue;
        }
        const auto layer = reader == 0   ? csv(bytes)
                           : reader == 1 ? readGeoJson(bytes)
                           : reader == 2 ? readKml(bytes)
                                         : readGpx(bytes);
        if (!layer) {
            QVERIFY2(!layer.error().isEmpty() && !layer.error().contains(u'\n'), qPrintable(layer.error()));
            continue;
        }
        const MappedLayer mapped = mapLayer(*layer, guessMapping(*layer, {}));
        for (const MappedFeature& feature : mapped.features)
            for (const QList<QGeoCoordinate>& part : feature.shape.parts) {
                QVERIFY(!part.isEmpty());
                for (const QGeoCoordinate& at : part)
                    QVERIFY(at.isValid());
            }
    }
}

QTEST_GUILESS_MAIN(LayersTest)
#include "layers_test.moc"
