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

/// One order that its station must take note of, on one line: which unit, to what, by whom, when, in short
/// where there is no room for the sentence; and the button that says it was seen.
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

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    QString m_sentence;
    QString m_short;
    QLabel* m_words;
    QToolButton* m_show;
    QPushButton* m_acknowledge;
};

} // namespace tridesk
