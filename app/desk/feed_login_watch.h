// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/feed_login_store.h"
#include "app/desk/worker_thread.h"

#include <QFuture>
#include <QObject>
#include <QSet>

namespace tridesk {

class FeedLoginKeeper;

/// The logins of a data folder's video feeds in memory, for the thread of a window, which may wait for no
/// file. A thread of its own opens access.db and looks twice a second whether it has changed.
class FeedLoginWatch : public QObject {
    Q_OBJECT

public:
    using Kept = std::expected<void, QString>;

    explicit FeedLoginWatch(const QString& dataFolder, QObject* parent = nullptr);
    ~FeedLoginWatch() override;

    void start();
    /// Whether the file has been read; until then no login is known.
    [[nodiscard]] bool isReady() const { return m_isReady; }
    /// Empty where none is kept.
    [[nodiscard]] FeedLogins of(const FeedId& feed) const { return m_logins.value(feed); }

    /// As FeedLoginStore::set(); known here by the time that the answer comes. One line where it failed.
    QFuture<Kept> set(const LoginsByFeed& logins);

Q_SIGNALS:
    /// The file has been read, again after a change: these feeds' logins are others than before.
    void changed(const QSet<tridesk::FeedId>& feeds);
    /// It cannot be read now; one line. What was read before goes on to hold, and it is tried again.
    void trouble(const QString& why);

private:
    void take(const LoginsByFeed& logins);

    FeedLoginKeeper* m_keeper; ///< the thread's
    WorkerThread m_thread;
    LoginsByFeed m_logins;
    bool m_isReady = false;
};

} // namespace tridesk
