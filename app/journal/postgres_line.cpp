// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/postgres_line.h"

#include "app/domain/instant.h"
#include "app/journal/postgres_schema.h"

#include <QLoggingCategory>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

Q_LOGGING_CATEGORY(logPostgres, "tridesk.postgres")

constexpr milliseconds firstPause(250), longestPause(10'000);

} // namespace

std::expected<void, JournalFault> PostgresLine::signIn() {
    auto connection = PostgresConnection::open(m_address, m_wait);
    if (!connection)
        return std::unexpected(connection.error());
    return (readOnly ? postgres_schema::check(**connection) : postgres_schema::ready(**connection))
        .and_then([&] { return lookAtTheClock(**connection); })
        .transform([&] { m_connection = std::move(*connection); });
}

std::expected<void, JournalFault> PostgresLine::lookAtTheClock(PostgresConnection& connection) const {
    if (!clockSeen)
        return {};
    const SystemClock clock;
    const Instant before = clock.now();
    const auto theirs =
        connection.query({"SELECT (extract(epoch FROM pg_catalog.clock_timestamp()) * 1000)::bigint"});
    if (!theirs)
        return std::unexpected(theirs.error());
    clockSeen(instantFromMs(theirs->number(0, 0)) - (before + (clock.now() - before) / 2));
    return {};
}

std::expected<void, JournalFault> PostgresLine::ready() {
    if (isAlive())
        return {};
    const auto now = steady_clock::now();
    if (now < m_nextTry)
        return std::unexpected(
            fault(JournalFault::Code::Io, u"the server is away; asked again in %1 ms"_s.arg(
                                              std::chrono::ceil<milliseconds>(m_nextTry - now).count())));
    const auto signedIn = signIn();
    m_pause = signedIn ? milliseconds(0) : std::clamp(m_pause * 2, firstPause, longestPause);
    m_nextTry = steady_clock::now() + m_pause;
    if (signedIn)
        qCInfo(logPostgres).noquote() << "signed in again at" << m_address.shown();
    return signedIn;
}

} // namespace tridesk
