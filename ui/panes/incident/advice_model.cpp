// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/advice_model.h"

#include "app/desk/desk.h"
#include "ui/map/drag_payload.h"
#include "ui/text/names.h"
#include "ui/text/recommendation.h"
#include "ui/text/times.h"

#include <QMimeData>

using namespace Qt::StringLiterals;

namespace tridesk {

AdviceModel::AdviceModel(SeatDesk& desk, QObject* parent)
    : QAbstractTableModel(parent)
    , m_desk(desk) {}

void AdviceModel::show(const QList<Pick>& picks) {
    for (int row = 0; row < picks.size(); ++row)
        bring(row, picks[row]);
    if (m_picks.size() <= picks.size())
        return;
    beginRemoveRows({}, int(picks.size()), int(m_picks.size()) - 1);
    m_picks.resize(picks.size());
    endRemoveRows();
}

/// Its row from further down, or a new one.
void AdviceModel::bring(int row, const Pick& pick) {
    int from = row;
    while (from < m_picks.size() && m_picks[from].unit != pick.unit)
        ++from;
    if (from >= m_picks.size()) {
        beginInsertRows({}, row, row);
        m_picks.insert(row, pick);
        endInsertRows();
        return;
    }
    if (from != row) {
        beginMoveRows({}, from, from, {}, row);
        m_picks.move(from, row);
        endMoveRows();
    }
    m_picks[row] = pick;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

UnitId AdviceModel::unitAt(int row) const {
    return row >= 0 && row < m_picks.size() ? m_picks[row].unit : UnitId();
}

int AdviceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_picks.size());
}

int AdviceModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString AdviceModel::text(const Pick& pick, int row, int column) const {
    switch (column) {
    case Unit:
        return tr("%1. %2", "rank, unit")
            .arg(QString::number(row + 1), text::callsign(m_desk.situation(), pick.unit));
    case Time:
        return text::travel(pick);
    case Why:
        return text::reasons(pick, m_desk.situation());
    default:
        return {};
    }
}

QVariant AdviceModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_picks.size())
        return {};
    const Pick& pick = m_picks[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(pick, index.row(), index.column());
    case Qt::ToolTipRole: {
        QStringList lines;
        for (const PickReason& reason : pick.reasons)
            lines << text::reason(reason, m_desk.situation());
        lines << tr("counts as %1", "a time").arg(text::duration(std::chrono::seconds(pick.cost)));
        return lines.join(u'\n');
    }
    case IdRole:
        return pick.unit.toString();
    case RoleRole:
        return !pick.role ? QString() : pick.role == OrderRole::Primary ? tr("primary") : tr("backup");
    case LossRole: {
        const QString loss = text::coverLoss(pick, m_desk.situation());
        return loss.isEmpty() ? QString() : tr("uncovers %1", "stations and rings").arg(loss);
    }
    case DoubtRole:
        return pick.estimated || pick.has(PickReasonCode::StaleFix);
    default:
        return {};
    }
}

QVariant AdviceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Unit:
        return tr("Proposed");
    case Time:
        return tr("Time");
    case Why:
        return tr("Why");
    default:
        return {};
    }
}

Qt::ItemFlags AdviceModel::flags(const QModelIndex& index) const {
    return QAbstractTableModel::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QStringList AdviceModel::mimeTypes() const {
    return {ui::drag::unitsMime};
}

QMimeData* AdviceModel::mimeData(const QModelIndexList& indexes) const {
    QStringList ids;
    for (const QModelIndex& index : indexes)
        if (const QString id = unitAt(index.row()).toString(); !id.isEmpty() && !ids.contains(id))
            ids << id;
    return ids.isEmpty() ? nullptr : ui::drag::unitsData(ids);
}

} // namespace tridesk
