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

RoadClass classOf(const RoadKind& kind) {
    return static_cast<RoadClass>(kind.cls);
}

bool isDirectionOpen(const RoadKind& kind, const RoadProfile& profile) {
    if ((kind.flags & KindAgainst) == 0)
        return true;
    return (profile.againstOneWay >> kind.cls & 1U) != 0 ||
           (profile.busLanes && (kind.flags & KindBusAgainst) != 0);
}

bool mayWalk(const RoadKind& kind, const RoadProfile& profile) {
    if ((kind.flags & KindNoFoot) != 0 && !profile.ignoresTurns)
        return false; // somebody who flees keeps no rule
    if (classOf(kind) == RoadClass::Motorway)
        return false;
    return profile.privateRoads || static_cast<Access>(kind.access) != Access::Private;
}

bool mayDrive(const RoadKind& kind, const RoadProfile& profile) {
    if ((kind.flags & KindEmergency) != 0 && profile.emergencyRoads)
        return true;
    if ((kind.flags & KindBus) != 0 && profile.busLanes)
        return true;
    const bool isPedestrian = classOf(kind) == RoadClass::Pedestrian;
    if (isPedestrian && profile.pedestrianStreets)
        return true;
    if (isPedestrian || (classOf(kind) == RoadClass::Footway && !profile.footways))
        return false;
    switch (static_cast<Access>(kind.access)) {
    case Access::Open:
    case Access::Destination:
        return true;
    case Access::Private:
        return profile.privateRoads;
    case Access::NoVehicles:
        return false;
    }
    return false;
}

} // namespace

RoadKind kindOf(const RoadWay& way, bool against) {
    RoadKind kind{};
    kind.cls = static_cast<quint8>(way.cls);
    kind.access = static_cast<quint8>(way.access);
    // A limit on a footway or a pedestrian zone says nothing about a car among people.
    const bool limitCounts =
        way.maxSpeedKmh > 0 && std::isfinite(way.maxSpeedKmh) && way.cls < RoadClass::Pedestrian;
    if (limitCounts)
        kind.limitKmh = static_cast<quint8>(std::clamp<long>(std::lround(way.maxSpeedKmh), 1, 250));
    const auto flag = [](bool set, RoadKindFlag value) { return set ? value : 0; };
    kind.flags =
        static_cast<quint8>(flag(way.link, KindLink) | flag(against, KindAgainst) |
                            flag(way.busOnly, KindBus) | flag(way.emergency, KindEmergency) |
                            flag(way.noFoot, KindNoFoot) | flag(against && way.busAgainst, KindBusAgainst) |
                            flag(against && way.bicycleAgainst, KindBicycleAgainst));
    return kind;
}

int daySpeedKmh(const RoadKind& kind) {
    double speed = speedByClass(classOf(kind));
    if ((kind.flags & KindLink) != 0)
        speed *= LinkShare;
    if (kind.limitKmh > 0)
        speed = kind.limitKmh * ShareOfLimit;
    return static_cast<int>(std::lround(std::clamp<double>(speed, Slowest, Fastest)));
}

bool mayUse(const RoadKind& kind, const RoadProfile& profile) {
    if (profile.onFoot)
        return mayWalk(kind, profile);
    return isDirectionOpen(kind, profile) && mayDrive(kind, profile);
}

bool isBarred(const RoadKind& kind, const RoadProfile& profile) {
    const quint8 groups = profile.turnGroups;
    return kind.barred != 0 && !profile.onFoot && !profile.ignoresTurns && groups != 0 &&
           (kind.barred & groups) == groups;
}

double speedKmh(const RoadKind& kind, const Driving& driving) {
    const RoadProfile& profile = driving.profile;
    double speed = profile.fixedKmh;
    if (!(speed > 0)) {
        const double held = 1 - double(driving.traffic.byClass.at(kind.cls));
        speed = daySpeedKmh(kind) * (1 - profile.trafficShare * held) * profile.speedFactor;
    }
    speed = std::min(speed, profile.topKmh);
    const bool isLaneOfBuses = profile.busLanes && (kind.flags & KindBusAgainst) != 0;
    if ((kind.flags & KindAgainst) != 0 && !profile.onFoot && !isLaneOfBuses)
        speed *= profile.againstFactor;
    return std::isfinite(speed) ? std::clamp(speed, 1.0, 250.0) : 1.0;
}

bool isOfUse(const RoadWay& way) {
    return way.access != Access::NoVehicles || way.busOnly || way.emergency || !way.noFoot;
}

Weights::Weights(std::span<const RoadKind> kinds, const Driving& driving)
    : m_onFoot(driving.profile.onFoot) {
    constexpr double MsTimesKmhPerCentimetre = 36.0;
    m_msPerCentimetre.reserve(kinds.size());
    for (const RoadKind& kind : kinds) {
        const bool open = maps::mayUse(kind, driving.profile) && !isBarred(kind, driving.profile);
        const auto ms = static_cast<float>(MsTimesKmhPerCentimetre / speedKmh(kind, driving));
        m_msPerCentimetre.push_back(open ? ms : -1);
        if (open)
            m_least = m_least > 0 ? std::min(m_least, ms) : ms;
    }
}

} // namespace tridesk::maps
