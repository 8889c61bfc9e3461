// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/feed_login.h"
#include "app/domain/id.h"

#include <QHash>

#include <chrono>
#include <expected>
#include <memory>
#include <optional>

namespace tridesk {

class SqlDatabase;

using LoginsByFeed = QHash<FeedId, FeedLogins>;

/// The logins of a data folder's video feeds, in its access.db, which only its owner may read: a camera wants
/// the password itself, so that a hash would not do. Never in the journal, a log or an export. Several
/// processes may have it open. One thread each; every call may wait as long as `wait` for another's lock, so
/// none belongs on the thread of a window (FeedLoginWatch is for those). Errors are one line, without a
/// login.
class FeedLoginStore {
public:
    [[nodiscard]] static std::expected<std::unique_ptr<FeedLoginStore>, QString>
    open(const QString& dataFolder, std::chrono::milliseconds wait = std::chrono::seconds(3));
    ~FeedLoginStore();
    Q_DISABLE_COPY_MOVE(FeedLoginStore)

    /// Keeps these in the place of what was kept of the same feeds, all or none; empty ones are forgotten.
    [[nodiscard]] std::expected<void, QString> set(const LoginsByFeed& logins);

    [[nodiscard]] std::expected<LoginsByFeed, QString> all();
    /// All of them; nothing where none was changed, here or elsewhere, since this was last asked.
    [[nodiscard]] std::expected<std::optional<LoginsByFeed>, QString> changes();

private:
    explicit FeedLoginStore(std::unique_ptr<SqlDatabase> database);

    [[nodiscard]] std::expected<void, QString> setOne(const FeedId& feed, const FeedLogins& logins);

    std::unique_ptr<SqlDatabase> m_database;
    qint64 m_version = -1; ///< of the file, as last read
};

} // namespace tridesk
