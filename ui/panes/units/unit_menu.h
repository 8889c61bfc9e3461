// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"
#include "ui/panes/common/pane_context.h"

#include <QCoreApplication>
#include <QList>

#include <functional>

class QMenu;
class QWidget;

namespace tridesk {

class Dispatcher;
class Prompts;

/// What can be done with units by their menu: send, write to them, status by its base or by the post's own
/// name for it, safety checks, emergency, log on and off. What would be refused for all of them is grey and
/// says why.
class UnitMenu {
    Q_DECLARE_TR_FUNCTIONS(tridesk::UnitMenu)

public:
    using Write = std::function<void(const QList<UnitId>&)>;

    /// All outlive the menus; sheets open over `owner`'s window. `write` begins a message to units.
    UnitMenu(const PaneContext& context, Dispatcher& dispatcher, Prompts& prompts, QWidget& owner,
             Write write);

    void fill(QMenu& menu, const QList<UnitId>& units) const;
    /// The sheet for who is on it and with what, where it is one unit.
    void openShift(const QList<UnitId>& units) const;
    /// Lets the incident in hand wait for one unit, last in its order.
    void stackInHand(const QList<UnitId>& units) const;
    /// All is well with everybody on an incident: their safety checks begin anew.
    void resetChecksOf(const IncidentId& incident) const;

private:
    using CommandOf = std::function<Command(const UnitId&)>;

    void addSend(QMenu& menu, const QList<UnitId>& units) const;
    void addStack(QMenu& menu, const QList<UnitId>& units) const;
    void addWaiting(QMenu& menu, const Unit& unit, const Incident& incident, qsizetype place) const;
    void addExchange(QMenu& menu, const QList<UnitId>& units) const;
    void addStatuses(QMenu& menu, const QList<UnitId>& units) const;
    void addSafety(QMenu& menu, const QList<UnitId>& units) const;
    void addIntervals(QMenu& menu, const QList<UnitId>& units) const;
    void addResets(QMenu& menu, const QList<UnitId>& units) const;
    /// Those of this seat who work on an incident and whose check runs.
    [[nodiscard]] QList<UnitId> checkedOn(const IncidentId& incident) const;
    void addOne(QMenu& menu, const QString& text, const Command& command) const;
    void addDuty(QMenu& menu, const QList<UnitId>& units) const;
    /// An action that submits a command for each unit.
    void add(QMenu& menu, const QString& text, const QList<UnitId>& units, const CommandOf& command) const;

    PaneContext m_context;
    Dispatcher& m_dispatcher;
    Prompts& m_prompts;
    QWidget& m_owner;
    Write m_write;
};

} // namespace tridesk
