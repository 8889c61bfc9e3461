// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace tridesk {

class Look;

/// Two lines a cell: when a hop was reached above how long it took; the awaited hop with its countdown.
class OrderDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// `look` outlives it.
    explicit OrderDelegate(const Look& look, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    const Look& m_look;
};

} // namespace tridesk
