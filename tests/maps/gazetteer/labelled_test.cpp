// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/city.h"
#include "maps/gazetteer/builder.h"
#include "maps/gazetteer/gazetteer.h"
#include "tests/maps/gazetteer/osm_truth.h"
#include "tests/maps/gazetteer/typing.h"
#include "tests/maps/read_whole.h"
#include "tests/support/must.h"
#include "tests/support/shared_data.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace tridesk::maps::test {

using namespace Qt::StringLiterals;
using tridesk::test::must;

/// What stands in a map is found in first place, however people type it: each question and its answer come
/// from the map's data by a reader of the test's own.
class LabelledTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void findsTheRightPlace_data();
    void findsTheRightPlace();
    void tellsTheNearestStreet_data() { findsTheRightPlace_data(); }
    void tellsTheNearestStreet();
    void holdsOverAll();

private:
    struct Builder : ExtractSink {
        void place(const Place& place) override { gazetteer.add(place); }
        void road(const RoadWay& way) override { gazetteer.add(way); }
        void restriction(const TurnRestriction&) override {}
        void station(const PostArea&) override {}
        void postArea(const PostArea&) override {}
        void camera(const FixedCamera&) override {}
        void coastline(const QList<QPointF>&) override {}
        GazetteerBuilder gazetteer;
    };
    struct Score {
        int asked = 0;
        int first = 0;
        int five = 0;
    };
    struct Question {
        QString kind;
        QString text;
        QList<OsmTruth::Thing> things; ///< those of this name
    };

    bool prepare(const QString& file);
    QList<Question> questions();
    void ask(const Question& question);
    template <class Map>
    typename Map::const_iterator any(const Map& map);
    QString typedName(const QString& name, int way, bool* unique);
    QString typedHouse(const QString& street, const QString& house, int way);
    QString typedCrossing(const QString& a, const QString& b, int way);

    static constexpr double Right = 60;
    QTemporaryDir m_folder;
    QString m_prepared;
    OsmTruth m_truth;
    std::optional<Gazetteer> m_gazetteer;
    QRandomGenerator m_random{11};
    std::map<QString, Score> m_scores; ///< of this map, by kind
    Score m_all;
    QStringList m_missed;
};

namespace {

constexpr int EachKind = 12;

double metresToLine(const OsmTruth::Thing& thing, const QGeoCoordinate& at) {
    if (thing.points.size() == 1)
        return thing.points.first().distanceTo(at);
    // On the plane round the point; how far each stretch passes from it.
    const double east = 111'320 * std::cos(at.latitude() * M_PI / 180);
    const auto plane = [&](const QGeoCoordinate& p) {
        return QPointF((p.longitude() - at.longitude()) * east, (p.latitude() - at.latitude()) * 110'600);
    };
    double least = INFINITY;
    for (qsizetype corner = 1; corner < thing.points.size(); ++corner) {
        const QPointF a = plane(thing.points.at(corner - 1));
        const QPointF d = plane(thing.points.at(corner)) - a;
        const double length = QPointF::dotProduct(d, d);
        const double share = length > 0 ? std::clamp(-QPointF::dotProduct(a, d) / length, 0.0, 1.0) : 0;
        const QPointF nearest = a + share * d;
        least = std::min(least, std::hypot(nearest.x(), nearest.y()));
    }
    return least;
}

// Within a building is at it.
double metresTo(const OsmTruth::Thing& thing, const QGeoCoordinate& at) {
    double south = 90, north = -90, west = 180, east2 = -180;
    for (const QGeoCoordinate& p : thing.points) {
        south = std::min(south, p.latitude());
        north = std::max(north, p.latitude());
        west = std::min(west, p.longitude());
        east2 = std::max(east2, p.longitude());
    }
    const bool closed = thing.points.first() == thing.points.last();
    const bool within =
        at.latitude() >= south && at.latitude() <= north && at.longitude() >= west && at.longitude() <= east2;
    return closed && within ? 0 : metresToLine(thing, at);
}

} // namespace

void LabelledTest::findsTheRightPlace_data() {
    QTest::addColumn<QString>("file");
    for (const char* file : {"demo city", "malta.osm.pbf", "helsinki.osm.pbf", "monaco_osrm.osm.pbf",
                             "baltimore.osm.pbf", "beijing_cau.osm", "shanghai_shu.osm",
                             "shenzhen_bbox.osm.xml", "nanjing.osm", "taichung.osm", "guixi.osm"})
        QTest::newRow(file) << QString::fromLatin1(file);
}

bool LabelledTest::prepare(const QString& file) {
    if (m_prepared == file)
        return true;
    QString path = m_folder.filePath(u"city.osm.pbf"_s);
    if (file == u"demo city"_s) {
        if (!writeCity({.seed = 1, .size = 0.5}, path))
            return false;
    } else {
        const auto shared = sharedData(u"osm/"_s + file);
        if (!shared)
            return false;
        path = *shared;
    }
    auto truth = readTruth(path);
    Builder builder;
    const QString names = m_folder.filePath(file + u".sqlite"_s);
    if (!truth || !builder.gazetteer.open(names) || !readWhole(path, m_folder.path(), builder) ||
        !builder.gazetteer.finish())
        return false;
    m_truth = std::move(*truth);
    m_gazetteer.emplace(std::move(*Gazetteer::open(names)));
    m_prepared = file;
    m_scores.clear();
    m_missed.clear();
    return true;
}

template <class Map>
typename Map::const_iterator LabelledTest::any(const Map& map) {
    return std::next(map.begin(), m_random.bounded(int(map.size())));
}

QString LabelledTest::typedName(const QString& name, int way, bool* unique) {
    const auto countOf = [&](auto&& says) {
        return std::ranges::count_if(m_truth.streets, [&](const auto& s) { return says(s.first); }) +
               std::ranges::count_if(m_truth.pois, [&](const auto& p) { return says(p.first); });
    };
    *unique = true;
    switch (way % 8) {
    case 1:
        return name.toLower();
    case 2:
        return typing::withoutMarks(name).toUpper();
    case 3:
        return typing::slipped(name, m_random);
    case 4: { // the first half, if nothing else begins so
        const QString half = name.first((name.size() + 1) / 2).trimmed();
        *unique =
            countOf([&](const QString& other) { return other.contains(half, Qt::CaseInsensitive); }) == 1;
        return half;
    }
    case 5:
        return typing::hasHanzi(name) ? typing::pinyin(name) : typing::abbreviated(name);
    case 6: {
        const QString initials = typing::initials(name);
        if (initials.size() < 3)
            return name;
        *unique = countOf([&](const QString& other) {
                      return typing::hasHanzi(other) && typing::initials(other).contains(initials);
                  }) == 1;
        return initials;
    }
    case 7:
        return typing::fullWidth(name);
    default:
        return name;
    }
}

QString LabelledTest::typedHouse(const QString& street, const QString& house, int way) {
    const QString plain = QString(house).remove(u'号').remove(u'號');
    if (typing::hasHanzi(street)) {
        const QStringList ways{street + house, street + plain, street + typing::fullWidth(plain),
                               typing::pinyin(street) + u' ' + plain,
                               typing::slipped(street, m_random) + plain};
        return ways.at(way % ways.size());
    }
    const QStringList ways{street + u' ' + house,
                           house + u' ' + street.toLower(),
                           typing::withoutMarks(street) + u' ' + house,
                           house + u' ' + typing::abbreviated(street),
                           street + u' ' + typing::fullWidth(house),
                           typing::slipped(street, m_random) + u' ' + house};
    return ways.at(way % ways.size());
}

QString LabelledTest::typedCrossing(const QString& a, const QString& b, int way) {
    if (typing::hasHanzi(a) && typing::hasHanzi(b)) {
        const QStringList ways{a + u"与"_s + b, b + u"和"_s + a + u"交叉口"_s,
                               a + u'/' + b,    typing::pinyin(a) + u" & "_s + typing::pinyin(b),
                               a + b + u"口"_s, typing::slipped(a, m_random) + u"与"_s + b};
        return ways.at(way % ways.size());
    }
    const QStringList ways{a + u" & "_s + b,
                           typing::abbreviated(b) + u" and "_s + typing::abbreviated(a),
                           a + u" / "_s + b,
                           typing::withoutMarks(a).toLower() + u" @ "_s + b,
                           a + u" & "_s + typing::slipped(b, m_random),
                           typing::slipped(a, m_random) + u" & "_s + b};
    return ways.at(way % ways.size());
}

QList<LabelledTest::Question> LabelledTest::questions() {
    QList<Question> questions;
    bool unique = true;
    for (int round = 0; round < EachKind; ++round) {
        if (!m_truth.houses.empty()) {
            const auto house = any(m_truth.houses);
            questions.append(
                {u"address"_s, typedHouse(house->first.first, house->first.second, round), house->second});
        }
        if (!m_truth.crossings.empty()) {
            const auto pair = any(m_truth.crossings);
            questions.append(
                {u"crossing"_s, typedCrossing(pair->first.first, pair->first.second, round), pair->second});
        }
        for (const auto& [kind, names] :
             {std::pair(u"street"_s, &m_truth.streets), std::pair(u"poi"_s, &m_truth.pois)}) {
            if (names->empty())
                continue;
            const auto named = any(*names);
            const QString text = typedName(named->first, round, &unique);
            questions.append({kind, unique ? text : named->first, named->second});
        }
    }
    return questions;
}

void LabelledTest::ask(const Question& question) {
    // The one who asks looks at the neighbourhood; of several of one name the nearest is meant.
    const auto& points = question.things.at(m_random.bounded(question.things.size())).points;
    const QGeoCoordinate view =
        points.at(points.size() / 2).atDistanceAndAzimuth(m_random.bounded(800.0), m_random.bounded(360.0));
    double nearest = INFINITY;
    for (const OsmTruth::Thing& thing : question.things)
        nearest = std::min(nearest, metresTo(thing, view));
    const auto isRight = [&](const FoundPlace& place) {
        return std::ranges::any_of(question.things, [&](const OsmTruth::Thing& thing) {
            // A street's pieces are one street; of other things the nearest, or one hardly farther.
            const bool meant = question.kind == u"street"_s || metresTo(thing, view) <= nearest + 200;
            return meant && metresTo(thing, place.at) <= Right;
        });
    };
    const QList<FoundPlace> found = must(m_gazetteer).find(question.text, view, 5);
    Score& score = m_scores[question.kind];
    for (Score* each : {&score, &m_all}) {
        ++each->asked;
        each->first += !found.isEmpty() && isRight(found.first());
        each->five += std::ranges::any_of(found, isRight);
    }
    if (found.isEmpty() || !isRight(found.first()))
        m_missed.append(u"%1 \"%2\" gave \"%3\""_s.arg(
            question.kind, question.text, found.isEmpty() ? u"nothing"_s : found.first().label(true)));
}

void LabelledTest::findsTheRightPlace() {
    QFETCH(QString, file);
    if (!prepare(file))
        QSKIP("shared data is not there");
    for (const Question& question : questions())
        ask(question);
    Score map;
    for (const auto& [kind, score] : m_scores) {
        qInfo("%s, %s: %d asked, %d first, %d in the first five", qPrintable(file), qPrintable(kind),
              score.asked, score.first, score.five);
        map = {map.asked + score.asked, map.first + score.first, map.five + score.five};
    }
    for (const QString& missed : std::as_const(m_missed))
        qInfo("not first: %s", qPrintable(missed));
    QVERIFY(map.asked >= 20);
    QVERIFY(map.first >= 0.85 * map.asked); // each map alone is a small sample; holdsOverAll() has the bound
}

void LabelledTest::tellsTheNearestStreet() {
    QFETCH(QString, file);
    if (!prepare(file))
        QSKIP("shared data is not there");
    int asked = 0;
    int right = 0;
    for (int round = 0; round < 60; ++round) {
        const auto& pieces = any(m_truth.streets)->second;
        const auto& points = pieces.at(m_random.bounded(pieces.size())).points;
        const QGeoCoordinate at = points.at(m_random.bounded(points.size()))
                                      .atDistanceAndAzimuth(m_random.bounded(50.0), m_random.bounded(360.0));
        double nearest = INFINITY;
        for (const auto& [name, things] : m_truth.streets) {
            for (const OsmTruth::Thing& thing : things)
                nearest = std::min(nearest, metresToLine(thing, at));
        }
        const WhereIs where = must(m_gazetteer).reverse(at);
        ++asked;
        // A path or a numbered road, which the truth leaves out, may be nearer; a farther one is wrong.
        const bool isRight = where.street && where.street->metresOff <= nearest + 3 &&
                             std::abs(where.street->at.distanceTo(at) - where.street->metresOff) < 1;
        right += isRight;
        if (!isRight)
            qInfo("at %.6f, %.6f: %s, but a street lies %.1f m off", at.latitude(), at.longitude(),
                  where.street ? qPrintable(where.street->label(true) +
                                            QString::number(where.street->metresOff, 'f', 1))
                               : "nothing",
                  nearest);
        if (where.address)
            QVERIFY(where.address->metresOff <= Right + 1);
        if (where.crossing)
            QVERIFY(where.crossing->at.distanceTo(at) <= 41);
    }
    qInfo("%s: %d of %d nearest streets", qPrintable(file), right, asked);
    QCOMPARE(right, asked);
}

void LabelledTest::holdsOverAll() {
    if (m_all.asked == 0)
        QSKIP("nothing was asked");
    qInfo("all maps: %d asked, first %.1f %%, in the first five %.1f %%", m_all.asked,
          100.0 * m_all.first / m_all.asked, 100.0 * m_all.five / m_all.asked);
    QVERIFY(m_all.first >= 0.95 * m_all.asked);
    QVERIFY(m_all.five >= 0.99 * m_all.asked);
}

} // namespace tridesk::maps::test

QTEST_GUILESS_MAIN(tridesk::maps::test::LabelledTest)
#include "labelled_test.moc"
