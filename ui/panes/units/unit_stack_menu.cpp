// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/desk.h"
#include "ui/actions/prompts.h"
#include "ui/actions/selection.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/panes/units/unit_menu.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"
#include "ui/text/times.h"

#include <QAction>
#include <QMenu>

using namespace Qt::StringLiterals;

// What waits for a unit: put there, moved, sent or put back.

namespace tridesk {

void UnitMenu::stackInHand(const QList<UnitId>& units) const {
    const IncidentId& incident = m_context.selection.incident();
    if (units.size() != 1 || incident.isNull())
        m_prompts.complain(tr("Select one unit, and the incident that is to wait for it."));
    else
        m_dispatcher.stack(incident, units.constFirst());
}

void UnitMenu::addStack(QMenu& menu, const QList<UnitId>& units) const {
    const Situation& situation = m_context.desk.situation();
    const Unit* unit = units.size() == 1 ? situation.units().find(units.constFirst()) : nullptr;
    if (!unit)
        return;
    const QString callsign = unit->definition.callsign.toString();
    const Incident* inHand = situation.incidents().find(m_context.selection.incident());
    if (inHand && inHand->isOpen() && !unit->stack.contains(inHand->id)) {
        const HoldIncident command{.incident = inHand->id,
                                   .until = m_context.desk.now() + usualHold,
                                   .reason = {},
                                   .unit = unit->definition.id};
        QAction* action =
            menu.addAction(tr("Let %1 wait for %2").arg(text::shortNumber(inHand->number), callsign));
        action->setObjectName(u"unitMenu.stack"_s);
        const auto may = m_context.desk.may(command);
        action->setEnabled(may.has_value());
        if (!may)
            action->setToolTip(refusalText(may.error(), situation));
        QObject::connect(action, &QAction::triggered, &m_owner,
                         [self = *this, units] { self.stackInHand(units); });
    }
    qsizetype place = 0;
    for (const IncidentId& id : unit->stack)
        if (const Incident* waiting = situation.incidents().find(id))
            addWaiting(menu, *unit, *waiting, ++place);
}

void UnitMenu::addWaiting(QMenu& menu, const Unit& unit, const Incident& incident, qsizetype place) const {
    if (m_context.desk.sight(incident) == Sight::Outline)
        return;
    const UnitId id = unit.definition.id;
    const QString type = incident.details.type.isNull()
                             ? text::place(incident.details.place)
                             : text::typeName(m_context.desk.situation().catalogue(), incident.details.type);
    const QString until = incident.hold ? text::clock(incident.hold->until) : QString();
    QMenu* each = menu.addMenu(tr("Waiting %1: %2 %3, until %4", "place, number, type, time")
                                   .arg(place)
                                   .arg(text::shortNumber(incident.number), type, until));
    each->setObjectName(u"unitMenu.waiting.%1"_s.arg(place));
    each->setToolTipsVisible(true);
    QObject::connect(
        each->addAction(tr("Send now")), &QAction::triggered, &m_owner,
        [dispatcher = &m_dispatcher, incident = incident.id, id] { dispatcher->send(incident, {id}); });
    HoldIncident move{.incident = incident.id,
                      .until = m_context.desk.now() + usualHold,
                      .reason = {},
                      .unit = id,
                      .beat = {},
                      .place = 1};
    if (incident.hold && incident.hold->until > m_context.desk.now())
        move.until = incident.hold->until;
    if (place > 1)
        addOne(*each, tr("To the front"), move);
    addOne(*each, tr("Back to the queue"), HoldIncident{.incident = incident.id, .until = {}, .reason = {}});
}

} // namespace tridesk
