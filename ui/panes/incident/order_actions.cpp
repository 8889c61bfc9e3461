// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/order_actions.h"

#include "app/desk/desk.h"
#include "ui/actions/prompts.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

struct Step {
    Q_DECLARE_TR_FUNCTIONS(tridesk::OrderActions)
};

/// What the button says: an act, where the stage's own name is a state.
QString act(OrderStage stage) {
    switch (stage) {
    case OrderStage::Signed:
        return Step::tr("Sign");
    case OrderStage::UnderWay:
        return Step::tr("Set out");
    case OrderStage::Arrived:
        return Step::tr("Arrive");
    case OrderStage::Reported:
        return Step::tr("Report…");
    case OrderStage::Closed:
        return Step::tr("Close order");
    case OrderStage::Cancelled:
        return Step::tr("Cancel…");
    case OrderStage::Issued:
    case OrderStage::Delivered:
    case OrderStage::Shown:
    case OrderStage::Recalled:
    case OrderStage::Refused:
        break;
    }
    return text::name(stage);
}

bool takesWords(OrderStage stage) {
    return stage == OrderStage::Reported || stage == OrderStage::Cancelled;
}

} // namespace

OrderActions::OrderActions(SeatDesk& desk, Prompts& prompts, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_prompts(prompts)
    , m_recall(new QPushButton(tr("Recall"), this)) {
    setObjectName(u"orderActions"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 2, 8, 2);
    row->setSpacing(4);
    m_recall->setObjectName(u"orderRecall"_s);
    connect(m_recall, &QPushButton::clicked, this, [this] { Q_EMIT asked(RecallOrder{m_order}); });
    addStep(OrderStage::Signed, u"orderSign"_s);
    addStep(OrderStage::UnderWay, u"orderSetOut"_s);
    addStep(OrderStage::Arrived, u"orderArrive"_s);
    addStep(OrderStage::Reported, u"orderReport"_s);
    addStep(OrderStage::Closed, u"orderClose"_s);
    addStep(OrderStage::Cancelled, u"orderCancel"_s);
    for (const auto& [stage, button] : std::as_const(m_steps))
        row->addWidget(button);
    row->addWidget(m_recall);
    row->addStretch(1);
    refresh();
}

void OrderActions::addStep(OrderStage stage, const QString& objectName) {
    auto* button = new QPushButton(act(stage), this);
    button->setObjectName(objectName);
    connect(button, &QPushButton::clicked, this, [this, stage] { ask(stage); });
    m_steps.append({stage, button});
}

void OrderActions::showOrder(const OrderId& order) {
    m_order = order;
    refresh();
}

void OrderActions::setMay(QPushButton* button, const Command& command) {
    const auto may = m_desk.may(command);
    // A reason that is missing is asked for on the click.
    const bool enabled = may || may.error().code == RefusalCode::ReasonNeeded;
    button->setEnabled(enabled);
    button->setToolTip(enabled ? QString() : refusalText(may.error(), m_desk.situation()));
}

void OrderActions::refresh() {
    const bool any = m_desk.situation().orders().find(m_order) != nullptr;
    setVisible(any);
    if (!any)
        return;
    setMay(m_recall, RecallOrder{m_order});
    m_recall->setVisible(m_recall->isEnabled());
    for (const auto& [stage, button] : std::as_const(m_steps))
        setMay(button, AdvanceOrder{.order = m_order, .to = stage, .text = {}, .disposition = {}});
}

void OrderActions::ask(OrderStage stage) {
    const Order* order = m_desk.situation().orders().find(m_order);
    if (!order)
        return;
    const auto advance = [this, stage, id = m_order](const QString& words) {
        Q_EMIT asked(AdvanceOrder{.order = id, .to = stage, .text = words, .disposition = {}});
    };
    if (!takesWords(stage)) {
        advance({});
        return;
    }
    const QString who = text::addressee(m_desk.situation(), order->to);
    const bool cancel = stage == OrderStage::Cancelled;
    m_prompts.ask({.name = cancel ? u"reason.cancel"_s : u"report"_s,
                   .text = cancel ? tr("Why is the order to %1 cancelled?").arg(who)
                                  : tr("What does %1 report back?").arg(who),
                   .answer = {},
                   .accept = cancel ? tr("Cancel the order") : tr("Report"),
                   .required = cancel},
                  this, advance);
}

} // namespace tridesk
