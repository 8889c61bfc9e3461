// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace tridesk {

class Look;

/// How one cell of a dense list looks. What is not set is the list's own.
struct Cell {
    QString glyph; ///< before the text, in `ink` at full strength
    QString text;
    QColor ink;
    QColor fill;        ///< a chip behind glyph and text
    int strongTail = 0; ///< how many of the last characters stand out, the rest is dimmed
    bool strong = false;
};

/// Paints one-line cells with glyphs and chips, without asking each for its size: a list of thousands stays
/// fluid.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// `look` outlives it.
    explicit CellDelegate(const Look& look, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    [[nodiscard]] virtual Cell cell(const QModelIndex& index) const;
    [[nodiscard]] const Theme& theme() const;
    /// Gives a cell the style of what is overdue or an emergency, under a sign of its own or "!": ground and
    /// weight, and it pulses where its table lets it (RowTable::pulse).
    void setAlarming(Cell& cell, const QString& glyph = QStringLiteral("!")) const;

private:
    void paintText(QPainter* painter, const QRect& box, const Cell& cell, Qt::Alignment alignment) const;

    const Look& m_look;
};

} // namespace tridesk
