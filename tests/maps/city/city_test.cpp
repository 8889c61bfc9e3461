// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/city.h"
#include "maps/city/names.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

using namespace Qt::StringLiterals;
using namespace tridesk::maps;
using city::OsmData;
using city::OsmNode;
using city::OsmWay;
using city::Tags;

namespace {

std::string tag(const Tags& tags, std::string_view key) {
    const auto found =
        std::ranges::find(tags, key, [](const auto& t) -> std::string_view { return t.first; });
    return found == tags.end() ? std::string() : found->second;
}

const OsmNode& nodeOf(const OsmData& data, std::int64_t id) {
    return data.nodes[static_cast<std::size_t>(id - 1)];
}

/// The city of size 1, made once.
const OsmData& wholeCity() {
    static const OsmData data = generateCity({});
    return data;
}

bool isDrivable(const OsmWay& way) {
    const std::string highway = tag(way.tags, "highway");
    return !highway.empty() && highway != "footway" && tag(way.tags, "area") != "yes";
}

/// Even-odd over the way's own nodes, in whole numbers.
bool encloses(const OsmData& data, const OsmWay& way, std::int64_t lon, std::int64_t lat) {
    bool inside = false;
    for (std::size_t i = 0; i + 1 < way.nodes.size(); ++i) {
        const OsmNode& a = nodeOf(data, way.nodes[i]);
        const OsmNode& b = nodeOf(data, way.nodes[i + 1]);
        if ((a.lat > lat) == (b.lat > lat))
            continue;
        const auto left =
            static_cast<double>(b.lon - a.lon) * static_cast<double>(lat - a.lat) / (b.lat - a.lat);
        inside ^= static_cast<double>(lon - a.lon) < left;
    }
    return inside;
}

std::vector<const OsmWay*> areas(const OsmData& data) {
    std::vector<const OsmWay*> result;
    for (const OsmWay& way : data.ways)
        if (tag(way.tags, "boundary") == "police_station")
            result.push_back(&way);
    return result;
}

/// Nodes reached from one along the edges.
std::size_t reach(const std::vector<std::vector<std::int64_t>>& edges, std::int64_t from) {
    std::vector<bool> seen(edges.size());
    std::vector<std::int64_t> open{from};
    seen[static_cast<std::size_t>(from)] = true;
    std::size_t count = 0;
    while (!open.empty()) {
        const std::int64_t at = open.back();
        open.pop_back();
        ++count;
        for (const std::int64_t next : edges[static_cast<std::size_t>(at)])
            if (!seen[static_cast<std::size_t>(next)]) {
                seen[static_cast<std::size_t>(next)] = true;
                open.push_back(next);
            }
    }
    return count;
}

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class CityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameSeedSameBytes();
    void otherSeedOtherCity();
    void everyWayIsWhole();
    void stationsStandInTheirAreas();
    void areasPartTheDistrict();
    void whatHasANameHasAllThree();
    void patrolsReachEverything();
    void holdsWhatADispatcherLooksFor();
    void everySizeAndSeedWorks();
    void refusesSizesOutOfBounds();
    void pinyinOfNames();
};

void CityTest::sameSeedSameBytes() {
    QTemporaryDir folder;
    const CitySpec spec{.seed = 7, .size = 0.25};
    QVERIFY(writeCity(spec, folder.filePath(u"a.osm.pbf"_s)));
    QVERIFY(writeCity(spec, folder.filePath(u"b.osm.pbf"_s)));
    const QByteArray first = bytesOf(folder.filePath(u"a.osm.pbf"_s));
    QVERIFY(first.size() > 100'000);
    QCOMPARE(bytesOf(folder.filePath(u"b.osm.pbf"_s)), first);
}

void CityTest::otherSeedOtherCity() {
    const OsmData one = generateCity({.seed = 1, .size = 0.25});
    const OsmData other = generateCity({.seed = 2, .size = 0.25});
    QVERIFY(one.nodes.size() != other.nodes.size() || one.ways.size() != other.ways.size());
}

void CityTest::everyWayIsWhole() {
    const OsmData& data = wholeCity();
    for (const OsmWay& way : data.ways) {
        QVERIFY(way.nodes.size() >= 2);
        for (std::size_t i = 0; i < way.nodes.size(); ++i) {
            QVERIFY(way.nodes[i] >= 1 && way.nodes[i] <= static_cast<std::int64_t>(data.nodes.size()));
            QVERIFY(i == 0 || way.nodes[i] != way.nodes[i - 1]);
        }
    }
    for (const auto& relation : data.relations)
        for (const auto& member : relation.members)
            QVERIFY(member.id >= 1);
}

void CityTest::stationsStandInTheirAreas() {
    const OsmData& data = wholeCity();
    std::map<std::string, const OsmWay*> byRef;
    for (const OsmWay* way : areas(data))
        byRef[tag(way->tags, "ref")] = way;
    QCOMPARE(byRef.size(), 12U);
    std::set<std::string> stations;
    for (const OsmNode& node : data.nodes) {
        if (tag(node.tags, "amenity") != "police")
            continue;
        const std::string ref = tag(node.tags, "ref");
        QVERIFY(stations.insert(ref).second);
        QVERIFY(byRef.contains(ref));
        QVERIFY2(encloses(data, *byRef[ref], node.lon, node.lat), ref.c_str());
        QVERIFY(tag(node.tags, "name").ends_with("派出所"));
        QCOMPARE(tag(node.tags, "name"), tag(byRef[ref]->tags, "name"));
    }
    QCOMPARE(stations.size(), 12U);
    QVERIFY(stations.contains("ST01") && stations.contains("ST12"));
}

void CityTest::areasPartTheDistrict() {
    const OsmData& data = wholeCity();
    const auto list = areas(data);
    // every junction of the district is answered for by one station
    int outside = 0;
    int twice = 0;
    int all = 0;
    for (const OsmNode& node : data.nodes) {
        if (tag(node.tags, "highway") != "traffic_signals")
            continue;
        // a little off the road itself, which is the border
        const auto holders = std::ranges::count_if(
            list, [&](const OsmWay* way) { return encloses(data, *way, node.lon + 3001, node.lat + 2003); });
        ++all;
        outside += holders == 0 ? 1 : 0;
        twice += holders > 1 ? 1 : 0;
    }
    QVERIFY(all > 200);
    QCOMPARE(twice, 0);
    QVERIFY2(outside * 8 < all, qPrintable(u"%1 of %2"_s.arg(outside).arg(all))); // those on the rim
}

void CityTest::whatHasANameHasAllThree() {
    const OsmData& data = wholeCity();
    const auto check = [](const Tags& tags) {
        if (tag(tags, "name").empty())
            return true;
        const std::string pinyin = tag(tags, "name:zh_pinyin");
        // a character without a reading would leave a gap
        return !tag(tags, "name:zh").empty() && !tag(tags, "name:en").empty() && !pinyin.empty() &&
               pinyin.find("  ") == std::string::npos && pinyin.front() != ' ' && pinyin.back() != ' ';
    };
    for (const OsmNode& node : data.nodes)
        QVERIFY2(check(node.tags), tag(node.tags, "name").c_str());
    for (const OsmWay& way : data.ways)
        QVERIFY2(check(way.tags), tag(way.tags, "name").c_str());
}

void CityTest::patrolsReachEverything() {
    const OsmData& data = wholeCity();
    std::vector<std::vector<std::int64_t>> forth(data.nodes.size() + 1);
    std::vector<std::vector<std::int64_t>> back(data.nodes.size() + 1);
    std::int64_t start = 0;
    for (const OsmWay& way : data.ways) {
        if (!isDrivable(way))
            continue;
        const bool oneWay = tag(way.tags, "oneway") == "yes";
        if (tag(way.tags, "highway") == "secondary")
            start = way.nodes.front();
        for (std::size_t i = 1; i < way.nodes.size(); ++i) {
            const auto a = static_cast<std::size_t>(way.nodes[i - 1]);
            const auto b = static_cast<std::size_t>(way.nodes[i]);
            forth[a].push_back(way.nodes[i]);
            back[b].push_back(way.nodes[i - 1]);
            if (!oneWay) {
                forth[b].push_back(way.nodes[i - 1]);
                back[a].push_back(way.nodes[i]);
            }
        }
    }
    std::size_t all = 0;
    for (std::size_t i = 0; i < forth.size(); ++i)
        all += !forth[i].empty() || !back[i].empty() ? 1 : 0;
    const double there = static_cast<double>(reach(forth, start)) / static_cast<double>(all);
    const double andBack = static_cast<double>(reach(back, start)) / static_cast<double>(all);
    QVERIFY2(there > 0.99, qPrintable(QString::number(there)));
    QVERIFY2(andBack > 0.99, qPrintable(QString::number(andBack)));
}

void CityTest::holdsWhatADispatcherLooksFor() {
    const OsmData& data = wholeCity();
    std::map<std::string, int> counts;
    const auto count = [&](const Tags& tags) {
        for (const auto& [key, value] : tags) {
            ++counts[std::string(key).append(1, '=').append(value)];
            ++counts[key];
        }
    };
    for (const OsmNode& node : data.nodes)
        count(node.tags);
    for (const OsmWay& way : data.ways)
        count(way.tags);
    for (const auto& relation : data.relations)
        count(relation.tags);
    const std::pair<const char*, int> least[]{{"man_made=surveillance", 150},
                                              {"amenity=school", 20},
                                              {"amenity=hospital", 3},
                                              {"addr:housenumber", 10'000},
                                              {"bridge:name", 4},
                                              {"building", 20'000},
                                              {"leisure=park", 20},
                                              {"amenity=marketplace", 5},
                                              {"railway=station", 8},
                                              {"highway=motorway", 4},
                                              {"highway=motorway_link", 30},
                                              {"oneway=yes", 500},
                                              {"type=restriction", 10},
                                              {"place=village", 20},
                                              {"natural=water", 30},
                                              {"highway=living_street", 200},
                                              {"shop=mall", 4},
                                              {"amenity=fire_station", 1},
                                              {"place=suburb", 12}};
    for (const auto& [key, wanted] : least)
        QVERIFY2(counts[key] >= wanted, qPrintable(u"%1: %2"_s.arg(QString::fromUtf8(key)).arg(counts[key])));
}

void CityTest::everySizeAndSeedWorks() {
    for (quint64 seed = 0; seed < 12; ++seed)
        for (const double size : {0.25, 0.6}) {
            const OsmData data = generateCity({.seed = seed, .size = size, .buildings = false});
            QVERIFY(data.ways.size() > 500);
            QCOMPARE(areas(data).size(), static_cast<std::size_t>(std::max(2L, std::lround(12 * size))));
        }
}

void CityTest::refusesSizesOutOfBounds() {
    QTemporaryDir folder;
    for (const double size : {0.0, -1.0, 1000.0, static_cast<double>(NAN)}) {
        const auto written = writeCity({.size = size}, folder.filePath(u"x.osm.pbf"_s));
        QVERIFY(!written);
        QVERIFY(written.error().contains(u"size"_s));
    }
    QVERIFY(!writeCity({.size = 0.25}, u"/nowhere/at/all.osm.pbf"_s));
}

void CityTest::pinyinOfNames() {
    const city::Name name = city::makeName("云湖 大道", "Yunhu Avenue");
    QCOMPARE(name.zh, std::string("云湖大道"));
    QCOMPARE(name.pinyin, std::string("Yúnhú Dàdào"));
    QCOMPARE(city::Names::ordinalZh(3), std::string("三"));
    QCOMPARE(city::Names::ordinalZh(12), std::string("十二"));
    QCOMPARE(city::Names::ordinalZh(20), std::string("二十"));
}

QTEST_GUILESS_MAIN(CityTest)
#include "city_test.moc"
