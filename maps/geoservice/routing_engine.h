// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/geoservice/package_thread.h"

#include <QGeoRouteReply>
#include <QGeoRoutingManagerEngine>

namespace tridesk::maps {

/// Qt Location's routing over the package's roads: by car, the quickest way, through any number of waypoints.
class RoutingEngine : public QGeoRoutingManagerEngine {
    Q_OBJECT
public:
    RoutingEngine(const QVariantMap& parameters, const QString& packageFolder);

    QGeoRouteReply* calculateRoute(const QGeoRouteRequest& request) override;

private:
    class Reply;

    PackageThread m_thread;
};

} // namespace tridesk::maps
