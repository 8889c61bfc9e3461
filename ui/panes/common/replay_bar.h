// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/replayer.h"

#include <QFrame>

class QKeyEvent;
class QLabel;
class QSlider;
class QToolButton;

namespace tridesk {

/// The hand on a replay: back ten seconds, a picture back, stand still, a picture on, faster; a rail with the
/// place in it. With "Live" where there is something live to go back to. Keys: blank, comma, full stop,
/// J, L, Esc.
class ReplayBar : public QFrame {
    Q_OBJECT

public:
    static constexpr Milliseconds jump{10'000};

    /// `replay` outlives it.
    ReplayBar(Replayer& replay, bool hasLive, QWidget* parent = nullptr);

    /// Whether the key was its own.
    bool takeKey(const QKeyEvent& event);

Q_SIGNALS:
    void liveAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QToolButton* button(const QString& name, const QString& sign, const QString& words);
    void follow();
    void togglePause();
    void nextRate();

    Replayer& m_replay;
    QToolButton* m_back;
    QToolButton* m_stepBack;
    QToolButton* m_pause;
    QToolButton* m_step;
    QToolButton* m_rate;
    QToolButton* m_live;
    QSlider* m_rail;
    QLabel* m_place;
};

} // namespace tridesk
