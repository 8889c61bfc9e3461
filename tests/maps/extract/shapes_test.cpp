// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/extract/importer.h"
#include "maps/gazetteer/gazetteer.h"
#include "maps/roads/graph.h"
#include "maps/tiles/mbtiles.h"
#include "tests/support/shared_data.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

// What extracts hold that is drawn wrong, or that no program could foresee: each is imported whole, with its
// tiles, and the package opens; and so is each small extract of the sample data.

using namespace Qt::StringLiterals;
using namespace tridesk::maps;

namespace {

/// Two roads that meet, so that there is a map at all, around longitude `east`.
QByteArray town(double east, const QByteArray& more) {
    const auto node = [&](int id, double lat, double lon) {
        return "<node id=\"" + QByteArray::number(id) + "\" lat=\"" + QByteArray::number(lat, 'f', 7) +
               "\" lon=\"" + QByteArray::number(lon, 'f', 7) + "\"/>\n";
    };
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><osm version=\"0.6\">\n" + node(1, 32.1, east) +
           node(2, 32.1, east + 0.01) + node(3, 32.1, east + 0.02) + node(4, 32.11, east + 0.01) +
           node(11, 32.101, east + 0.001) + node(12, 32.101, east + 0.009) + node(13, 32.109, east + 0.001) +
           node(14, 32.109, east + 0.009) + node(15, 32.104, east + 0.004) + node(16, 32.104, east + 0.006) +
           node(17, 32.106, east + 0.005) +
           "<way id=\"10\"><nd ref=\"1\"/><nd ref=\"2\"/><nd ref=\"3\"/><tag k=\"highway\" v=\"primary\"/>"
           "<tag k=\"name\" v=\"East Road\"/></way>\n"
           "<way id=\"11\"><nd ref=\"4\"/><nd ref=\"2\"/><tag k=\"highway\" v=\"residential\"/>"
           "<tag k=\"name\" v=\"North Lane\"/></way>\n" +
           more + "</osm>\n";
}

QByteArray way(int id, const QList<qint64>& nodes, const QByteArray& tags = {}) {
    QByteArray text = "<way id=\"" + QByteArray::number(id) + "\">";
    for (const qint64 node : nodes)
        text += "<nd ref=\"" + QByteArray::number(node) + "\"/>";
    return text + tags + "</way>\n";
}

QByteArray tag(const char* key, const QByteArray& value) {
    return QByteArray("<tag k=\"") + key + "\" v=\"" + value + "\"/>";
}

QByteArray area(int id, const QList<std::pair<qint64, QByteArray>>& ways, const QByteArray& tags) {
    QByteArray text = "<relation id=\"" + QByteArray::number(id) + "\">";
    for (const auto& [ref, role] : ways)
        text += "<member type=\"way\" ref=\"" + QByteArray::number(ref) + "\" role=\"" + role + "\"/>";
    return text + tag("type", "multipolygon") + tags + "</relation>\n";
}

/// Shapes that nobody should draw, by name, over the town's nodes; ways and relations have the numbers 20
/// to 49.
QList<std::pair<const char*, QByteArray>> oddOnes() {
    const QByteArray water = tag("natural", "water");
    const QByteArray house = tag("building", "yes");
    const QByteArray station = tag("boundary", "police_station") + tag("ref", "ST07");
    const QByteArray rings = way(21, {11, 12, 14, 13, 11}) + way(22, {15, 16, 17, 15});
    return {
        {"a bow tie", way(20, {11, 14, 12, 13, 11}, water)},
        {"a bow tie for a station's area", way(20, {11, 14, 12, 13, 11}, station)},
        {"an area that is a line", way(20, {11, 12, 11}, house)},
        {"an area of one node", way(20, {11, 11, 11, 11}, house)},
        {"a ring that is open", way(20, {11, 12, 14}, tag("landuse", "forest"))},
        {"nodes that are not there", way(20, {901, 902, 903, 901}, water)},
        {"a way without nodes", way(20, {}, water)},
        {"a hole without its ring", rings + area(30, {{22, "inner"}}, water)},
        {"a hole outside", rings + area(30, {{22, "outer"}, {21, "inner"}}, water)},
        {"rings that cross", way(21, {11, 12, 14, 13, 11}) + way(22, {15, 3, 4, 15}) +
                                 area(30, {{21, "outer"}, {22, "inner"}}, water)},
        {"the same ring twice", rings + area(30, {{21, "outer"}, {21, "outer"}, {21, "inner"}}, water)},
        {"an outer ring in open pieces",
         way(21, {11, 12, 14}) + way(22, {14, 13}) + area(30, {{21, "outer"}, {22, "outer"}}, water)},
        {"members that are not there", area(30, {{801, "outer"}, {802, ""}}, water)},
        {"a relation of nothing", area(30, {}, water)},
        {"a relation of itself",
         "<relation id=\"30\"><member type=\"relation\" ref=\"30\" role=\"outer\"/>"_ba +
             tag("type", "multipolygon") + water + "</relation>"},
    };
}

/// The same with other numbers, so that several stand in one file.
QByteArray renumbered(const QByteArray& shape, int by) {
    static const QRegularExpression number(u"(id|ref)=\"([2-4]\\d)\""_s);
    QString text = QString::fromUtf8(shape);
    qsizetype from = 0;
    while (true) {
        const auto found = number.match(text, from);
        if (!found.hasMatch())
            return text.toUtf8();
        const QString with = u"%1=\"%2\""_s.arg(found.captured(1)).arg(found.captured(2).toInt() + by);
        text.replace(found.capturedStart(), found.capturedLength(), with);
        from = found.capturedStart() + with.size();
    }
}

/// Two nodes on the other side of 180 degrees.
const QByteArray farSide = "<node id=\"51\" lat=\"32.10\" lon=\"-179.99\"/>"
                           "<node id=\"52\" lat=\"32.11\" lon=\"-179.99\"/>";

QString why(const std::expected<Manifest, QString>& manifest) {
    return manifest ? QString() : manifest.error();
}

/// Everything that reads a package finds its part whole.
void checkPackage(const QString& folder) {
    const auto package = Package::open(folder);
    QVERIFY2(package, package ? "" : qPrintable(package.error()));
    QVERIFY(package->manifest().bounds.isValid());
    QVERIFY(package->posts() && !package->posts()->isEmpty());
    QVERIFY(package->cameras());
    const auto places = Gazetteer::open(package->gazetteerFile());
    QVERIFY2(places, places ? "" : qPrintable(places.error()));
    const auto roads = RoadGraph::open(package->roadsFile());
    QVERIFY2(roads, roads ? "" : qPrintable(roads.error()));
    QVERIFY(roads->arcCount() > 0);
    const auto tiles = MbTiles::open(package->basemapFile());
    QVERIFY2(tiles, tiles ? "" : qPrintable(tiles.error()));
}

} // namespace

class ShapesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oddShapes_data();
    void oddShapes();
    void drawsThemAll();
    void crosses180Degrees_data();
    void crosses180Degrees();
    void saysThatItIsEmpty_data();
    void saysThatItIsEmpty();
    void unknownTagsAreNoPlaces();
    void smallExtracts_data();
    void smallExtracts();

private:
    [[nodiscard]] std::expected<Manifest, QString> import(const QByteArray& osm, bool basemap = true) const;
    [[nodiscard]] QString package() const { return m_folder->filePath(u"p"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ShapesTest::init() {
    if (QStandardPaths::findExecutable(u"tilemaker"_s).isEmpty())
        QSKIP("tilemaker is not installed");
    m_folder = std::make_unique<QTemporaryDir>();
}

std::expected<Manifest, QString> ShapesTest::import(const QByteArray& osm, bool basemap) const {
    const QString path = m_folder->filePath(u"a.osm"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(osm) != osm.size())
        return std::unexpected(file.errorString());
    file.close();
    return importExtract({.sourceFile = path, .packageFolder = package(), .name = {}, .basemap = basemap});
}

void ShapesTest::oddShapes_data() {
    QTest::addColumn<QByteArray>("more");
    for (const auto& [name, shape] : oddOnes())
        QTest::newRow(name) << shape;
}

void ShapesTest::oddShapes() {
    QFETCH(QByteArray, more);
    const auto manifest = import(town(116.1, more), false);
    QVERIFY2(manifest, qPrintable(why(manifest)));
    QCOMPARE(manifest->read[u"roads"_s], 2);
    const auto package = Package::open(this->package());
    QVERIFY(package && package->posts() && !package->posts()->isEmpty());
}

/// Drawing one map takes seconds: all of them in one file.
void ShapesTest::drawsThemAll() {
    QByteArray ways;
    QByteArray relations;
    int by = 100;
    for (const auto& [name, shape] : oddOnes()) {
        const QByteArray other = renumbered(shape, by);
        const qsizetype first = other.indexOf("<relation");
        ways += first < 0 ? other : other.first(first);
        relations += first < 0 ? QByteArray() : other.sliced(first);
        by += 100;
    }
    const auto manifest = import(town(116.1, ways + relations));
    QVERIFY2(manifest, qPrintable(why(manifest)));
    checkPackage(package());
}

void ShapesTest::crosses180Degrees_data() {
    QTest::addColumn<QByteArray>("more");
    QTest::newRow("a lake") << farSide + way(21, {12, 51, 52, 14, 12}) +
                                   area(30, {{21, "outer"}}, tag("natural", "water"));
    QTest::newRow("a road") << farSide + way(21, {3, 51, 52},
                                             tag("highway", "secondary") + tag("name", "Date Line"));
}

/// It is seen from 180° on both sides; where the map first opens is where the roads are.
void ShapesTest::crosses180Degrees() {
    QFETCH(QByteArray, more);
    const auto manifest = import(town(179.97, more));
    QVERIFY2(manifest, qPrintable(why(manifest)));
    checkPackage(package());
    QVERIFY2(std::abs(manifest->centre.longitude()) > 179, qPrintable(manifest->centre.toString()));
}

void ShapesTest::saysThatItIsEmpty_data() {
    QTest::addColumn<QByteArray>("osm");
    QTest::newRow("no thing") << "<osm version=\"0.6\"></osm>"_ba;
    QTest::newRow("no node") << "<osm version=\"0.6\">" + way(1, {1, 2}, tag("highway", "primary")) +
                                    "</osm>";
    QTest::newRow("bounds only") << "<osm version=\"0.6\"><bounds minlat=\"1\" minlon=\"1\" maxlat=\"2\" "
                                    "maxlon=\"2\"/></osm>"_ba;
}

void ShapesTest::saysThatItIsEmpty() {
    QFETCH(QByteArray, osm);
    const auto manifest = import(osm);
    QVERIFY(!manifest);
    QVERIFY2(manifest.error().contains(u"empty"_s) && !manifest.error().contains(u'\n'),
             qPrintable(manifest.error()));
    QVERIFY(!QFile::exists(package()));
}

/// A tag that nobody knows names no place; one whose value is strange is taken as text, not as sense.
void ShapesTest::unknownTagsAreNoPlaces() {
    const QByteArray text(300, 'x');
    const auto manifest = import(
        town(116.1, "<node id=\"61\" lat=\"32.1\" lon=\"116.1\">" + tag("zzz:unknown", "1") + tag("", "") +
                        "</node><node id=\"62\" lat=\"32.1\" lon=\"116.1\">" +
                        tag("amenity", "no_such_thing") + tag("name", text) + "</node>" +
                        way(20, {11, 12},
                            tag("highway", "hyperloop") + tag("name", "X") + tag("maxspeed", "fast") +
                                tag("oneway", "perhaps") + tag("layer", "999999999999")) +
                        way(23, {12, 14},
                            tag("highway", "residential") + tag("maxspeed", "-1") + tag("oneway", "maybe") +
                                tag("access", "??") + tag("lanes", "&#128659;"))),
        false);
    QVERIFY2(manifest, qPrintable(why(manifest)));
    QVERIFY(manifest->read[u"roads"_s] >= 3);
    const auto package = Package::open(this->package());
    QVERIFY(package);
    QVERIFY(Gazetteer::open(package->gazetteerFile()));
    QVERIFY(RoadGraph::open(package->roadsFile()));
}

void ShapesTest::smallExtracts_data() {
    QTest::addColumn<QString>("path");
    constexpr qint64 Small = 1'000'000;
    const auto folder = tridesk::sharedData(u"osm"_s);
    if (!folder) {
        QTest::newRow("absent") << QString();
        return;
    }
    // import_test.cpp takes these two
    const QStringList elsewhere{u"moscow_part.osm.gz"_s, u"portland-central.osm.pbf"_s};
    for (const QFileInfo& file : QDir(*folder).entryInfoList(QDir::Files, QDir::Name))
        if (file.size() < Small && !elsewhere.contains(file.fileName()))
            QTest::newRow(qPrintable(file.fileName())) << file.filePath();
}

void ShapesTest::smallExtracts() {
    QFETCH(QString, path);
    if (path.isEmpty())
        QSKIP("the sample data is absent");
    const auto manifest = importExtract({.sourceFile = path, .packageFolder = package(), .name = {}});
    QVERIFY2(manifest, qPrintable(why(manifest)));
    QVERIFY(manifest->read[u"roads"_s] > 20);
    QVERIFY(manifest->read[u"names to find"_s] > 0);
    checkPackage(package());
    QVERIFY(QFile(Package::open(package())->basemapFile()).size() > 20'000);
}

QTEST_GUILESS_MAIN(ShapesTest)
#include "shapes_test.moc"
