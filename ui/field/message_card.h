// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/message.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace tridesk {

class Look;
class SeatDesk;

/// One message on the crew's page: who and when, all its words, how far it came; and the button that
/// acknowledges it while it waits.
class MessageCard : public QFrame {
    Q_OBJECT

public:
    explicit MessageCard(const MessageId& message, QWidget* parent = nullptr);

    [[nodiscard]] const MessageId& message() const { return m_message; }
    void tell(const Message& message, const SeatDesk& desk, const Look& look, bool unsent = false);

Q_SIGNALS:
    void acknowledged(const tridesk::MessageId& message);

private:
    MessageId m_message;
    QLabel* m_head;
    QLabel* m_words;
    QPushButton* m_acknowledge;
};

} // namespace tridesk
