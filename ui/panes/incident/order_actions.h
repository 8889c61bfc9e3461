// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"

#include <QWidget>

class QPushButton;

namespace tridesk {

class Prompts;
class SeatDesk;

/// What may be done with one order from here: the crew's steps on its behalf, recall, cancel. A button is
/// grey for the same reason for which the command would be refused, and says it.
class OrderActions : public QWidget {
    Q_OBJECT

public:
    /// Both outlive it.
    OrderActions(SeatDesk& desk, Prompts& prompts, QWidget* parent = nullptr);

    void showOrder(const OrderId& order); ///< null: none
    void refresh();

Q_SIGNALS:
    void asked(const tridesk::Command& command);

private:
    void addStep(OrderStage stage, const QString& objectName);
    void ask(OrderStage stage);
    void setMay(QPushButton* button, const Command& command);

    SeatDesk& m_desk;
    Prompts& m_prompts;
    OrderId m_order;
    QPushButton* m_recall;
    QList<std::pair<OrderStage, QPushButton*>> m_steps;
};

} // namespace tridesk
