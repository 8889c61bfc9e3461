// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/statistics.h"

#include <QAbstractTableModel>

#include <memory>

namespace tridesk {

/// The rows of one grouping of statistics: medians, and in the tool tip the rest. Sorted as its view wants.
class StatisticsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        What,
        Incidents,
        Orders,
        Dispatch,
        Response,
        Sign,
        SetOut,
        Travel,
        OnScene,
        Late,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void show(std::shared_ptr<const Statistics> statistics, Grouping grouping);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    struct Row {
        QString name;
        const Tally* tally = nullptr;
    };
    [[nodiscard]] static std::optional<Interval> intervalOf(int column);
    [[nodiscard]] static qint64 numberOf(const Row& row, int column);
    [[nodiscard]] static QString tip(const Row& row, int column);
    void sortRows();

    std::shared_ptr<const Statistics> m_statistics;
    QList<Row> m_rows;
    int m_column = What;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace tridesk
