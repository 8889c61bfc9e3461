// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace tridesk {

class Look;

/// Two lines a cell: the unit over its role, the time over "?" where it is doubted, and the reasons, what the
/// rings would lose ahead of them.
class AdviceDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// `look` outlives it.
    explicit AdviceDelegate(const Look& look, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    void paintWhy(QPainter& painter, const QRect& box, const QModelIndex& index) const;

    const Look& m_look;
};

} // namespace tridesk
