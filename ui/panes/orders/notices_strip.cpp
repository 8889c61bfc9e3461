// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/orders/notices_strip.h"

#include "app/desk/desk.h"
#include "app/domain/order_rules.h"
#include "ui/actions/selection.h"
#include "ui/panes/orders/notice_row.h"
#include "ui/theme/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr int mostRowsShown = 3; // the orders below are what the pane is for

} // namespace

NoticesStrip::NoticesStrip(const PaneContext& context, const PostId& post, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_post(post)
    , m_count(new QLabel(this))
    , m_all(new QPushButton(tr("Acknowledge all"), this))
    , m_scroll(new QScrollArea(this))
    , m_list(new QWidget)
    , m_rows(new QVBoxLayout(m_list)) {
    setObjectName(u"noticesStrip"_s);
    setAccessibleName(tr("To be noted by this station"));
    setAttribute(Qt::WA_StyledBackground);
    build();
    hide();
    for (const Order& order : context.desk.situation().orders())
        if (!order.notices.isEmpty())
            look(order.id);
    connect(&context.desk, &SeatDesk::changed, this, &NoticesStrip::take);
    connect(&context.look, &Look::changed, this, &NoticesStrip::dress);
    dress();
}

void NoticesStrip::build() {
    m_count->setObjectName(u"notices.count"_s);
    m_all->setObjectName(u"notices.all"_s);
    m_all->setAccessibleName(m_all->text());
    connect(m_all, &QPushButton::clicked, this, &NoticesStrip::acknowledgeAll);
    m_scroll->setWidget(m_list);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setObjectName(u"notices.list"_s);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 2, 6, 0);
    head->addWidget(m_count, 1);
    head->addWidget(m_all);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_scroll);
}

void NoticesStrip::dress() {
    const Theme& theme = m_context.look.theme();
    setStyleSheet(u"#noticesStrip { background: %1; border-bottom: 1px solid %2; }"
                  "#notices\\.list { background: transparent; }"
                  "QScrollArea { background: transparent; }"
                  "QLabel { color: %3; font-weight: 600; }"
                  "QPushButton, QToolButton { padding: 1px 8px; }"_s.arg(
                      mix(theme.raised, theme.warning, 0.12).name(), theme.line.name(), theme.text.name()));
    fit();
}

void NoticesStrip::take(const Changes& changes) {
    QSet<OrderId> touched = changes.orders;
    for (auto shown = m_shown.keyBegin(); shown != m_shown.keyEnd(); ++shown)
        touched.insert(*shown); // who may read its incident, and what units are called, may be another
    for (const OrderId& id : std::as_const(touched))
        look(id);
}

void NoticesStrip::tick() {
    const QSet<OrderId> coming = m_coming; // looking at one may take it out or put it back
    for (const OrderId& id : coming)
        look(id);
}

void NoticesStrip::look(const OrderId& id) {
    const Order* order = m_context.desk.situation().orders().find(id);
    const Instant now = m_context.desk.now();
    const OrderNotice* notice = order ? order_rules::standingNotice(*order, m_post, now) : nullptr;
    const bool comes = order && !notice && now < order->releaseAt &&
                       order_rules::standingNotice(*order, m_post, order->releaseAt);
    comes ? void(m_coming.insert(id)) : void(m_coming.remove(id));
    if (notice) {
        if (!m_shown.contains(id))
            addRow(id);
        m_shown.value(id)->tell(*order, *notice, m_context.desk);
    } else if (NoticeRow* row = m_shown.take(id)) {
        m_rows->removeWidget(row);
        row->hide();
        row->deleteLater();
    } else {
        return;
    }
    fit();
}

void NoticesStrip::addRow(const OrderId& id) {
    auto* row = new NoticeRow(id, m_list);
    m_shown.insert(id, row);
    m_rows->insertWidget(0, row);
    connect(row, &NoticeRow::showAsked, this, [this, id] {
        if (const Order* order = m_context.desk.situation().orders().find(id))
            m_context.selection.setIncident(order->incident);
    });
    connect(row, &NoticeRow::acknowledged, this,
            [this, id] { Q_EMIT acknowledged({AcknowledgeNotice{id, m_post}}); });
}

void NoticesStrip::acknowledgeAll() {
    QList<Command> commands;
    commands.reserve(m_shown.size());
    for (auto shown = m_shown.keyBegin(); shown != m_shown.keyEnd(); ++shown)
        commands.append(AcknowledgeNotice{*shown, m_post});
    Q_EMIT acknowledged(commands);
}

void NoticesStrip::setMost(int height) {
    m_most = height;
    fit();
}

/// As high as its rows, up to the most.
void NoticesStrip::fit() {
    const bool several = m_shown.size() > 1;
    m_count->setVisible(several);
    m_all->setVisible(several);
    m_count->setText(tr("%n ordered past this station", nullptr, int(m_shown.size())));
    int height = 0;
    for (int row = 0; row < std::min(mostRowsShown, m_rows->count()); ++row) {
        const int next = m_rows->itemAt(row)->sizeHint().height();
        if (row > 0 && height + next > m_most - (several ? m_all->sizeHint().height() : 0))
            break;
        height += next;
    }
    m_scroll->setFixedHeight(height);
    setVisible(!m_shown.isEmpty());
}

} // namespace tridesk
