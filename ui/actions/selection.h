// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"

#include <QObject>
#include <QSet>

#include <utility>

namespace tridesk {

/// What the user has in hand in one window: every pane reads it, follows it and sets it. Setting what is set
/// already tells nobody, so that panes may answer each other without going round. What it names may be gone
/// by now. While the window narrows, the panes show what belongs to the incident in hand (desk.md, *Layout*);
/// widen() ends that until another one is taken in hand.
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
        m_widened = false;
        Q_EMIT incidentChanged(incident);
        tellNarrowed();
    }

    [[nodiscard]] bool isNarrowing() const { return m_narrowing; }
    /// Null: the panes show everything.
    [[nodiscard]] const IncidentId& narrowedTo() const { return m_narrowedTo; }

    void setNarrowing(bool on) {
        m_narrowing = on;
        m_widened = false;
        tellNarrowed();
    }

    void widen() {
        m_widened = true;
        tellNarrowed();
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
    /// narrowedTo() is another.
    void narrowed(const tridesk::IncidentId& incident);
    /// The user wants to see it: the map moves there, the lists scroll to it.
    void revealRequested();

private:
    void tellNarrowed() {
        const IncidentId now = m_narrowing && !m_widened ? m_incident : IncidentId();
        if (std::exchange(m_narrowedTo, now) != now)
            Q_EMIT narrowed(now);
    }

    IncidentId m_incident;
    IncidentId m_narrowedTo;
    bool m_narrowing = false;
    bool m_widened = false;
    QSet<UnitId> m_units;
};

} // namespace tridesk
