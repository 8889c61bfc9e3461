// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace tridesk {

class Look;
class SeatDesk;
struct Command;

/// What a crew must not miss on a locked terminal, and may do there without a password: the key for help, the
/// safety check that is due with its answer, and that an order waits, without a word of it. What the desk
/// refuses is said beside it.
class CoverCrew : public QWidget {
    Q_OBJECT

public:
    CoverCrew(SeatDesk& desk, const Look& look, const UnitId& unit, QWidget* parent);

    void refresh(); ///< the time has gone on, or the desk has changed

private:
    void lay();
    void ask(const Command& command);
    void showOrder();
    void showCheck();
    void showUnheard();

    SeatDesk& m_desk;
    const Look& m_look;
    UnitId m_unit;
    QLabel* m_order;
    QLabel* m_check;
    QPushButton* m_answer;
    QPushButton* m_help;
    QLabel* m_refusal;
    bool m_isUnheard = false;
};

} // namespace tridesk
