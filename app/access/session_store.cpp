// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/session_store.h"

#include "app/access/access_file.h"
#include "app/access/secret.h"
#include "app/access/user_store.h"
#include "app/journal/sql.h"

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr auto sessionPrefix = "tridesk_session_";
/// Of one user at one machine's seat: one whose secret was lost on the way must not shut the next one out.
constexpr int mostOfOne = 4;

std::expected<void, QString> inWords(const std::expected<void, JournalFault>& done) {
    return done.transform_error([](const JournalFault& fault) { return fault.toString(); });
}

bool isAmong(const QString& rules, const Seat& seat) {
    const QStringList texts = rules.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::any_of(texts, [&](const QString& text) {
        const auto rule = SeatRule::parse(text);
        return rule && rule->allows(seat);
    });
}

} // namespace

std::optional<Session> SessionList::find(const QByteArray& secret) const {
    if (m_known.isEmpty() || secret.isEmpty() || secret.size() > longestSecret)
        return std::nullopt;
    const QByteArray hash = hashOfSecret(secret);
    std::optional<Session> found;
    for (const Known& known : m_known)
        if (isSameHash(known.hash, hash))
            found = known.session;
    return found;
}

std::expected<void, QString> makeSessionTable(SqlDatabase& database) {
    return inWords(database.run(
        "CREATE TABLE IF NOT EXISTS session(hash BLOB PRIMARY KEY, login TEXT NOT NULL, seat TEXT NOT NULL, "
        "source TEXT NOT NULL, began_ms INTEGER NOT NULL, ends_ms INTEGER NOT NULL, "
        "ended INTEGER NOT NULL DEFAULT 0)"));
}

std::expected<void, QString> endSessionsOf(SqlDatabase& database, const Login& login) {
    return inWords(database.run("UPDATE session SET ended = 1 WHERE login = ?", {login.toString()}));
}

std::expected<void, QString> endSessionsBy(SqlDatabase& database, const QString& source) {
    return inWords(database.run("UPDATE session SET ended = 1 WHERE source = ?", {source}));
}

std::expected<std::unique_ptr<SessionStore>, QString> SessionStore::open(const QString& dataFolder,
                                                                         std::chrono::milliseconds wait) {
    auto database = openAccessFile(dataFolder, wait);
    if (!database)
        return std::unexpected(database.error());
    if (const auto made = makeUserTables(**database); !made)
        return std::unexpected(made.error());
    return std::unique_ptr<SessionStore>(new SessionStore(std::move(*database)));
}

SessionStore::SessionStore(std::unique_ptr<SqlDatabase> database)
    : m_database(std::move(database)) {}

SessionStore::~SessionStore() = default;

std::expected<QByteArray, QString> SessionStore::begin(const Session& session, Instant now) {
    const QByteArray secret = randomSecret(sessionPrefix);
    const QString login = session.login.toString();
    const QString seat = session.seat.toString();
    m_version = -1;
    auto step = SqlTransaction::begin(*m_database);
    if (!step)
        return std::unexpected(step.error().toString());
    const auto kept =
        m_database->run("DELETE FROM session WHERE ends_ms <= ?", {toMs(now)})
            .and_then([&] {
                return m_database->run(
                    "INSERT INTO session(hash, login, seat, source, began_ms, ends_ms) VALUES(?, ?, ?, ?, ?, "
                    "?)",
                    {hashOfSecret(secret), login, seat, session.source, toMs(now), toMs(session.endsAt)});
            })
            .and_then([&] {
                return m_database->run(
                    "DELETE FROM session WHERE login = ?1 AND seat = ?2 AND source = ?3 AND rowid NOT IN "
                    "(SELECT rowid FROM session WHERE login = ?1 AND seat = ?2 AND source = ?3 "
                    "ORDER BY began_ms DESC, rowid DESC LIMIT ?4)",
                    {login, seat, session.source, mostOfOne});
            })
            .and_then([&] { return step->commit(); });
    return kept.transform([&] { return secret; }).transform_error([](const JournalFault& fault) {
        return fault.toString();
    });
}

std::expected<void, QString> SessionStore::end(const QByteArray& secret) {
    m_version = -1;
    return inWords(m_database->run("DELETE FROM session WHERE hash = ?", {hashOfSecret(secret)}));
}

std::expected<std::optional<SessionList>, QString> SessionStore::changes() {
    const auto version = m_database->scalar("PRAGMA data_version");
    if (!version)
        return std::unexpected(version.error().toString());
    if (version->toLongLong() == m_version)
        return std::nullopt;
    // With the user as of the same moment: who may not sit any more is never told to sign in again.
    auto rows = m_database->query("SELECT session.hash, login, seat, source, ends_ms, ended, "
                                  "coalesce(disabled, 1), coalesce(seats, '') "
                                  "FROM session LEFT JOIN user USING (login)");
    if (!rows)
        return std::unexpected(rows.error().toString());
    SessionList list;
    auto more = rows->next();
    for (; more && *more; more = rows->next()) {
        const auto login = Login::parse(rows->text(1));
        const auto seat = Seat::parse(rows->text(2));
        if (login && seat)
            list.m_known.append({rows->bytes(0),
                                 {.login = *login,
                                  .seat = *seat,
                                  .source = rows->text(3),
                                  .endsAt = instantFromMs(rows->number(4)),
                                  .isEnded = rows->number(5) != 0,
                                  .maySit = rows->number(6) == 0 && isAmong(rows->text(7), *seat)}});
    }
    if (!more)
        return std::unexpected(more.error().toString());
    m_version = version->toLongLong();
    return list;
}

} // namespace tridesk
