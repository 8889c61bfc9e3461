// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace tridesk {

class Look;
class SeatDesk;

/// The line that a desk works over, at the head of its window: for how long it has been lost and how much
/// waits; below it, one after the other, what was done meanwhile and then not taken, with both versions,
/// until it has been read. Hidden while all is well, and at a desk that stands on this machine.
class LinkBar : public QFrame {
    Q_OBJECT

public:
    LinkBar(SeatDesk& desk, const Look& look, QWidget* parent = nullptr);

private:
    void lay();
    void refresh();
    void showState();
    void showRefused();
    void readOn();
    [[nodiscard]] QString stateWords() const;
    void dress();

    SeatDesk& m_desk;
    const Look& m_look;
    QLabel* m_state;
    QFrame* m_late;
    QLabel* m_told; ///< of what was not taken
    QPushButton* m_read;
};

} // namespace tridesk
