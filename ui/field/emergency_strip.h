// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace tridesk {

class CrewWork;
class Look;

/// The crew's emergency key, under the head of every page while somebody is on: one touch, no question. Once
/// it was pressed it says when, and which desk has heard of it; only a desk can end it.
class EmergencyStrip : public QFrame {
    Q_OBJECT

public:
    EmergencyStrip(CrewWork& work, const Look& look, QWidget* parent = nullptr);

    void refresh();

private:
    void dress();

    CrewWork& m_work;
    const Look& m_look;
    QPushButton* m_key;
    QLabel* m_state;
};

} // namespace tridesk
