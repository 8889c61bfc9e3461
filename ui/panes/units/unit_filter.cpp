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

void UnitFilter::setPosts(const QSet<PostId>& posts) {
    m_posts = posts;
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

void UnitFilter::narrowTo(const std::optional<QSet<UnitId>>& units) {
    m_narrow = units;
    invalidateFilter();
}

bool UnitFilter::isNarrowedAway(int row) const {
    const UnitRow& r = m_model.at(row);
    return m_narrow && m_words.isEmpty() && !m_narrow->contains(r.id) && !r.isInDoubt();
}

bool UnitFilter::leavesOut() const {
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (isNarrowedAway(row) && isChosen(row))
            return true;
    return false;
}

bool UnitFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    if (parent.isValid())
        return false;
    const UnitRow& r = m_model.at(row);
    if (!m_model.inHand().isNull() && r.incident == m_model.inHand())
        return true;
    if (m_narrow && r.isInDoubt())
        return true;
    return isChosen(row) && !isNarrowedAway(row);
}

/// By the group, the kind, the post and the words.
bool UnitFilter::isChosen(int row) const {
    const UnitRow& r = m_model.at(row);
    if (!inGroup(m_group, r.status) || (m_kind && r.kind != *m_kind) ||
        (!m_posts.isEmpty() && !m_posts.contains(r.post)))
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
