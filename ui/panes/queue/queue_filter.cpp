// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/queue/queue_filter.h"

#include "ui/panes/queue/queue_model.h"

#include <algorithm>

namespace tridesk {

QueueFilter::QueueFilter(QueueModel& model, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_model(model) {
    setSourceModel(&model);
    // A role of its own: the clocks that tick every second are told under other roles and sort nothing.
    setSortRole(QueueModel::SortRole);
    setFilterRole(QueueModel::SortRole);
    setDynamicSortFilter(true);
    sort(0);
}

void QueueFilter::setGroup(Group group) {
    m_group = group;
    invalidateFilter();
}

void QueueFilter::setStations(const QSet<PostId>& stations) {
    m_stations = stations;
    invalidateFilter();
}

void QueueFilter::arrange(const QueueArrangement& arrangement) {
    m_arrangement = arrangement;
    invalidate(); // sorts anew; rows move, none comes or goes
}

void QueueFilter::setWords(const QString& text) {
    m_words = text.toLower().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

bool QueueFilter::inGroup(Group group, const QueueRow& row) {
    switch (group) {
    case Group::Open:
        return row.isOpen();
    case Group::Pending:
        return row.stage == IncidentStage::Pending;
    case Group::Active:
        return row.isOpen() && row.stage != IncidentStage::Pending;
    case Group::Closed:
        return !row.isOpen();
    }
    return false;
}

std::array<int, 4> QueueFilter::counts() const {
    std::array<int, 4> counts{};
    for (int row = 0; row < m_model.rowCount(); ++row)
        for (const Group group : {Group::Open, Group::Pending, Group::Active, Group::Closed})
            counts[size_t(group)] += inGroup(group, m_model.at(row));
    return counts;
}

int QueueFilter::rowOf(const IncidentId& id) const {
    const int row = m_model.rowOf(id);
    return row < 0 ? -1 : mapFromSource(m_model.index(row, 0)).row();
}

bool QueueFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    if (parent.isValid())
        return false;
    const QueueRow& r = m_model.at(row);
    if (!inGroup(m_group, r) || (!m_stations.isEmpty() && !m_stations.contains(r.post)))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString text = m_model.searchText(row);
    return std::ranges::all_of(m_words, [&](const QString& word) { return text.contains(word); });
}

bool QueueFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    return arrangedBefore(m_model.at(left.row()), m_model.at(right.row()), m_arrangement);
}

} // namespace tridesk
