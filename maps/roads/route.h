// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGeoCoordinate>
#include <QString>

#include <vector>

namespace tridesk::maps {

/// What the driver does at the start of a leg.
enum class Turn : quint8 {
    Depart,
    Straight,
    SlightRight,
    Right,
    SharpRight,
    UTurn,
    SharpLeft,
    Left,
    SlightLeft
};

/// One street of a route: from the turn into it to the turn out of it.
struct RouteLeg {
    Turn turn = Turn::Depart;
    QString nameZh; ///< empty where the road has no name
    QString nameEn;
    QString ref; ///< road number
    double metres = 0;
    double seconds = 0;
    qsizetype firstPoint = 0; ///< into Route::points; a leg's last point is the next one's first
    qsizetype lastPoint = 0;
};

/// A way along roads.
struct Route {
    std::vector<QGeoCoordinate>
        points; ///< WGS-84, from the road point of the start to that of the end; at least two
    std::vector<double> seconds; ///< since the start, one for each point, never falling
    std::vector<RouteLeg> legs;  ///< at least one
    double metres = 0;
    double totalSeconds = 0;
    double startOffMetres = 0; ///< between the start asked for and its road
    double endOffMetres = 0;
};

/// Where something that drives the route is, so many seconds after the start; held at the ends.
struct RoutePosition {
    QGeoCoordinate at;
    double heading = 0;         ///< degrees clockwise from north
    double metresPerSecond = 0; ///< 0 at and after the end
};
[[nodiscard]] RoutePosition positionAt(const Route& route, double seconds);

enum class RouteError : quint8 {
    NoRoadAtStart, ///< none within reach
    NoRoadAtEnd,
    NoWay, ///< roads at both ends, and no way between them
};

} // namespace tridesk::maps
