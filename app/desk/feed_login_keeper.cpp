// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/feed_login_keeper.h"

#include <utility>

namespace tridesk {

namespace {

using namespace std::chrono_literals;

constexpr auto checkEvery = 500ms;
// For another's lock; the end of the program waits for it too.
constexpr auto patience = 500ms;

} // namespace

FeedLoginKeeper::FeedLoginKeeper(QString dataFolder)
    : m_folder(std::move(dataFolder))
    , m_again(this) { // a child, so that it moves to the thread as well
    m_again.setSingleShot(true);
    m_again.setInterval(checkEvery);
    connect(&m_again, &QTimer::timeout, this, &FeedLoginKeeper::look);
}

void FeedLoginKeeper::look() {
    if (const auto read = readOn(); !read)
        Q_EMIT trouble(read.error());
    m_again.start();
}

void FeedLoginKeeper::set(const LoginsByFeed& logins,
                          const std::shared_ptr<QPromise<std::expected<void, QString>>>& promise) {
    auto done = open();
    if (done)
        done = m_store->set(logins);
    if (done) // whoever hears the answer finds it known already
        done = readOn();
    promise->addResult(std::move(done));
    promise->finish();
}

std::expected<void, QString> FeedLoginKeeper::open() {
    if (m_store)
        return {};
    auto store = FeedLoginStore::open(m_folder, patience);
    if (!store)
        return std::unexpected(store.error());
    m_store = std::move(*store);
    return {};
}

std::expected<void, QString> FeedLoginKeeper::readOn() {
    if (const auto opened = open(); !opened)
        return opened;
    const auto logins = m_store->changes();
    if (!logins)
        return std::unexpected(logins.error());
    if (const std::optional<LoginsByFeed>& news = *logins)
        Q_EMIT changed(*news);
    return {};
}

} // namespace tridesk
