// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/city.h"
#include "maps/extract/importer.h"
#include "tests/support/shared_data.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tridesk::maps;

namespace {

constexpr QByteArrayView SmallTown = R"(<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6">
  <way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="primary"/><tag k="name" v="人民路"/></way>
  <way id="11"><nd ref="4"/><nd ref="2"/><tag k="highway" v="residential"/><tag k="name" v="青石巷"/></way>
  <node id="1" lat="32.10" lon="116.10"/>
  <node id="2" lat="32.10" lon="116.11"/>
  <node id="3" lat="32.10" lon="116.12"/>
  <node id="4" lat="32.11" lon="116.11"/>
  <node id="5" lat="32.105" lon="116.105"><tag k="amenity" v="police"/><tag k="name" v="临江派出所"/></node>
  <node id="6" lat="32.104" lon="116.115"><tag k="amenity" v="school"/><tag k="name" v="第一小学"/></node>
  <node id="7" lat="32.1001" lon="116.11"><tag k="man_made" v="surveillance"/><tag k="direction" v="N"/></node>
</osm>
)";

void write(const QString& path, QByteArrayView bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes.data(), bytes.size()), bytes.size());
}

QStringList leftBehind(const QString& folder) {
    return QDir(folder).entryList({u".*.import-*"_s}, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

class ImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void townFromXml();
    void cityKeepsItsPosts();
    void replacesAPackageWhole();
    void errors_data();
    void errors();
    void failureLeavesTheOldPackage();
    void refusesFoldersOfOthers();
    void realExtracts_data();
    void realExtracts();
};

void ImportTest::townFromXml() {
    QTemporaryDir folder;
    write(folder.filePath(u"town.osm"_s), SmallTown);
    QStringList told;
    const auto manifest = importExtract(
        {.sourceFile = folder.filePath(u"town.osm"_s),
         .packageFolder = folder.filePath(u"town"_s),
         .name = {},
         .basemap = false},
        {.progress = [&](const ImportProgress& now) { told.append(phaseKey(now.phase)); }, .isStopped = {}});
    QVERIFY2(manifest, manifest ? "" : qPrintable(manifest.error()));
    QVERIFY(!told.isEmpty());
    const auto package = Package::open(folder.filePath(u"town"_s));
    QVERIFY2(package, package ? "" : qPrintable(package.error()));
    QCOMPARE(package->manifest().name, u"town"_s);
    QCOMPARE(package->manifest().sourceFile, u"town.osm"_s);
    QCOMPARE(package->manifest().sourceSha256.size(), 64);
    QCOMPARE(package->manifest().read[u"roads"_s], 2);
    QCOMPARE(package->manifest().read[u"directed road edges"_s], 6);
    QVERIFY(package->manifest().bounds.contains(package->manifest().centre));
    const auto posts = package->posts();
    QVERIFY(posts && posts->size() == 1);
    QCOMPARE(posts->first().nameZh, u"临江派出所"_s);
    const auto cameras = package->cameras();
    QVERIFY(cameras && cameras->size() == 1);
    QCOMPARE(cameras->first().ref, u"CAM0001"_s);
    QVERIFY(leftBehind(folder.path()).isEmpty());
}

void ImportTest::cityKeepsItsPosts() {
    QTemporaryDir folder;
    const QString pbf = folder.filePath(u"city.osm.pbf"_s);
    QVERIFY(writeCity({.seed = 5, .size = 0.5}, pbf));
    const auto manifest = importExtract(
        {.sourceFile = pbf, .packageFolder = folder.filePath(u"c"_s), .name = cityName(), .basemap = false});
    QVERIFY2(manifest, manifest ? "" : qPrintable(manifest.error()));
    QVERIFY(manifest->read[u"addresses"_s] > 3000);
    QVERIFY(manifest->read[u"turn restrictions"_s] > 0);
    QVERIFY(manifest->read[u"directed road edges"_s] > 4000);
    const auto package = Package::open(folder.filePath(u"c"_s));
    QVERIFY(package);
    const auto posts = package->posts();
    QVERIFY(posts);
    QCOMPARE(posts->size(), 6);
    for (const PostArea& post : *posts) {
        QVERIFY(post.area.contains(post.station));
        QVERIFY(post.nameZh.endsWith(u"派出所"_s));
        QVERIFY(post.nameEn.endsWith(u"Police Station"_s));
    }
    QVERIFY(package->cameras()->size() > 30);
}

void ImportTest::replacesAPackageWhole() {
    QTemporaryDir folder;
    write(folder.filePath(u"town.osm"_s), SmallTown);
    const ImportOptions options{.sourceFile = folder.filePath(u"town.osm"_s),
                                .packageFolder = folder.filePath(u"p"_s),
                                .name = u"一"_s,
                                .basemap = false};
    QVERIFY(importExtract(options));
    ImportOptions again = options;
    again.name = u"二"_s;
    QVERIFY(importExtract(again));
    QCOMPARE(Package::open(folder.filePath(u"p"_s))->manifest().name, u"二"_s);
    QVERIFY(leftBehind(folder.path()).isEmpty());
}

void ImportTest::errors_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    QTest::newRow("missing") << u"absent.osm.pbf"_s << QByteArray() << u"no such file"_s;
    QTest::newRow("other kind") << u"notes.txt"_s << "hello"_ba << u".osm.pbf"_s;
    QTest::newRow("no PBF") << u"bad.osm.pbf"_s << "hello, this is no PBF at all"_ba << u"damaged"_s;
    QTest::newRow("empty") << u"empty.osm"_s << "<osm version='0.6'></osm>"_ba << u"empty"_s;
    QTest::newRow("broken XML") << u"broken.osm"_s << "<osm version='0.6'><node"_ba << u"cannot be read"_s;
}

void ImportTest::errors() {
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(QString, says);
    QTemporaryDir folder;
    if (!content.isEmpty())
        write(folder.filePath(file), content);
    const auto manifest = importExtract({.sourceFile = folder.filePath(file),
                                         .packageFolder = folder.filePath(u"p"_s),
                                         .name = {},
                                         .basemap = false});
    QVERIFY(!manifest);
    QVERIFY2(manifest.error().contains(says), qPrintable(manifest.error()));
    QVERIFY(manifest.error().contains(file));
    QVERIFY(!manifest.error().contains(u'\n'));
    QVERIFY(!QFile::exists(folder.filePath(u"p"_s)));
    QVERIFY(leftBehind(folder.path()).isEmpty());
}

void ImportTest::failureLeavesTheOldPackage() {
    QTemporaryDir folder;
    write(folder.filePath(u"town.osm"_s), SmallTown);
    const QString target = folder.filePath(u"p"_s);
    QVERIFY(importExtract({.sourceFile = folder.filePath(u"town.osm"_s),
                           .packageFolder = target,
                           .name = u"好"_s,
                           .basemap = false}));
    write(folder.filePath(u"bad.osm.pbf"_s), "\0\0\0\x0dnonsense");
    QVERIFY(!importExtract({.sourceFile = folder.filePath(u"bad.osm.pbf"_s),
                            .packageFolder = target,
                            .name = {},
                            .basemap = false}));
    const auto package = Package::open(target);
    QVERIFY(package);
    QCOMPARE(package->manifest().name, u"好"_s);
}

void ImportTest::refusesFoldersOfOthers() {
    QTemporaryDir folder;
    write(folder.filePath(u"town.osm"_s), SmallTown);
    QVERIFY(QDir(folder.path()).mkpath(u"mine"_s));
    write(folder.filePath(u"mine/diary.txt"_s), "do not lose this");
    const auto manifest = importExtract({.sourceFile = folder.filePath(u"town.osm"_s),
                                         .packageFolder = folder.filePath(u"mine"_s),
                                         .name = {},
                                         .basemap = false});
    QVERIFY(!manifest);
    QVERIFY(QFile::exists(folder.filePath(u"mine/diary.txt"_s)));
}

void ImportTest::realExtracts_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("roads");
    QTest::newRow("Beijing, XML") << u"osm/beijing_cau.osm"_s << 250;
    QTest::newRow("Moscow, gzip") << u"osm/moscow_part.osm.gz"_s << 200;
    QTest::newRow("Portland, unsorted") << u"osm/portland-central.osm.pbf"_s << 1000;
    QTest::newRow("Monaco, PBF") << u"osm/monaco_osrm.osm.pbf"_s << 2000;
}

void ImportTest::realExtracts() {
    QFETCH(QString, file);
    QFETCH(int, roads);
    const auto path = tridesk::sharedData(file);
    if (!path)
        QSKIP("the sample data is absent");
    if (QStandardPaths::findExecutable(u"tilemaker"_s).isEmpty())
        QSKIP("tilemaker is not installed");
    QTemporaryDir folder;
    const auto manifest =
        importExtract({.sourceFile = *path, .packageFolder = folder.filePath(u"p"_s), .name = {}});
    QVERIFY2(manifest, manifest ? "" : qPrintable(manifest.error()));
    QVERIFY(manifest->read[u"roads"_s] > roads);
    const auto package = Package::open(folder.filePath(u"p"_s));
    QVERIFY(package);
    QVERIFY(QFile(package->basemapFile()).size() > 50'000);
    QVERIFY(package->posts() && !package->posts()->isEmpty());
}

QTEST_GUILESS_MAIN(ImportTest)
#include "import_test.moc"
