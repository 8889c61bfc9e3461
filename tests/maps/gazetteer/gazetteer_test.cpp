// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/builder.h"
#include "maps/gazetteer/database.h"
#include "maps/gazetteer/gazetteer.h"
#include "tests/support/must.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cmath>

namespace tridesk::maps::test {

using namespace Qt::StringLiterals;
using tridesk::test::must;

class GazetteerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void countsWhatItTook();
    void findsFirst_data();
    void findsFirst();
    void ranksExactBeforeBegunBeforeWithin();
    void prefersWhatIsNear();
    void findsManyOfOneNameNearby();
    void tellsWhereAPointIs();
    void tellsTheNearestHouseAndCrossingOfAll();
    void takesAnything();
    void tellsWhatIsWrongWithAFile();
    void survivesDamagedFiles();

private:
    static QGeoCoordinate at(double east, double north) {
        return {31.2 + north * 0.001, 121.4 + east * 0.001};
    }

    void road(qint64 id, const QString& zh, const QString& en, const QList<QPointF>& corners) {
        RoadWay way;
        way.id = id;
        way.nameZh = zh;
        way.nameEn = en;
        way.cls = RoadClass::Secondary;
        for (const QPointF& corner : corners) {
            way.nodeIds.append(static_cast<qint64>(corner.x() * 1000 + corner.y()) + 1);
            way.points.append(at(corner.x(), corner.y()));
        }
        m_builder.add(way);
    }
    void place(PlaceKind kind, const QString& zh, const QString& en, const QGeoCoordinate& where) {
        Place place;
        place.kind = kind;
        place.nameZh = zh;
        place.nameEn = en;
        place.at = where;
        place.osmClass = u"amenity=test"_s;
        m_builder.add(place);
    }
    void house(const QString& street, const QString& number, const QGeoCoordinate& where) {
        Place place;
        place.kind = PlaceKind::Address;
        place.street = street;
        place.houseNumber = number;
        place.at = where;
        m_builder.add(place);
    }

    QTemporaryDir m_folder;
    QString m_path;
    GazetteerBuilder m_builder;
    GazetteerCounts m_counts;
    std::optional<Gazetteer> m_gazetteer;
};

void GazetteerTest::initTestCase() {
    m_path = m_folder.filePath(u"gazetteer.sqlite"_s);
    QVERIFY(m_builder.open(m_path));
    road(1, u"人民路"_s, u"Renmin Road"_s, {{0, 0}, {5, 0}, {10, 0}});
    road(2, u"人民路"_s, u"Renmin Road"_s, {{10, 0}, {20, 0}});
    road(3, u"中山路"_s, u"Zhongshan Road"_s, {{5, -5}, {5, 0}, {5, 9}});
    road(4, u"人民中路"_s, QString(), {{30, 20}, {40, 20}});
    road(5, u"解放大道"_s, u"Jiefang Avenue"_s, {{10, -3}, {10, 0}, {10, 8}});
    road(6, u"Main Street"_s, QString(), {{50, 50}, {55, 50}});
    road(7, u"Park Ave"_s, QString(), {{52, 45}, {52, 50}, {55, 50}});
    road(8, QString(), QString(), {{1, 1}, {2, 2}});
    road(9, u"绿地路"_s, QString(), {{60, 60}, {62, 60}});
    place(PlaceKind::Poi, u"第一人民医院"_s, u"First People's Hospital"_s, at(6, 1));
    place(PlaceKind::Poi, u"第一人民医院"_s, u"First People's Hospital"_s, at(6.2, 1.1));
    place(PlaceKind::Station, u"人民路派出所"_s, u"Renmin Road Police Station"_s, at(15, 1));
    place(PlaceKind::Poi, u"火车站"_s, u"Railway Station"_s, at(3, 3));
    place(PlaceKind::Poi, QString(), QString(), at(3, 3));
    place(PlaceKind::Poi, u"无处"_s, QString(), QGeoCoordinate());
    house(u"人民路"_s, u"118号"_s, at(7, 0.2));
    house(u"人民路"_s, u"120"_s, at(8, 0.2));
    house(u"Main Street"_s, u"12"_s, at(51, 50.2));
    house(u"和平新村"_s, u"5"_s, at(70, 70));
    house(u"Park Ave"_s, u"31-33"_s, at(52, 47));
    for (int shop = 0; shop < 1000; ++shop)
        place(PlaceKind::Poi, u"便利店"_s, u"Corner Shop"_s, at(shop * 5.0, 300 + shop % 7));
    const auto counts = m_builder.finish();
    QVERIFY2(counts.has_value(), qPrintable(counts ? QString() : counts.error()));
    m_counts = *counts;
    QVERIFY(!QFile::exists(m_path + u".part"_s));
    auto opened = Gazetteer::open(m_path);
    QVERIFY2(opened.has_value(), qPrintable(opened ? QString() : opened.error()));
    m_gazetteer.emplace(std::move(*opened));
}

void GazetteerTest::countsWhatItTook() {
    QCOMPARE(m_counts.streets, 8); // seven with roads, and the village that only an address names
    QCOMPARE(m_counts.intersections, 3);
    QCOMPARE(m_counts.leftOut, 3);
    QCOMPARE(must(m_gazetteer).placeCount(), m_counts.places);
}

void GazetteerTest::findsFirst_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("first");
    const auto row = [](const QString& text, const QString& first) {
        QTest::newRow(qPrintable(text)) << text << first;
    };
    row(u"人民路"_s, u"人民路"_s);
    row(u"　人 民 路 "_s, u"人民路"_s);
    row(u"renmin lu"_s, u"人民路"_s);
    row(u"renminlu"_s, u"人民路"_s);
    row(u"rml"_s, u"人民路"_s);
    row(u"ＲＭＬ"_s, u"人民路"_s);
    row(u"Renmin Road"_s, u"人民路"_s);
    row(u"renmin rd"_s, u"人民路"_s);
    row(u"Rénmín Lù"_s, u"人民路"_s);
    row(u"renm"_s, u"人民路"_s);
    row(u"医院"_s, u"第一人民医院"_s);
    row(u"people hospital"_s, u"第一人民医院"_s);
    row(u"yiyuan"_s, u"第一人民医院"_s);
    row(u"dyrmyy"_s, u"第一人民医院"_s);
    row(u"火"_s, u"火车站"_s);
    row(u"站"_s, u"火车站"_s);
    row(u"huochezhan"_s, u"火车站"_s);
    row(u"lvdi"_s, u"绿地路"_s);
    row(u"main"_s, u"Main Street"_s);
    row(u"main st"_s, u"Main Street"_s);
    row(u"park avenue"_s, u"Park Ave"_s);
    row(u"人民路118号"_s, u"人民路118号"_s);
    row(u"人民路１１８"_s, u"人民路118号"_s);
    row(u"人民路 118"_s, u"人民路118号"_s);
    row(u"renminlu 120"_s, u"人民路120号"_s);
    row(u"118 renmin road"_s, u"人民路118号"_s);
    row(u"12 Main St"_s, u"12 Main Street"_s);
    row(u"main street 12"_s, u"12 Main Street"_s);
    row(u"和平新村5号"_s, u"和平新村5号"_s);
    row(u"人民路119号3楼"_s, u"人民路118号"_s); // the nearest that is known
    row(u"中山路7号"_s, u"中山路"_s);
    row(u"Park Ave 31-33"_s, u"31-33 Park Ave"_s);
    row(u"park ave 31"_s, u"31-33 Park Ave"_s);
    row(u"人民路与中山路"_s, u"人民路与中山路"_s);
    row(u"中山路和人民路交叉口"_s, u"中山路与人民路"_s);
    row(u"人民路/解放大道路口"_s, u"人民路与解放大道"_s);
    row(u"人民路中山路口"_s, u"人民路与中山路"_s);
    row(u"renmin road & zhongshan road"_s, u"人民路与中山路"_s);
    row(u"人民路与解"_s, u"人民路与解放大道"_s);
    row(u"解放大道与"_s, u"解放大道与人民路"_s);
    row(u"renmin road & zhongshn road"_s, u"人民路与中山路"_s);
    row(u"Main St and Park Ave"_s, u"Main Street & Park Ave"_s);
    row(u"Park Ave @ Main"_s, u"Park Ave & Main Street"_s);
    // A letter or a sign wrong, and what only sounds alike.
    row(u"renmni"_s, u"人民路"_s);
    row(u"zhonshan"_s, u"中山路"_s);
    row(u"hopsital"_s, u"第一人民医院"_s);
    row(u"Jeifang Avenue"_s, u"解放大道"_s);
    row(u"解放大路"_s, u"解放大道"_s);
    row(u"第一人名医院"_s, u"第一人民医院"_s);
}

void GazetteerTest::findsFirst() {
    QFETCH(QString, text);
    QFETCH(QString, first);
    const QList<FoundPlace> found = must(m_gazetteer).find(text, at(5, 5));
    QStringList labels;
    for (const FoundPlace& place : found)
        labels.append(place.label(true));
    QVERIFY2(labels.value(0) == first, qPrintable(labels.join(u", "_s)));
}

void GazetteerTest::ranksExactBeforeBegunBeforeWithin() {
    const QList<FoundPlace> found = must(m_gazetteer).find(u"人民"_s, at(35, 20));
    QVERIFY(found.size() >= 4);
    QCOMPARE(found.at(0).nameZh, u"人民中路"_s); // both begin so; this one is in view
    QCOMPARE(found.at(1).nameZh, u"人民路"_s);
    QCOMPARE(found.last().nameZh, u"第一人民医院"_s);
    const QList<FoundPlace> exact = must(m_gazetteer).find(u"人民路"_s, at(35, 20));
    QCOMPARE(exact.at(0).nameZh, u"人民路"_s);
    QCOMPARE(exact.at(0).match, Match::Exact);
    QVERIFY(exact.at(0).metresOff > 1000);
    QCOMPARE(exact.at(0).label(false), u"Renmin Road"_s);
    QCOMPARE(exact.at(1).nameZh, u"人民路派出所"_s);
}

void GazetteerTest::prefersWhatIsNear() {
    const QList<FoundPlace> found = must(m_gazetteer).find(u"路"_s, at(61, 60), 3);
    QCOMPARE(found.size(), 3);
    QCOMPARE(found.at(0).nameZh, u"绿地路"_s);
}

void GazetteerTest::findsManyOfOneNameNearby() {
    // A thousand of one name: the one that counts is far down the file.
    const QList<FoundPlace> found = must(m_gazetteer).find(u"便利店"_s, at(4000, 300), 5);
    QCOMPARE(found.size(), 5);
    QVERIFY2(found.at(0).metresOff < 1500, qPrintable(QString::number(found.at(0).metresOff)));
}

void GazetteerTest::tellsWhereAPointIs() {
    const WhereIs house = must(m_gazetteer).reverse(at(7.1, 0.1));
    QVERIFY(house.address);
    QCOMPARE(house.label(true), u"人民路118号"_s);
    QCOMPARE(house.label(false), u"118 Renmin Road"_s);
    QVERIFY(house.street);
    QCOMPARE(must(house.street).nameZh, u"人民路"_s);
    const WhereIs crossing = must(m_gazetteer).reverse(at(5.1, 0.1));
    QVERIFY(crossing.crossing);
    QCOMPARE(crossing.label(true).size(), u"人民路与中山路"_s.size());
    const WhereIs street = must(m_gazetteer).reverse(at(17, 1));
    QCOMPARE(street.label(true), u"人民路 (111 m)"_s);
    QVERIFY(must(m_gazetteer).reverse(at(500, 900)).label(true).isEmpty());
    QVERIFY(must(m_gazetteer).reverse({}).label(true).isEmpty());
}

// Against every house and every crossing of a grid of streets, measured one by one.
void GazetteerTest::tellsTheNearestHouseAndCrossingOfAll() {
    constexpr int Side = 6;
    GazetteerBuilder builder;
    const QString path = m_folder.filePath(u"grid.sqlite"_s);
    QVERIFY(builder.open(path));
    QList<QGeoCoordinate> crossings;
    QList<QGeoCoordinate> houses;
    for (int line = 0; line < Side; ++line) {
        RoadWay across;
        RoadWay along;
        across.id = line + 1;
        along.id = Side + line + 1;
        across.cls = along.cls = RoadClass::Secondary;
        across.nameZh = QString(QChar(u'甲' + line)) + u"东路"_s;
        along.nameZh = QString(QChar(u'甲' + line)) + u"南街"_s;
        for (int step = 0; step < Side; ++step) {
            across.nodeIds.append(line * Side + step + 1);
            across.points.append(at(step, line));
            along.nodeIds.append(step * Side + line + 1);
            along.points.append(at(line, step));
            crossings.append(at(step, line));
        }
        builder.add(across);
        builder.add(along);
    }
    QRandomGenerator random(11);
    for (int number = 1; number <= 120; ++number) {
        Place place;
        place.kind = PlaceKind::Address;
        place.street = QString(QChar(u'甲' + number % Side)) + u"东路"_s;
        place.houseNumber = QString::number(number);
        place.at = at(random.bounded(double(Side - 1)), random.bounded(double(Side - 1)));
        houses.append(place.at);
        builder.add(place);
    }
    QVERIFY(builder.finish());
    const auto grid = Gazetteer::open(path);
    QVERIFY(grid);
    const auto holds = [](const std::optional<FoundPlace>& told, double least, double reach) {
        if (std::abs(least - reach) < 0.5)
            return true; // on the border either is right
        return told.has_value() == (least < reach) && (!told || std::abs(told->metresOff - least) < 0.5);
    };
    int withHouse = 0;
    int withCrossing = 0;
    for (int round = 0; round < 400; ++round) {
        const QGeoCoordinate point =
            at(random.bounded(double(Side)) - 0.5, random.bounded(double(Side)) - 0.5);
        const auto nearest = [&point](const QList<QGeoCoordinate>& all) {
            double least = INFINITY;
            for (const QGeoCoordinate& one : all)
                least = std::min(least, point.distanceTo(one));
            return least;
        };
        const WhereIs where = grid->reverse(point);
        // A street's own middle may be told in the place of a house that is more than twice as far.
        if (!where.address || where.address->kind == PlaceKind::Address) {
            QVERIFY2(holds(where.address, nearest(houses), 60), qPrintable(point.toString()));
            withHouse += where.address.has_value();
        }
        QVERIFY2(holds(where.crossing, nearest(crossings), 40), qPrintable(point.toString()));
        withCrossing += where.crossing.has_value();
    }
    QVERIFY2(withHouse > 50 && withCrossing > 50,
             qPrintable(u"%1 houses, %2 crossings"_s.arg(withHouse).arg(withCrossing)));
}

void GazetteerTest::takesAnything() {
    QRandomGenerator random(6);
    const QString letters =
        u"人民路口与和a b\"'*()-^:&/@1２９号 OR AND NEAR \\;%_\u0000\uE000\U0001F680ñ路"_s;
    for (int round = 0; round < 600; ++round) {
        QString text;
        for (int length = random.bounded(30); length > 0; --length)
            text.append(letters.at(random.bounded(letters.size())));
        QVERIFY(must(m_gazetteer).find(text, at(1, 1), random.bounded(-5, 200)).size() <=
                Gazetteer::MaxResults);
    }
    // Whole words of strange signs: halves of surrogate pairs, control signs, right-to-left, faces, marks
    // alone.
    for (int round = 0; round < 600; ++round) {
        QString text = round % 3 == 0 ? u"人民路"_s : QString();
        for (int length = random.bounded(1, 40); length > 0; --length) {
            const std::array<std::pair<ushort, ushort>, 7> ranges{{{0, 0x20},
                                                                   {0x2000, 0x206F},
                                                                   {0x590, 0x6FF},
                                                                   {0xD800, 0xDFFF},
                                                                   {0xE000, 0xF8FF},
                                                                   {0x300, 0x36F},
                                                                   {0xFFF0, 0xFFFF}}};
            const auto [first, last] = ranges[std::size_t(random.bounded(int(ranges.size())))];
            text.append(QChar(ushort(random.bounded(int(first), int(last) + 1))));
        }
        QVERIFY(must(m_gazetteer).find(text, at(1, 1)).size() <= Gazetteer::MaxResults);
    }
    for (const QString& mark : {u"&&&"_s, u"……。，、"_s, u"\"*\""_s, u"'; --"_s, u"\u202E\u0000"_s})
        QVERIFY2(must(m_gazetteer).find(mark).isEmpty(), qPrintable(mark));
    QVERIFY(must(m_gazetteer).find(QString(1'000'000, u'路')).isEmpty());
    QVERIFY(must(m_gazetteer).find(QString(1'000'000, u'&')).isEmpty());
    QVERIFY(must(m_gazetteer).find(QString()).isEmpty());
}

void GazetteerTest::tellsWhatIsWrongWithAFile() {
    const auto none = Gazetteer::open(m_folder.filePath(u"none.sqlite"_s));
    QVERIFY(!none);
    QVERIFY(none.error().contains(u"none.sqlite"_s));
    QFile text(m_folder.filePath(u"text.sqlite"_s));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("not a database at all, just words\n");
    text.close();
    QVERIFY(!Gazetteer::open(text.fileName()));
    const QString old = m_folder.filePath(u"old.sqlite"_s);
    QVERIFY(QFile::copy(m_path, old));
    {
        auto file = Database::open(old, Database::Mode::New);
        QVERIFY(file);
        QCOMPARE(file->run(u"UPDATE meta SET value = 1 WHERE key = 'format'"_s), QString());
    }
    const auto earlier = Gazetteer::open(old);
    QVERIFY(!earlier);
    QVERIFY2(earlier.error().contains(u"format 1"_s) && earlier.error().contains(u"import the map again"_s),
             qPrintable(earlier.error()));
    GazetteerBuilder builder;
    QVERIFY(!builder.open(m_folder.filePath(u"no/such/folder.sqlite"_s)));
    QVERIFY(!builder.finish());
}

void GazetteerTest::survivesDamagedFiles() {
    QFile good(m_path);
    QVERIFY(good.open(QIODevice::ReadOnly));
    const QByteArray bytes = good.readAll();
    QRandomGenerator random(8);
    for (int round = 0; round < 24; ++round) {
        QByteArray bad = bytes;
        if (round % 3 == 0)
            bad.truncate(random.bounded(bad.size()));
        for (int flips = 0; flips < 40 && !bad.isEmpty(); ++flips)
            bad[random.bounded(bad.size())] = static_cast<char>(random.bounded(256));
        QFile file(m_folder.filePath(u"bad%1.sqlite"_s.arg(round)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bad);
        file.close();
        if (const auto opened = Gazetteer::open(file.fileName())) {
            (void)opened->find(u"人民路118"_s, at(1, 1));
            (void)opened->find(u"renmni"_s);
            (void)opened->reverse(at(5, 0));
        }
    }
}

} // namespace tridesk::maps::test

QTEST_GUILESS_MAIN(tridesk::maps::test::GazetteerTest)
#include "gazetteer_test.moc"
