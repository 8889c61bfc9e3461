// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the console asks of the package's roads beyond single routes: the rest of GeoService.
#include "maps/geo/distance.h"
#include "maps/geoservice/geo_service.h"

#include <algorithm>
#include <numeric>

namespace tridesk::maps {
namespace {

using namespace Qt::StringLiterals;

constexpr double LongestReachSeconds = 3600;

// Not inlined: GCC 14 would look into the half of the union that is not there, and warn.
template <typename Result>
[[gnu::noinline]] Result refusal(const QString& error) {
    return std::unexpected(error);
}

template <typename Result>
QFuture<Result> failed(const QString& error) {
    return QtFuture::makeReadyValueFuture(refusal<Result>(error));
}

GeoService::Reached reachOver(const RoadGraph& roads, const ReachQuestion& question, const Driving& driving) {
    const double bound = std::ranges::max(question.seconds);
    const TimeField field = question.direction == TimeField::Direction::Toward
                                ? roads.timesToward(question.place, bound, driving)
                                : roads.timesFrom(question.place, bound, driving);
    if (!field.place())
        return std::unexpected(u"no road within %1 m of the place"_s.arg(RoadGraph::DefaultReachMetres));
    return ringsOf(field, question.seconds);
}

} // namespace

template <typename Result>
QFuture<Result> GeoService::askRoads(std::function<Result(const RoadGraph&, PackageReader&)> question) {
    if (!m_network)
        return failed<Result>(m_networkError);
    auto promise = std::make_shared<QPromise<Result>>();
    promise->start();
    QFuture<Result> future = promise->future();
    // A package thread that ends drops its questions, and with them the promise: that cancels the future.
    m_network->ask(
        [promise = std::move(promise), question = std::move(question)](PackageReader& reader) {
            const auto roads = reader.roads();
            auto result = std::make_shared<Result>(roads ? question(**roads, reader)
                                                         : Result(std::unexpected(roads.error())));
            return PackageThread::Answer([promise, result] {
                promise->addResult(std::move(*result));
                promise->finish();
            });
        },
        std::make_shared<std::atomic_bool>(false));
    return future;
}

QFuture<GeoService::Fleet> GeoService::fleet(const FleetQuestion& question) {
    const auto isReach = [](double seconds) { return seconds > 0 && seconds <= LongestReachSeconds; };
    if (!isReach(question.boundSeconds) || !isReach(question.nearSeconds))
        return failed<Fleet>(u"times are of 1 to %1 seconds"_s.arg(LongestReachSeconds));
    return askRoads<Fleet>([question](const RoadGraph& roads, PackageReader& reader) {
        FleetTimes& times = reader.fleetTimes(roads);
        FleetAnswer answer;
        for (const FleetQuestion::Group& group : question.groups)
            answer.toPlace.push_back(times.toward(question.place, group.starts, question.boundSeconds,
                                                  reader.driving(group.vehicle, question.departure)));
        answer.atStations = times.near(question.stations, question.cars, question.nearSeconds,
                                       reader.driving(Vehicle::PoliceOnCall, question.departure));
        return Fleet(std::move(answer));
    });
}

QFuture<GeoService::Reached> GeoService::reach(const ReachQuestion& question) {
    const auto isFit = [](double seconds) { return seconds > 0 && seconds <= LongestReachSeconds; };
    if (question.seconds.empty() || !std::ranges::all_of(question.seconds, isFit))
        return failed<Reached>(u"rings are of 1 to %1 seconds"_s.arg(LongestReachSeconds));
    return askRoads<Reached>([question](const RoadGraph& roads, PackageReader& reader) {
        return reachOver(roads, question, reader.driving(question.travel.vehicle, question.travel.departure));
    });
}

QFuture<GeoService::Escaped> GeoService::escape(const EscapeQuestion& question, const QDateTime& at) {
    return askRoads<Escaped>([question, at](const RoadGraph& roads, PackageReader& reader) {
        EscapeQuestion asked = question;
        asked.cutting = reader.driving(question.cutting.profile.vehicle, at);
        asked.fleeing.traffic = asked.cutting.traffic;
        return Escaped(escapeOf(roads, asked));
    });
}

QFuture<GeoService::Times> GeoService::timesTo(const QGeoCoordinate& place,
                                               const QList<QGeoCoordinate>& starts, double boundSeconds,
                                               const Travel& travel) {
    if (!m_network && m_routes != nullptr)
        return timesByRoutes(place, starts, boundSeconds, travel);
    return askRoads<Times>([=](const RoadGraph& roads, PackageReader& reader) {
        return Times(roads.timesTo(place, std::span(starts.begin(), starts.end()), boundSeconds,
                                   reader.driving(travel.vehicle, travel.departure)));
    });
}

QFuture<GeoService::Times> GeoService::timesByRoutes(const QGeoCoordinate& place,
                                                     const QList<QGeoCoordinate>& starts, double boundSeconds,
                                                     const Travel& travel) {
    QList<qsizetype> nearest(starts.size());
    std::iota(nearest.begin(), nearest.end(), 0);
    std::ranges::stable_sort(nearest, {},
                             [&](qsizetype start) { return metresBetween(starts.at(start), place); });
    nearest.resize(std::min(nearest.size(), MostRoutes));
    if (nearest.isEmpty())
        return QtFuture::makeReadyValueFuture(Times(std::vector<std::optional<double>>()));
    QList<QFuture<Routed>> routes;
    for (const qsizetype start : nearest)
        routes.append(route(starts.at(start), place, travel));
    const qsizetype count = starts.size();
    return QtFuture::whenAll(routes.begin(), routes.end())
        .then(this, [nearest, count, boundSeconds](const QList<QFuture<Routed>>& answers) {
            std::vector<std::optional<double>> seconds(static_cast<std::size_t>(count));
            for (qsizetype index = 0; index < answers.size(); ++index) {
                const QFuture<Routed>& answer = answers.at(index);
                if (answer.resultCount() == 0 || !answer.result())
                    continue;
                const double found = answer.result()->totalSeconds;
                if (found <= boundSeconds)
                    seconds[static_cast<std::size_t>(nearest.at(index))] = found;
            }
            return Times(std::move(seconds));
        });
}

} // namespace tridesk::maps
