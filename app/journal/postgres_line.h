// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/postgres_connection.h"

#include <functional>

namespace tridesk {

/// A connection that is made again where it is lost: at once the first time, then after a growing pause, for
/// a server that starts again has enough to do. In a pause every question is a fault at once. A store's
/// thread.
class PostgresLine {
public:
    /// `wait`: for others' locks, at most.
    PostgresLine(PostgresAddress address, std::chrono::milliseconds wait)
        : m_address(std::move(address))
        , m_wait(wait) {}

    /// Told at each sign-in how far the server's clock is ahead of this machine's.
    std::function<void(std::chrono::milliseconds)> clockSeen;

    /// Leaves the tables as they are, whatever their shape (then it is a fault).
    bool readOnly = false;

    /// Signs in, now, and sees to it that the tables are there and of the right shape.
    [[nodiscard]] std::expected<void, JournalFault> signIn();
    /// The same where there is no connection, and not in a pause.
    [[nodiscard]] std::expected<void, JournalFault> ready();

    /// A question that changes nothing, or that may be asked twice: it is, where the line turns out to be
    /// lost.
    template <class Question>
    auto ask(Question question) -> decltype(question()) {
        if (const auto isReady = ready(); !isReady)
            return std::unexpected(isReady.error());
        auto answer = question();
        if (answer || m_connection->isAlive())
            return answer;
        if (!ready())
            return answer;
        return question();
    }

    /// Only after a successful signIn() or ready().
    [[nodiscard]] PostgresConnection& connection() const { return *m_connection; }
    [[nodiscard]] bool isAlive() const { return m_connection && m_connection->isAlive(); }
    [[nodiscard]] JournalFault fault(JournalFault::Code code, const QString& detail) const {
        return {code, m_address.shown(), detail};
    }

private:
    [[nodiscard]] std::expected<void, JournalFault> lookAtTheClock(PostgresConnection& connection) const;

    PostgresAddress m_address;
    std::chrono::milliseconds m_wait;
    std::unique_ptr<PostgresConnection> m_connection;
    std::chrono::steady_clock::time_point m_nextTry;
    std::chrono::milliseconds m_pause{0};
};

} // namespace tridesk
