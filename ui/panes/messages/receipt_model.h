// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/message_rules.h"

#include <QAbstractTableModel>

namespace tridesk {

class SeatDesk;

/// How far one message has come at each of its readers, those who have done least first.
class ReceiptModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Reader, Stage, ColumnCount };
    enum Role { StageRole = Qt::UserRole + 1 }; ///< MessageStage as int

    /// `desk` outlives the model.
    explicit ReceiptModel(const SeatDesk& desk, QObject* parent = nullptr);

    void show(const MessageId& message); ///< null: none
    /// "3 of 5 have acknowledged"; empty where nobody but the sender is addressed.
    [[nodiscard]] QString summary() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();

    const SeatDesk& m_desk;
    MessageId m_message;
    QList<message_rules::Reader> m_rows;
};

} // namespace tridesk
