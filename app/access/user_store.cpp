// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/user_store.h"

#include "app/access/access_file.h"
#include "app/access/session_store.h"
#include "app/domain/enum_names.h"
#include "app/journal/sql.h"

#include <sodium.h>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int mostSeats = 64;
constexpr int longestName = 80;
constexpr int freeAttempts = 3;
constexpr int mostAttemptsKept = 1'000; ///< of names that somebody made up; the oldest go first
constexpr Milliseconds firstPause = 5s;
constexpr Milliseconds longestPause = 60s;

std::unexpected<QString> failed(const JournalFault& fault) {
    return std::unexpected(fault.toString());
}

/// The same letters are the same password, however an input method has put them together.
QByteArray bytesOf(const QString& password) {
    return password.normalized(QString::NormalizationForm_C).toUtf8();
}

bool hasControl(const QString& text) {
    return std::ranges::any_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

std::expected<void, QString> checkPassword(const QString& password) {
    if (password.size() < shortestPassword || password.size() > longestPassword)
        return std::unexpected(
            u"password: must have %1 to %2 characters"_s.arg(shortestPassword).arg(longestPassword));
    if (hasControl(password))
        return std::unexpected(u"password: a control character is no part of one"_s);
    return {};
}

std::expected<void, QString> checkPlace(Role role, const QList<SeatRule>& seats) {
    if (role == Role::Anybody)
        return std::unexpected(u"role: 'anybody' is nobody's role"_s);
    if (seats.isEmpty())
        return std::unexpected(u"seats: say which: bureau, station:CODE, station:*, field:CODE, field:*"_s);
    if (seats.size() > mostSeats)
        return std::unexpected(u"seats: %1, at most %2"_s.arg(seats.size()).arg(mostSeats));
    return {};
}

std::expected<void, QString> checkUser(const User& user) {
    if (user.login.isNull())
        return std::unexpected(u"login: none given"_s);
    if (user.name.size() > longestName || hasControl(user.name))
        return std::unexpected(u"name: '%1' must be at most %2 characters of one line"_s.arg(
            user.name.left(longestName).simplified(), QString::number(longestName)));
    return checkPlace(user.role, user.seats);
}

QString seatsText(const QList<SeatRule>& seats) {
    QStringList texts;
    texts.reserve(seats.size());
    for (const SeatRule& rule : seats)
        texts.append(rule.toString());
    return texts.join(u' ');
}

/// What cannot be read is a role that may do the least, or no seat.
User userIn(const SqlRows& row) {
    User user{.login = Login::parse(row.text(0)).value_or(Login()),
              .name = row.text(1),
              .role = enumFrom<Role>(row.text(2)).value_or(Role::Reviewer),
              .seats = {},
              .disabled = row.number(4) != 0,
              .addedAt = instantFromMs(row.number(5))};
    if (user.role == Role::Anybody)
        user.role = Role::Reviewer;
    const QStringList seats = row.text(3).split(u' ', Qt::SkipEmptyParts);
    for (const QString& text : seats)
        if (const auto rule = SeatRule::parse(text))
            user.seats.append(*rule);
    return user;
}

/// Of a statement that returns the login name which it changed.
std::expected<void, QString> changed(const std::expected<QVariant, JournalFault>& named, const Login& login) {
    if (!named)
        return failed(named.error());
    if (!named->isValid())
        return std::unexpected(u"login: there is no user '%1'"_s.arg(login.toString()));
    return {};
}

/// The same, and whoever is signed in by what was before has to do it again.
template <class Change>
std::expected<void, QString> altered(SqlDatabase& database, const Login& login, Change change) {
    auto step = SqlTransaction::begin(database);
    if (!step)
        return failed(step.error());
    return changed(change(), login).and_then([&] { return endSessionsOf(database, login); }).and_then([&] {
        return step->commit().transform_error(&JournalFault::toString);
    });
}

Milliseconds pauseAfter(qint64 wrong) {
    if (wrong < freeAttempts)
        return 0ms;
    const qint64 doublings = std::min<qint64>(wrong - freeAttempts, 10);
    return std::min<Milliseconds>(longestPause, firstPause * (qint64(1) << doublings));
}

SignInFault storage(const QString& why) {
    return {SignInFault::Kind::Storage, {}, why};
}

} // namespace

HashCost HashCost::usual() {
    return {crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE};
}

HashCost HashCost::least() {
    return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

std::expected<void, QString> makeUserTables(SqlDatabase& database) {
    for (const char* sql :
         {"CREATE TABLE IF NOT EXISTS user(login TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, "
          "seats TEXT NOT NULL, disabled INTEGER NOT NULL DEFAULT 0, added_ms INTEGER NOT NULL, "
          "hash TEXT NOT NULL)",
          "CREATE TABLE IF NOT EXISTS attempt(login TEXT PRIMARY KEY, wrong INTEGER NOT NULL, "
          "last_ms INTEGER NOT NULL)",
          "CREATE TABLE IF NOT EXISTS heard(login TEXT PRIMARY KEY, at_ms INTEGER NOT NULL)"})
        if (const auto made = database.run(sql); !made)
            return failed(made.error());
    return makeSessionTable(database);
}

std::expected<std::unique_ptr<UserStore>, QString>
UserStore::open(const QString& dataFolder, std::chrono::milliseconds wait, HashCost cost) {
    auto database = openAccessFile(dataFolder, wait);
    if (!database)
        return std::unexpected(database.error());
    if (const auto made = makeUserTables(**database); !made)
        return std::unexpected(made.error());
    return std::unique_ptr<UserStore>(new UserStore(std::move(*database), cost));
}

UserStore::UserStore(std::unique_ptr<SqlDatabase> database, HashCost cost)
    : m_database(std::move(database))
    , m_cost(cost) {}

UserStore::~UserStore() = default;

std::expected<QString, QString> UserStore::hashOf(const QString& password) const {
    QByteArray hash(crypto_pwhash_STRBYTES, '\0');
    QByteArray bytes = bytesOf(password);
    const int made =
        crypto_pwhash_str(hash.data(), bytes.constData(), size_t(bytes.size()), m_cost.passes, m_cost.memory);
    sodium_memzero(bytes.data(), size_t(bytes.size()));
    if (made != 0)
        return std::unexpected(u"password: not enough memory to keep it safely"_s);
    return QString::fromLatin1(hash.constData());
}

std::expected<void, QString> UserStore::add(const User& user, const QString& password) {
    if (const auto checked = checkUser(user); !checked)
        return checked;
    if (const auto checked = checkPassword(password); !checked)
        return checked;
    const auto hash = hashOf(password);
    if (!hash)
        return std::unexpected(hash.error());
    const auto named =
        m_database->scalar("INSERT INTO user(login, name, role, seats, disabled, added_ms, hash) "
                           "VALUES(?, ?, ?, ?, ?, ?, ?) ON CONFLICT(login) DO NOTHING RETURNING login",
                           {user.login.toString(), user.name, QString(enumName(user.role)),
                            seatsText(user.seats), int(user.disabled), toMs(user.addedAt), *hash});
    if (!named)
        return failed(named.error());
    if (!named->isValid())
        return std::unexpected(u"login: '%1' is another user's already"_s.arg(user.login.toString()));
    m_version = -1;
    return {};
}

std::expected<void, QString> UserStore::setPassword(const Login& login, const QString& password) {
    if (const auto checked = checkPassword(password); !checked)
        return checked;
    const auto hash = hashOf(password);
    if (!hash)
        return std::unexpected(hash.error());
    const auto set = altered(*m_database, login, [&] {
        return m_database->scalar("UPDATE user SET hash = ? WHERE login = ? RETURNING login",
                                  {*hash, login.toString()});
    });
    if (!set)
        return set;
    const auto ended = m_database->run("DELETE FROM attempt WHERE login = ?", {login.toString()});
    return ended ? std::expected<void, QString>() : failed(ended.error());
}

std::expected<void, QString> UserStore::setRole(const Login& login, Role role, const QList<SeatRule>& seats) {
    if (const auto checked = checkPlace(role, seats); !checked)
        return checked;
    m_version = -1;
    return altered(*m_database, login, [&] {
        return m_database->scalar("UPDATE user SET role = ?, seats = ? WHERE login = ? RETURNING login",
                                  {QString(enumName(role)), seatsText(seats), login.toString()});
    });
}

std::expected<void, QString> UserStore::setDisabled(const Login& login, bool disabled) {
    m_version = -1;
    return altered(*m_database, login, [&] {
        return m_database->scalar("UPDATE user SET disabled = ? WHERE login = ? RETURNING login",
                                  {int(disabled), login.toString()});
    });
}

std::expected<void, QString> UserStore::keepHeard(const User& user, const QString& password, Instant now) {
    if (const auto checked = checkUser(user); !checked)
        return checked;
    const auto hash = hashOf(password);
    if (!hash)
        return std::unexpected(hash.error());
    auto step = SqlTransaction::begin(*m_database);
    if (!step)
        return failed(step.error());
    m_version = -1;
    const QString login = user.login.toString();
    return m_database
        ->run("INSERT OR REPLACE INTO user(login, name, role, seats, disabled, added_ms, hash) "
              "VALUES(?, ?, ?, ?, 0, ?, ?)",
              {login, user.name, QString(enumName(user.role)), seatsText(user.seats), toMs(now), *hash})
        .and_then([&] {
            return m_database->run("INSERT OR REPLACE INTO heard(login, at_ms) VALUES(?, ?)",
                                   {login, toMs(now)});
        })
        .and_then([&] { return m_database->run("DELETE FROM attempt WHERE login = ?", {login}); })
        .and_then([&] { return step->commit(); })
        .transform_error(&JournalFault::toString);
}

std::expected<void, QString> UserStore::forgetHeard(const Login& login) {
    auto step = SqlTransaction::begin(*m_database);
    if (!step)
        return failed(step.error());
    m_version = -1;
    return m_database
        ->run("DELETE FROM user WHERE login = ?1 AND login IN (SELECT login FROM heard)", {login.toString()})
        .and_then([&] { return m_database->run("DELETE FROM heard WHERE login = ?", {login.toString()}); })
        .and_then([&] { return step->commit(); })
        .transform_error(&JournalFault::toString);
}

std::expected<QList<User>, QString> UserStore::list() {
    auto rows =
        m_database->query("SELECT login, name, role, seats, disabled, added_ms FROM user ORDER BY login");
    if (!rows)
        return failed(rows.error());
    QList<User> users;
    auto more = rows->next();
    for (; more && *more; more = rows->next())
        users.append(userIn(*rows));
    if (!more)
        return failed(more.error());
    return users;
}

std::expected<std::optional<QList<User>>, QString> UserStore::changes() {
    const auto version = m_database->scalar("PRAGMA data_version");
    if (!version)
        return failed(version.error());
    if (version->toLongLong() == m_version)
        return std::nullopt;
    auto users = list();
    if (!users)
        return std::unexpected(users.error());
    m_version = version->toLongLong();
    if (m_told == *users) // another's token, or an attempt
        return std::nullopt;
    m_told = *users;
    return m_told;
}

/// Counts before anything is tried, so that attempts at the same moment wait for each other.
std::expected<void, SignInFault> UserStore::countAttempt(const QString& login, Instant now) {
    auto step = SqlTransaction::begin(*m_database);
    if (!step)
        return std::unexpected(storage(step.error().toString()));
    const auto wrong = m_database->scalar("SELECT wrong FROM attempt WHERE login = ?", {login});
    const auto last = m_database->scalar("SELECT last_ms FROM attempt WHERE login = ?", {login});
    if (!wrong || !last)
        return std::unexpected(storage((wrong ? last : wrong).error().toString()));
    const Milliseconds pause = pauseAfter(wrong->toLongLong());
    // A clock that was set back makes nobody wait for longer than the pause.
    const Milliseconds left = std::min<Milliseconds>(pause, instantFromMs(last->toLongLong()) + pause - now);
    if (pause > 0ms && left > 0ms)
        return std::unexpected(SignInFault{SignInFault::Kind::Wait, left});
    const auto counted =
        m_database->run("INSERT INTO attempt(login, wrong, last_ms) VALUES(?, 1, ?) "
                        "ON CONFLICT(login) DO UPDATE SET wrong = wrong + 1, last_ms = excluded.last_ms",
                        {login, toMs(now)});
    const auto trimmed =
        m_database->run("DELETE FROM attempt WHERE login NOT IN (SELECT login FROM user) AND login NOT IN "
                        "(SELECT login FROM attempt ORDER BY last_ms DESC, login LIMIT ?)",
                        {mostAttemptsKept});
    const auto kept = counted && trimmed ? step->commit() : std::expected<void, JournalFault>();
    for (const auto& done : {counted, trimmed, kept})
        if (!done)
            return std::unexpected(storage(done.error().toString()));
    return {};
}

std::expected<std::optional<UserStore::Kept>, QString> UserStore::find(const QString& login) {
    auto rows =
        m_database->query("SELECT login, name, role, seats, disabled, added_ms, hash, coalesce(at_ms, -1) "
                          "FROM user LEFT JOIN heard USING (login) WHERE login = ?",
                          {login});
    if (!rows)
        return failed(rows.error());
    const auto more = rows->next();
    if (!more)
        return failed(more.error());
    if (!*more)
        return std::nullopt;
    Kept kept{userIn(*rows), rows->text(6)};
    if (rows->number(7) >= 0)
        kept.heardAt = instantFromMs(rows->number(7));
    return kept;
}

std::expected<void, QString> UserStore::endCount(const Kept& kept, const QString& password) {
    const QString login = kept.user.login.toString();
    const auto ended = m_database->run("DELETE FROM attempt WHERE login = ?", {login});
    if (!ended)
        return failed(ended.error());
    if (crypto_pwhash_str_needs_rehash(kept.hash.toLatin1().constData(), m_cost.passes, m_cost.memory) == 0)
        return {};
    const auto hash = hashOf(password);
    if (!hash)
        return std::unexpected(hash.error());
    const auto set = m_database->run("UPDATE user SET hash = ? WHERE login = ?", {*hash, login});
    return set ? std::expected<void, QString>() : failed(set.error());
}

std::expected<User, SignInFault> UserStore::signIn(const QString& login, const QString& password,
                                                   Instant now) {
    const auto name = Login::parse(login);
    if (!name || password.isEmpty() || password.size() > longestPassword)
        return std::unexpected(SignInFault{});
    if (m_nobodysHash.isEmpty())
        if (const auto hash = hashOf(u"nobody's, and tried like anybody's"_s))
            m_nobodysHash = *hash;
    if (const auto counted = countAttempt(login, now); !counted)
        return std::unexpected(counted.error());
    const auto found = find(login);
    if (!found)
        return std::unexpected(storage(found.error()));
    const std::optional<Kept>& kept = *found;
    QByteArray bytes = bytesOf(password);
    const QByteArray hash = (kept ? kept->hash : m_nobodysHash).toLatin1();
    const bool fits =
        crypto_pwhash_str_verify(hash.constData(), bytes.constData(), size_t(bytes.size())) == 0;
    sodium_memzero(bytes.data(), size_t(bytes.size()));
    if (!kept || !fits)
        return std::unexpected(SignInFault{});
    if (kept->user.disabled)
        return std::unexpected(SignInFault{SignInFault::Kind::Disabled});
    if (kept->heardAt && now > *kept->heardAt + heardHolds)
        return std::unexpected(SignInFault{SignInFault::Kind::Unheard});
    if (const auto ended = endCount(*kept, password); !ended)
        return std::unexpected(storage(ended.error()));
    return kept->user;
}

} // namespace tridesk
