// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/footage/footage_model.h"

#include "app/desk/desk.h"
#include "ui/text/footage_words.h"
#include "ui/text/names.h"
#include "ui/text/times.h"

using namespace Qt::StringLiterals;

namespace tridesk {

FootageModel::FootageModel(SeatDesk& desk, QObject* parent)
    : QAbstractTableModel(parent)
    , m_desk(desk) {
    refresh();
    connect(&desk, &SeatDesk::changed, this, &FootageModel::take);
}

void FootageModel::setFilter(const FootageFilter& filter) {
    m_filter = filter;
    refresh();
}

const Footage* FootageModel::footage(int row) const {
    return row >= 0 && row < m_rows.size() ? m_desk.situation().footage().find(m_rows[row]) : nullptr;
}

// Both lists have one order, so what is new goes in at its place and nothing else moves.
void FootageModel::refresh() {
    QList<FootageId> now = footageOf(m_desk.situation(), m_filter);
    now.removeIf([this](const FootageId& id) {
        const Footage* footage = m_desk.situation().footage().find(id);
        return !footage || !m_desk.maySee(*footage);
    });
    const QSet<FootageId> stays(now.begin(), now.end());
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (stays.contains(m_rows[row]))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < now.size(); ++row) {
        if (row < m_rows.size() && m_rows[row] == now[row])
            continue;
        beginInsertRows({}, row, row);
        m_rows.insert(row, now[row]);
        endInsertRows();
    }
}

void FootageModel::take(const Changes& changes) {
    const bool mayMove = m_filter.incident && (!changes.orders.isEmpty() || !changes.incidents.isEmpty());
    if (changes.footage.isEmpty() && !mayMove)
        return;
    refresh();
    for (const FootageId& id : changes.footage) {
        if (const int row = rowOf(id); row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

int FootageModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int FootageModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant FootageModel::data(const QModelIndex& index, int role) const {
    const Footage* kept = footage(index.row());
    if (!kept)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*kept, index.column());
    case Qt::ToolTipRole:
        return kept->words.isEmpty() ? kept->file : kept->words;
    case KindRole:
        return int(kept->kind);
    case RemovedRole:
        return kept->removed;
    default:
        return {};
    }
}

QString FootageModel::text(const Footage& footage, int column) const {
    const Situation& situation = m_desk.situation();
    switch (Column(column)) {
    case When:
        return text::dateTime(footage.from);
    case Length:
        return footage.kind == FootageKind::Clip ? text::duration(footage.to - footage.from) : QString();
    case Kind:
        return text::name(footage.kind);
    case Unit:
        return footage.unit ? text::callsign(situation, *footage.unit) : QString();
    case Feed: {
        const VideoFeed* feed = situation.feeds().find(footage.feed);
        const QString name = feed ? text::name(feed->name) : QString();
        return name.isEmpty() ? footage.feed.toString() : name;
    }
    case Incident: {
        const tridesk::Incident* incident =
            footage.incident ? situation.incidents().find(*footage.incident) : nullptr;
        return incident ? text::shortNumber(incident->number) : QString();
    }
    case Words:
        return footage.words;
    case By:
        return footage.by.isEmpty() ? text::seatName(situation, footage.seat) : footage.by;
    case Size:
        if (footage.removed)
            return tr("deleted");
        return footage.kind == FootageKind::Mark ? QString() : text::bytes(footage.bytes);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant FootageModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case When:
        return tr("From");
    case Length:
        return tr("Length");
    case Kind:
        return tr("What");
    case Unit:
        return tr("Unit");
    case Feed:
        return tr("Camera");
    case Incident:
        return tr("No.");
    case Words:
        return tr("Words");
    case By:
        return tr("Kept by");
    case Size:
        return tr("Size");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace tridesk
