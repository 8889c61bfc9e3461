// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"

#include <QObject>
#include <QSet>

namespace tridesk {

/// What the user has in hand in one window: every pane reads it, follows it and sets it. Setting what is set
/// already tells nobody, so that panes may answer each other without going round. What it names may be gone
/// by now.
class Selection : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] const IncidentId& incident() const { return m_incident; } ///< null: none
    [[nodiscard]] const QSet<UnitId>& units() const { return m_units; }

    void setIncident(const IncidentId& incident) {
        if (m_incident == incident)
            return;
        m_incident = incident;
        Q_EMIT incidentChanged(incident);
    }

    void setUnits(const QSet<UnitId>& units) {
        if (m_units == units)
            return;
        m_units = units;
        Q_EMIT unitsChanged(units);
    }

Q_SIGNALS:
    void incidentChanged(const tridesk::IncidentId& incident);
    void unitsChanged(const QSet<tridesk::UnitId>& units);
    /// The user wants to see it: the map moves there, the lists scroll to it.
    void revealRequested();

private:
    IncidentId m_incident;
    QSet<UnitId> m_units;
};

} // namespace tridesk
