// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace tridesk {

class CrewWork;
class Look;

/// The line to the gateway, under the head of every page: for how long it has been lost and how much waits;
/// and what was done meanwhile and then not taken, one after the other, until the crew has read it. Hidden
/// while all is well, and at a desk that stands on this machine.
class LinkStrip : public QFrame {
    Q_OBJECT

public:
    LinkStrip(CrewWork& work, const Look& look, QWidget* parent = nullptr);

    void refresh();

private:
    void showState();
    void showRefused();
    [[nodiscard]] QString stateWords() const;

    CrewWork& m_work;
    const Look& m_look;
    QLabel* m_state;
    QFrame* m_late;
    QLabel* m_title;
    QLabel* m_yours;
    QLabel* m_theirs;
    QLabel* m_why;
    QPushButton* m_read;
};

} // namespace tridesk
