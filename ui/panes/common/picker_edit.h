// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QAbstractItemDelegate;
class QCompleter;
class QStandardItemModel;

namespace tridesk {

/// A line with a list of what it may mean below it, offered by its owner: unlike a completer's own filter,
/// what is offered need not begin with what was typed.
class PickerEdit : public QLineEdit {
    Q_OBJECT

public:
    static constexpr int ValueRole = Qt::UserRole + 1; ///< of a row of the list

    struct Choice {
        QString text;   ///< what the line says when it is chosen
        QString shown;  ///< what the list says
        QVariant value; ///< invalid: a row that tells something and cannot be chosen
    };

    explicit PickerEdit(QWidget* parent = nullptr);

    /// Paints the list's rows; `width` is the least that they take, in pixels.
    void setRows(QAbstractItemDelegate* rows, int width);
    /// Shows the list while the line is being typed in; an empty one closes it.
    void offer(const QList<Choice>& choices);
    void closeList();
    [[nodiscard]] bool isRowCurrent() const; ///< the list is open and a row of it has been gone to

Q_SIGNALS:
    void chosen(const QVariant& value, const QString& text);

protected:
    /// Chooses a row of what is offered, as a click on it does. False where there is none, or it only tells.
    bool choose(int row);

private:
    QStandardItemModel* m_choices;
    QCompleter* m_completer;
    int m_leastWidth = 0;
};

} // namespace tridesk
