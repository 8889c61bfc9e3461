// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace tridesk {

class CrewWork;
class Look;

/// "Are you all right?": how long until the next safety check, and the button that answers it. Hidden while
/// no check runs.
class CheckStrip : public QFrame {
    Q_OBJECT

public:
    CheckStrip(CrewWork& work, const Look& look, QWidget* parent = nullptr);

    void refresh();

private:
    CrewWork& m_work;
    const Look& m_look;
    QLabel* m_left;
    QPushButton* m_answer;
};

} // namespace tridesk
