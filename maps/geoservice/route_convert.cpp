// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geoservice/route_convert.h"

#include "maps/geo/bounds.h"
#include "maps/geo/distance.h"
#include "maps/geoservice/geocoding_engine.h"

#include <QGeoManeuver>
#include <QGeoRouteSegment>
#include <QVariant>

#include <algorithm>
#include <cmath>

namespace tridesk::maps {
namespace {

using namespace Qt::StringLiterals;

QGeoManeuver::InstructionDirection directionOf(Turn turn) {
    switch (turn) {
    case Turn::Depart:
    case Turn::Straight:
        return QGeoManeuver::DirectionForward;
    case Turn::SlightRight:
        return QGeoManeuver::DirectionLightRight;
    case Turn::Right:
        return QGeoManeuver::DirectionRight;
    case Turn::SharpRight:
        return QGeoManeuver::DirectionHardRight;
    case Turn::UTurn:
        return QGeoManeuver::DirectionUTurnLeft;
    case Turn::SharpLeft:
        return QGeoManeuver::DirectionHardLeft;
    case Turn::Left:
        return QGeoManeuver::DirectionLeft;
    case Turn::SlightLeft:
        return QGeoManeuver::DirectionLightLeft;
    }
    return QGeoManeuver::NoDirection;
}

Turn turnOf(QGeoManeuver::InstructionDirection direction) {
    switch (direction) {
    case QGeoManeuver::NoDirection:
    case QGeoManeuver::DirectionForward:
        return Turn::Straight;
    case QGeoManeuver::DirectionBearRight:
    case QGeoManeuver::DirectionLightRight:
        return Turn::SlightRight;
    case QGeoManeuver::DirectionRight:
        return Turn::Right;
    case QGeoManeuver::DirectionHardRight:
        return Turn::SharpRight;
    case QGeoManeuver::DirectionUTurnRight:
    case QGeoManeuver::DirectionUTurnLeft:
        return Turn::UTurn;
    case QGeoManeuver::DirectionHardLeft:
        return Turn::SharpLeft;
    case QGeoManeuver::DirectionLeft:
        return Turn::Left;
    case QGeoManeuver::DirectionBearLeft:
    case QGeoManeuver::DirectionLightLeft:
        return Turn::SlightLeft;
    }
    return Turn::Straight;
}

QString nameOf(const RouteLeg& leg, bool chinese) {
    const QStringList names =
        chinese ? QStringList{leg.nameZh, leg.nameEn, leg.ref} : QStringList{leg.nameEn, leg.nameZh, leg.ref};
    const auto named = std::ranges::find_if(names, [](const QString& name) { return !name.isEmpty(); });
    return named == names.end() ? QString() : *named;
}

QGeoRouteSegment segmentOf(const Route& route, const RouteLeg& leg, bool chinese) {
    QGeoRouteSegment segment;
    QList<QGeoCoordinate> path;
    for (qsizetype point = leg.firstPoint; point <= leg.lastPoint; ++point)
        path.append(route.points[static_cast<std::size_t>(point)]);
    segment.setPath(path);
    segment.setDistance(leg.metres);
    segment.setTravelTime(static_cast<int>(std::lround(leg.seconds)));
    QGeoManeuver maneuver;
    maneuver.setPosition(path.value(0));
    maneuver.setInstructionText(nameOf(leg, chinese));
    maneuver.setDirection(directionOf(leg.turn));
    maneuver.setDistanceToNextInstruction(leg.metres);
    maneuver.setTimeToNextInstruction(segment.travelTime());
    segment.setManeuver(maneuver);
    return segment;
}

void spreadSeconds(Route& route, std::size_t first, double seconds) {
    double metres = 0;
    for (std::size_t point = first + 1; point < route.points.size(); ++point)
        metres += metresBetween(route.points[point - 1], route.points[point]);
    for (std::size_t point = first + 1; point < route.points.size(); ++point) {
        const double piece = metresBetween(route.points[point - 1], route.points[point]);
        route.seconds[point] = route.seconds[point - 1] + (metres > 0 ? seconds * piece / metres : 0);
    }
}

void addSegment(Route& route, const QGeoRouteSegment& segment) {
    const QList<QGeoCoordinate> path = segment.path();
    if (path.isEmpty())
        return;
    RouteLeg leg;
    leg.turn = route.legs.empty() ? Turn::Depart : turnOf(segment.maneuver().direction());
    leg.nameZh = leg.nameEn = segment.maneuver().instructionText();
    leg.metres = segment.distance();
    leg.seconds = segment.travelTime();
    const std::size_t first = route.points.empty() ? 0 : route.points.size() - 1;
    for (const QGeoCoordinate& point : path) {
        const bool joins = !route.points.empty() && metresBetween(route.points.back(), point) < 0.01;
        if (!joins)
            route.points.push_back(point);
    }
    route.seconds.resize(route.points.size(), 0);
    spreadSeconds(route, first, leg.seconds);
    leg.firstPoint = static_cast<qsizetype>(first);
    leg.lastPoint = static_cast<qsizetype>(route.points.size()) - 1;
    route.legs.push_back(std::move(leg));
}

} // namespace

QGeoRoute toGeoRoute(const Route& route, bool chinese) {
    QGeoRoute result;
    GeoBounds bounds;
    for (const QGeoCoordinate& point : route.points)
        bounds.include(point);
    result.setPath(QList<QGeoCoordinate>(route.points.begin(), route.points.end()));
    result.setBounds(bounds.rectangle());
    result.setDistance(route.metres);
    result.setTravelTime(static_cast<int>(std::lround(route.totalSeconds)));
    result.setTravelMode(QGeoRouteRequest::CarTravel);
    // Each segment holds the next, so they are strung together from the end.
    QGeoRouteSegment first;
    for (auto leg = route.legs.rbegin(); leg != route.legs.rend(); ++leg) {
        QGeoRouteSegment segment = segmentOf(route, *leg, chinese);
        if (leg != route.legs.rbegin())
            segment.setNextRouteSegment(first);
        first = segment;
    }
    result.setFirstRouteSegment(first);
    const QList<double> seconds(route.seconds.begin(), route.seconds.end());
    result.setExtendedAttributes({{geo_attribute::Seconds, QVariant::fromValue(seconds)}});
    return result;
}

Route fromGeoRoute(const QGeoRoute& geoRoute) {
    Route route;
    for (const QGeoRouteSegment& segment : geoRoute.segments())
        addSegment(route, segment);
    const QList<QGeoCoordinate> path = geoRoute.path();
    const auto seconds = geoRoute.extendedAttributes().value(geo_attribute::Seconds).value<QList<double>>();
    const bool exact = !seconds.isEmpty() && seconds.size() == path.size() &&
                       (route.points.empty() || static_cast<qsizetype>(route.points.size()) == path.size());
    if (route.points.empty() || exact) {
        route.points.assign(path.begin(), path.end());
        route.seconds.assign(route.points.size(), 0);
        if (exact)
            route.seconds.assign(seconds.begin(), seconds.end());
        else if (!route.points.empty())
            spreadSeconds(route, 0, geoRoute.travelTime());
    }
    route.metres = geoRoute.distance();
    route.totalSeconds = route.seconds.empty() ? geoRoute.travelTime() : route.seconds.back();
    return route;
}

void append(Route& route, const Route& next) {
    const auto shift = static_cast<qsizetype>(route.points.size()) - 1;
    for (std::size_t point = 1; point < next.points.size(); ++point) {
        route.points.push_back(next.points[point]);
        route.seconds.push_back(route.totalSeconds + next.seconds[point]);
    }
    for (RouteLeg leg : next.legs) {
        leg.firstPoint += shift;
        leg.lastPoint += shift;
        route.legs.push_back(std::move(leg));
    }
    route.metres += next.metres;
    route.totalSeconds += next.totalSeconds;
    route.endOffMetres = next.endOffMetres;
}

} // namespace tridesk::maps
