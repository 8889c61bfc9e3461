// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/incident.h"
#include "app/domain/unit.h"
#include "app/programs/sim/chance.h"
#include "maps/roads/graph.h"

#include <QJsonObject>

#include <optional>

namespace tridesk::sim {

/// An order as GET /v1/field/units/{callsign}/orders tells it.
struct CrewOrder {
    QString id;
    QString stage;
    QGeoCoordinate at; ///< invalid where the incident has no place
};

/// What a crew says through its terminal: a step of its order, or (order empty) that it is available again.
struct CrewSays {
    QString order;
    QString step; ///< "delivered" … "reported", or "available"
    QString text;
    QString disposition;
};

/// Where and how fast it goes.
struct CrewPosition {
    QGeoCoordinate at;
    double heading = 0;
    double metresPerSecond = 0;
};

/// One simulated crew: drives about its station's area until an order comes, reads and signs it, drives there
/// by road, handles it, reports. Knows only what a terminal tells it. Time is given from outside, in
/// simulated seconds.
class Crew {
public:
    struct Words {
        QStringList reports; ///< what crews report back
        QStringList dispositions;
    };

    Crew(UnitDefinition unit, const QGeoCoordinate& home, maps::RoadGraph roads, const Words& words,
         Chance chance);

    [[nodiscard]] const UnitDefinition& unit() const { return m_unit; }
    [[nodiscard]] CrewPosition position() const;
    [[nodiscard]] bool isFree() const { return m_doing == Doing::Patrolling || m_doing == Doing::Waiting; }

    /// What the terminal shows now, oldest first.
    void look(const QList<CrewOrder>& orders);
    /// Lets time pass; what the crew says meanwhile.
    [[nodiscard]] QList<CrewSays> live(double seconds);

private:
    enum class Doing { Waiting, Patrolling, Reading, Signing, SettingOut, Driving, Handling, Resting };

    void begin(Doing doing, double seconds);
    void patrol();
    void drive(const QGeoCoordinate& to, double pace);
    void take(const CrewOrder& order);
    void finish(QList<CrewSays>& says);

    UnitDefinition m_unit;
    QGeoCoordinate m_home;
    maps::RoadGraph m_roads;
    Words m_words;
    Chance m_chance;
    Doing m_doing = Doing::Waiting;
    double m_left = 0; ///< seconds until the present thing is done
    std::optional<maps::Route> m_route;
    double m_driven = 0; ///< seconds along the route, at the road's own speed
    double m_pace = 1;   ///< of the road's speed
    QGeoCoordinate m_at;
    double m_heading = 0;
    CrewOrder m_order;
};

} // namespace tridesk::sim
