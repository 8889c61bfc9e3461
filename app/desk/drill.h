// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/line_player.h"

#include <QElapsedTimer>
#include <QTimer>

namespace tridesk {

/// Plays a script in the time of life, in front of somebody at the desk: from now on, whatever date it
/// carries. A line that does not go as written is told, and the drill goes on: whoever sits there may have
/// been quicker. Lives in the desk's thread; the desk outlives it.
class Drill : public QObject {
    Q_OBJECT

public:
    /// `name` is what it is called on the screen; at a `speed` of 2 lines come twice as fast, while the
    /// desk's own clocks go on as always.
    Drill(Desk& desk, QString name, line::Script script, double speed = 1, ActorOf actorOf = anybodyAt,
          QObject* parent = nullptr);

    void start(); ///< once the desk is ready
    void stop();  ///< for good

    [[nodiscard]] const QString& name() const { return m_name; }
    [[nodiscard]] qsizetype count() const { return m_script.lines.size(); }
    [[nodiscard]] qsizetype played() const { return m_next; }
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// Until the next line.
    [[nodiscard]] Milliseconds nextIn() const;
    /// The newest line that was played; none before the first.
    [[nodiscard]] const std::optional<PlayedLine>& last() const { return m_last; }
    /// How many did not go as written, and the newest of them.
    [[nodiscard]] qsizetype strayed() const { return m_strayed; }
    [[nodiscard]] const std::optional<PlayedLine>& lastStray() const { return m_lastStray; }

Q_SIGNALS:
    void changed(); ///< a line was played, or the drill is over
    void strayedAt(const tridesk::PlayedLine& line);

private:
    void await();
    void playNext();
    void take(const PlayedLine& line);

    QString m_name;
    line::Script m_script;
    double m_speed;
    LinePlayer m_player;
    QTimer m_timer;
    QElapsedTimer m_since;
    std::optional<PlayedLine> m_last;
    std::optional<PlayedLine> m_lastStray;
    qsizetype m_next = 0;
    qsizetype m_strayed = 0;
    bool m_running = false;
};

} // namespace tridesk
