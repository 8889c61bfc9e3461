// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geo/distance.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace tridesk::maps {
namespace {

constexpr double Radians = std::numbers::pi / 180;
// Keeps what divides by it finite at the poles, where no street is.
constexpr double LeastCosine = 1e-6;

double cosineOf(double latitude) {
    return std::max(std::cos(latitude * Radians), LeastCosine);
}

LocalPlane::Point offset(const QGeoCoordinate& a, const QGeoCoordinate& b) {
    const double across = std::remainder(b.longitude() - a.longitude(), 360.0);
    const double cosine = cosineOf((a.latitude() + b.latitude()) / 2);
    return {across * cosine * MetresPerDegree, (b.latitude() - a.latitude()) * MetresPerDegree};
}

} // namespace

double metresBetween(const QGeoCoordinate& a, const QGeoCoordinate& b) {
    const LocalPlane::Point d = offset(a, b);
    return std::sqrt(d.east * d.east + d.north * d.north);
}

double bearingTo(const QGeoCoordinate& from, const QGeoCoordinate& to) {
    const LocalPlane::Point d = offset(from, to);
    const double degrees = std::atan2(d.east, d.north) / Radians;
    return degrees < 0 ? std::fmod(degrees + 360, 360.0) : degrees;
}

QGeoCoordinate movedBy(const QGeoCoordinate& from, double metresEast, double metresNorth) {
    return LocalPlane(from).fromPlane({metresEast, metresNorth});
}

LocalPlane::LocalPlane(const QGeoCoordinate& origin)
    : m_latitude(origin.latitude())
    , m_longitude(origin.longitude())
    , m_metresPerLongitude(MetresPerDegree * cosineOf(origin.latitude())) {}

NearestOnStretch nearestToOrigin(LocalPlane::Point a, LocalPlane::Point b) {
    const double east = b.east - a.east;
    const double north = b.north - a.north;
    const double length2 = east * east + north * north;
    const double along = length2 > 0 ? -(a.east * east + a.north * north) / length2 : 0;
    NearestOnStretch nearest;
    nearest.share = std::clamp(along, 0.0, 1.0);
    nearest.point = {a.east + nearest.share * east, a.north + nearest.share * north};
    nearest.metres = std::hypot(nearest.point.east, nearest.point.north);
    return nearest;
}

} // namespace tridesk::maps
