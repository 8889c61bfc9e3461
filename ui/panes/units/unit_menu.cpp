// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/units/unit_menu.h"

#include "app/desk/desk.h"
#include "ui/actions/prompts.h"
#include "ui/actions/selection.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/panes/units/shift_sheet.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"

#include <QAction>
#include <QMenu>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace tridesk {

UnitMenu::UnitMenu(const PaneContext& context, Dispatcher& dispatcher, Prompts& prompts, QWidget& owner,
                   Write write)
    : m_context(context)
    , m_dispatcher(dispatcher)
    , m_prompts(prompts)
    , m_owner(owner)
    , m_write(std::move(write)) {}

void UnitMenu::fill(QMenu& menu, const QList<UnitId>& units) const {
    menu.setToolTipsVisible(true);
    addSend(menu, units);
    addStack(menu, units);
    addExchange(menu, units);
    QObject::connect(menu.addAction(tr("Message…")), &QAction::triggered, &m_owner,
                     [write = m_write, units] { write(units); });
    menu.addSeparator();
    addStatuses(menu, units);
    menu.addSeparator();
    addSafety(menu, units);
    menu.addSeparator();
    addDuty(menu, units);
}

void UnitMenu::add(QMenu& menu, const QString& text, const QList<UnitId>& units,
                   const CommandOf& command) const {
    QAction* action = menu.addAction(text);
    Result<void> may = {};
    for (const UnitId& unit : units)
        if (may = m_context.desk.may(command(unit)); may)
            break;
    action->setEnabled(may.has_value());
    if (!may)
        action->setToolTip(refusalText(may.error(), m_context.desk.situation()));
    QObject::connect(action, &QAction::triggered, &m_owner, [dispatcher = &m_dispatcher, units, command] {
        for (const UnitId& unit : units)
            dispatcher->submit(command(unit));
    });
}

void UnitMenu::addSend(QMenu& menu, const QList<UnitId>& units) const {
    const Incident* incident = m_context.desk.situation().incidents().find(m_context.selection.incident());
    if (!incident || !incident->isOpen())
        return;
    QAction* action = menu.addAction(tr("Send to %1").arg(text::shortNumber(incident->number)));
    QObject::connect(action, &QAction::triggered, &m_owner,
                     [dispatcher = &m_dispatcher, id = incident->id, units] { dispatcher->send(id, units); });
}

/// Of two that are chosen each takes the other's job.
void UnitMenu::addExchange(QMenu& menu, const QList<UnitId>& units) const {
    if (units.size() != 2)
        return;
    const Situation& situation = m_context.desk.situation();
    ExchangeUnits command{units.constFirst(), units.constLast(), u"?"_s}; // the reason is asked for later
    QAction* action = menu.addAction(tr("Exchange their jobs…"));
    action->setObjectName(u"unitMenu.exchange"_s);
    const auto may = m_context.desk.may(command);
    action->setEnabled(may.has_value());
    if (!may)
        action->setToolTip(refusalText(may.error(), situation));
    const QString question =
        tr("Why do %1 and %2 take each other's jobs?")
            .arg(text::callsign(situation, command.first), text::callsign(situation, command.second));
    QObject::connect(
        action, &QAction::triggered, &m_owner,
        [prompts = &m_prompts, dispatcher = &m_dispatcher, owner = &m_owner, question, command] {
            prompts->ask(
                {.name = u"reason.exchange"_s, .text = question, .answer = {}, .accept = tr("Exchange")},
                owner, [dispatcher, command](const QString& reason) mutable {
                    command.reason = reason;
                    dispatcher->submit(command);
                });
        });
}

/// The post's own names stand below the base status that each of them counts as.
void UnitMenu::addStatuses(QMenu& menu, const QList<UnitId>& units) const {
    for (const UnitStatus status :
         {UnitStatus::Available, UnitStatus::AvailableAtStation, UnitStatus::Reserved,
          UnitStatus::BusyDivertable, UnitStatus::BusyCommitted, UnitStatus::Transport,
          UnitStatus::OutOfService}) {
        add(menu, text::name(status), units, [status](const UnitId& unit) -> Command {
            return SetUnitStatus{.unit = unit, .status = status, .reason = {}};
        });
        for (const CustomStatus& own : m_context.desk.situation().catalogue().statuses)
            if (own.base == status)
                add(menu, u"    "_s + text::name(own.name), units,
                    [status, code = own.code](const UnitId& unit) -> Command {
                        return SetUnitStatus{.unit = unit, .status = status, .reason = {}, .custom = code};
                    });
    }
}

void UnitMenu::addIntervals(QMenu& menu, const QList<UnitId>& units) const {
    QMenu* intervals = menu.addMenu(tr("Ask whether all is well"));
    intervals->setObjectName(u"unitMenu.check"_s);
    intervals->setToolTipsVisible(true);
    for (const int minutes : {5, 10, 15, 20, 30, 60}) // any other: `T 1A12 25`
        add(*intervals, tr("Every %n minutes", nullptr, minutes), units,
            [minutes](const UnitId& unit) -> Command {
                return SetTimer{.unit = unit, .every = std::chrono::minutes(minutes)};
            });
}

void UnitMenu::addResets(QMenu& menu, const QList<UnitId>& units) const {
    const Situation& situation = m_context.desk.situation();
    QList<UnitId> checked;
    std::ranges::copy_if(units, std::back_inserter(checked), [&](const UnitId& id) {
        const Unit* unit = situation.units().find(id);
        return unit && unit->timer;
    });
    if (!checked.isEmpty()) {
        addOne(menu, tr("All is well: reset the check"), ResetTimers{.units = checked});
        add(menu, tr("Stop the check"), checked,
            [](const UnitId& unit) -> Command { return SetTimer{.unit = unit, .every = Milliseconds(0)}; });
    }
    const Unit* unit = situation.units().find(units.constFirst());
    const Order* order = unit && unit->order ? situation.orders().find(*unit->order) : nullptr;
    const Incident* incident = order ? situation.incidents().find(order->incident) : nullptr;
    const bool isRead = incident && m_context.desk.sight(*incident) > Sight::Outline;
    if (const QList<UnitId> on = isRead ? checkedOn(incident->id) : QList<UnitId>(); !on.isEmpty())
        addOne(menu, tr("Reset all checks of %1").arg(text::shortNumber(incident->number)),
               ResetTimers{.units = on});
    bool any = false;
    for (const Unit& each : situation.units())
        any = any || (each.timer && m_context.desk.maySee(each));
    if (any)
        addOne(menu, tr("Reset all checks"), ResetTimers{.units = {}});
}

void UnitMenu::addSafety(QMenu& menu, const QList<UnitId>& units) const {
    addIntervals(menu, units);
    addResets(menu, units);
    add(menu, tr("Raise an emergency"), units, [](const UnitId& unit) -> Command {
        return RaiseEmergency{.unit = unit, .source = EmergencySource::Desk, .text = {}, .at = {}};
    });
}

QList<UnitId> UnitMenu::checkedOn(const IncidentId& incident) const {
    const Situation& situation = m_context.desk.situation();
    QList<UnitId> units;
    const Incident* known = situation.incidents().find(incident);
    for (const OrderId& id : known ? known->orders : QList<OrderId>()) {
        const Order* order = situation.orders().find(id);
        const auto on = order && !isOver(order->stage) ? order->unit() : std::nullopt;
        const Unit* unit = on ? situation.units().find(*on) : nullptr;
        if (unit && unit->timer && m_context.desk.maySee(*unit) && !units.contains(unit->definition.id))
            units.append(unit->definition.id);
    }
    return units;
}

void UnitMenu::resetChecksOf(const IncidentId& incident) const {
    // Without names the command would mean every check there is.
    if (const QList<UnitId> units = checkedOn(incident); !units.isEmpty())
        m_dispatcher.submit(ResetTimers{.units = units});
    else
        m_prompts.complain(tr("No safety check runs for the incident in hand."));
}

void UnitMenu::addOne(QMenu& menu, const QString& text, const Command& command) const {
    QAction* action = menu.addAction(text);
    const auto may = m_context.desk.may(command);
    action->setEnabled(may.has_value());
    if (!may)
        action->setToolTip(refusalText(may.error(), m_context.desk.situation()));
    QObject::connect(action, &QAction::triggered, &m_owner,
                     [dispatcher = &m_dispatcher, command] { dispatcher->submit(command); });
}

void UnitMenu::addDuty(QMenu& menu, const QList<UnitId>& units) const {
    const Unit* unit = m_context.desk.situation().units().find(units.first());
    const bool isOff = unit && unit->status == UnitStatus::Off;
    QAction* on = menu.addAction(isOff ? tr("Log on…") : tr("Change crew or kit…"));
    on->setEnabled(units.size() == 1 && unit);
    QObject::connect(on, &QAction::triggered, &m_owner, [self = *this, units] { self.openShift(units); });
    add(menu, tr("Log off"), units, [](const UnitId& id) -> Command { return LogOff{id}; });
}

void UnitMenu::openShift(const QList<UnitId>& units) const {
    if (units.size() != 1)
        return;
    auto* sheet = new ShiftSheet(m_context.desk, units.first(), m_owner.window());
    QObject::connect(sheet, &ShiftSheet::echoed, &m_dispatcher, &Dispatcher::echoed);
    sheet->open();
}

} // namespace tridesk
