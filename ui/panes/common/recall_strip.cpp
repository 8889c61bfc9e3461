// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/recall_strip.h"

#include "app/desk/desk.h"
#include "ui/text/names.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk {

RecallStrip::RecallStrip(SeatDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_row(new QHBoxLayout(this))
    , m_timer(new QTimer(this)) {
    setObjectName(u"recallStrip"_s);
    m_row->setContentsMargins(4, 2, 4, 2);
    m_row->addStretch(1);
    m_timer->setInterval(250ms);
    connect(m_timer, &QTimer::timeout, this, &RecallStrip::refresh);
    connect(&desk, &SeatDesk::changed, this, [this](const Changes& changes) {
        if (!m_buttons.isEmpty() && !changes.orders.isEmpty())
            refresh();
    });
    hide();
}

QString RecallStrip::label(const Order& order) const {
    const auto left = std::chrono::ceil<std::chrono::seconds>(order.releaseAt - m_desk.now());
    const Incident* incident = m_desk.situation().incidents().find(order.incident);
    return tr("Recall %1 from %2 (%3 s)", "unit, incident, seconds left")
        .arg(text::addressee(m_desk.situation(), order.to),
             incident ? text::shortNumber(incident->number) : QString())
        .arg(left.count());
}

void RecallStrip::offer(const OrderId& id) {
    if (m_buttons.contains(id))
        return;
    auto* button = new QPushButton(this);
    button->setObjectName(u"recall"_s);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QPushButton::clicked, this, [this, id] { Q_EMIT recallAsked(RecallOrder{id}); });
    m_buttons.insert(id, button);
    m_row->insertWidget(m_row->count() - 1, button);
    refresh();
    if (!m_buttons.isEmpty())
        m_timer->start();
}

void RecallStrip::refresh() {
    for (auto at = m_buttons.begin(); at != m_buttons.end();) {
        const Order* order = m_desk.situation().orders().find(at.key());
        if (order && !isOver(order->stage) && order->releaseAt > m_desk.now()) {
            at.value()->setText(label(*order));
            ++at;
        } else {
            at.value()->deleteLater();
            at = m_buttons.erase(at);
        }
    }
    setVisible(!m_buttons.isEmpty());
    if (m_buttons.isEmpty())
        m_timer->stop();
}

} // namespace tridesk
