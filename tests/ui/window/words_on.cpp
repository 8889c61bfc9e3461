// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/words_on.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>

namespace tridesk::test {

namespace {

void addModel(const QAbstractItemModel* model, const QModelIndex& parent, QStringList& words) {
    for (int row = 0; model && row < model->rowCount(parent); ++row)
        for (int column = 0; column < model->columnCount(parent); ++column) {
            const QModelIndex index = model->index(row, column, parent);
            for (const Qt::ItemDataRole role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::StatusTipRole,
                                                Qt::AccessibleTextRole, Qt::AccessibleDescriptionRole})
                words << index.data(role).toString();
            if (column == 0)
                addModel(model, index, words);
        }
}

void addWidget(const QWidget& widget, QStringList& words) {
    words << widget.toolTip() << widget.statusTip() << widget.whatsThis() << widget.accessibleName()
          << widget.accessibleDescription() << widget.windowTitle();
    for (const QAction* action : widget.actions())
        words << action->text() << action->toolTip();
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        words << label->text();
    else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        words << button->text();
    else if (const auto* edit = qobject_cast<const QLineEdit*>(&widget))
        words << edit->text() << edit->placeholderText();
    else if (const auto* text = qobject_cast<const QPlainTextEdit*>(&widget))
        words << text->toPlainText();
    else if (const auto* rich = qobject_cast<const QTextEdit*>(&widget))
        words << rich->toPlainText();
    else if (const auto* box = qobject_cast<const QComboBox*>(&widget))
        addModel(box->model(), {}, words);
    else if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget))
        addModel(view->model(), {}, words);
}

} // namespace

QStringList wordsOn(const QWidget& window) {
    QStringList words;
    addWidget(window, words);
    const QList<QWidget*> widgets = window.findChildren<QWidget*>();
    for (const QWidget* widget : widgets)
        addWidget(*widget, words);
    words.removeAll(QString());
    return words;
}

} // namespace tridesk::test
