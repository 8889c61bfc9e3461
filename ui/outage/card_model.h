// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/card_plan.h"

#include <QAbstractTableModel>

namespace tridesk {

/// The cards of a grid: a row each, a column for each field, and one that says how it stands. The last row is
/// always empty, to go on in. What was typed stays as it was typed, whatever is wrong with it.
class CardModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int StateColumn = cardFieldCount;
    static constexpr int ColumnCount = cardFieldCount + 1;
    /// FaultRole: bool, of the cell that has to be mended. WrongRole: bool, something in the row has to be.
    /// EnteredRole: bool, the row is in the record.
    enum Role { FaultRole = Qt::UserRole + 1, WrongRole, EnteredRole };

    explicit CardModel(QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

    /// Cells from elsewhere, from this cell on; a first row that repeats the headings is left out. How many
    /// rows were written.
    int paste(const QString& text, const QModelIndex& from);
    void removeEntered();
    void removeRow(int row);

    /// Whether something was typed that is not in the record yet.
    [[nodiscard]] bool hasOpenRows() const;
    /// Rows that hold something and are not in the record.
    [[nodiscard]] QList<int> openRows() const;
    [[nodiscard]] const CardWords& words(int row) const { return m_rows[row].words; }
    [[nodiscard]] const std::optional<CardFault>& fault(int row) const { return m_rows[row].fault; }

    void setFault(int row, const std::optional<CardFault>& fault, const QString& words);
    void setEntered(int row, const QString& words);
    void setState(int row, const QString& words);

    [[nodiscard]] static QString title(CardField field);

private:
    struct Row {
        CardWords words;
        std::optional<CardFault> fault = {};
        QString state = {}; ///< in words
        bool entered = false;

        [[nodiscard]] bool isEmpty() const;
    };

    void keepOneEmpty();
    void tellRow(int row);

    QList<Row> m_rows;
};

} // namespace tridesk
