// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/queue/queue_row.h"

#include <QSortFilterProxyModel>

#include <array>

namespace tridesk {

class QueueModel;

/// The queue as it is arranged (queue_row.h), narrowed to a group, to stations and to what was typed.
class QueueFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Group { Open, Pending, Active, Closed };

    explicit QueueFilter(QueueModel& model, QObject* parent = nullptr);

    void setGroup(Group group);
    [[nodiscard]] Group group() const { return m_group; }
    /// None: of every station.
    void setStations(const QSet<PostId>& stations);
    void arrange(const QueueArrangement& arrangement);
    [[nodiscard]] const QueueArrangement& arrangement() const { return m_arrangement; }
    /// Every word of it must occur.
    void setWords(const QString& text);

    /// How many rows of the model each group holds, by Group, whatever the station and the words.
    [[nodiscard]] std::array<int, 4> counts() const;
    [[nodiscard]] int sourceRow(int row) const { return mapToSource(index(row, 0)).row(); }
    /// -1 where the incident is not in sight.
    [[nodiscard]] int rowOf(const IncidentId& id) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    [[nodiscard]] static bool inGroup(Group group, const QueueRow& row);

    QueueModel& m_model;
    Group m_group = Group::Open;
    QSet<PostId> m_stations;
    QueueArrangement m_arrangement;
    QStringList m_words;
};

} // namespace tridesk
