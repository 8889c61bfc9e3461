// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/order_model.h"

#include "app/desk/desk.h"
#include "app/desk/link.h"
#include "ui/text/names.h"
#include "ui/text/times.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

/// The hop that a clock runs towards.
OrderStage target(DeadlineKind kind) {
    switch (kind) {
    case DeadlineKind::Dispatch:
        return OrderStage::Issued;
    case DeadlineKind::Sign:
        return OrderStage::Signed;
    case DeadlineKind::Arrive:
        return OrderStage::Arrived;
    case DeadlineKind::Report:
        return OrderStage::Reported;
    }
    return OrderStage::Issued;
}

/// The time of the hop before `stage` that was reached.
std::optional<Instant> before(const Order& order, OrderStage stage) {
    for (int hop = int(stage) - 1; hop >= 0; --hop)
        if (const auto at = order.reached(OrderStage(hop)))
            return at;
    return {};
}

/// What the last column says: how the order ended, if not by being closed.
OrderStage shownAs(const Order& order, OrderStage column) {
    return column == OrderStage::Closed && isOver(order.stage) ? order.stage : column;
}

} // namespace

OrderModel::OrderModel(SeatDesk& desk, QObject* parent)
    : QAbstractTableModel(parent)
    , m_desk(desk) {
    connect(&desk, &SeatDesk::changed, this, &OrderModel::take);
}

void OrderModel::show(const IncidentId& incident) {
    if (incident == m_incident)
        return;
    if (!m_orders.isEmpty()) {
        beginRemoveRows({}, 0, int(m_orders.size()) - 1);
        m_orders.clear();
        endRemoveRows();
    }
    m_incident = incident;
    addNew();
}

void OrderModel::addNew() {
    const Incident* incident = m_desk.situation().incidents().find(m_incident);
    if (!incident)
        return;
    for (const OrderId& id : incident->orders)
        if (!m_orders.contains(id)) {
            const int at = int(m_orders.size());
            beginInsertRows({}, at, at);
            m_orders.append(id);
            endInsertRows();
        }
}

void OrderModel::take(const Changes& changes) {
    if (changes.incidents.contains(m_incident) || !changes.orders.isEmpty())
        addNew();
    for (const OrderId& id : changes.orders)
        if (const int row = rowOf(id); row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    if (changes.catalogue)
        tick();
}

void OrderModel::tick() {
    if (!m_orders.isEmpty())
        Q_EMIT dataChanged(index(0, FirstHop), index(int(m_orders.size()) - 1, ColumnCount - 1),
                           {DueRole, OverdueRole});
}

int OrderModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_orders.size());
}

int OrderModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

std::optional<Deadline> OrderModel::awaited(const Order& order, OrderStage stage) const {
    const auto running = deadline(m_desk.situation(), order);
    return running && target(running->kind) == stage ? running : std::nullopt;
}

QList<OrderId> OrderModel::late() const {
    QList<OrderId> late;
    for (const OrderId& id : m_orders) {
        const Order* order = m_desk.situation().orders().find(id);
        const auto running = order ? deadline(m_desk.situation(), *order) : std::nullopt;
        if (running && m_desk.now() >= running->due)
            late.append(id);
    }
    return late;
}

bool OrderModel::areAllSigned() const {
    return std::ranges::all_of(m_orders, [this](const OrderId& id) {
        const Order* order = m_desk.situation().orders().find(id);
        return !order || order->stage >= OrderStage::Signed;
    });
}

/// A line for each hop that was reached.
QString OrderModel::chain(const Order& order) const {
    QString lines;
    for (int stage = 0; stage < orderStageCount; ++stage)
        if (const auto at = order.reached(OrderStage(stage)))
            lines += u'\n' + text::clock(*at) + u"  "_s + text::name(OrderStage(stage));
    return lines;
}

QString OrderModel::chases(const Order& order) const {
    return order.chasedAt
               ? u"\n↻ "_s + tr("Chased ×%1, last at %2").arg(order.chases).arg(text::clock(*order.chasedAt))
               : QString();
}

/// A line for each post that has to know of it: whether it has taken note.
QString OrderModel::notices(const Order& order) const {
    QString lines;
    for (const OrderNotice& notice : order.notices) {
        const QString post = text::postName(m_desk.situation(), notice.post);
        lines +=
            u"\n⚑ "_s + (notice.acknowledgedAt
                             ? tr("%1 took note of it, %2").arg(post, text::clock(*notice.acknowledgedAt))
                             : tr("%1 has not taken note of it").arg(post));
    }
    return lines;
}

/// What it is to the incident, how often it was chased, and under the flag whether the posts that had to be
/// told have taken note.
QString OrderModel::part(const Order& order) const {
    const QString part = order.post()                       ? tr("station")
                         : order.role == OrderRole::Primary ? tr("primary")
                                                            : tr("backup");
    const QString chased = order.chases > 0 ? u" ↻%1"_s.arg(order.chases) : QString();
    if (order.notices.isEmpty())
        return part + chased;
    const bool noted = std::ranges::all_of(
        order.notices, [](const OrderNotice& notice) { return notice.acknowledgedAt.has_value(); });
    return part + chased + (noted ? u" ⚑✓"_s : u" ⚑?"_s);
}

QVariant OrderModel::addressee(const Order& order, int role) const {
    const QString name = text::addressee(m_desk.situation(), order.to);
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case LengthRole:
        return part(order);
    case Qt::ToolTipRole:
        return (order.text.isEmpty()
                    ? tr("Ordered by %1").arg(text::seatName(m_desk.situation(), order.issuedBy))
                    : tr("Ordered by %1: %2")
                          .arg(text::seatName(m_desk.situation(), order.issuedBy), order.text)) +
               chain(order) + chases(order) + notices(order);
    default:
        return {};
    }
}

/// Reached at this desk alone: the line was lost.
bool OrderModel::isUnsent(const Order& order, OrderStage stage) const {
    const Link* link = m_desk.link();
    return link && (stage == OrderStage::Issued ? link->marks().orders.contains(order.id)
                                                : link->marks().steps.contains({order.id, stage}));
}

QVariant OrderModel::hop(const Order& order, OrderStage column, int role) const {
    const OrderStage stage = shownAs(order, column);
    const auto at = order.reached(stage);
    const auto due = at ? std::nullopt : awaited(order, stage);
    switch (role) {
    case Qt::DisplayRole:
        if (at)
            return isUnsent(order, stage) ? u"⇡ "_s + text::clock(*at) : text::clock(*at);
        return due ? text::countdown(due->due - m_desk.now()) : QString();
    case LengthRole: {
        if (stage != column) // ended otherwise than by being closed: say how
            return text::name(stage);
        const auto from = before(order, stage);
        return at && from ? u"+"_s + text::duration(*at - *from) : due ? tr("due") : QString();
    }
    case DueRole:
        return due.has_value();
    case OverdueRole:
        return due && m_desk.now() >= due->due;
    case Qt::ToolTipRole:
        if (at)
            return isUnsent(order, stage)                            ? tr("not sent yet")
                   : stage == order.stage && !order.report.isEmpty() ? order.report
                                                                     : text::dateTime(*at);
        return due ? tr("Due %1").arg(text::dateTime(due->due)) : QString();
    default:
        return {};
    }
}

QVariant OrderModel::data(const QModelIndex& index, int role) const {
    const Order* order = index.isValid() ? m_desk.situation().orders().find(orderAt(index.row())) : nullptr;
    if (!order)
        return {};
    if (role == IdRole)
        return order->id.toString();
    if (role == OverRole)
        return isOver(order->stage);
    return index.column() == To ? addressee(*order, role)
                                : hop(*order, OrderStage(index.column() - FirstHop), role);
}

QVariant OrderModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == To ? tr("Order to") : text::name(OrderStage(section - FirstHop));
}

} // namespace tridesk
