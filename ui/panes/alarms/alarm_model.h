// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/alarms.h"

#include <QAbstractTableModel>

namespace tridesk {

class AlarmBoard;
class Look;
class SeatDesk;

/// The alarms of a board, a row each; rows change one by one.
class AlarmModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { What, Count, Age, ColumnCount };

    /// All outlive it.
    AlarmModel(SeatDesk& desk, const AlarmBoard& board, const Look& look, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const Alarm& alarmAt(int row) const { return m_rows.at(row); }
    void tick(int first, int last); ///< a second has gone by: these rows are older

private:
    void follow();
    void put(qsizetype at, const Alarm& alarm);
    [[nodiscard]] QString words(const Alarm& alarm) const;
    [[nodiscard]] QString of(const Alarm& alarm) const;

    SeatDesk& m_desk;
    const AlarmBoard& m_board;
    const Look& m_look;
    QList<Alarm> m_rows;
};

/// "Order late", 指令超时.
[[nodiscard]] QString alarmName(AlarmKind kind);

} // namespace tridesk
