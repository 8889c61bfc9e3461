// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/picker_edit.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStandardItemModel>

namespace tridesk {

namespace {

constexpr int TextRole = Qt::UserRole + 1;
constexpr int ValueRole = TextRole + 1;
constexpr int maxShown = 12;

} // namespace

PickerEdit::PickerEdit(QWidget* parent)
    : QLineEdit(parent)
    , m_choices(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_choices, this)) {
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(maxShown);
    m_completer->setWidget(this); // not setCompleter(): that would filter and complete by itself
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) {
                setText(index.data(TextRole).toString());
                Q_EMIT chosen(index.data(ValueRole), text());
            });
}

void PickerEdit::offer(const QList<Choice>& choices) {
    m_choices->clear();
    for (const Choice& choice : choices) {
        auto* item = new QStandardItem(choice.shown);
        item->setData(choice.value, ValueRole);
        item->setData(choice.text, TextRole);
        m_choices->appendRow(item);
    }
    if (choices.isEmpty() || !hasFocus()) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->complete();
}

} // namespace tridesk
