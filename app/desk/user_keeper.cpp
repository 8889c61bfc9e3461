// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/user_keeper.h"

#include <utility>

namespace tridesk {

namespace {

using namespace std::chrono_literals;

constexpr auto checkEvery = 500ms;
// For another's lock; the end of the program waits for it too.
constexpr auto patience = 500ms;

} // namespace

UserKeeper::UserKeeper(QString dataFolder, std::shared_ptr<const Clock> clock, HashCost cost)
    : m_folder(std::move(dataFolder))
    , m_clock(std::move(clock))
    , m_cost(cost)
    , m_again(this) { // a child, so that it moves to the thread as well
    m_again.setSingleShot(true);
    m_again.setInterval(checkEvery);
    connect(&m_again, &QTimer::timeout, this, &UserKeeper::look);
}

std::expected<void, QString> UserKeeper::open() {
    if (m_store)
        return {};
    auto store = UserStore::open(m_folder, patience, m_cost);
    if (!store)
        return std::unexpected(store.error());
    m_store = std::move(*store);
    return {};
}

std::expected<std::optional<QList<User>>, QString> UserKeeper::readOn() {
    if (const auto opened = open(); !opened)
        return std::unexpected(opened.error());
    return m_store->changes();
}

void UserKeeper::look() {
    if (const auto users = readOn(); !users)
        Q_EMIT trouble(users.error());
    else if (const std::optional<QList<User>>& news = *users)
        Q_EMIT changed(*news);
    m_again.start();
}

void UserKeeper::signIn(const QString& login, const QString& password,
                        const std::shared_ptr<QPromise<std::expected<User, SignInFault>>>& promise) {
    if (const auto users = readOn(); users && *users)
        Q_EMIT changed(users->value_or(QList<User>())); // whoever hears the answer knows what it rests on
    const auto opened = open();
    promise->addResult(opened ? m_store->signIn(login, password, m_clock->now())
                              : std::unexpected(SignInFault{SignInFault::Kind::Storage, {}, opened.error()}));
    promise->finish();
}

bool UserKeeper::keepHeard(const User& user, const QString& password) {
    return report(open().and_then([&] { return m_store->keepHeard(user, password, m_clock->now()); }));
}

void UserKeeper::forgetHeard(const Login& login) {
    report(open().and_then([&] { return m_store->forgetHeard(login); }));
}

bool UserKeeper::report(const std::expected<void, QString>& done) {
    if (!done)
        Q_EMIT trouble(done.error());
    return done.has_value();
}

} // namespace tridesk
