// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/postgres_duty.h"

namespace tridesk {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

constexpr milliseconds lockWait(500); // it waits for no lock: it asks whether it can be had

// Two numbers name the lock, in this database; nothing else of ours locks so.
constexpr auto take = "SELECT pg_catalog.pg_try_advisory_lock(1414680900, 1)::int";
constexpr auto stay = "SELECT 1";

} // namespace

PostgresDuty::PostgresDuty(PostgresAddress server)
    : m_server(std::move(server))
    , m_beat(this) {
    m_beat.setInterval(beat);
    connect(&m_beat, &QTimer::timeout, this, &PostgresDuty::look);
}

PostgresDuty::~PostgresDuty() = default;

void PostgresDuty::begin() {
    m_beat.start();
    look();
}

void PostgresDuty::look() {
    const Time asked = steady_clock::now();
    const auto held = hold();
    m_isHeld = held.value_or(false);
    m_leaseEnd = m_isHeld ? asked + lease : Time();
    if (!held)
        m_connection.reset();
    Q_EMIT beaten(held ? QString() : held.error().toString());
}

std::expected<bool, JournalFault> PostgresDuty::hold() {
    if (!m_connection) {
        auto connection = PostgresConnection::open(m_server, lockWait);
        if (!connection)
            return std::unexpected(connection.error());
        m_connection = std::move(*connection);
        const auto bounded =
            m_connection->run("SELECT pg_catalog.set_config('idle_session_timeout', $1, false)",
                              {u"%1ms"_s.arg(release.count())});
        if (!bounded)
            return std::unexpected(bounded.error());
    }
    const auto rows = m_connection->query({m_isHeld ? stay : take});
    if (!rows)
        return std::unexpected(rows.error());
    return m_isHeld || rows->number(0, 0) == 1;
}

} // namespace tridesk
