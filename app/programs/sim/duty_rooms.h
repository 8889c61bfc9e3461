// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/programs/sim/chance.h"

#include <QGeoCoordinate>
#include <QHash>

#include <functional>

namespace tridesk::sim {

/// Simulated duty rooms: each station's seat, on the same data folder as everybody's, sends its nearest free
/// unit to a share of what lies in its area, asks its crews whether all is well, and
/// closes what was reported back. The rest is left to the
/// people at the console.
class DutyRooms {
public:
    using Whereabouts = std::function<QGeoCoordinate(const UnitId&)>;

    /// `share`: of the incidents, 0 to 1. `speed`: simulated seconds in one.
    DutyRooms(Desk& desk, double share, double speed, const QString& disposition, Whereabouts where,
              Chance chance);

    /// Looks over the open incidents; called every second or so.
    void work();

private:
    void handle(const Incident& incident);
    void askCrews();
    [[nodiscard]] bool waitsForUnit(const Incident& incident) const;
    void send(const Incident& incident);
    void close(const Incident& incident);
    [[nodiscard]] std::optional<UnitId> nearestFree(const Incident& incident) const;
    [[nodiscard]] Actor seatOf(const Incident& incident) const;

    Desk& m_desk;
    double m_share;
    double m_speed;
    TypeCode m_disposition;
    Whereabouts m_where;
    Chance m_chance;
    QHash<UnitId, Instant> m_checked;   ///< when its crew was last asked whether all is well
    QHash<IncidentId, Instant> m_asked; ///< when a command for it was last given, so that none is given twice
};

} // namespace tridesk::sim
