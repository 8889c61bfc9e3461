// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/emergency_bar.h"

#include "app/desk/desk.h"
#include "ui/actions/prompts.h"
#include "ui/shell/emergency_row.h"
#include "ui/text/names.h"
#include "ui/theme/look.h"

#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

EmergencyBar::EmergencyBar(SeatDesk& desk, const Look& look, Prompts* prompts, QWidget* parent)
    : QFrame(parent)
    , m_desk(desk)
    , m_look(look)
    , m_prompts(prompts)
    , m_rows(new QVBoxLayout(this))
    , m_second(new QTimer(this)) {
    setObjectName(u"emergencies"_s);
    setAccessibleName(tr("Emergencies"));
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(1);
    m_second->setInterval(500); // 1 Hz: half lit, half not
    connect(m_second, &QTimer::timeout, this, &EmergencyBar::tick);
    connect(&desk, &SeatDesk::changed, this, &EmergencyBar::follow);
    connect(&look, &Look::changed, this, &EmergencyBar::dress);
    hide();
    for (const Unit& unit : desk.situation().units())
        refresh(unit.definition.id, false);
}

void EmergencyBar::follow(const Changes& changes) {
    for (const UnitId& unit : changes.units)
        refresh(unit, true);
}

void EmergencyBar::refresh(const UnitId& id, bool isNews) {
    const Unit* unit = m_desk.situation().units().find(id);
    EmergencyRow* row = m_shown.value(id);
    if (!unit || !unit->emergency || !m_desk.maySee(*unit)) {
        if (row) {
            m_shown.remove(id);
            row->hide();
            row->deleteLater();
        }
    } else {
        if (!row) {
            row = new EmergencyRow(id, m_prompts != nullptr, this);
            m_shown.insert(id, row);
            m_rows->insertWidget(0, row); // the newest is nearest to the eye
            connect(row, &EmergencyRow::showAsked, this, [this, id] { Q_EMIT showAsked(id); });
            connect(row, &EmergencyRow::acknowledged, this,
                    [this, id] { Q_EMIT commanded(AcknowledgeEmergency{id}); });
            connect(row, &EmergencyRow::endAsked, this,
                    [this, id](EmergencyOutcome outcome) { askEnd(id, outcome); });
            row->dress(m_look.theme(), true);
            if (isNews)
                Q_EMIT raised(id);
        }
        row->tell(*unit, m_desk);
    }
    setVisible(!m_shown.isEmpty());
    m_shown.isEmpty() ? m_second->stop() : m_second->start();
}

void EmergencyBar::askEnd(const UnitId& unit, EmergencyOutcome outcome) {
    const QString callsign = text::callsign(m_desk.situation(), unit);
    const bool real = outcome == EmergencyOutcome::Resolved;
    const Question question{
        .name = u"emergency.end"_s,
        .text = real ? tr("How was the emergency of %1 resolved?").arg(callsign)
                     : tr("How do you know that the emergency of %1 was a false alarm?").arg(callsign),
        .answer = {},
        .accept = real ? tr("It is resolved") : tr("It was a false alarm")};
    m_prompts->ask(question, this, [this, unit, outcome](const QString& reason) {
        Q_EMIT commanded(EndEmergency{.unit = unit, .outcome = outcome, .reason = reason});
    });
}

void EmergencyBar::dress() {
    for (EmergencyRow* row : std::as_const(m_shown))
        row->dress(m_look.theme(), m_lit);
}

void EmergencyBar::tick() {
    m_lit = !m_lit || m_look.theme().still;
    for (const auto& [id, row] : m_shown.asKeyValueRange()) {
        row->dress(m_look.theme(), m_lit || row->isAcknowledged());
        if (const Unit* unit = m_desk.situation().units().find(id); unit && unit->emergency)
            row->tell(*unit, m_desk);
    }
}

} // namespace tridesk
