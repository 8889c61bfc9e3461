// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/session_keeper.h"

namespace tridesk {

namespace {

using namespace std::chrono_literals;

constexpr auto checkEvery = 500ms;
// For another's lock; the end of the program waits for it too.
constexpr auto patience = 500ms;

} // namespace

SessionKeeper::SessionKeeper(QString dataFolder)
    : m_folder(std::move(dataFolder))
    , m_again(this) { // a child, so that it moves to the thread as well
    m_again.setSingleShot(true);
    m_again.setInterval(checkEvery);
    connect(&m_again, &QTimer::timeout, this, &SessionKeeper::look);
}

std::expected<void, QString> SessionKeeper::open() {
    if (m_store)
        return {};
    return SessionStore::open(m_folder, patience).transform([this](std::unique_ptr<SessionStore> store) {
        m_store = std::move(store);
    });
}

void SessionKeeper::look() {
    tell();
    m_again.start();
}

void SessionKeeper::tell() {
    const auto news = open().and_then([this] { return m_store->changes(); });
    if (!news)
        Q_EMIT trouble(news.error());
    else if (const std::optional<SessionList>& sessions = *news)
        Q_EMIT changed(*sessions);
}

void SessionKeeper::begin(const Session& session, Instant now,
                          QPromise<std::expected<QByteArray, QString>>& promise) {
    const auto secret = open().and_then([&] { return m_store->begin(session, now); });
    tell(); // whoever hears the answer is known by it
    promise.addResult(secret);
    promise.finish();
}

void SessionKeeper::end(const QByteArray& secret) {
    if (const auto ended = open().and_then([&] { return m_store->end(secret); }); !ended)
        Q_EMIT trouble(ended.error());
    tell();
}

} // namespace tridesk
