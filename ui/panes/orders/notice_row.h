// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/order.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace tridesk {

class SeatDesk;

/// One order that its station must take note of: which unit, to what, by whom, when; and the button that says
/// it was seen.
class NoticeRow : public QWidget {
    Q_OBJECT

public:
    NoticeRow(const OrderId& order, QWidget* parent);

    /// What of the incident may not be read here is left out; a button that would be refused is grey and says
    /// why.
    void tell(const Order& order, const OrderNotice& notice, const SeatDesk& desk);

Q_SIGNALS:
    void showAsked();
    void acknowledged();

private:
    QLabel* m_words;
    QToolButton* m_show;
    QPushButton* m_acknowledge;
};

} // namespace tridesk
