// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/unit.h"

#include <QSet>
#include <QSortFilterProxyModel>

#include <array>
#include <optional>

namespace tridesk {

class UnitModel;

/// The status board in its order (unit_row.h), narrowed to a group, a kind, a post and what was typed,
/// and to the units that matter to the incident in hand. Its own units are never narrowed away, nor is an
/// emergency; what is typed is looked for among all.
class UnitFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Group { OnDuty, Available, Busy, All };

    explicit UnitFilter(UnitModel& model, QObject* parent = nullptr);

    void setGroup(Group group);
    void setKind(std::optional<UnitKind> kind);
    void setPosts(const QSet<PostId>& posts); ///< none: all
    void setWords(const QString& text);
    /// Nothing: to none.
    void narrowTo(const std::optional<QSet<UnitId>>& units);
    /// Whether the narrowing leaves any unit out.
    [[nodiscard]] bool leavesOut() const;

    [[nodiscard]] int sourceRow(int row) const { return mapToSource(index(row, 0)).row(); }
    [[nodiscard]] int rowOf(const UnitId& id) const;
    [[nodiscard]] std::array<int, 4> counts() const; ///< by Group

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    [[nodiscard]] bool isChosen(int row) const;
    [[nodiscard]] bool isNarrowedAway(int row) const;

    UnitModel& m_model;
    Group m_group = Group::OnDuty;
    std::optional<UnitKind> m_kind;
    QSet<PostId> m_posts;
    QStringList m_words;
    std::optional<QSet<UnitId>> m_narrow;
};

} // namespace tridesk
