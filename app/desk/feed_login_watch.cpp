// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/feed_login_watch.h"

#include "app/desk/feed_login_keeper.h"

namespace tridesk {

using namespace Qt::StringLiterals;

FeedLoginWatch::FeedLoginWatch(const QString& dataFolder, QObject* parent)
    : QObject(parent)
    , m_keeper(new FeedLoginKeeper(dataFolder))
    , m_thread(u"logins"_s, m_keeper) {
    connect(m_keeper, &FeedLoginKeeper::changed, this, &FeedLoginWatch::take);
    connect(m_keeper, &FeedLoginKeeper::trouble, this, &FeedLoginWatch::trouble);
}

FeedLoginWatch::~FeedLoginWatch() = default;

void FeedLoginWatch::start() {
    m_thread.start();
    QMetaObject::invokeMethod(m_keeper, &FeedLoginKeeper::look, Qt::QueuedConnection);
}

QFuture<FeedLoginWatch::Kept> FeedLoginWatch::set(const LoginsByFeed& logins) {
    const auto promise = std::make_shared<QPromise<Kept>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_keeper, [keeper = m_keeper, logins, promise] { keeper->set(logins, promise); },
        Qt::QueuedConnection);
    return promise->future();
}

void FeedLoginWatch::take(const LoginsByFeed& logins) {
    QSet<FeedId> changes;
    for (const auto& [feed, kept] : logins.asKeyValueRange())
        if (m_logins.value(feed) != kept)
            changes.insert(feed);
    for (const auto& [feed, kept] : m_logins.asKeyValueRange())
        if (!logins.contains(feed))
            changes.insert(feed);
    m_logins = logins;
    m_isReady = true;
    Q_EMIT changed(changes);
}

} // namespace tridesk
