// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/script_run.h"

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr Milliseconds tickEvery = std::chrono::seconds(1);
constexpr int mostAtOnce = 500; ///< quiet seconds before the thread turns to its other events

} // namespace

ScriptRun::ScriptRun(Desk& desk, std::shared_ptr<ScriptClock> clock, line::Script script, QObject* parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_script(std::move(script))
    , m_clockwork(desk)
    , m_player(desk, u"script"_s)
    , m_begin(m_clock->now()) {
    connect(&m_clockwork, &Clockwork::settled, this, &ScriptRun::goOnSoon);
    connect(&m_player, &LinePlayer::played, this, &ScriptRun::take);
}

void ScriptRun::start() {
    goOnSoon();
}

void ScriptRun::goOnSoon() {
    QMetaObject::invokeMethod(this, &ScriptRun::goOn, Qt::QueuedConnection);
}

void ScriptRun::goOn() {
    for (int steps = 0; steps < mostAtOnce; ++steps)
        if (!step())
            return;
    goOnSoon();
}

/// To the next second, or the next line where that comes first. False: an answer is waited for, or the script
/// is over.
bool ScriptRun::step() {
    const bool more = m_next < m_script.lines.size();
    const Milliseconds due = more ? m_script.lines.at(m_next).at : m_script.length;
    const Milliseconds tick = m_ticked + tickEvery;
    if (tick <= due) {
        m_clock->set(m_begin + tick);
        m_ticked = tick;
        m_clockwork.tick();
        return !m_clockwork.isWaiting();
    }
    m_clock->set(m_begin + due);
    if (more)
        m_player.play(m_script.lines.at(m_next));
    else
        Q_EMIT finished();
    return false;
}

void ScriptRun::take(const PlayedLine& line) {
    if (!line.isAsWritten())
        return Q_EMIT stopped(line);
    ++m_next;
    m_refused += line.fault ? 1 : 0;
    goOnSoon();
}

} // namespace tridesk
