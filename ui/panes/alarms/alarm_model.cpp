// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/alarms/alarm_model.h"

#include "app/desk/alarm_board.h"
#include "app/desk/desk.h"
#include "ui/text/names.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QCoreApplication>
#include <QFont>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

/// What is over, or put aside, is neither overdue nor an emergency any more.
bool isLoud(const Alarm& alarm, Instant now) {
    return alarm.stands && !isShelved(alarm, now) && alarm.kind != AlarmKind::UrgentIncident &&
           alarm.kind != AlarmKind::Reinforcement;
}

} // namespace

QString alarmName(AlarmKind kind) {
    switch (kind) {
    case AlarmKind::Emergency:
        return AlarmModel::tr("EMERGENCY");
    case AlarmKind::CheckMissed:
        return AlarmModel::tr("Safety check not answered");
    case AlarmKind::OrderLate:
        return AlarmModel::tr("Order late");
    case AlarmKind::DispatchLate:
        return AlarmModel::tr("Nobody sent in time");
    case AlarmKind::StepMissed:
        return AlarmModel::tr("Step of the plan late");
    case AlarmKind::Reinforcement:
        return AlarmModel::tr("Reinforcement asked for");
    case AlarmKind::UrgentIncident:
        return AlarmModel::tr("Urgent incident waits");
    }
    return {};
}

AlarmModel::AlarmModel(SeatDesk& desk, const AlarmBoard& board, const Look& look, QObject* parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
    , m_board(board)
    , m_look(look)
    , m_rows(board.alarms()) {
    connect(&board, &AlarmBoard::changed, this, &AlarmModel::follow);
    connect(&look, &Look::changed, this, [this] { tick(0, rowCount() - 1); });
}

int AlarmModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int AlarmModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

/// Whom and what it is about, as far as this seat may read it.
QString AlarmModel::of(const Alarm& alarm) const {
    const Situation& situation = m_desk.situation();
    QStringList parts;
    const Order* order = situation.orders().find(alarm.order);
    if (order)
        parts << text::addressee(situation, order->to);
    else if (!alarm.unit.isNull())
        parts << text::callsign(situation, alarm.unit);
    if (const Incident* known = situation.incidents().find(alarm.incident)) {
        const Incident incident = m_desk.shown(*known);
        parts << text::shortNumber(incident.number);
        if (!incident.details.type.isNull())
            parts << text::typeName(situation.catalogue(), incident.details.type);
        parts << text::place(incident.details.place);
    }
    return parts.join(u" · "_s);
}

QString AlarmModel::words(const Alarm& alarm) const {
    QString said = tr("%1: %2", "kind of alarm, what it is about").arg(alarmName(alarm.kind), of(alarm));
    if (isShelved(alarm, m_desk.now()))
        return tr("⏸ until %1 – %2", "shelved alarm").arg(text::clock(*alarm.shelvedUntil), said);
    return alarm.stands ? u"! "_s + said : tr("✓ over – %1", "alarm that ended by itself").arg(said);
}

QVariant AlarmModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Alarm& alarm = m_rows.at(index.row());
    const Instant now = m_desk.now();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        if (index.column() == What)
            return words(alarm);
        if (index.column() == Count)
            return alarm.count > 1 ? tr("×%1", "raised so often").arg(alarm.count) : QString();
        return text::age(now - alarm.since);
    case Qt::ForegroundRole:
        return isLoud(alarm, now)                       ? m_look.theme().alarm
               : isShelved(alarm, now) || !alarm.stands ? m_look.theme().dim
                                                        : m_look.theme().text;
    case Qt::FontRole: {
        QFont font;
        font.setBold(isLoud(alarm, now));
        return font;
    }
    case Qt::TextAlignmentRole:
        return int(index.column() == What ? Qt::AlignLeft : Qt::AlignRight) | int(Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant AlarmModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == What ? tr("Alarm") : section == Count ? tr("Times") : tr("Since");
}

void AlarmModel::tick(int first, int last) {
    if (first >= 0 && first <= last && last < rowCount())
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

/// Row by row: what is chosen stays chosen.
void AlarmModel::follow() {
    const QList<Alarm>& now = m_board.alarms();
    QSet<QString> keys; // on a bad night there are thousands, and this comes ten times a second
    keys.reserve(now.size());
    for (const Alarm& alarm : now)
        keys.insert(alarm.key);
    for (qsizetype row = m_rows.size() - 1; row >= 0; --row)
        if (!keys.contains(m_rows.at(row).key)) {
            beginRemoveRows({}, int(row), int(row));
            m_rows.removeAt(row);
            endRemoveRows();
        }
    for (qsizetype at = 0; at < now.size(); ++at)
        put(at, now.at(at));
}

void AlarmModel::put(qsizetype at, const Alarm& alarm) {
    // what stands before is in place, and most rows stay where they are
    const auto first = m_rows.cbegin() + std::min(at, m_rows.size());
    const auto found =
        std::find_if(first, m_rows.cend(), [&alarm](const Alarm& each) { return each.key == alarm.key; });
    const qsizetype from = found - m_rows.cbegin();
    if (found == m_rows.cend()) {
        beginInsertRows({}, int(at), int(at));
        m_rows.insert(at, alarm);
        endInsertRows();
        return;
    }
    if (from != at) {
        beginMoveRows({}, int(from), int(from), {}, int(at));
        m_rows.move(from, at);
        endMoveRows();
    }
    if (m_rows.at(at) != alarm) {
        m_rows[at] = alarm;
        Q_EMIT dataChanged(index(int(at), 0), index(int(at), ColumnCount - 1));
    }
}

} // namespace tridesk
