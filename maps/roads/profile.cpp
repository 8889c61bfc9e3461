// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/roads/profile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cmath>

namespace tridesk::maps {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype LongestJson = 64 * 1024;

constexpr std::array<QLatin1StringView, VehicleCount> VehicleNames = {
    "car"_L1, "police_car"_L1, "police_on_call"_L1, "motorcycle"_L1, "foot"_L1, "electric_bike"_L1};

constexpr std::array<QLatin1StringView, 12> ClassNames = {
    "motorway"_L1,    "trunk"_L1,         "primary"_L1, "secondary"_L1, "tertiary"_L1,   "unclassified"_L1,
    "residential"_L1, "living_street"_L1, "service"_L1, "track"_L1,     "pedestrian"_L1, "footway"_L1};

constexpr quint16 bit(RoadClass cls) {
    return static_cast<quint16>(1U << static_cast<unsigned>(cls));
}

// Where driving against the traffic ends head-on, even lights and a siren do not help.
constexpr quint16 SmallRoads = bit(RoadClass::Secondary) | bit(RoadClass::Tertiary) |
                               bit(RoadClass::Unclassified) | bit(RoadClass::Residential) |
                               bit(RoadClass::LivingStreet) | bit(RoadClass::Service) |
                               bit(RoadClass::Track) | bit(RoadClass::Pedestrian);
constexpr quint16 AllRoads = 0x0FFF;

RoadProfile patrol() {
    RoadProfile profile;
    profile.pedestrianStreets = profile.privateRoads = profile.emergencyRoads = true;
    profile.turnGroups = TurnCar | TurnEmergency;
    return profile;
}

// Figures of the presets are assumptions to be set by the site from its own records: studies of runs with
// lights and siren report time savings of a fifth to a third in towns.
RoadProfile onCall() {
    RoadProfile profile = patrol();
    profile.busLanes = profile.ignoresTurns = true;
    profile.againstOneWay = SmallRoads;
    profile.speedFactor = 1.25;
    profile.topKmh = 140;
    profile.trafficShare = 0.5;
    return profile;
}

template <typename T>
bool outside(T value, T least, T most) {
    return !(value >= least && value <= most); // true for not-a-number too
}

std::expected<void, QString> setNumber(double& field, const QString& name, const QJsonValue& value) {
    if (!value.isDouble())
        return std::unexpected(u"%1: a number is wanted"_s.arg(name));
    field = value.toDouble();
    return {};
}

std::expected<void, QString> setFlag(bool& field, const QString& name, const QJsonValue& value) {
    if (!value.isBool())
        return std::unexpected(u"%1: true or false is wanted"_s.arg(name));
    field = value.toBool();
    return {};
}

std::expected<void, QString> setClasses(quint16& field, const QJsonValue& value) {
    if (!value.isArray())
        return std::unexpected(u"againstOneWay: a list of road classes is wanted"_s);
    field = 0;
    const QJsonArray classes = value.toArray();
    for (const auto& entry : classes) {
        const auto cls = roadClassNamed(entry.toString());
        if (!cls)
            return std::unexpected(u"againstOneWay: "_s + cls.error());
        field |= bit(*cls);
    }
    return {};
}

std::expected<void, QString> setField(RoadProfile& profile, const QString& name, const QJsonValue& value) {
    struct Number {
        QLatin1StringView name;
        double RoadProfile::* field;
    };
    constexpr std::array Numbers{
        Number{"fixedKmh"_L1, &RoadProfile::fixedKmh}, Number{"speedFactor"_L1, &RoadProfile::speedFactor},
        Number{"topKmh"_L1, &RoadProfile::topKmh}, Number{"trafficShare"_L1, &RoadProfile::trafficShare},
        Number{"againstFactor"_L1, &RoadProfile::againstFactor}};
    struct Flag {
        QLatin1StringView name;
        bool RoadProfile::* field;
    };
    constexpr std::array Flags{Flag{"footways"_L1, &RoadProfile::footways},
                               Flag{"pedestrianStreets"_L1, &RoadProfile::pedestrianStreets},
                               Flag{"busLanes"_L1, &RoadProfile::busLanes},
                               Flag{"privateRoads"_L1, &RoadProfile::privateRoads},
                               Flag{"emergencyRoads"_L1, &RoadProfile::emergencyRoads},
                               Flag{"ignoresTurns"_L1, &RoadProfile::ignoresTurns}};
    if (name == "againstOneWay"_L1)
        return setClasses(profile.againstOneWay, value);
    if (const auto number = std::ranges::find(Numbers, name, &Number::name); number != Numbers.end())
        return setNumber(profile.*number->field, name, value);
    if (const auto flag = std::ranges::find(Flags, name, &Flag::name); flag != Flags.end())
        return setFlag(profile.*flag->field, name, value);
    return std::unexpected(u"%1: no such field of a vehicle"_s.arg(name.left(80)));
}

} // namespace

RoadProfile RoadProfile::of(Vehicle vehicle) {
    RoadProfile profile;
    switch (vehicle) {
    case Vehicle::Car:
        break;
    case Vehicle::PoliceCar:
        profile = patrol();
        break;
    case Vehicle::PoliceOnCall:
        profile = onCall();
        break;
    case Vehicle::Motorcycle:
        profile = patrol();
        profile.turnGroups = TurnMotorcycle | TurnEmergency;
        profile.trafficShare = 0.3;
        break;
    case Vehicle::Foot:
        profile.onFoot = true;
        profile.fixedKmh = 5;
        profile.privateRoads = profile.pedestrianStreets = true;
        break;
    case Vehicle::ElectricBike:
        profile.onFoot = true;
        profile.fixedKmh = 18; // 25 km/h at most by the rule (GB 17761); crossings take their share
        profile.privateRoads = profile.pedestrianStreets = true;
        break;
    }
    profile.vehicle = vehicle;
    return profile;
}

RoadProfile RoadProfile::fleeing(double kmh, bool onFoot) {
    RoadProfile profile = of(onFoot ? Vehicle::Foot : Vehicle::Car);
    profile.privateRoads = profile.pedestrianStreets = profile.busLanes = profile.emergencyRoads = true;
    profile.ignoresTurns = true;
    profile.againstOneWay = AllRoads;
    profile.trafficShare = 0.5;
    profile.speedFactor = 1.3; // above what traffic averages: the ring must not be too small
    profile.topKmh = 160;
    if (onFoot)
        profile.fixedKmh = 7; // a brisk walk with some running
    if (kmh > 0)
        profile.fixedKmh = kmh;
    return profile;
}

QString nameOf(Vehicle vehicle) {
    return VehicleNames.at(static_cast<std::size_t>(vehicle));
}

std::expected<Vehicle, QString> vehicleNamed(const QString& name) {
    const auto found = std::ranges::find(VehicleNames, name);
    if (found == VehicleNames.end())
        return std::unexpected(u"vehicle \"%1\": none of %2"_s.arg(
            name.left(80), QStringList(VehicleNames.begin(), VehicleNames.end()).join(u", ")));
    return static_cast<Vehicle>(found - VehicleNames.begin());
}

QString nameOf(RoadClass cls) {
    return ClassNames.at(static_cast<std::size_t>(cls));
}

std::expected<RoadClass, QString> roadClassNamed(const QString& name) {
    const auto found = std::ranges::find(ClassNames, name);
    if (found == ClassNames.end())
        return std::unexpected(u"\"%1\" is no class of road"_s.arg(name.left(80)));
    return static_cast<RoadClass>(found - ClassNames.begin());
}

QString problemOf(const RoadProfile& profile) {
    const auto wrong = [](QStringView field, double value, QStringView range) {
        return u"%1 is %2: it must be %3"_s.arg(field).arg(value).arg(range);
    };
    if (profile.fixedKmh != 0 && outside(profile.fixedKmh, 1.0, 250.0))
        return wrong(u"fixedKmh", profile.fixedKmh, u"1 to 250 km/h, or 0 for the road's own speed");
    if (outside(profile.speedFactor, 0.1, 3.0))
        return wrong(u"speedFactor", profile.speedFactor, u"0.1 to 3");
    if (outside(profile.topKmh, 1.0, 250.0))
        return wrong(u"topKmh", profile.topKmh, u"1 to 250 km/h");
    if (outside(profile.trafficShare, 0.0, 1.0))
        return wrong(u"trafficShare", profile.trafficShare, u"0 to 1");
    if (outside(profile.againstFactor, 0.05, 1.0))
        return wrong(u"againstFactor", profile.againstFactor, u"0.05 to 1");
    return {};
}

std::expected<RoadProfile, QString> profileFromJson(const QByteArray& json) {
    if (json.size() > LongestJson)
        return std::unexpected(u"a vehicle's settings: more than %1 bytes"_s.arg(LongestJson));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return std::unexpected(u"a vehicle's settings: no JSON object (%1)"_s.arg(error.errorString()));
    const QJsonObject object = document.object();
    const auto vehicle = vehicleNamed(object.value("vehicle"_L1).toString());
    if (!vehicle)
        return std::unexpected(vehicle.error());
    RoadProfile profile = RoadProfile::of(*vehicle);
    for (auto field = object.begin(); field != object.end(); ++field) {
        if (field.key() == "vehicle"_L1)
            continue;
        if (const auto set = setField(profile, field.key(), field.value()); !set)
            return std::unexpected(set.error());
    }
    if (const QString problem = problemOf(profile); !problem.isEmpty())
        return std::unexpected(problem);
    return profile;
}

} // namespace tridesk::maps
