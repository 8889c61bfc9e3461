// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QTimer;

namespace tridesk {

class SeatDesk;

/// The few seconds in which an order just issued can be taken back: one button for each, counting down, gone
/// when the addressee may see it. It asks by a command like everything else.
class RecallStrip : public QWidget {
    Q_OBJECT

public:
    /// `desk` outlives it.
    explicit RecallStrip(SeatDesk& desk, QWidget* parent = nullptr);

    void offer(const OrderId& order);

Q_SIGNALS:
    void recallAsked(const tridesk::Command& command);

private:
    void refresh();
    [[nodiscard]] QString label(const struct Order& order) const;

    SeatDesk& m_desk;
    QHBoxLayout* m_row;
    QTimer* m_timer;
    QHash<OrderId, QPushButton*> m_buttons;
};

} // namespace tridesk
