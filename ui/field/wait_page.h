// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace tridesk {

class CrewWork;
class Look;

/// No order in hand: what the unit's status is, and the few that a crew may choose.
class WaitPage : public QWidget {
    Q_OBJECT

public:
    WaitPage(CrewWork& work, const Look& look, QWidget* parent = nullptr);

    void refresh();

Q_SIGNALS:
    void initiateAsked();

private:
    void showReported();
    void turnReported();

    CrewWork& m_work;
    const Look& m_look;
    QLabel* m_glyph;
    QLabel* m_title;
    QLabel* m_crew;
    QLabel* m_reported;
    QPushButton* m_nextReported;
    OrderId m_shownReport; ///< of several the one that is told
    QPushButton* m_initiate;
    QPushButton* m_available;
    QPushButton* m_station;
    QPushButton* m_out;
    QPushButton* m_logOff;
};

} // namespace tridesk
