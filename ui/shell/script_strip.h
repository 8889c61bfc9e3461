// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace tridesk {

class Drill;
class SeatDesk;
struct Seat;

/// A line at the foot of a window: a script is played on this desk, how far it is, the line that came last,
/// and what did not go as written. The words of a line stand at the seat at which it is typed, and at the
/// bureau unless visitors see its screen; elsewhere only how far the script is. Hidden where nothing is
/// played, and once it was put away.
class ScriptStrip : public QFrame {
    Q_OBJECT

public:
    explicit ScriptStrip(const SeatDesk& desk, QWidget* parent = nullptr);

    void follow(Drill& drill);

private:
    void tell();
    void act();
    [[nodiscard]] QString progress() const;
    [[nodiscard]] bool mayRead(const Seat& typedAt) const;
    [[nodiscard]] QString lastLine() const;
    [[nodiscard]] QString whyNot() const;

    const SeatDesk& m_desk;
    Drill* m_drill = nullptr; ///< outlives the window
    QLabel* m_progress;
    QLabel* m_last;
    QLabel* m_fault;
    QPushButton* m_button;
    QTimer m_timer;
};

} // namespace tridesk
