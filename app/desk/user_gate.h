// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/sign_in_gate.h"
#include "app/desk/worker_thread.h"

#include <memory>

namespace tridesk {

class UserKeeper;

/// The users of a data folder for the thread of a window, which may wait neither for a file nor for the tenth
/// of a second that a password takes. A thread of its own opens access.db, checks passwords, and looks twice
/// a second whether the users have changed.
class UserGate : public SignInGate {
    Q_OBJECT

public:
    UserGate(const QString& dataFolder, std::shared_ptr<const Clock> clock, HashCost cost = HashCost::usual(),
             QObject* parent = nullptr);
    ~UserGate() override;

    void start() override;
    /// Whether the file has been read.
    [[nodiscard]] bool isReady() const override { return m_isReady; }
    /// From the first user on, also where every one is disabled by now.
    [[nodiscard]] bool hasUsers() const override { return !m_users.isEmpty(); }
    [[nodiscard]] std::optional<User> find(const Login& login) const override;
    [[nodiscard]] const QList<User>& users() const { return m_users; } ///< disabled ones too
    [[nodiscard]] QFuture<SignInOutcome> signIn(const QString& login, const QString& password) override;

    /// Of a station over a link (UserStore): false where it could not be written, which trouble() tells.
    [[nodiscard]] QFuture<bool> keepHeard(const User& user, const QString& password);
    void forgetHeard(const Login& login);

private:
    UserKeeper* m_keeper; ///< the thread's
    WorkerThread m_thread;
    QList<User> m_users;
    bool m_isReady = false;
};

} // namespace tridesk
