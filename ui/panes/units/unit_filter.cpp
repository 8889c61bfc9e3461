// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/units/unit_filter.h"

#include "ui/panes/units/unit_model.h"

#include <algorithm>

namespace tridesk {

namespace {

bool inGroup(UnitFilter::Group group, UnitStatus status) {
    switch (group) {
    case UnitFilter::Group::OnDuty:
        return status != UnitStatus::Off;
    case UnitFilter::Group::Available:
        return isAvailable(status);
    case UnitFilter::Group::Busy:
        return status != UnitStatus::Off && !isAvailable(status);
    case UnitFilter::Group::All:
        return true;
    }
    return true;
}

} // namespace

UnitFilter::UnitFilter(UnitModel& model, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_model(model) {
    setSourceModel(&model);
    setSortRole(UnitModel::SortRole); // clocks tick under other roles and sort nothing
    setFilterRole(UnitModel::SortRole);
    setDynamicSortFilter(true);
    sort(0);
}

void UnitFilter::setGroup(Group group) {
    m_group = group;
    invalidateFilter();
}

void UnitFilter::setKind(std::optional<UnitKind> kind) {
    m_kind = kind;
    invalidateFilter();
}

void UnitFilter::setPost(const PostId& post) {
    m_post = post;
    invalidateFilter();
}

void UnitFilter::setWords(const QString& text) {
    m_words = text.toLower().split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

int UnitFilter::rowOf(const UnitId& id) const {
    const int row = m_model.rowOf(id);
    return row < 0 ? -1 : mapFromSource(m_model.index(row, 0)).row();
}

std::array<int, 4> UnitFilter::counts() const {
    std::array<int, 4> counts{};
    for (int row = 0; row < m_model.rowCount(); ++row)
        for (const Group group : {Group::OnDuty, Group::Available, Group::Busy, Group::All})
            counts[size_t(group)] += inGroup(group, m_model.at(row).status);
    return counts;
}

bool UnitFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    if (parent.isValid())
        return false;
    const UnitRow& r = m_model.at(row);
    if (!m_model.inHand().isNull() && r.incident == m_model.inHand())
        return true;
    if (!inGroup(m_group, r.status) || (m_kind && r.kind != *m_kind) ||
        (!m_post.isNull() && r.post != m_post))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString text = m_model.searchText(row);
    return std::ranges::all_of(m_words, [&](const QString& word) { return text.contains(word); });
}

bool UnitFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    return boardBefore(m_model.at(left.row()), m_model.at(right.row()), m_model.inHand());
}

} // namespace tridesk
