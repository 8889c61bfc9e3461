// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/advice_delegate.h"

#include "ui/panes/incident/advice_model.h"
#include "ui/theme/look.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

void paintLine(QPainter& painter, const QRect& box, const QString& text) {
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
}

/// How much of the text fits one line, cut between words.
qsizetype fitting(const QString& text, const QFont& font, int width) {
    QTextLayout layout(text, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(width);
    layout.endLayout();
    return line.isValid() ? line.textLength() : 0;
}

} // namespace

AdviceDelegate::AdviceDelegate(const Look& look, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_look(look) {}

void AdviceDelegate::paintWhy(QPainter& painter, const QRect& box, const QModelIndex& index) const {
    const Theme& theme = m_look.theme();
    const QRect top(box.left(), box.top(), box.width(), box.height() / 2);
    const QRect bottom(box.left(), top.bottom() + 1, box.width(), box.height() - top.height());
    const QString loss = index.data(AdviceModel::LossRole).toString();
    const QString reasons = index.data(Qt::DisplayRole).toString();
    if (!loss.isEmpty()) {
        painter.setPen(theme.warning);
        paintLine(painter, top, u"◌ "_s + loss);
        painter.setPen(theme.dim);
        paintLine(painter, bottom, reasons);
        return;
    }
    painter.setPen(theme.dim);
    const qsizetype first = fitting(reasons, painter.font(), box.width());
    paintLine(painter, top, reasons.left(first).trimmed());
    paintLine(painter, bottom, reasons.mid(first).trimmed());
}

void AdviceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given,
                           const QModelIndex& index) const {
    QStyleOptionViewItem option = given;
    option.index = index;
    option.state &= ~QStyle::State_MouseOver;
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);

    const Theme& theme = m_look.theme();
    const QRect box = option.rect.adjusted(6, 2, -4, -2);
    const QRect top(box.left(), box.top(), box.width(), box.height() / 2);
    const QRect bottom(box.left(), top.bottom() + 1, box.width(), box.height() - top.height());
    const QModelIndex unit = index.siblingAtColumn(AdviceModel::Unit);
    const QString role = unit.data(AdviceModel::RoleRole).toString();
    const bool doubted = index.data(AdviceModel::DoubtRole).toBool();
    painter->save();
    painter->setFont(option.font);
    if (index.column() == AdviceModel::Why) {
        paintWhy(*painter, box, index);
        painter->restore();
        return;
    }
    QFont font = option.font;
    font.setBold(!role.isEmpty());
    painter->setFont(font);
    const bool isTime = index.column() == AdviceModel::Time;
    painter->setPen(isTime && doubted ? theme.warning : theme.text);
    paintLine(*painter, top,
              (isTime && doubted ? u"? "_s : QString()) + index.data(Qt::DisplayRole).toString());
    painter->setFont(option.font);
    painter->setPen(theme.accent);
    if (!isTime && !role.isEmpty())
        paintLine(*painter, bottom, u"● "_s + role);
    painter->restore();
}

} // namespace tridesk
