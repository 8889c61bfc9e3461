// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/open_desk.h"

#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "app/journal/sqlite_journal.h"
#include "app/link/link_engine.h"

#include <QFileInfo>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

FixStoreFactory fixesIn(const DataFolder& folder) {
    return [path = folder.fixes()] -> std::expected<std::unique_ptr<FixStore>, QString> {
        auto opened = FixStore::open(path);
        if (!opened)
            return std::unexpected(opened.error().toString());
        return std::move(*opened);
    };
}

} // namespace

std::expected<OpenDesk, QString> openDesk(const QString& dataFolder, std::shared_ptr<const Clock> clock) {
    const auto folder = DataFolder::open(dataFolder);
    if (!folder)
        return std::unexpected(folder.error().toString());
    const auto journal = [path = folder->journal()] -> std::expected<std::unique_ptr<Journal>, QString> {
        auto opened = SqliteJournal::open(path);
        if (!opened)
            return std::unexpected(opened.error().toString());
        return std::move(*opened);
    };
    return OpenDesk{.desk = std::make_unique<Desk>(journal, folder->journalBell(), std::move(clock),
                                                   std::make_shared<RandomIds>()),
                    .board = std::make_unique<FixBoard>(fixesIn(*folder), folder->fixesBell()),
                    .record = ReplayGround{journal, fixesIn(*folder), folder->file(u"replay.reel"_s)}};
}

std::expected<OpenDesk, QString> openLink(const QString& dataFolder, const LinkOptions& link) {
    const auto folder = DataFolder::open(dataFolder);
    if (!folder)
        return std::unexpected(folder.error().toString());
    if (QFileInfo::exists(folder->journal()))
        return std::unexpected(
            u"%1 holds a desk of its own; name another --data for the terminal"_s.arg(folder->path()));
    auto clock = std::make_shared<LinkClock>();
    return OpenDesk{
        .desk = std::make_unique<Desk>(
            std::make_unique<LinkEngine>(link, folder->link(), clock, std::make_shared<RandomIds>()), clock),
        .board = std::make_unique<FixBoard>(fixesIn(*folder), folder->fixesBell()),
        .record = std::nullopt};
}

std::expected<Instant, QString> newestEntryOf(const QString& dataFolder) {
    const auto inWords = [](const JournalFault& fault) { return fault.toString(); };
    const auto folder = DataFolder::open(dataFolder).transform_error(inWords);
    if (!folder)
        return std::unexpected(folder.error());
    const auto journal = SqliteJournal::open(folder->journal()).transform_error(inWords);
    if (!journal)
        return std::unexpected(journal.error());
    return (*journal)
        ->head()
        .and_then([&](const JournalHead& head) { return (*journal)->read(head.seq, 1); })
        .transform([](const QList<Entry>& newest) {
            return newest.isEmpty() ? Instant() : newest.last().recordedAt;
        })
        .transform_error(inWords);
}

} // namespace tridesk
