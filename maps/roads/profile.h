// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/package/road_way.h"

#include <QByteArray>
#include <QString>

#include <expected>

namespace tridesk::maps {

/// What drives, or walks. Order as kept in settings' names, not in files.
enum class Vehicle : quint8 {
    Car,          ///< anybody's: keeps every rule
    PoliceCar,    ///< on patrol: keeps the rules of turning and one-ways, may enter what is closed to others
    PoliceOnCall, ///< with lights and siren: against one-ways, through restricted turns, on bus lanes
    Motorcycle,   ///< of the police, on patrol: as the car, less held up by traffic
    Foot,
    ElectricBike, ///< auxiliaries: where people may walk, and on small roads
};
inline constexpr int VehicleCount = 6;

/// What a vehicle may do and how fast it is: a parameter of every search. A plain value; the presets are
/// defaults, which a site changes by a file (see profileFromJson()).
struct RoadProfile {
    Vehicle vehicle = Vehicle::PoliceCar;
    double fixedKmh = 0;     ///< the same on every road, whatever its class; 0: by road (maps/roads/speeds.h)
    double speedFactor = 1;  ///< of the road's speed; 0.1 to 3
    double topKmh = 130;     ///< 1 to 250
    double trafficShare = 1; ///< how much of the hour's traffic holds it up: 0 none of it, 1 all

    bool onFoot = false;   ///< footways and small roads; no one-ways, no restrictions, no motorways
    bool footways = false; ///< motor vehicles only: also where only people may go
    bool pedestrianStreets = false;
    bool busLanes = false;       ///< roads for buses only, and lanes of buses against a one-way
    bool privateRoads = false;   ///< access=private, access=no
    bool emergencyRoads = false; ///< emergency=yes, whatever else is closed
    bool ignoresTurns = false;   ///< turn restrictions
    quint8 turnGroups = TurnCar; ///< it is excepted where any of these is (except=*)
    quint16 againstOneWay = 0;   ///< bit 1 << RoadClass: may drive against a one-way of that class...
    double againstFactor = 0.4;  ///< ...at this share of its speed there; 0.05 to 1

    [[nodiscard]] static RoadProfile of(Vehicle vehicle);
    /// Somebody who gets away and keeps no rule: at a stated speed on every road (km/h), or as a quick car
    /// (0), or on foot where `onFoot`.
    [[nodiscard]] static RoadProfile fleeing(double kmh, bool onFoot);

    bool operator==(const RoadProfile&) const = default;
};

/// "car", "police_car", "police_on_call", "motorcycle", "foot", "electric_bike": in settings and as a
/// parameter of routes.
[[nodiscard]] QString nameOf(Vehicle vehicle);
[[nodiscard]] std::expected<Vehicle, QString> vehicleNamed(const QString& name);

/// Why no search can be made with it, naming the field and its value; empty where one can.
[[nodiscard]] QString problemOf(const RoadProfile& profile);

/// A preset with some of its fields replaced, from a JSON object whose keys are the fields' names; "vehicle"
/// says which preset; againstOneWay is an array of class names ("primary"). At most 64 KiB. The error is one
/// line.
[[nodiscard]] std::expected<RoadProfile, QString> profileFromJson(const QByteArray& json);

/// OSM's highway=* of a class, and back; the error names the word.
[[nodiscard]] QString nameOf(RoadClass cls);
[[nodiscard]] std::expected<RoadClass, QString> roadClassNamed(const QString& name);

} // namespace tridesk::maps
