// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/user_gate.h"

#include "app/desk/user_keeper.h"

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

UserGate::UserGate(const QString& dataFolder, std::shared_ptr<const Clock> clock, HashCost cost,
                   QObject* parent)
    : SignInGate(parent)
    , m_keeper(new UserKeeper(dataFolder, std::move(clock), cost))
    , m_thread(u"users"_s, m_keeper) {
    connect(m_keeper, &UserKeeper::changed, this, [this](const QList<User>& users) {
        m_users = users;
        m_isReady = true;
        Q_EMIT read();
    });
    connect(m_keeper, &UserKeeper::trouble, this, &UserGate::trouble);
}

UserGate::~UserGate() = default;

void UserGate::start() {
    m_thread.start();
    QMetaObject::invokeMethod(m_keeper, &UserKeeper::look, Qt::QueuedConnection);
}

std::optional<User> UserGate::find(const Login& login) const {
    const auto found = std::ranges::find(m_users, login, &User::login);
    return found == m_users.end() ? std::nullopt : std::optional(*found);
}

QFuture<SignInOutcome> UserGate::signIn(const QString& login, const QString& password) {
    auto promise = std::make_shared<QPromise<SignInOutcome>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_keeper, [keeper = m_keeper, login, password, promise] { keeper->signIn(login, password, promise); },
        Qt::QueuedConnection);
    return promise->future();
}

QFuture<bool> UserGate::keepHeard(const User& user, const QString& password) {
    auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_keeper,
        [keeper = m_keeper, user, password, promise] {
            promise->addResult(keeper->keepHeard(user, password));
            promise->finish();
        },
        Qt::QueuedConnection);
    return promise->future();
}

void UserGate::forgetHeard(const Login& login) {
    QMetaObject::invokeMethod(
        m_keeper, [keeper = m_keeper, login] { keeper->forgetHeard(login); }, Qt::QueuedConnection);
}

} // namespace tridesk
