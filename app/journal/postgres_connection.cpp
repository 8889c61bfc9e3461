// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/postgres_connection.h"

#include "app/journal/postgres_parameters.h"

#include <QLoggingCategory>

#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <optional>

namespace tridesk {

using namespace Qt::StringLiterals;
using std::chrono::steady_clock;

namespace {

Q_LOGGING_CATEGORY(logPostgres, "tridesk.postgres")

/// What a PostgreSQL says in a class of five letters (its manual, appendix A) and ours (TD…, of the schema).
JournalFault::Code codeOf(const QByteArray& state) {
    if (state == "55P03" || state == "57014" || state == "40001" || state == "40P01")
        return JournalFault::Code::Locked;
    if (state == "53100" || state == "53200")
        return JournalFault::Code::Full;
    if (state == "25006")
        return JournalFault::Code::ReadOnly;
    if (state == "42501" || state.startsWith("28") || state.startsWith("TD"))
        return JournalFault::Code::Refused;
    if (state.startsWith("XX") || state == "42P01" || state == "3F000" || state == "42883")
        return JournalFault::Code::Corrupt;
    return JournalFault::Code::Io;
}

/// Until the line can be read (written), or the deadline; false then.
bool waitFor(int socket, short events, steady_clock::time_point until) {
    for (;;) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - steady_clock::now());
        if (left.count() <= 0)
            return false;
        pollfd line{socket, events, 0};
        const int ready = ::poll(&line, 1, int(left.count()));
        if (ready > 0)
            return true;
        if (ready < 0 && errno != EINTR)
            return false;
    }
}

bool isFailure(const PGresult* result) {
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE || status == PGRES_PIPELINE_ABORTED;
}

void logNotice(void* /*unused*/, const char* words) {
    qCDebug(logPostgres).noquote() << QString::fromUtf8(words).simplified();
}

} // namespace

std::expected<std::unique_ptr<PostgresConnection>, JournalFault>
PostgresConnection::open(const PostgresAddress& address, std::chrono::milliseconds wait) {
    std::unique_ptr<PostgresConnection> connection(new PostgresConnection(address));
    connection->m_wait = wait;
    return connection->connect().and_then([&] { return connection->prepareSession(); }).transform([&] {
        return std::move(connection);
    });
}

PostgresConnection::~PostgresConnection() {
    PQfinish(m_connection);
}

PostgresConnection::Taken PostgresConnection::connect() {
    const QByteArray where = m_address.text().toUtf8();
    // The address comes last: what it says goes before these.
    const char* const names[] = {"fallback_application_name", "gssencmode",       "keepalives_idle",
                                 "keepalives_interval",       "keepalives_count", "tcp_user_timeout",
                                 "client_encoding",           "dbname",           nullptr};
    const char* const values[] = {"tridesk", "disable",         "10",   "5", "3", "15000",
                                  "UTF8",    where.constData(), nullptr};
    m_connection = PQconnectStartParams(names, values, 1);
    const Deadline until = steady_clock::now() + answer;
    PostgresPollingStatusType state = PGRES_POLLING_WRITING;
    while (m_connection && PQstatus(m_connection) != CONNECTION_BAD && state != PGRES_POLLING_OK) {
        if (!waitFor(PQsocket(m_connection), state == PGRES_POLLING_READING ? POLLIN : POLLOUT, until))
            return std::unexpected(gone("sign in", u"no answer in time"_s));
        state = PQconnectPoll(m_connection);
        if (state == PGRES_POLLING_FAILED)
            break;
    }
    if (state != PGRES_POLLING_OK) {
        const QString why = QString::fromUtf8(PQerrorMessage(m_connection)).simplified();
        JournalFault fault = gone("sign in", why);
        // libpq gives no code for a sign-in; a server that is there and says no must not be tried for ever.
        if (why.contains(u"authentication failed") || why.contains(u"no password") ||
            why.contains(u"pg_hba.conf") || why.contains(u"does not exist"))
            fault.code = JournalFault::Code::Refused;
        return std::unexpected(fault);
    }
    PQsetnonblocking(m_connection, 1);
    PQsetNoticeProcessor(m_connection, &logNotice, nullptr);
    return {};
}

/// Neither side waits for ever: who holds the journal's one lock and hangs loses it.
PostgresConnection::Taken PostgresConnection::prepareSession() {
    return run("SELECT set_config('lock_timeout', $1, false), set_config('statement_timeout', $2, false),"
               " set_config('idle_in_transaction_session_timeout', '10s', false),"
               " set_config('client_connection_check_interval', '5s', false),"
               " set_config('synchronous_commit', 'on', false), set_config('search_path', '', false)",
               {u"%1ms"_s.arg(m_wait.count()), u"%1ms"_s.arg((m_wait + answer).count())});
}

PostgresConnection::Deadline PostgresConnection::deadline() const {
    return steady_clock::now() + m_wait + answer;
}

bool PostgresConnection::isAlive() const {
    return m_connection && PQstatus(m_connection) == CONNECTION_OK;
}

int PostgresConnection::socket() const {
    return PQsocket(m_connection);
}

/// What was asked last may be done or not; nothing more is asked on this line.
JournalFault PostgresConnection::gone(const char* doing, const QString& why) {
    const QString said = why.isEmpty() ? QString::fromUtf8(PQerrorMessage(m_connection)).simplified() : why;
    PQfinish(m_connection);
    m_connection = nullptr;
    return fault(JournalFault::Code::Io, u"%1: %2"_s.arg(QString::fromUtf8(doing).section(u' ', 0, 2), said));
}

JournalFault PostgresConnection::faultOf(const pg_result* result, const char* doing) const {
    const QByteArray state(PQresultErrorField(result, PG_DIAG_SQLSTATE));
    const QString said = QString::fromUtf8(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY)).simplified();
    return fault(codeOf(state), u"%1: %2 (%3)"_s.arg(QString::fromUtf8(doing).section(u' ', 0, 2), said,
                                                     QString::fromLatin1(state)));
}

bool PostgresConnection::send(const Call& call) {
    const PostgresParameters parameters(call.values);
    return PQsendQueryParams(m_connection, call.sql, parameters.count(), parameters.types(),
                             parameters.values(), parameters.lengths(), parameters.formats(), 1) == 1;
}

PostgresConnection::Taken PostgresConnection::flush(Deadline until, const char* doing) {
    for (;;) {
        const int left = PQflush(m_connection);
        if (left == 0)
            return {};
        if (left < 0)
            return std::unexpected(gone(doing));
        if (!waitFor(PQsocket(m_connection), POLLIN | POLLOUT, until))
            return std::unexpected(gone(doing, u"no answer in time"_s));
        if (PQconsumeInput(m_connection) == 0)
            return std::unexpected(gone(doing));
    }
}

PostgresConnection::Answer PostgresConnection::next(Deadline until, const char* doing) {
    while (PQisBusy(m_connection)) {
        if (!waitFor(PQsocket(m_connection), POLLIN, until))
            return std::unexpected(gone(doing, u"no answer in time"_s));
        if (PQconsumeInput(m_connection) == 0)
            return std::unexpected(gone(doing));
    }
    return PQgetResult(m_connection);
}

/// The answer to the one statement that was sent; none is left behind it.
PostgresConnection::Answer PostgresConnection::last(Deadline until, const char* doing) {
    pg_result* kept = nullptr;
    for (;;) {
        const auto result = next(until, doing);
        if (!result) {
            PQclear(kept);
            return result;
        }
        if (!*result)
            break;
        PQclear(kept);
        kept = *result;
    }
    if (!isAlive()) { // the server said farewell
        PQclear(kept);
        return std::unexpected(gone(doing));
    }
    if (!isFailure(kept))
        return kept;
    const JournalFault fault = faultOf(kept, doing);
    PQclear(kept);
    return std::unexpected(fault);
}

std::expected<PostgresRows, JournalFault> PostgresConnection::query(const Call& call) {
    if (!m_connection)
        return std::unexpected(fault(JournalFault::Code::Io, u"the server is away"_s));
    const Deadline until = deadline();
    if (!send(call))
        return std::unexpected(gone(call.sql));
    return flush(until, call.sql)
        .and_then([&] { return last(until, call.sql); })
        .transform([](pg_result* result) { return PostgresRows(result); });
}

PostgresConnection::Taken PostgresConnection::run(const char* sql, const QVariantList& values) {
    return query({sql, values}).transform([](const PostgresRows&) {});
}

PostgresConnection::Taken PostgresConnection::runScript(const QByteArray& sql) {
    if (!m_connection)
        return std::unexpected(fault(JournalFault::Code::Io, u"the server is away"_s));
    const Deadline until = steady_clock::now() + std::chrono::minutes(5); // an index may take its time
    if (PQsendQuery(m_connection, sql.constData()) != 1)
        return std::unexpected(gone("script"));
    return flush(until, "script")
        .and_then([&] { return last(until, "script"); })
        .transform([](pg_result* result) { PQclear(result); });
}

std::expected<std::vector<PostgresRows>, JournalFault>
PostgresConnection::queryAll(const std::vector<Call>& calls) {
    if (!m_connection)
        return std::unexpected(fault(JournalFault::Code::Io, u"the server is away"_s));
    if (calls.empty())
        return std::vector<PostgresRows>();
    const Deadline until = deadline();
    const char* doing = calls.front().sql;
    bool sent = PQenterPipelineMode(m_connection) == 1;
    for (const Call& call : calls)
        sent = sent && send(call);
    if (!sent || PQpipelineSync(m_connection) != 1)
        return std::unexpected(gone(doing));
    if (const auto flushed = flush(until, doing); !flushed)
        return std::unexpected(flushed.error());
    std::vector<PostgresRows> found;
    std::optional<JournalFault> wrong;
    for (std::size_t asked = 0;;) {
        const auto result = next(until, doing);
        if (!result)
            return std::unexpected(result.error());
        if (!*result) { // after each statement's answer
            if (!isAlive())
                return std::unexpected(gone(doing));
            continue;
        }
        PostgresRows rows(*result);
        if (PQresultStatus(*result) == PGRES_PIPELINE_SYNC)
            break;
        if (isFailure(*result) && !wrong)
            wrong = faultOf(*result, calls[std::min(asked, calls.size() - 1)].sql);
        ++asked;
        found.push_back(std::move(rows));
    }
    if (PQexitPipelineMode(m_connection) != 1)
        return std::unexpected(gone(doing));
    if (wrong)
        return std::unexpected(*wrong);
    return found;
}

bool PostgresConnection::nudge(const char* sql) {
    if (!isAlive() || m_nudged || !send({sql, {}}) || PQflush(m_connection) < 0)
        return false;
    m_nudged = true;
    return true;
}

bool PostgresConnection::isNudged() const {
    return m_nudged;
}

std::expected<bool, JournalFault> PostgresConnection::takeNotices() {
    if (!isAlive() || PQconsumeInput(m_connection) == 0 || PQflush(m_connection) < 0)
        return std::unexpected(gone("listen"));
    while (m_nudged && !PQisBusy(m_connection)) {
        const PostgresRows swallowed(PQgetResult(m_connection));
        m_nudged = swallowed.isThere();
    }
    bool rang = false;
    while (PGnotify* notice = PQnotifies(m_connection)) {
        rang = true;
        PQfreemem(notice);
    }
    if (!isAlive())
        return std::unexpected(gone("listen"));
    return rang;
}

} // namespace tridesk
