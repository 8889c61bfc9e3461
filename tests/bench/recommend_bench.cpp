// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A recommendation over 5,000 units on the roads of the made city, as the console makes one every few seconds
// while an incident is in hand: a search of 15 minutes around it for each kind of vehicle, the times of all
// units to every station, and the ranking. Between two of them 250 units have moved, and the place is another
// one. Beside it, in the same run: the first one, when nothing is known yet; its parts; and the naive rank,
// by the straight line, with how often it names another car and how much later that one is there. Processor
// time.

#include "app/domain/recommend.h"
#include "maps/city/city.h"
#include "maps/extract/importer.h"
#include "maps/geo/distance.h"
#include "maps/package/package.h"
#include "maps/roads/fleet_times.h"
#include "tests/bench/figure.h"
#include "tests/support/scene.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace tridesk;

namespace {

constexpr int unitCount = 5'000;
constexpr int rounds = 200;
constexpr int movedEachRound = 250;
constexpr double ringBound = 300;

Milliseconds inMs(double seconds) {
    return Milliseconds(qint64(seconds * 1000));
}

/// Of the processor, this thread's: what the machine does besides is not the recommendation's. On a machine
/// that has nothing else to do it is the same as by the clock.
class Stopwatch {
public:
    void start() { m_start = now(); }
    [[nodiscard]] double milliseconds() const { return now() - m_start; }

private:
    static double now() {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }
    double m_start = 0;
};

TravelTime travelOf(const maps::FleetTime& time) {
    switch (time.kind) {
    case maps::FleetTime::Kind::OffRoad:
        return {};
    case maps::FleetTime::Kind::Known:
        return TravelTime::known(inMs(time.seconds));
    case maps::FleetTime::Kind::Beyond:
        return {TravelTime::Kind::Beyond, {}};
    }
    return {};
}

maps::Vehicle vehicleOf(UnitKind kind) {
    return kind == UnitKind::Foot         ? maps::Vehicle::Foot
           : kind == UnitKind::Motorcycle ? maps::Vehicle::Motorcycle
                                          : maps::Vehicle::PoliceOnCall;
}

class Fleet {
public:
    Fleet(const maps::RoadGraph& roads, const QList<maps::PostArea>& posts)
        : m_times(roads)
        , m_bounds(roads.bounds()) {
        for (const maps::PostArea& post : posts) {
            m_stations.push_back(post.station);
            m_posts.push_back(test::code<PostId>(post.ref));
        }
        for (int i = 0; i < unitCount; ++i) {
            Candidate& unit = m_question.candidates.emplace_back();
            unit.unit = test::code<UnitId>(u"U%1"_s.arg(i, 4, 10, QChar(u'0')));
            unit.kind = i % 10 == 0 ? UnitKind::Foot : i % 10 < 3 ? UnitKind::Motorcycle : UnitKind::Car;
            unit.status = i % 3 ? UnitStatus::Available : UnitStatus::EnRoute;
            unit.crewed = true;
            unit.jobs = i % 7;
            if (unit.status == UnitStatus::EnRoute)
                unit.work = UnitWork{{}, Level(i % 4), false};
            move(unit);
        }
        m_question.wants = {{}, {}, 2, Level::Urgent};
        m_question.now = test::ManualClock().now();
    }

    void moveSome() {
        for (int i = 0; i < movedEachRound; ++i)
            move(m_question.candidates[m_random.bounded(unitCount)]);
    }

    struct Cost {
        double roads = 0;
        double cover = 0;
        double rank = 0;
        [[nodiscard]] double all() const { return roads + cover + rank; }
    };
    Cost ask(Recommendation& answer) {
        Cost cost;
        const QGeoCoordinate place = anywhere(0.3, 0.7);
        m_question.at = GeoPoint::from(place);
        Stopwatch clock;
        clock.start();
        askIncident(place);
        cost.roads = clock.milliseconds();
        clock.start();
        askCover();
        cost.cover = clock.milliseconds();
        clock.start();
        answer = recommend(m_question);
        cost.rank = clock.milliseconds();
        return cost;
    }

    /// The nearest free unit as the crow flies.
    [[nodiscard]] const Candidate* naive() const {
        const Candidate* best = nullptr;
        double least = 0;
        for (const Candidate& unit : m_question.candidates) {
            const double metres = placeOf(unit).metresTo(test::must(m_question.at));
            if (isAvailable(unit.status) && (!best || metres < least)) {
                best = &unit;
                least = metres;
            }
        }
        return best;
    }
    [[nodiscard]] qsizetype stationCount() const { return qsizetype(m_stations.size()); }

private:
    static GeoPoint placeOf(const Candidate& unit) { return test::must(unit.place).at; }
    QGeoCoordinate anywhere(double from, double to) {
        const auto share = [&] { return from + m_random.bounded(to - from); };
        return {m_bounds.bottomLeft().latitude() + share() * m_bounds.height(),
                m_bounds.bottomLeft().longitude() + share() * m_bounds.width()};
    }
    void move(Candidate& unit) {
        unit.place = UnitPlace{test::must(GeoPoint::from(anywhere(0.05, 0.95))),
                               std::chrono::seconds(m_random.bounded(400)), false};
    }
    /// By vehicle: who drives it, and from where.
    void askIncident(const QGeoCoordinate& place) {
        for (const auto vehicle :
             {maps::Vehicle::PoliceOnCall, maps::Vehicle::Motorcycle, maps::Vehicle::Foot}) {
            std::vector<Candidate*> who;
            std::vector<QGeoCoordinate> starts;
            for (Candidate& unit : m_question.candidates)
                if (vehicleOf(unit.kind) == vehicle) {
                    who.push_back(&unit);
                    starts.push_back(placeOf(unit).coordinate());
                }
            const auto times =
                m_times.toward(place, starts, double(m_question.policy.farthest.count()) / 1000,
                               {maps::RoadProfile::of(vehicle), {}});
            for (size_t i = 0; i < who.size(); ++i)
                who[i]->travel = travelOf(times[i]);
        }
    }
    void askCover() {
        std::vector<QGeoCoordinate> starts;
        starts.reserve(m_question.candidates.size());
        for (const Candidate& unit : m_question.candidates)
            starts.push_back(placeOf(unit).coordinate());
        m_question.cover.emplace();
        const auto near = m_times.near(m_stations, starts, ringBound,
                                       {maps::RoadProfile::of(maps::Vehicle::PoliceOnCall), {}});
        for (size_t station = 0; station < near.size(); ++station) {
            CoverPlace& cover = m_question.cover->emplace_back(m_posts[station]);
            for (const auto& [start, seconds] : near[station])
                cover.near.push_back({qsizetype(start), inMs(seconds)});
        }
    }

    maps::FleetTimes m_times;
    QGeoRectangle m_bounds;
    std::vector<QGeoCoordinate> m_stations;
    std::vector<PostId> m_posts;
    RecommendQuestion m_question;
    QRandomGenerator m_random{1};
};

void measure(const maps::RoadGraph& roads, const QList<maps::PostArea>& posts) {
    Fleet fleet(roads, posts);
    Recommendation answer;
    const double first = fleet.ask(answer).all();
    QList<double> all;
    QList<double> parts[3];
    QList<double> naiveTimes;
    QList<double> later;
    int others = 0;
    for (int round = 0; round < rounds; ++round) {
        fleet.moveSome();
        const Fleet::Cost cost = fleet.ask(answer);
        all.append(cost.all());
        parts[0].append(cost.roads);
        parts[1].append(cost.cover);
        parts[2].append(cost.rank);
        Stopwatch clock;
        clock.start();
        const Candidate* nearest = fleet.naive();
        naiveTimes.append(clock.milliseconds());
        if (answer.picks.isEmpty() || nearest->unit == answer.picks.first().unit)
            continue;
        ++others;
        if (nearest->travel.kind == TravelTime::Kind::Known)
            later.append(double((nearest->travel.time - answer.picks.first().travel).count()) / 1000);
    }
    const auto median = [](const QList<double>& values) {
        return QByteArray::number(bench::percentile(values, 0.5), 'g', 3);
    };
    const QByteArray beside =
        "first " + QByteArray::number(first, 'g', 3) + " ms; medians: roads " + median(parts[0]) +
        ", coverage of " + QByteArray::number(fleet.stationCount()) + " stations " + median(parts[1]) +
        ", rank " + median(parts[2]) + "; naive rank by the straight line " + median(naiveTimes) +
        " ms, names another unit in " + QByteArray::number(others) + " of " + QByteArray::number(rounds) +
        ", then later by " + median(later) + " s; " + QByteArray::number(roads.arcCount()) + " arcs";
    bench::printFigure("recommend.p99_ms", bench::percentile(all, 0.99), "ms", bench::Hold::AtMost, 30,
                       beside);
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    if (!bench::Filter(argc, argv).wants("recommend.p99_ms"))
        return 0;
    const QTemporaryDir folder;
    maps::ImportOptions options;
    options.sourceFile = folder.filePath(u"city.osm.pbf"_s);
    options.packageFolder = folder.filePath(u"city"_s);
    options.basemap = false;
    const auto written = maps::writeCity({.size = 4, .buildings = false}, options.sourceFile);
    const auto manifest = written ? maps::importExtract(options, {}) : std::unexpected(written.error());
    const auto package =
        manifest ? maps::Package::open(options.packageFolder) : std::unexpected(manifest.error());
    const auto roads =
        package ? maps::RoadGraph::open(package->roadsFile()) : std::unexpected(package.error());
    const auto posts = roads ? package->posts() : std::unexpected(roads.error());
    if (!posts) {
        std::fprintf(stderr, "%s\n", qPrintable(posts.error()));
        return 0;
    }
    measure(*roads, *posts);
    return 0;
}
