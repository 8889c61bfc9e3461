// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/drill.h"

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

Drill::Drill(Desk& desk, QString name, line::Script script, double speed, ActorOf actorOf, QObject* parent)
    : QObject(parent)
    , m_name(std::move(name))
    , m_script(std::move(script))
    , m_speed(speed)
    , m_player(desk, u"script"_s, std::move(actorOf)) {
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Drill::playNext);
    connect(&m_player, &LinePlayer::played, this, &Drill::take);
}

void Drill::start() {
    m_running = true;
    m_since.start();
    await();
}

void Drill::stop() {
    m_timer.stop();
    m_running = false;
    Q_EMIT changed();
}

Milliseconds Drill::nextIn() const {
    if (!m_running || m_next >= m_script.lines.size())
        return Milliseconds(0);
    const auto due = qint64(double(m_script.lines.at(m_next).at.count()) / m_speed);
    return Milliseconds(std::max<qint64>(due - m_since.elapsed(), 0));
}

void Drill::await() {
    if (m_next >= m_script.lines.size())
        return stop();
    m_timer.start(nextIn());
    Q_EMIT changed();
}

void Drill::playNext() {
    m_player.play(m_script.lines.at(m_next));
}

void Drill::take(const PlayedLine& line) {
    m_last = line;
    ++m_next;
    if (!line.isAsWritten()) {
        ++m_strayed;
        m_lastStray = line;
        Q_EMIT strayedAt(line);
    }
    if (m_running)
        await();
}

} // namespace tridesk
