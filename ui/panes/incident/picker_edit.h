// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QCompleter;
class QStandardItemModel;

namespace tridesk {

/// A line with a list of what it may mean below it, offered by its owner: unlike a completer's own filter,
/// what is offered need not begin with what was typed.
class PickerEdit : public QLineEdit {
    Q_OBJECT

public:
    struct Choice {
        QString text;  ///< what the line says when it is chosen
        QString shown; ///< what the list says
        QVariant value;
    };

    explicit PickerEdit(QWidget* parent = nullptr);

    /// Shows the list while the line is being typed in; an empty one closes it.
    void offer(const QList<Choice>& choices);

Q_SIGNALS:
    void chosen(const QVariant& value, const QString& text);

private:
    QStandardItemModel* m_choices;
    QCompleter* m_completer;
};

} // namespace tridesk
