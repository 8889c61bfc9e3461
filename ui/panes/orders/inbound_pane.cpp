// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/orders/inbound_pane.h"

#include "app/desk/desk.h"
#include "ui/actions/selection.h"
#include "ui/panes/common/cell_delegate.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/panes/common/narrow_chip.h"
#include "ui/panes/common/prompt_bar.h"
#include "ui/panes/common/row_table.h"
#include "ui/panes/orders/inbound_delegate.h"
#include "ui/panes/orders/inbound_model.h"
#include "ui/panes/orders/notices_strip.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace tridesk {

InboundPane::InboundPane(const PaneContext& context, const PostId& post, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new InboundModel(context.desk, post, this))
    , m_notices(new NoticesStrip(context, post, this)) {
    setObjectName(u"inboundPane"_s);
    build();
    join();
    check();
    if (context.desk.isReplay()) // nothing is done to what was
        for (QPushButton* hand : {m_sign, m_report, m_refuse})
            hand->hide();
}

void InboundPane::build() {
    m_table = new RowTable(m_context.look, this);
    m_table->setObjectName(u"inbound.table"_s);
    m_table->setAccessibleName(tr("Orders to this station"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new InboundDelegate(m_context.look, m_table));
    m_table->fitColumns({10, 5, 8, 16, 18, 8, 9});
    m_table->pulse(InboundModel::Countdown,
                   [](const QModelIndex& row) { return row.data(InboundModel::OverdueRole).toBool(); });
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(6, 4, 6, 4);
    const auto add = [&](const QString& name, const QString& text) {
        auto* button = new QPushButton(text, this);
        button->setObjectName(name);
        button->setAccessibleName(text);
        buttons->addWidget(button);
        return button;
    };
    m_sign = add(u"inbound.sign"_s, tr("Sign"));
    m_sign->setProperty("main", true);
    m_report = add(u"inbound.report"_s, tr("Report back"));
    m_refuse = add(u"inbound.refuse"_s, tr("Refuse"));
    buttons->addStretch(1);
    m_chip = new NarrowChip(m_context, u"inbound.narrowed"_s, this);
    buttons->addWidget(m_chip);
    m_prompts = new PromptBar(this);
    m_dispatcher = new Dispatcher(m_context.desk, *m_prompts, this);
    connect(m_dispatcher, &Dispatcher::echoed, this, &InboundPane::echoed);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notices);
    column->addWidget(m_table, 1);
    column->addLayout(buttons);
    column->addWidget(m_prompts);
}

void InboundPane::join() {
    connect(m_sign, &QPushButton::clicked, this, [this] { advance(toSign(), OrderStage::Signed); });
    connect(m_report, &QPushButton::clicked, this, [this] {
        askText(OrderStage::Reported, u"report"_s, tr("What is reported back?"), tr("Report"));
    });
    connect(m_refuse, &QPushButton::clicked, this, [this] {
        askText(OrderStage::Refused, u"reason.refuse"_s, tr("Why is the order refused?"), tr("Refuse"));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const QModelIndexList rows = m_table->selectedRows();
        if (const Order* order = rows.isEmpty() ? nullptr : m_model->order(rows.first().row()))
            m_context.selection.setIncident(order->incident);
        check();
    });
    connect(&m_context.selection, &Selection::incidentChanged, this, [this](const IncidentId& incident) {
        const int row = m_model->rowOf(incident);
        if (row >= 0)
            m_table->selectRow(row);
        else
            m_table->clearSelection();
    });
    connect(&m_context.selection, &Selection::narrowed, this, &InboundPane::narrow);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &InboundPane::narrow);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &InboundPane::narrow);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &InboundPane::narrow);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &InboundPane::check);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &InboundPane::check);
    connect(m_model, &InboundModel::arrived, this, &InboundPane::acknowledge);
    connect(m_notices, &NoticesStrip::acknowledged, m_dispatcher, &Dispatcher::submitAll);
    auto* second = new QTimer(this);
    connect(second, &QTimer::timeout, m_notices, &NoticesStrip::tick);
    connect(second, &QTimer::timeout, m_model, &InboundModel::tick);
    second->start(1000);
}

/// What is not signed, and what is late, stays in sight whatever else is looked at.
void InboundPane::narrow() {
    const IncidentId& incident = m_context.selection.narrowedTo();
    bool leavesOut = false;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const Order* order = m_model->order(row);
        const bool late = m_model->index(row, 0).data(InboundModel::OverdueRole).toBool();
        const bool out = !incident.isNull() && order && order->incident != incident &&
                         order->stage >= OrderStage::Signed && !late;
        if (m_table->isRowHidden(row) != out)
            m_table->setRowHidden(row, out);
        leavesOut = leavesOut || out;
    }
    m_chip->setLeavingOut(leavesOut);
}

QList<OrderId> InboundPane::chosen() const {
    QList<OrderId> orders;
    for (const QModelIndex& row : m_table->selectedRows())
        if (const Order* order = m_model->order(row.row()))
            orders << order->id;
    return orders;
}

QList<OrderId> InboundPane::toSign() const {
    const QList<OrderId> orders = chosen();
    return orders.isEmpty() ? m_model->orders() : orders;
}

bool InboundPane::mayAny(const QList<OrderId>& orders, OrderStage to) const {
    return std::ranges::any_of(orders, [&](const OrderId& id) {
        const AdvanceOrder step{.order = id, .to = to, .text = u"?"_s, .disposition = {}};
        return m_context.desk.may(step).has_value();
    });
}

void InboundPane::check() {
    const QList<OrderId> orders = chosen();
    m_sign->setEnabled(mayAny(toSign(), OrderStage::Signed));
    m_report->setEnabled(mayAny(orders, OrderStage::Reported));
    m_refuse->setEnabled(mayAny(orders, OrderStage::Refused));
}

void InboundPane::advance(const QList<OrderId>& orders, OrderStage to, const QString& text) {
    for (const OrderId& id : orders) {
        const AdvanceOrder step{.order = id, .to = to, .text = text, .disposition = {}};
        if (!mayAny({id}, to) && orders.size() > 1)
            continue;
        m_dispatcher->submit(step);
    }
}

void InboundPane::askText(OrderStage to, const QString& name, const QString& question,
                          const QString& accept) {
    const QList<OrderId> orders = chosen();
    m_prompts->ask({.name = name, .text = question, .answer = {}, .accept = accept}, this,
                   [this, orders, to](const QString& text) { advance(orders, to, text); });
}

void InboundPane::signAll() {
    advance(m_model->orders(), OrderStage::Signed);
}

void InboundPane::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    acknowledge();
}

void InboundPane::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_notices->setMost(height() * 9 / 20);
}

/// What the screen tells by itself: it came, it was seen. Too late is no harm, so nobody hears of a refusal.
void InboundPane::acknowledge() {
    for (const OrderId& id : m_model->orders()) {
        const Order* order = m_context.desk.situation().orders().find(id);
        const OrderStage now = isVisible() ? OrderStage::Shown : OrderStage::Delivered;
        if (!order || order->stage >= now || m_shown.contains(id))
            continue;
        if (order->stage < OrderStage::Delivered)
            m_context.desk.submit(
                AdvanceOrder{.order = id, .to = OrderStage::Delivered, .text = {}, .disposition = {}});
        if (now == OrderStage::Shown) {
            m_shown.insert(id);
            m_context.desk.submit(
                AdvanceOrder{.order = id, .to = OrderStage::Shown, .text = {}, .disposition = {}});
        }
    }
}

} // namespace tridesk
