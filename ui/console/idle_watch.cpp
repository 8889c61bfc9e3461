// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/idle_watch.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <array>

namespace tridesk {

using namespace std::chrono_literals;

IdleWatch::IdleWatch(QObject* parent)
    : QObject(parent) {
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &IdleWatch::look);
}

void IdleWatch::setAfter(Milliseconds after) {
    if (after > 0ms && m_after <= 0ms)
        QCoreApplication::instance()->installEventFilter(this);
    else if (after <= 0ms)
        QCoreApplication::instance()->removeEventFilter(this);
    m_after = after;
    restart();
}

void IdleWatch::restart() {
    m_untouched.start();
    if (m_after > 0ms)
        m_again.start(m_after);
    else
        m_again.stop();
}

/// A touch only sets the watch back; the timer finds out about it when it rings, so that a moving mouse costs
/// nothing.
void IdleWatch::look() {
    const Milliseconds left = m_after - Milliseconds(m_untouched.elapsed());
    if (left > 0ms)
        m_again.start(left);
    else
        Q_EMIT idle();
}

bool IdleWatch::eventFilter(QObject*, QEvent* event) {
    constexpr std::array touches{QEvent::KeyPress, QEvent::MouseButtonPress, QEvent::MouseMove,
                                 QEvent::Wheel,    QEvent::TouchBegin,       QEvent::TouchUpdate};
    if (std::ranges::contains(touches, event->type()))
        m_untouched.start();
    return false;
}

} // namespace tridesk
