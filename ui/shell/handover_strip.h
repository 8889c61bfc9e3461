// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace tridesk {

class Look;
class SeatDesk;

/// "li handed this seat over at 21:05": stands under a window's head until the next user has signed.
class HandoverStrip : public QFrame {
    Q_OBJECT

public:
    /// Both outlive it.
    HandoverStrip(SeatDesk& desk, const Look& look, QWidget* parent = nullptr);

Q_SIGNALS:
    void sheetAsked();

private:
    void refresh();
    void dress();

    SeatDesk& m_desk;
    const Look& m_look;
    QLabel* m_text;
    QPushButton* m_open;
};

} // namespace tridesk
