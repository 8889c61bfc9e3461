// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/incident.h"

#include <QCoreApplication>

#include <functional>

class QMenu;
class QObject;

namespace tridesk {

class Dispatcher;
class Prompts;
class SeatDesk;
struct Question;

/// What can be done with an incident by its menu, in the queue and elsewhere: hold, flags, regrade, attach,
/// split off, reopen, hand over to another agency. What would be refused is grey and says why. Questions are
/// asked through the pane's prompts.
class IncidentMenu {
    Q_DECLARE_TR_FUNCTIONS(IncidentMenu)

public:
    /// All outlive the menus; `owner` is who asks the questions.
    IncidentMenu(SeatDesk& desk, Prompts& prompts, Dispatcher& dispatcher, QObject& owner);

    void fill(QMenu& menu, const Incident& incident) const;
    /// Asks for the minutes and parks it.
    void askHold(const IncidentId& incident) const;
    /// Asks which unit it is to wait for, and how long.
    void askStack(const IncidentId& incident) const;

private:
    using Answered = std::function<void(const QString&)>;

    void addHold(QMenu& menu, const Incident& incident) const;
    void addWaiting(QMenu& menu, const Incident& incident) const;
    void addTags(QMenu& menu, const Incident& incident) const;
    void addFlags(QMenu& menu, const Incident& incident) const;
    void addLevels(QMenu& menu, const Incident& incident) const;
    void addJoining(QMenu& menu, const Incident& incident) const;
    void addTransfer(QMenu& menu, const Incident& incident) const;
    void askMaster(const IncidentId& incident) const;
    void ask(const QString& name, const QString& text, const QString& accept, const QString& proposed,
             const Answered& answered) const;
    void complain(const QString& text) const;

    SeatDesk& m_desk;
    Prompts& m_prompts;
    Dispatcher& m_dispatcher;
    QObject& m_owner;
};

} // namespace tridesk
