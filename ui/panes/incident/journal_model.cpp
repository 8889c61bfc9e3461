// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/journal_model.h"

#include "app/desk/desk.h"
#include "ui/panes/incident/entry_words.h"
#include "ui/text/names.h"
#include "ui/text/times.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

// Later than that the clock of the event and the clock of the record are two things worth telling (paper
// cards).
constexpr Milliseconds lateAfter = std::chrono::seconds(30);

bool isLate(const Entry& entry) {
    return entry.recordedAt - entry.fact.happenedAt > lateAfter;
}

} // namespace

JournalModel::JournalModel(SeatDesk& desk, QObject* parent)
    : QAbstractTableModel(parent)
    , m_desk(desk) {}

void JournalModel::show(const IncidentId& incident) {
    if (m_incident == incident)
        return;
    m_incident = incident;
    if (!m_entries.isEmpty()) {
        beginRemoveRows({}, 0, int(m_entries.size()) - 1);
        m_entries.clear();
        endRemoveRows();
    }
    refresh();
}

void JournalModel::refresh() {
    if (m_incident.isNull())
        return;
    m_desk.history(m_incident).then(this, [this, asked = m_incident](const QList<Entry>& history) {
        if (asked == m_incident)
            take(history);
    });
}

void JournalModel::take(const QList<Entry>& history) {
    const qint64 last = m_entries.isEmpty() ? 0 : m_entries.last().seq;
    const auto first = std::ranges::upper_bound(history, last, {}, &Entry::seq);
    const int count = int(history.end() - first);
    if (count > 0) {
        QList<qint64> seqs;
        beginInsertRows({}, 0, count - 1);
        for (auto entry = first; entry != history.end(); ++entry) {
            m_entries.append(*entry);
            seqs.append(entry->seq);
        }
        endInsertRows();
        Q_EMIT added(seqs);
    }
    Q_EMIT loaded();
}

int JournalModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_entries.size());
}

int JournalModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString JournalModel::text(const Entry& entry, int column) const {
    switch (Column(column)) {
    case When:
        return text::clock(entry.fact.happenedAt) + (isLate(entry) ? u" *"_s : QString());
    case What:
        return entryWords(entry, m_desk.situation());
    case Who: {
        const QString seat = text::seatName(m_desk.situation(), entry.fact.seat);
        const bool isMachine = entry.fact.seat.startsWith("machine:"_L1); // is its own user
        return entry.fact.user.isEmpty() || isMachine ? seat : u"%1 · %2"_s.arg(entry.fact.user, seat);
    }
    case ColumnCount:
        break;
    }
    return {};
}

QVariant JournalModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_entries.size())
        return {};
    const Entry& entry = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(entry, index.column());
    case Qt::ToolTipRole:
        if (index.column() == What)
            return text(entry, What);
        return tr("Entry %1 · happened %2 · recorded %3")
            .arg(QString::number(entry.seq), text::dateTime(entry.fact.happenedAt),
                 text::dateTime(entry.recordedAt));
    case SeqRole:
        return entry.seq;
    case LateRole:
        return isLate(entry);
    default:
        return {};
    }
}

QVariant JournalModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case When:
        return tr("Time");
    case What:
        return tr("What");
    case Who:
        return tr("Who");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace tridesk
