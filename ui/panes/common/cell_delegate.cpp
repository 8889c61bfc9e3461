// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/cell_delegate.h"

#include "ui/theme/look.h"

#include <QApplication>
#include <QPainter>

namespace tridesk {

namespace {

constexpr int margin = 6;

QFont fontOf(const QFont& base, const Cell& cell) {
    QFont font = base;
    font.setBold(cell.strong);
    return font;
}

} // namespace

CellDelegate::CellDelegate(const Look& look, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_look(look) {}

const Theme& CellDelegate::theme() const {
    return m_look.theme();
}

void CellDelegate::setAlarming(Cell& cell, const QString& glyph) const {
    cell.glyph = glyph;
    cell.ink = theme().onAlarm;
    cell.fill = m_look.alarmNow();
    cell.strong = true;
}

Cell CellDelegate::cell(const QModelIndex& index) const {
    return {.glyph = {}, .text = index.data(Qt::DisplayRole).toString(), .ink = {}, .fill = {}};
}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given,
                         const QModelIndex& index) const {
    QStyleOptionViewItem option = given;
    option.index = index;
    option.state &= ~QStyle::State_MouseOver; // one lit cell in a row of many only distracts
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);

    const Cell cell = this->cell(index);
    if (cell.text.isEmpty() && cell.glyph.isEmpty())
        return;
    painter->save();
    painter->setFont(fontOf(option.font, cell));
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    paintText(painter, option.rect.adjusted(margin, 0, -margin, 0), cell,
              alignment.isValid() ? Qt::Alignment(alignment.toInt()) : Qt::AlignLeft | Qt::AlignVCenter);
    painter->restore();
}

void CellDelegate::paintText(QPainter* painter, const QRect& box, const Cell& cell,
                             Qt::Alignment alignment) const {
    const QFontMetrics metrics = painter->fontMetrics();
    const QString whole = cell.glyph.isEmpty() ? cell.text : cell.glyph + u' ' + cell.text;
    const QString shown = metrics.elidedText(whole, Qt::ElideRight, box.width());
    if (cell.fill.isValid()) {
        const QRect tight = QStyle::alignedRect(Qt::LeftToRight, alignment,
                                                {metrics.horizontalAdvance(shown), box.height() - 4}, box);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(cell.fill);
        painter->drawRoundedRect(tight.adjusted(-4, 0, 4, 0), 3, 3);
    }
    const QColor ink = cell.ink.isValid() ? cell.ink : theme().text;
    if (cell.strongTail <= 0 || shown != whole || shown.size() < cell.strongTail) {
        painter->setPen(ink);
        painter->drawText(box, int(alignment), shown);
        return;
    }
    const QString head = shown.chopped(cell.strongTail);
    painter->setPen(theme().dim);
    painter->drawText(box, int(alignment), head);
    QFont bold = painter->font();
    bold.setBold(true);
    painter->setFont(bold);
    painter->setPen(ink);
    painter->drawText(box.adjusted(metrics.horizontalAdvance(head), 0, 0, 0), int(alignment),
                      shown.right(cell.strongTail));
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const Cell cell = this->cell(index);
    const QFontMetrics metrics(fontOf(option.font, cell));
    const QString whole = cell.glyph.isEmpty() ? cell.text : cell.glyph + u' ' + cell.text;
    return {metrics.horizontalAdvance(whole) + 2 * margin + 2, metrics.height() + margin};
}

} // namespace tridesk
