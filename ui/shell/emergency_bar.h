// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"

#include <QFrame>
#include <QHash>

class QTimer;
class QVBoxLayout;

namespace tridesk {

class EmergencyRow;
class Look;
class Prompts;
class SeatDesk;
struct Changes;

/// Every emergency that stands among the units this seat may see, a row each, across the head of the window:
/// latched, so that nothing but a decision takes it away (desk.md, *Unit status*). Hidden while there is
/// none. One that nobody has acknowledged yet pulses at 1 Hz, unless the look is still.
class EmergencyBar : public QFrame {
    Q_OBJECT

public:
    /// All outlive it. `prompts` asks why an emergency is ended; null: it is only shown, and nothing can be
    /// done about it.
    EmergencyBar(SeatDesk& desk, const Look& look, Prompts* prompts, QWidget* parent = nullptr);

Q_SIGNALS:
    /// One began that did not stand before; not told of those that stood when the window was opened.
    void raised(const tridesk::UnitId& unit);
    void showAsked(const tridesk::UnitId& unit);
    void commanded(const tridesk::Command& command);

private:
    void follow(const Changes& changes);
    void refresh(const UnitId& unit, bool isNews);
    void dress();
    void tick();
    void askEnd(const UnitId& unit, EmergencyOutcome outcome);

    SeatDesk& m_desk;
    const Look& m_look;
    Prompts* m_prompts;
    QVBoxLayout* m_rows;
    QTimer* m_second;
    QHash<UnitId, EmergencyRow*> m_shown;
    bool m_lit = true; ///< of the pulse
};

} // namespace tridesk
