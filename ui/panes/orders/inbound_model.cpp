// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/orders/inbound_model.h"

#include "app/desk/desk.h"
#include "app/domain/deadlines.h"
#include "ui/text/names.h"
#include "ui/text/times.h"

namespace tridesk {

InboundModel::InboundModel(SeatDesk& desk, const PostId& post, QObject* parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
    , m_post(post) {
    for (const Order& order : desk.situation().orders())
        look(order.id);
    connect(&desk, &SeatDesk::changed, this, &InboundModel::take);
}

bool InboundModel::belongs(const Order& order) const {
    return order.post() == m_post && !isOver(order.stage);
}

const Order* InboundModel::order(int row) const {
    return row >= 0 && row < m_orders.size() ? m_desk.situation().orders().find(m_orders[row]) : nullptr;
}

int InboundModel::rowOf(const IncidentId& incident) const {
    for (int row = 0; row < m_orders.size(); ++row)
        if (const Order* found = order(row); found && found->incident == incident)
            return row;
    return -1;
}

void InboundModel::take(const Changes& changes) {
    for (const OrderId& id : changes.orders)
        look(id);
    for (int row = 0; row < m_orders.size(); ++row)
        if (changes.incidents.contains(order(row)->incident))
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void InboundModel::look(const OrderId& id) {
    const Order* order = m_desk.situation().orders().find(id);
    const int row = int(m_orders.indexOf(id));
    m_coming.remove(id);
    if (!order || !belongs(*order)) {
        if (row < 0)
            return;
        beginRemoveRows({}, row, row);
        m_orders.removeAt(row);
        endRemoveRows();
    } else if (m_desk.now() < order->releaseAt) {
        m_coming.insert(id);
    } else if (row >= 0) {
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    } else {
        beginInsertRows({}, 0, 0);
        m_orders.prepend(id);
        endInsertRows();
        Q_EMIT arrived(id);
    }
}

void InboundModel::tick() {
    const QSet<OrderId> coming = m_coming; // looking at one may take it out or put it back
    for (const OrderId& id : coming)
        look(id);
    if (!m_orders.isEmpty())
        Q_EMIT dataChanged(index(0, Countdown), index(int(m_orders.size()) - 1, Countdown));
}

int InboundModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_orders.size());
}

int InboundModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant InboundModel::data(const QModelIndex& index, int role) const {
    const Order* order = this->order(index.row());
    const Incident* known = order ? m_desk.situation().incidents().find(order->incident) : nullptr;
    if (!known || m_desk.sight(*known) == Sight::Outline)
        return {};
    const Incident incident = m_desk.shown(*known);
    const auto due = deadline(m_desk.situation(), *order);
    switch (role) {
    case Qt::DisplayRole:
        return text(*order, incident, index.column());
    case Qt::ToolTipRole:
        return order->text.isEmpty() ? incident.details.text : order->text;
    case StageRole:
        return int(order->stage);
    case LevelRole:
        return int(incident.details.level);
    case OverdueRole:
        return due && m_desk.now() > due->due;
    default:
        return {};
    }
}

QString InboundModel::text(const Order& order, const Incident& incident, int column) const {
    const Situation& situation = m_desk.situation();
    switch (Column(column)) {
    case Stage:
        return text::name(order.stage);
    case Number:
        return text::shortNumber(incident.number);
    case Level:
        return text::name(incident.details.level);
    case Type:
        return text::typeName(situation.catalogue(), incident.details.type);
    case Place:
        return text::place(incident.details.place);
    case From:
        return text::seatName(situation, order.issuedBy);
    case Countdown: {
        const auto due = deadline(situation, order);
        return due ? text::countdown(due->due - m_desk.now()) : QString();
    }
    case ColumnCount:
        break;
    }
    return {};
}

QVariant InboundModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Stage:
        return tr("Step");
    case Number:
        return tr("No.");
    case Level:
        return tr("Level");
    case Type:
        return tr("Type");
    case Place:
        return tr("Place");
    case From:
        return tr("From");
    case Countdown:
        return tr("Due");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace tridesk
