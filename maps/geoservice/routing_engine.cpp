// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geoservice/routing_engine.h"

#include "maps/geoservice/route_convert.h"

#include <QLocale>
#include <QPointer>

namespace tridesk::maps {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype MostWaypoints = 100;

using Routed = std::expected<Route, QString>;

QString textOf(RouteError error, qsizetype waypoint) {
    switch (error) {
    case RouteError::NoRoadAtStart:
        return u"no road near waypoint %1"_s.arg(waypoint);
    case RouteError::NoRoadAtEnd:
        return u"no road near waypoint %1"_s.arg(waypoint + 1);
    case RouteError::NoWay:
        return u"no way from waypoint %1 to the next"_s.arg(waypoint);
    }
    return {};
}

Routed routeThrough(const RoadGraph& roads, const QList<QGeoCoordinate>& waypoints, const Driving& driving) {
    Route whole;
    for (qsizetype index = 1; index < waypoints.size(); ++index) {
        const auto part = roads.route(waypoints.at(index - 1), waypoints.at(index), driving);
        if (!part)
            return std::unexpected(textOf(part.error(), index));
        if (index == 1)
            whole = *part;
        else
            append(whole, *part);
    }
    return whole;
}

std::expected<Vehicle, QString> carOf(const QVariantMap& parameters) {
    const QVariant said = parameters.value(VehicleParameter);
    return said.isValid() ? vehicleNamed(said.toString()) : Vehicle::PoliceCar;
}

std::expected<Vehicle, QString> vehicleOf(const QGeoRouteRequest& request,
                                          const std::expected<Vehicle, QString>& car) {
    const QGeoRouteRequest::TravelModes modes = request.travelModes();
    if ((modes & QGeoRouteRequest::CarTravel) != 0)
        return car;
    if ((modes & QGeoRouteRequest::BicycleTravel) != 0)
        return Vehicle::ElectricBike;
    if ((modes & QGeoRouteRequest::PedestrianTravel) != 0)
        return Vehicle::Foot;
    return std::unexpected(u"routes are for cars, bicycles and people on foot"_s);
}

} // namespace

class RoutingEngine::Reply : public QGeoRouteReply {
public:
    Reply(const QGeoRouteRequest& request, QObject* parent)
        : QGeoRouteReply(request, parent) {}
    ~Reply() override { *m_cancelled = true; }

    void abort() override {
        if (isFinished() || m_cancelled->exchange(true))
            return;
        QGeoRouteReply::abort();
    }
    void answer(const Routed& routed, bool chinese) {
        if (!routed) {
            setError(UnknownError, routed.error());
            return;
        }
        QGeoRoute route = toGeoRoute(*routed, chinese);
        route.setRequest(request());
        setRoutes({route});
        setFinished(true);
    }
    [[nodiscard]] std::shared_ptr<const std::atomic_bool> cancelled() const { return m_cancelled; }

private:
    std::shared_ptr<std::atomic_bool> m_cancelled = std::make_shared<std::atomic_bool>(false);
};

RoutingEngine::RoutingEngine(const QVariantMap& parameters, const QString& packageFolder)
    : QGeoRoutingManagerEngine(parameters)
    , m_car(carOf(parameters))
    , m_thread(packageFolder) {
    setSupportedTravelModes(QGeoRouteRequest::CarTravel | QGeoRouteRequest::BicycleTravel |
                            QGeoRouteRequest::PedestrianTravel);
    setSupportedFeatureTypes(QGeoRouteRequest::NoFeature);
    setSupportedFeatureWeights(QGeoRouteRequest::NeutralFeatureWeight);
    setSupportedRouteOptimizations(QGeoRouteRequest::FastestRoute);
    setSupportedSegmentDetails(QGeoRouteRequest::BasicSegmentData);
    setSupportedManeuverDetails(QGeoRouteRequest::BasicManeuvers);
}

QGeoRouteReply* RoutingEngine::calculateRoute(const QGeoRouteRequest& request) {
    auto* reply = new Reply(request, this);
    connect(reply, &QGeoRouteReply::finished, this, [this, reply] { Q_EMIT finished(reply); });
    connect(reply, &QGeoRouteReply::errorOccurred, this,
            [this, reply](QGeoRouteReply::Error error, const QString& text) {
                Q_EMIT errorOccurred(reply, error, text);
            });
    const bool chinese = locale().language() == QLocale::Chinese;
    const QPointer<Reply> answered(reply);
    const QList<QGeoCoordinate> waypoints = request.waypoints();
    const auto vehicle = vehicleOf(request, m_car);
    const QDateTime departure = request.departureTime();
    m_thread.ask(
        [waypoints, chinese, answered, vehicle, departure](PackageReader& reader) -> PackageThread::Answer {
            Routed routed = std::unexpected(
                u"a route needs 2 to %1 waypoints, not %2"_s.arg(MostWaypoints).arg(waypoints.size()));
            if (waypoints.size() >= 2 && waypoints.size() <= MostWaypoints) {
                const auto roads = reader.roads();
                if (!vehicle)
                    routed = std::unexpected(vehicle.error());
                else if (!roads)
                    routed = std::unexpected(roads.error());
                else
                    routed = routeThrough(**roads, waypoints, reader.driving(*vehicle, departure));
            }
            return [routed = std::move(routed), chinese, answered] {
                if (answered)
                    answered->answer(routed, chinese);
            };
        },
        reply->cancelled());
    return reply;
}

} // namespace tridesk::maps
