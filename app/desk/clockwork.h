// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"

#include <QTimer>

namespace tridesk {

/// Marks what is late, presses it, and makes silent crews alarms (app/domain/deadlines.h says what is due).
/// Any number of programs on one journal may run one: what was asked for by another decides nothing, so each
/// is raised once. Lives in the desk's thread; the desk outlives it.
class Clockwork : public QObject {
    Q_OBJECT

public:
    explicit Clockwork(Desk& desk, QObject* parent = nullptr);

    /// Looks every second from now on, once the desk is ready.
    void start();
    /// Asks for all that is due now and was not asked for before. The timer calls it; tests too.
    void tick();
    /// Whether something that it asked for is not decided yet; then settled() follows.
    [[nodiscard]] bool isWaiting() const { return m_waiting > 0; }

Q_SIGNALS:
    void settled();

private:
    Desk& m_desk;
    QTimer m_timer;
    int m_waiting = 0; ///< asked for, and not decided yet
};

} // namespace tridesk
