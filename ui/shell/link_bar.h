// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace tridesk {

class Look;
class Prompts;
class SeatDesk;

/// The line that a desk works over, at the head of its window: for how long it has been lost and how much
/// waits; below it, one after the other, what was done meanwhile and then not taken, with both versions,
/// until it has been read; and who must sign in again before what is theirs is sent. Hidden while all is
/// well, and at a desk that stands on this machine. The line is one to a gateway, or a console's to its
/// server.
class LinkBar : public QFrame {
    Q_OBJECT

public:
    /// All outlive it.
    LinkBar(SeatDesk& desk, const Look& look, Prompts& prompts, QWidget* parent = nullptr);

    /// What stands there of what was not taken has been read: on to the next.
    void readOn();

Q_SIGNALS:
    void signInAsked();

private:
    void lay();
    void refresh();
    void showState();
    void showRefused();
    void askAnew();
    void askGiveUp();
    [[nodiscard]] QString stateWords() const;
    [[nodiscard]] QString lossWords() const;
    [[nodiscard]] QString unheardWords() const;
    [[nodiscard]] bool isUnheard() const;
    [[nodiscard]] QString namesOfUnheard() const;
    [[nodiscard]] QString waitingWords() const;
    void dress();

    SeatDesk& m_desk;
    const Look& m_look;
    Prompts& m_prompts;
    QFrame* m_line;
    QLabel* m_state;
    QPushButton* m_anew; ///< where the server holds another journal than the copy here
    QPushButton* m_sign; ///< where the gateway wants to hear who sits here
    QPushButton* m_give; ///< where it waits for somebody who has gone
    QFrame* m_late;
    QLabel* m_told; ///< of what was not taken
    QPushButton* m_read;
};

} // namespace tridesk
