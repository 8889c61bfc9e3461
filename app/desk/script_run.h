// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/clockwork.h"
#include "app/desk/line_player.h"

#include <atomic>

namespace tridesk {

/// The time of a script. Moved by its run, asked from any thread.
class ScriptClock final : public Clock {
public:
    explicit ScriptClock(Instant begin)
        : m_now(toMs(begin)) {}
    [[nodiscard]] Instant now() const override { return instantFromMs(m_now); }
    void set(Instant now) { m_now = toMs(now); }

private:
    std::atomic<qint64> m_now;
};

/// Plays a script as fast as the journal takes it, on a desk whose clock is the script's. Every second of the
/// script's time the clockwork looks, so that what is late is marked, chased and raised as in life; each line
/// and each look is decided and durable before time goes on, so that the same script leaves the same journal,
/// but for its ids. Stops at the first line that does not go as written.
class ScriptRun : public QObject {
    Q_OBJECT

public:
    /// The script begins at what the clock says now. The desk, which has that clock, outlives this.
    ScriptRun(Desk& desk, std::shared_ptr<ScriptClock> clock, line::Script script, QObject* parent = nullptr);

    void start(); ///< once the desk is ready

    [[nodiscard]] qsizetype played() const { return m_next; }     ///< lines
    [[nodiscard]] qsizetype refused() const { return m_refused; } ///< of those, as the script said

Q_SIGNALS:
    void finished();
    void stopped(const tridesk::PlayedLine& line);

private:
    void goOn();
    void goOnSoon();
    bool step();
    void take(const PlayedLine& line);

    std::shared_ptr<ScriptClock> m_clock;
    line::Script m_script;
    Clockwork m_clockwork;
    LinePlayer m_player;
    Instant m_begin;
    Milliseconds m_ticked{0}; ///< of the script, when the clockwork looked last
    qsizetype m_next = 0;
    qsizetype m_refused = 0;
};

} // namespace tridesk
