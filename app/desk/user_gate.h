// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/user_store.h"
#include "app/desk/worker_thread.h"
#include "app/domain/refusal.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace tridesk {

class UserKeeper;

using SignInOutcome = std::expected<User, SignInFault>;

/// The users of a data folder for the thread of a window, which may wait neither for a file nor for the tenth
/// of a second that a password takes. A thread of its own opens access.db, checks passwords, and looks twice
/// a second whether the users have changed.
class UserGate : public QObject {
    Q_OBJECT

public:
    UserGate(const QString& dataFolder, std::shared_ptr<const Clock> clock, HashCost cost = HashCost::usual(),
             QObject* parent = nullptr);
    ~UserGate() override;

    void start();
    /// Whether the file has been read; until then it is not known whether seats need a sign-in.
    [[nodiscard]] bool isReady() const { return m_isReady; }
    /// Whether seats need a sign-in: from the first user on, also where every one is disabled by now.
    [[nodiscard]] bool hasUsers() const { return !m_users.isEmpty(); }
    [[nodiscard]] std::optional<User> find(const Login& login) const;

    /// Who acts as this user at a seat without having typed a password: what is played from a file by the
    /// owner of the desk. As anybody where the desk has no users, else as the user, where it may sit there.
    [[nodiscard]] Result<Actor> actorAt(const Seat& seat, const QString& user) const;

    QFuture<SignInOutcome> signIn(const QString& login, const QString& password);

Q_SIGNALS:
    /// The file has been read, again after a change.
    void read();
    /// It cannot be read now; one line. What was read before goes on to hold, and it is tried again.
    void trouble(const QString& why);

private:
    UserKeeper* m_keeper; ///< the thread's
    WorkerThread m_thread;
    QList<User> m_users;
    bool m_isReady = false;
};

} // namespace tridesk
