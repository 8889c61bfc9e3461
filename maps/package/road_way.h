// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGeoCoordinate>
#include <QList>
#include <QString>

namespace tridesk::maps {

/// highway=*, without the _link suffix (RoadWay::link has it). In falling order of importance.
enum class RoadClass : quint8 {
    Motorway,
    Trunk,
    Primary,
    Secondary,
    Tertiary,
    Unclassified,
    Residential,
    LivingStreet,
    Service,
    Track,
    Pedestrian, ///< a car of the police may drive there at walking speed
    Footway,    ///< footway, path, cycleway, steps: people only
};

enum class OneWay : quint8 { No, Forward, Backward };

/// Who may drive there, from access, vehicle, motor_vehicle and motorcar. Which of them a vehicle disregards
/// stands in its RoadProfile.
enum class Access : quint8 { Open, Destination, Private, NoVehicles };

/// One OSM way that can be travelled, in the direction it was drawn.
struct RoadWay {
    qint64 id = 0;
    QString nameZh; ///< name:zh, else name
    QString nameEn; ///< name:en
    RoadClass cls = RoadClass::Residential;
    OneWay oneWay = OneWay::No; ///< roundabouts and motorways are Forward unless tagged otherwise
    double maxSpeedKmh = 0;     ///< 0: not tagged, go by class
    Access access = Access::Open;
    bool bridge = false;
    bool tunnel = false;
    bool link = false;       ///< a ramp or slip road of its class
    bool roundabout = false; ///< junction=roundabout or circular
    bool busOnly = false;    ///< closed to cars and open to buses (bus=yes, psv=yes, highway=busway)
    bool emergency = false;  ///< emergency=yes or designated, whatever else is closed
    bool noFoot = false;     ///< foot=no
    bool busAgainst = false; ///< buses may drive against the one-way (oneway:bus=no, busway=opposite_lane)
    bool bicycleAgainst = false;  ///< bicycles may (oneway:bicycle=no, cycleway=opposite)
    QString ref;                  ///< road number, "S228"
    QList<qint64> nodeIds;        ///< at least two; ways meet where they share a node id
    QList<QGeoCoordinate> points; ///< WGS-84, one for each node
};

/// Whom a turn restriction may except; bits of TurnRestriction::exempt.
enum TurnGroup : quint8 {
    TurnCar = 1,
    TurnMotorcycle = 2,
    TurnPsv = 4,
    TurnBicycle = 8,
    TurnEmergency = 16,
};

/// A turn restriction over one via node, or over one or more via ways (in any order; viaNode is then 0).
struct TurnRestriction {
    qint64 fromWay = 0;
    qint64 viaNode = 0;
    qint64 toWay = 0;
    bool only = false; ///< true: only this turn is allowed; false: this turn is forbidden
    QList<qint64> viaWays;
    quint8 exempt = 0; ///< TurnGroup bits (except=*)
};

} // namespace tridesk::maps
