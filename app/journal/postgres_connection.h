// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/fault.h"
#include "app/journal/postgres_address.h"
#include "app/journal/postgres_result.h"

#include <QVariant>

#include <chrono>
#include <expected>
#include <memory>
#include <vector>

struct pg_conn;

namespace tridesk {

/// One connection to a PostgreSQL server, for one thread at a time. On libpq itself: Qt's driver waits for as
/// long as it takes (a server that is cut off never answers), knows no pipeline. Here every wait has an
/// end; who is not answered by then has no connection any more, and what was asked is either done or
/// not.
class PostgresConnection {
public:
    struct Call {
        const char* sql;
        QVariantList values = {}; ///< integers, texts, bytes, uuids; as $1, $2, …
    };

    /// `wait` bounds each wait for another's lock. Signing in and each answer may take `answer` beside it.
    static constexpr std::chrono::milliseconds answer = std::chrono::seconds(5);
    [[nodiscard]] static std::expected<std::unique_ptr<PostgresConnection>, JournalFault>
    open(const PostgresAddress& address, std::chrono::milliseconds wait);

    ~PostgresConnection();
    Q_DISABLE_COPY_MOVE(PostgresConnection)

    [[nodiscard]] std::expected<PostgresRows, JournalFault> query(const Call& call);
    [[nodiscard]] std::expected<void, JournalFault> run(const char* sql, const QVariantList& values = {});

    /// Sends all of them before it waits: one way there and back. Done up to the first that fails, whose
    /// fault it gives.
    [[nodiscard]] std::expected<std::vector<PostgresRows>, JournalFault>
    queryAll(const std::vector<Call>& calls);

    /// Several statements at once, as a script has them; no values.
    [[nodiscard]] std::expected<void, JournalFault> runScript(const QByteArray& sql);

    /// Without waiting: takes in what has come, and tells whether a notice was among it. A fault where the
    /// line is gone.
    [[nodiscard]] std::expected<bool, JournalFault> takeNotices();
    /// Without waiting: sends a statement whose answer takeNotices() swallows.
    [[nodiscard]] bool nudge(const char* sql);
    [[nodiscard]] bool isNudged() const; ///< still waits for the answer

    [[nodiscard]] bool isAlive() const;
    [[nodiscard]] int socket() const;
    [[nodiscard]] const PostgresAddress& address() const { return m_address; }
    [[nodiscard]] JournalFault fault(JournalFault::Code code, const QString& detail) const {
        return {code, m_address.shown(), detail};
    }

private:
    explicit PostgresConnection(PostgresAddress address)
        : m_address(std::move(address)) {}

    using Deadline = std::chrono::steady_clock::time_point;
    using Taken = std::expected<void, JournalFault>;
    using Answer = std::expected<pg_result*, JournalFault>; ///< null: no more

    [[nodiscard]] Deadline deadline() const;
    [[nodiscard]] Taken connect();
    [[nodiscard]] Taken prepareSession();
    [[nodiscard]] bool send(const Call& call);
    [[nodiscard]] Taken flush(Deadline until, const char* doing);
    [[nodiscard]] Answer next(Deadline until, const char* doing);
    [[nodiscard]] Answer last(Deadline until, const char* doing);
    [[nodiscard]] JournalFault gone(const char* doing, const QString& why = {});
    [[nodiscard]] JournalFault faultOf(const pg_result* result, const char* doing) const;

    PostgresAddress m_address;
    std::chrono::milliseconds m_wait{0};
    pg_conn* m_connection = nullptr;
    bool m_nudged = false;
};

} // namespace tridesk
