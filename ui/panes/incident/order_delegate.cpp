// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/order_delegate.h"

#include "ui/panes/incident/order_model.h"
#include "ui/theme/look.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tridesk {

OrderDelegate::OrderDelegate(const Look& look, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_look(look) {}

void OrderDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given,
                          const QModelIndex& index) const {
    QStyleOptionViewItem option = given;
    option.index = index;
    option.state &= ~QStyle::State_MouseOver;
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);

    const Theme& theme = m_look.theme();
    const bool overdue = index.data(OrderModel::OverdueRole).toBool();
    const bool due = index.data(OrderModel::DueRole).toBool();
    const QRect box = option.rect.adjusted(6, 2, -4, -2);
    const QRect top(box.left(), box.top(), box.width(), box.height() / 2);
    const QRect bottom(box.left(), top.bottom() + 1, box.width(), box.height() - top.height());

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (overdue) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.alarm);
        painter->drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 3, 3);
    }
    QFont font = option.font;
    font.setBold(index.column() == OrderModel::To || due);
    painter->setFont(font);
    const bool over = index.data(OrderModel::OverRole).toBool();
    const QColor ink = overdue ? theme.onAlarm : over ? theme.dim : theme.text;
    painter->setPen(due && !overdue ? theme.warning : ink);
    const QString text = (overdue ? u"! "_s : QString()) + index.data(Qt::DisplayRole).toString();
    painter->drawText(top, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, top.width()));
    painter->setFont(option.font);
    painter->setPen(overdue ? theme.onAlarm : theme.dim);
    const QString length = index.data(OrderModel::LengthRole).toString();
    painter->drawText(bottom, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(length, Qt::ElideRight, bottom.width()));
    painter->restore();
}

} // namespace tridesk
