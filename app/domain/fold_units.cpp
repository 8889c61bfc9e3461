// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/fold.h"

namespace tridesk {

void Fold::operator()(const UnitDefined& f) {
    Unit& unit = m_s.m_units.edit(f.unit.id);
    m_s.m_callsigns.remove(unit.definition.callsign);
    for (const QString& device : std::as_const(unit.definition.devices))
        m_s.m_devices.remove(device);
    unit.definition = f.unit;
    m_s.m_callsigns.insert(f.unit.callsign, f.unit.id);
    for (const QString& device : f.unit.devices)
        m_s.m_devices.insert(device, f.unit.id);
    m_changes.units.insert(f.unit.id);
}

void Fold::operator()(const UnitLoggedOn& f) {
    Unit* unit = editUnit(f.unit);
    if (!unit)
        return;
    unit->crew = f.crew;
    unit->kit = f.kit;
    if (behind(*unit) == UnitStatus::Off) {
        unit->onSince = m_at;
        unit->jobs = 0;
        unit->lastJobEnded.reset();
        setStatus(*unit, UnitStatus::Available);
    }
}

void Fold::operator()(const UnitLoggedOff& f) {
    Unit* unit = editUnit(f.unit);
    if (!unit)
        return;
    unit->crew.clear();
    unit->kit = {};
    unit->onSince.reset();
    unit->order.reset();
    unit->timer.reset();
    unit->customStatus = {};
    unit->recordingSince.reset();
    unit->drawnSince.reset();
    setStatus(*unit, UnitStatus::Off);
}

void Fold::operator()(const UnitStatusSet& f) {
    Unit* unit = editUnit(f.unit);
    if (!unit)
        return;
    if (isAvailable(f.status) || f.status == UnitStatus::OutOfService)
        unit->order.reset(); // reported: closing it later is nothing to a unit that went on since
    setStatus(*unit, f.status);
    unit->customStatus = f.custom; // setStatus took the old name away
}

void Fold::operator()(const UnitTimerSet& f) {
    Unit* unit = editUnit(f.unit);
    if (!unit)
        return;
    unit->timer.reset();
    if (f.due)
        unit->timer = SafetyTimer{*f.due, f.every, {}, f.automatic};
}

void Fold::operator()(const CheckMissed& f) {
    if (Unit* unit = editUnit(f.unit); unit && unit->timer)
        unit->timer->missedAt = m_at;
}

void Fold::operator()(const CameraSignNoted& f) {
    Unit* unit = editUnit(f.unit);
    if (!unit)
        return;
    switch (f.sign) {
    case CameraSign::Recording:
        unit->recordingSince = m_at;
        break;
    case CameraSign::RecordingEnded:
        unit->recordingSince.reset();
        break;
    case CameraSign::WeaponDrawn:
        unit->drawnSince = m_at;
        break;
    case CameraSign::WeaponHolstered:
        unit->drawnSince.reset();
        break;
    }
}

void Fold::operator()(const EmergencyRaised& f) {
    Unit* unit = editUnit(f.unit);
    if (!unit || unit->emergency)
        return;
    unit->statusBehind = unit->status;
    setStatus(*unit, UnitStatus::Emergency);
    unit->emergency = Emergency{m_at, f.source, f.text, f.at};
    m_s.m_emergencies.insert(f.unit);
}

void Fold::operator()(const EmergencyAcknowledged& f) {
    if (Unit* unit = editUnit(f.unit); unit && unit->emergency)
        unit->emergency->acknowledgedBy = m_entry.fact.seat;
}

void Fold::operator()(const EmergencyEnded& f) {
    Unit* unit = editUnit(f.unit);
    if (!unit || !unit->emergency)
        return;
    unit->emergency.reset();
    setStatus(*unit, unit->statusBehind);
    m_s.m_emergencies.remove(f.unit);
}

} // namespace tridesk
