// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/feed_login_store.h"

#include "app/access/access_file.h"
#include "app/domain/video_feed.h"
#include "app/journal/sql.h"

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostFeeds = 20'000;
constexpr int longestHost = 255;

std::unexpected<QString> failed(const JournalFault& fault) {
    return std::unexpected(fault.toString());
}

bool isTooLong(const HostLogin& kept) {
    return kept.host.size() > longestHost ||
           std::ranges::any_of(std::initializer_list<const QString*>{&kept.login.user, &kept.login.password,
                                                                     &kept.login.query},
                               [](const QString* text) { return text->size() > limits::feedAddress; });
}

FeedLogins readFrom(const SqlRows& rows) {
    const auto login = [&](int at) {
        return HostLogin{rows.text(at), {rows.text(at + 1), rows.text(at + 2), rows.text(at + 3)}};
    };
    return {login(1), login(5)};
}

} // namespace

std::expected<std::unique_ptr<FeedLoginStore>, QString> FeedLoginStore::open(const QString& dataFolder,
                                                                             std::chrono::milliseconds wait) {
    auto database = openAccessFile(dataFolder, wait);
    if (!database)
        return std::unexpected(database.error());
    const auto made = (*database)->run(
        "CREATE TABLE IF NOT EXISTS feed_login(feed TEXT PRIMARY KEY, main_host TEXT NOT NULL, "
        "main_user TEXT NOT NULL, main_password TEXT NOT NULL, main_query TEXT NOT NULL, "
        "sub_host TEXT NOT NULL, sub_user TEXT NOT NULL, sub_password TEXT NOT NULL, "
        "sub_query TEXT NOT NULL)");
    // what is overwritten here is gone from the file, too
    const auto secure = made ? (*database)->run("PRAGMA secure_delete = ON") : made;
    if (!secure)
        return failed(secure.error());
    return std::unique_ptr<FeedLoginStore>(new FeedLoginStore(std::move(*database)));
}

FeedLoginStore::FeedLoginStore(std::unique_ptr<SqlDatabase> database)
    : m_database(std::move(database)) {}

FeedLoginStore::~FeedLoginStore() = default;

std::expected<void, QString> FeedLoginStore::set(const LoginsByFeed& logins) {
    for (const auto& [feed, kept] : logins.asKeyValueRange())
        if (isTooLong(kept.main) || isTooLong(kept.sub))
            return std::unexpected(u"login: that of feed '%1' is too long"_s.arg(feed.toString()));
    auto transaction = SqlTransaction::begin(*m_database);
    if (!transaction)
        return failed(transaction.error());
    for (const auto& [feed, kept] : logins.asKeyValueRange())
        if (const auto set = setOne(feed, kept); !set)
            return set;
    const auto count = m_database->scalar("SELECT count(*) FROM feed_login");
    if (!count)
        return failed(count.error());
    if (count->toLongLong() > mostFeeds)
        return std::unexpected(u"login: at most %1 feeds are kept"_s.arg(mostFeeds));
    if (const auto committed = transaction->commit(); !committed)
        return failed(committed.error());
    m_version = -1; // the file's version tells of others' changes only
    return {};
}

std::expected<void, QString> FeedLoginStore::setOne(const FeedId& feed, const FeedLogins& kept) {
    const auto text = [](const QString& value) { return value.isNull() ? u""_s : value; };
    const auto done =
        kept.isEmpty()
            ? m_database->run("DELETE FROM feed_login WHERE feed = ?", {feed.toString()})
            : m_database->run("INSERT OR REPLACE INTO feed_login VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                              {feed.toString(), text(kept.main.host), text(kept.main.login.user),
                               text(kept.main.login.password), text(kept.main.login.query),
                               text(kept.sub.host), text(kept.sub.login.user), text(kept.sub.login.password),
                               text(kept.sub.login.query)});
    return done ? std::expected<void, QString>() : failed(done.error());
}

std::expected<LoginsByFeed, QString> FeedLoginStore::all() {
    auto rows = m_database->query("SELECT feed, main_host, main_user, main_password, main_query, sub_host, "
                                  "sub_user, sub_password, sub_query FROM feed_login");
    if (!rows)
        return failed(rows.error());
    LoginsByFeed found;
    auto more = rows->next();
    for (; more && *more; more = rows->next())
        if (const auto feed = FeedId::parse(rows->text(0)))
            found.insert(*feed, readFrom(*rows));
    if (!more)
        return failed(more.error());
    return found;
}

std::expected<std::optional<LoginsByFeed>, QString> FeedLoginStore::changes() {
    const auto version = m_database->scalar("PRAGMA data_version");
    if (!version)
        return failed(version.error());
    if (version->toLongLong() == m_version)
        return std::nullopt;
    auto found = all();
    if (!found)
        return std::unexpected(found.error());
    m_version = version->toLongLong();
    return std::optional(std::move(*found));
}

} // namespace tridesk
