// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/field/emergency_strip.h"

#include "ui/field/crew_work.h"
#include "ui/field/touch.h"
#include "ui/text/names.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tridesk {

EmergencyStrip::EmergencyStrip(CrewWork& work, const Look& look, QWidget* parent)
    : QFrame(parent)
    , m_work(work)
    , m_look(look)
    , m_key(touch::button(u"field.emergency"_s, u"⚠  "_s + tr("Emergency"), this))
    , m_state(touch::label(u"field.emergencyState"_s, tr("State of the emergency"), this)) {
    setObjectName(u"field.emergencyStrip"_s);
    m_key->setAccessibleName(tr("Emergency"));
    touch::enlarge(*m_state, 1.1, true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 6);
    row->addWidget(m_key, 1);
    row->addWidget(m_state, 1);
    connect(m_key, &QPushButton::clicked, &work, &CrewWork::raiseEmergency);
    connect(&look, &Look::beat, this, &EmergencyStrip::dress);
}

void EmergencyStrip::refresh() {
    const Unit* unit = m_work.unit();
    setVisible(unit && (unit->status != UnitStatus::Off || unit->emergency));
    if (!unit)
        return;
    const auto& emergency = unit->emergency;
    m_key->setVisible(!emergency);
    m_state->setVisible(emergency.has_value());
    dress();
    if (!emergency)
        return;
    const QString since = text::clock(emergency->since);
    if (m_work.unsent().emergencies.contains(unit->definition.id))
        return m_state->setText(
            u"⚠  "_s + tr("NOT HEARD YET: no link. Call on the radio! Emergency since %1 is sent as soon as "
                          "the link is back.")
                           .arg(since));
    m_state->setText(u"⚠  "_s + (emergency->acknowledgedBy.isEmpty()
                                     ? tr("Emergency since %1. No desk has answered yet.").arg(since)
                                     : tr("Emergency since %1. %2 has heard you.")
                                           .arg(since, text::seatName(m_work.desk().situation(),
                                                                      emergency->acknowledgedBy))));
}

/// While it stands the strip pulses with the alarms of all windows.
void EmergencyStrip::dress() {
    const Unit* unit = m_work.unit();
    const Theme& theme = m_look.theme();
    const QColor ground = unit && unit->emergency ? m_look.alarmNow() : theme.panel;
    const QString style = u"#field\\.emergencyStrip { background: %1; }"
                          "#field\\.emergency { color: %2; border: 2px solid %2; background: transparent; }"
                          "#field\\.emergency:pressed { background: %2; color: %3; }"
                          "#field\\.emergencyState { color: %3; padding: 8px; }"_s.arg(
                              ground.name(), theme.alarm.name(), theme.onAlarm.name());
    if (styleSheet() != style)
        setStyleSheet(style);
}

} // namespace tridesk
