// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/postgres_connection.h"

#include <QTimer>

#include <atomic>
#include <memory>

namespace tridesk {

/// Which of several programs on one journal has the duty that only one may have at a time: whoever holds a
/// lock of the server's (pg_advisory_lock) on a session of its own. A dead program's session ends with it.
/// One that is cut off, or hangs, loses the lock when the server has heard nothing of its session for
/// `release`; by then it has stopped by itself, since what it holds is a lease: `lease` from the moment at
/// which the last beat that was answered was sent. So two never have it, whatever the line does. Lives on a
/// thread that may wait for the server; leaseEnd() from any.
class PostgresDuty : public QObject {
    Q_OBJECT

public:
    using Time = std::chrono::steady_clock::time_point;

    static constexpr std::chrono::milliseconds beat{1'000}, lease{4'000}, release{6'000};

    explicit PostgresDuty(PostgresAddress server);
    ~PostgresDuty() override;

    void begin(); ///< asks for it, and from then on every second
    /// Until when it may be acted upon; in the past where another has it, or nobody knows.
    [[nodiscard]] Time leaseEnd() const { return m_leaseEnd; }

Q_SIGNALS:
    /// After each beat. Why not, in one line; empty where it is held, or waits for another.
    void beaten(const QString& trouble);

private:
    void look();
    [[nodiscard]] std::expected<bool, JournalFault> hold();

    PostgresAddress m_server;
    std::unique_ptr<PostgresConnection> m_connection;
    QTimer m_beat;
    std::atomic<Time> m_leaseEnd = Time();
    bool m_isHeld = false; ///< by this session
};

} // namespace tridesk
