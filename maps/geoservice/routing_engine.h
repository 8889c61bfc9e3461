// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/geoservice/package_thread.h"

#include <QGeoRouteReply>
#include <QGeoRoutingManagerEngine>

namespace tridesk::maps {

/// The provider's parameter: which vehicle travel by car means, as nameOf(Vehicle) tells it; none: a police
/// car on patrol. (A request of Qt Location has no place for it.) By bicycle means an electric bike, by foot
/// people.
inline constexpr QLatin1StringView VehicleParameter("tridesk.vehicle");

/// Qt Location's routing over the package's roads: the quickest way through any number of waypoints, with the
/// traffic of the request's departure time (none given: by day).
class RoutingEngine : public QGeoRoutingManagerEngine {
    Q_OBJECT
public:
    RoutingEngine(const QVariantMap& parameters, const QString& packageFolder);

    QGeoRouteReply* calculateRoute(const QGeoRouteRequest& request) override;

private:
    class Reply;

    std::expected<Vehicle, QString> m_car;
    PackageThread m_thread;
};

} // namespace tridesk::maps
