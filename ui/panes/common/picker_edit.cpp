// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/picker_edit.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStandardItemModel>

namespace tridesk {

namespace {

constexpr int TextRole = PickerEdit::ValueRole + 1;
constexpr int maxShown = 12;

} // namespace

PickerEdit::PickerEdit(QWidget* parent)
    : QLineEdit(parent)
    , m_choices(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_choices, this)) {
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(maxShown);
    m_completer->popup()->setProperty("list", true);
    m_completer->setWidget(this); // not setCompleter(): that would filter and complete by itself
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) { choose(index.row()); });
}

void PickerEdit::setRows(QAbstractItemDelegate* rows, int width) {
    m_completer->popup()->setItemDelegate(rows);
    m_leastWidth = width;
}

bool PickerEdit::choose(int row) {
    const QModelIndex index = m_choices->index(row, 0);
    if (!index.isValid() || !index.data(ValueRole).isValid())
        return false;
    const QVariant value = index.data(ValueRole); // the list may be another once somebody hears of it
    setText(index.data(TextRole).toString());
    closeList();
    Q_EMIT chosen(value, text());
    return true;
}

void PickerEdit::closeList() {
    m_completer->popup()->hide();
}

bool PickerEdit::isRowCurrent() const {
    return m_completer->popup()->isVisible() && m_completer->popup()->currentIndex().isValid();
}

void PickerEdit::offer(const QList<Choice>& choices) {
    m_choices->clear();
    for (const Choice& choice : choices) {
        auto* item = new QStandardItem(choice.shown);
        item->setData(choice.value, ValueRole);
        item->setData(choice.text, TextRole);
        if (!choice.value.isValid())
            item->setFlags(Qt::ItemIsEnabled); // seen and read out, not chosen
        m_choices->appendRow(item);
    }
    if (choices.isEmpty() || !hasFocus()) {
        closeList();
        return;
    }
    m_completer->complete(QRect(0, 0, qMax(width(), m_leastWidth), height()));
}

} // namespace tridesk
