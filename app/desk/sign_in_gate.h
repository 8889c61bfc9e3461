// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/user_store.h"
#include "app/domain/refusal.h"

#include <QFuture>
#include <QObject>

#include <optional>

namespace tridesk {

using SignInOutcome = std::expected<User, SignInFault>;

/// Who may sit at the seats of this program, for the thread of a window, which waits for nobody: the users of
/// a data folder (user_gate.h), or those of a gateway (app/link/link_gate.h).
class SignInGate : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;
    /// Whether it is known who they are; until then it is not known whether seats need a sign-in.
    [[nodiscard]] virtual bool isReady() const = 0;
    /// Whether seats need a sign-in.
    [[nodiscard]] virtual bool hasUsers() const = 0;
    /// As they are now; nothing of one who may not sit here any more.
    [[nodiscard]] virtual std::optional<User> find(const Login& login) const = 0;
    [[nodiscard]] virtual QFuture<SignInOutcome> signIn(const QString& login, const QString& password) = 0;
    /// Who sits here from now on, after what the one before did last; nobody where nobody signed in.
    virtual void setSitting(const std::optional<User>& user) { Q_UNUSED(user) }

    /// Who acts as this user at a seat without having typed a password: what is played from a file by the
    /// owner of the desk. As anybody where the desk has no users, else as the user, where it may sit there.
    [[nodiscard]] Result<Actor> actorAt(const Seat& seat, const QString& user) const;

Q_SIGNALS:
    /// It is known, again after a change.
    void read();
    /// It cannot be read now; one line. What was read before goes on to hold, and it is tried again.
    void trouble(const QString& why);
};

} // namespace tridesk
