// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/user.h"

#include <QByteArray>

#include <chrono>
#include <expected>
#include <memory>

namespace tridesk {

class SqlDatabase;

/// What a hash of a password costs (argon2id); a file may hold hashes of several costs, and each is made anew
/// at the next sign-in where it is not of today's.
struct HashCost {
    unsigned long long passes = 0;
    size_t memory = 0; ///< bytes

    [[nodiscard]] static HashCost usual(); ///< libsodium's for people who wait: 64 MiB, a tenth of a second
    [[nodiscard]] static HashCost least(); ///< for tests
};

/// Why a sign-in did not succeed.
struct SignInFault {
    enum class Kind {
        Wrong,     ///< the name, the password, or both: which of them is not told
        Wait,      ///< too many wrong ones; nothing was tried
        Disabled,  ///< told only to who knows the password
        Elsewhere, ///< may not take the seat that is asked for; told only to who knows the password
        Unheard,   ///< over a link that is lost: not right, or the gateway has not let them in here lately
        Storage    ///< detail: why, one line
    };
    Kind kind = Kind::Wrong;
    Milliseconds wait{0}; ///< of Wait: until the next attempt is looked at
    QString detail = {};
};

/// The users of a data folder, in its access.db (owner-only). A password is kept as an argon2id hash alone
/// and compared in constant time; one that nobody has costs as much time as a wrong one. After three wrong
/// attempts each further one has to wait, 5 s, 10 s, 20 s, up to a minute, so that nobody guesses and nobody
/// can keep a colleague out for longer; attempts are counted in the file, for all processes, and a right one
/// ends the count. Several processes may have it open. One thread each; checking takes a tenth of a second
/// and every call may wait as long as `wait` for another's lock, so none belongs on the thread of a window
/// (UserGate is for those). Errors are one line that names the field and the value. A user whose password,
/// role or seats are changed, or who is disabled, has to sign in again wherever that was over a link.
///
/// At a station that works over a link it holds those whom the gateway let in on that machine, so that they
/// can sign in while the link is lost: each for heardHolds after the last time.
class UserStore {
public:
    [[nodiscard]] static std::expected<std::unique_ptr<UserStore>, QString>
    open(const QString& dataFolder, std::chrono::milliseconds wait = std::chrono::seconds(3),
         HashCost cost = HashCost::usual());
    ~UserStore();
    Q_DISABLE_COPY_MOVE(UserStore)

    /// A login name is a code: letters, digits, '-', '_', '.'. One that was given stays: entries name it.
    [[nodiscard]] std::expected<void, QString> add(const User& user, const QString& password);
    [[nodiscard]] std::expected<void, QString> setPassword(const Login& login, const QString& password);
    [[nodiscard]] std::expected<void, QString> setRole(const Login& login, Role role,
                                                       const QList<SeatRule>& seats);
    [[nodiscard]] std::expected<void, QString> setDisabled(const Login& login, bool disabled);
    [[nodiscard]] std::expected<QList<User>, QString> list(); ///< disabled ones too, by login name

    /// All users; nothing where nobody was added or changed, here or elsewhere, since this was last asked.
    [[nodiscard]] std::expected<std::optional<QList<User>>, QString> changes();

    [[nodiscard]] std::expected<User, SignInFault> signIn(const QString& login, const QString& password,
                                                          Instant now);

    /// The gateway has let this user in with this password: so that it can be asked here without it.
    [[nodiscard]] std::expected<void, QString> keepHeard(const User& user, const QString& password,
                                                         Instant now);
    /// The gateway does not let them in any more. Nothing where nobody of that name was kept.
    [[nodiscard]] std::expected<void, QString> forgetHeard(const Login& login);
    static constexpr std::chrono::days heardHolds{14};

private:
    UserStore(std::unique_ptr<SqlDatabase> database, HashCost cost);

    struct Kept {
        User user;
        QString hash;
        std::optional<Instant> heardAt = {}; ///< of one whom a gateway let in here
    };

    [[nodiscard]] std::expected<QString, QString> hashOf(const QString& password) const;
    [[nodiscard]] std::expected<void, SignInFault> countAttempt(const QString& login, Instant now);
    [[nodiscard]] std::expected<std::optional<Kept>, QString> find(const QString& login);
    [[nodiscard]] std::expected<void, QString> endCount(const Kept& kept, const QString& password);

    std::unique_ptr<SqlDatabase> m_database;
    HashCost m_cost;
    QString m_nobodysHash; ///< of a password that nobody knows
    std::optional<QList<User>> m_told;
    qint64 m_version = -1; ///< of the file, as last read
};

/// The tables of it, where they are missing: for the store of sessions, which looks at users too.
[[nodiscard]] std::expected<void, QString> makeUserTables(SqlDatabase& database);

/// Shortest and longest password, in characters.
constexpr int shortestPassword = 8;
constexpr int longestPassword = 128;

} // namespace tridesk
