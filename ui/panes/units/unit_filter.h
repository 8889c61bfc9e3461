// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/unit.h"

#include <QSortFilterProxyModel>

#include <array>
#include <optional>

namespace tridesk {

class UnitModel;

/// The status board in its order (unit_row.h), narrowed to a group, a kind, a post and what was typed. The
/// units of the incident in hand are never narrowed away.
class UnitFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Group { OnDuty, Available, Busy, All };

    explicit UnitFilter(UnitModel& model, QObject* parent = nullptr);

    void setGroup(Group group);
    void setKind(std::optional<UnitKind> kind);
    void setPost(const PostId& post); ///< null: all
    void setWords(const QString& text);

    [[nodiscard]] int sourceRow(int row) const { return mapToSource(index(row, 0)).row(); }
    [[nodiscard]] int rowOf(const UnitId& id) const;
    [[nodiscard]] std::array<int, 4> counts() const; ///< by Group

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    UnitModel& m_model;
    Group m_group = Group::OnDuty;
    std::optional<UnitKind> m_kind;
    PostId m_post;
    QStringList m_words;
};

} // namespace tridesk
