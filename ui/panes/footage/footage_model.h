// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/footage_query.h"

#include <QAbstractTableModel>

namespace tridesk {

class SeatDesk;

/// What was kept and may be seen here, the latest first, as far as the filter lets it through.
class FootageModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { When, Length, Kind, Unit, Feed, Incident, Words, By, Size, ColumnCount };
    /// KindRole: the enum as int. RemovedRole: bool.
    enum Role { KindRole = Qt::UserRole + 1, RemovedRole };

    /// `desk` outlives the model.
    explicit FootageModel(SeatDesk& desk, QObject* parent = nullptr);

    void setFilter(const FootageFilter& filter);
    [[nodiscard]] const FootageFilter& filter() const { return m_filter; }
    [[nodiscard]] const Footage* footage(int row) const;
    [[nodiscard]] int rowOf(const FootageId& id) const { return int(m_rows.indexOf(id)); } ///< -1: none
    void refresh();                                                                        ///< all of it

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void take(const Changes& changes);
    [[nodiscard]] QString text(const Footage& footage, int column) const;

    SeatDesk& m_desk;
    FootageFilter m_filter;
    QList<FootageId> m_rows;
};

} // namespace tridesk
