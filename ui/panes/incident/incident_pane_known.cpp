// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/desk.h"
#include "ui/actions/selection.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/panes/incident/advice_panel.h"
#include "ui/panes/incident/history_strip.h"
#include "ui/panes/incident/incident_pane.h"
#include "ui/panes/incident/order_actions.h"
#include "ui/panes/incident/order_model.h"
#include "ui/panes/incident/plan_panel.h"
#include "ui/panes/incident/premise_strip.h"

// What an incident's pane knows of its place and its caller before anybody is sent, what is to be done, and
// who is pressed to do it.

namespace tridesk {

/// What is known before anybody is sent: of the place, of what was there earlier, and what is to be done.
void IncidentPane::buildKnown() {
    connect(m_premises, &PremiseStrip::noteAsked, this, &IncidentPane::noteAsked);
    connect(m_history, &HistoryStrip::viewAsked, &m_context.selection, &Selection::setIncident);
    connect(m_plan, &PlanPanel::asked, m_dispatcher, &Dispatcher::submit);
}

void IncidentPane::toggleHistory() {
    m_history->setOpen(!m_history->isOpen());
}

void IncidentPane::togglePlan() {
    m_plan->setOpen(!m_plan->isOpen());
}

void IncidentPane::chase() {
    QList<OrderId> orders = m_orders->late();
    if (orders.isEmpty() && !m_orderActions->order().isNull())
        orders.append(m_orderActions->order());
    QList<Command> commands;
    commands.reserve(orders.size());
    for (const OrderId& order : std::as_const(orders))
        commands.append(ChaseOrder{.order = order, .text = {}});
    m_dispatcher->submitAll(commands);
}

void IncidentPane::letLead() {
    if (!m_orderActions->order().isNull())
        m_dispatcher->submit(SetPrimary{m_orderActions->order()});
}

void IncidentPane::assignProposed() {
    if (m_advice)
        m_advice->assignProposed();
}

} // namespace tridesk
