// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geo/china_datum.h"

#include <cmath>
#include <numbers>

namespace tridesk::maps {
namespace {

constexpr double Pi = std::numbers::pi;
// The ellipsoid that the shift is computed on (Krasovsky 1940), not that of WGS-84.
constexpr double Axis = 6378245.0;
constexpr double Eccentricity2 = 0.00669342162296594323;
constexpr double BaiduPi = Pi * 3000.0 / 180.0;

struct Shift {
    double latitude;
    double longitude;
};

double waves(double t, double amplitude, double third) {
    return (amplitude * std::sin(t * Pi) + 2 * amplitude * std::sin(t / third * Pi)) * 2 / 3;
}

// Metres-like offsets as functions of degrees from 105° E, 35° N.
double northWaves(double x, double y) {
    const double base = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::abs(x));
    const double common = (20 * std::sin(6 * x * Pi) + 20 * std::sin(2 * x * Pi)) * 2 / 3;
    const double slow = (160 * std::sin(y / 12 * Pi) + 320 * std::sin(y / 30 * Pi)) * 2 / 3;
    return base + common + waves(y, 20, 3) + slow;
}

double eastWaves(double x, double y) {
    const double base = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x));
    const double common = (20 * std::sin(6 * x * Pi) + 20 * std::sin(2 * x * Pi)) * 2 / 3;
    const double slow = (150 * std::sin(x / 12 * Pi) + 300 * std::sin(x / 30 * Pi)) * 2 / 3;
    return base + common + waves(x, 20, 3) + slow;
}

Shift shiftAt(double latitude, double longitude) {
    const double x = longitude - 105;
    const double y = latitude - 35;
    const double radians = latitude * Pi / 180;
    const double sine = std::sin(radians);
    const double magic = 1 - Eccentricity2 * sine * sine;
    const double root = std::sqrt(magic);
    const double perLatitude = Axis * (1 - Eccentricity2) / (magic * root) * Pi / 180;
    const double perLongitude = Axis / root * std::cos(radians) * Pi / 180;
    return {northWaves(x, y) / perLatitude, eastWaves(x, y) / perLongitude};
}

QGeoCoordinate moved(const QGeoCoordinate& at, double latitude, double longitude) {
    QGeoCoordinate result = at;
    result.setLatitude(latitude);
    result.setLongitude(longitude);
    return result;
}

QGeoCoordinate wgsToGcj(const QGeoCoordinate& at) {
    if (!isShiftedArea(at))
        return at;
    const Shift shift = shiftAt(at.latitude(), at.longitude());
    return moved(at, at.latitude() + shift.latitude, at.longitude() + shift.longitude);
}

QGeoCoordinate gcjToWgs(const QGeoCoordinate& at) {
    if (!isShiftedArea(at))
        return at;
    // The shift changes slowly, so taking it off where we guess to be closes in quickly: four rounds are far
    // below 0.1 m.
    QGeoCoordinate guess = at;
    for (int round = 0; round < 4; ++round) {
        const Shift shift = shiftAt(guess.latitude(), guess.longitude());
        guess = moved(at, at.latitude() - shift.latitude, at.longitude() - shift.longitude);
    }
    return guess;
}

QGeoCoordinate gcjToBaidu(const QGeoCoordinate& at) {
    if (!isShiftedArea(at))
        return at;
    const double x = at.longitude();
    const double y = at.latitude();
    const double radius = std::hypot(x, y) + 0.00002 * std::sin(y * BaiduPi);
    const double angle = std::atan2(y, x) + 0.000003 * std::cos(x * BaiduPi);
    return moved(at, radius * std::sin(angle) + 0.006, radius * std::cos(angle) + 0.0065);
}

QGeoCoordinate baiduToGcj(const QGeoCoordinate& at) {
    if (!isShiftedArea(at))
        return at;
    QGeoCoordinate guess = moved(at, at.latitude() - 0.006, at.longitude() - 0.0065);
    for (int round = 0; round < 4; ++round) {
        const QGeoCoordinate there = gcjToBaidu(guess);
        guess = moved(at, guess.latitude() + at.latitude() - there.latitude(),
                      guess.longitude() + at.longitude() - there.longitude());
    }
    return guess;
}

} // namespace

bool isShiftedArea(const QGeoCoordinate& at) {
    return at.latitude() >= 0.8293 && at.latitude() <= 55.8271 && at.longitude() >= 72.004 &&
           at.longitude() <= 137.8347;
}

QGeoCoordinate toWgs84(const QGeoCoordinate& at, Datum from) {
    switch (from) {
    case Datum::Wgs84:
        return at;
    case Datum::Gcj02:
        return gcjToWgs(at);
    case Datum::Bd09:
        return gcjToWgs(baiduToGcj(at));
    }
    return at;
}

QGeoCoordinate fromWgs84(const QGeoCoordinate& at, Datum to) {
    switch (to) {
    case Datum::Wgs84:
        return at;
    case Datum::Gcj02:
        return wgsToGcj(at);
    case Datum::Bd09:
        return gcjToBaidu(wgsToGcj(at));
    }
    return at;
}

} // namespace tridesk::maps
