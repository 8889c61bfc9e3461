// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/roads/speeds.h"

#include <algorithm>
#include <cmath>

namespace tridesk::maps {
namespace {

constexpr double ShareOfLimit = 0.8;
constexpr double LinkShare = 0.6; // ramps are bent, and end in a wait
constexpr int Slowest = 5;
constexpr int Fastest = 120;

int speedByClass(RoadClass cls) {
    switch (cls) {
    case RoadClass::Motorway:
        return 90;
    case RoadClass::Trunk:
        return 65;
    case RoadClass::Primary:
        return 45;
    case RoadClass::Secondary:
        return 40;
    case RoadClass::Tertiary:
        return 35;
    case RoadClass::Unclassified:
        return 30;
    case RoadClass::Residential:
        return 25;
    case RoadClass::LivingStreet:
        return 12;
    case RoadClass::Service:
        return 15;
    case RoadClass::Track:
        return 15;
    case RoadClass::Pedestrian:
        return 6;
    case RoadClass::Footway:
        return 5;
    }
    return Slowest;
}

} // namespace

int travelSpeedKmh(const RoadWay& way) {
    double speed = speedByClass(way.cls);
    if (way.link)
        speed *= LinkShare;
    // A limit on a footway or a pedestrian zone says nothing about a car among people.
    const bool limitCounts = way.maxSpeedKmh > 0 && way.cls < RoadClass::Pedestrian;
    if (limitCounts)
        speed = std::isfinite(way.maxSpeedKmh) ? way.maxSpeedKmh * ShareOfLimit : speed;
    return static_cast<int>(std::lround(std::clamp<double>(speed, Slowest, Fastest)));
}

bool isDrivable(const RoadWay& way) {
    return way.cls != RoadClass::Footway && way.access != Access::NoVehicles;
}

} // namespace tridesk::maps
