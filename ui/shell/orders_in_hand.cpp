// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/orders_in_hand.h"

#include "app/desk/desk.h"
#include "app/line/lookup.h"
#include "ui/actions/echo.h"
#include "ui/actions/selection.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/panes/line/line_pane.h"
#include "ui/shell/window_foot.h"

using namespace Qt::StringLiterals;

namespace tridesk {

OrdersInHand::OrdersInHand(SeatDesk& desk, const Selection& selection, WindowFoot& foot, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_selection(selection)
    , m_foot(foot) {
    connect(&desk, &SeatDesk::changed, this, &OrdersInHand::note);
}

void OrdersInHand::send() {
    if (m_selection.incident().isNull() || m_selection.units().isEmpty())
        m_foot.line().complain(tr("Select an incident and the units that shall go."));
    else
        m_foot.dispatcher().send(m_selection.incident(), m_selection.units().values());
}

void OrdersInHand::sendOrAsk() {
    const line::Context context = lineContext(m_desk, &m_selection);
    if (!context.incident.isNull() && !context.units.isEmpty())
        return send();
    QStringList words{u"D"_s};
    for (const UnitId& unit : context.units)
        words.append(line::callsignOf(context, unit));
    words.append(QString());
    const qsizetype cursor = words.join(u' ').size();
    words.append(context.incident.isNull() ? QString() : line::numberOf(context, context.incident));
    m_foot.line().begin(words.join(u' '), cursor);
}

void OrdersInHand::note(const Changes& changes) {
    for (const OrderId& id : changes.orders)
        if (const Order* order = m_desk.situation().orders().find(id);
            order && order->stage == OrderStage::Issued && order->issuedBy == m_desk.actor().seat.toString())
            m_last = id;
}

void OrdersInHand::recallLast() {
    if (m_last.isNull())
        m_foot.line().complain(tr("No order was issued here."));
    else
        m_foot.dispatcher().submit(RecallOrder{.order = m_last});
}

} // namespace tridesk
