// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/open_desk.h"

#include "app/desk/desk_worker.h"
#include "app/domain/codec.h"
#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "app/journal/postgres_fixes.h"
#include "app/journal/postgres_journal.h"
#include "app/journal/postgres_watch.h"
#include "app/journal/sqlite_journal.h"
#include "app/link/link_engine.h"
#include "app/link/replica_engine.h"
#include "app/link/replica_record.h"
#include "app/replay/practice_journal.h"

#include <QFileInfo>
#include <QLoggingCategory>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

QString inWords(const JournalFault& fault) {
    return fault.toString();
}

/// A terminal keeps its units' tracks for so long; the record has them.
constexpr std::chrono::hours trackKept = std::chrono::days(7);

FixStoreFactory fixesIn(const DataFolder& folder, std::chrono::hours keeps = {}) {
    return [path = folder.fixes(), keeps] -> std::expected<std::unique_ptr<FixStore>, QString> {
        auto opened = FixStore::open(path, std::chrono::seconds(5), keeps);
        if (!opened)
            return std::unexpected(opened.error().toString());
        return std::move(*opened);
    };
}

JournalFactory journalAt(const QString& path) {
    return [path]() -> std::expected<std::unique_ptr<Journal>, QString> {
        auto opened = SqliteJournal::open(path);
        if (!opened)
            return std::unexpected(opened.error().toString());
        return std::move(*opened);
    };
}

std::unique_ptr<Desk> deskOn(const JournalFactory& journal, const QString& bell,
                             std::shared_ptr<const Clock> clock, const DataFolder& folder) {
    auto engine =
        std::make_unique<DeskWorker>(journal, bell, clock, std::make_shared<RandomIds>(), folder.facts());
    return std::make_unique<Desk>(std::move(engine), std::move(clock));
}

QString ownDeskIn(const DataFolder& folder) {
    return QFileInfo::exists(folder.journal())
               ? u"%1 holds a desk of its own; name another --data for the terminal"_s.arg(folder.path())
               : QString();
}

/// `clock`, where there is one, follows the server's.
std::expected<std::unique_ptr<Journal>, JournalFault> wholeJournal(const PostgresAddress& server,
                                                                   const std::shared_ptr<LinkClock>& clock) {
    PostgresJournal::Options options;
    if (clock)
        options.clockSeen = [clock](std::chrono::milliseconds ahead) { clock->setAhead(ahead); };
    auto journal = PostgresJournal::open(server, options);
    if (!journal)
        return std::unexpected(journal.error());
    const auto all = (*journal)->readsAll();
    if (!all)
        return std::unexpected(all.error());
    if (!*all) // decided upon a part, a command would be decided wrongly
        return std::unexpected(JournalFault{
            JournalFault::Code::Refused, server.shown(),
            u"this account reads only a part of the journal: stations and crews work over the gateway"_s});
    return std::move(*journal);
}

ServerAccess accessTo(const PostgresAddress& server, const std::shared_ptr<LinkClock>& clock) {
    return {.open = [server, clock] { return wholeJournal(server, clock); },
            .bell = PostgresBell{server}.toString()};
}

JournalFactory journalOn(const PostgresAddress& server, const std::shared_ptr<LinkClock>& clock) {
    return [server, clock] { return wholeJournal(server, clock).transform_error(inWords); };
}

FixStoreFactory fixesOn(const PostgresAddress& server) {
    return [server] { return PostgresFixStore::open(server).transform_error(inWords); };
}

std::expected<Instant, JournalFault> newestOf(Journal& journal) {
    return journal.head()
        .and_then([&](const JournalHead& head) { return journal.read(head.seq, 1); })
        .transform([](const QList<Entry>& newest) {
            return newest.isEmpty() ? Instant() : newest.last().recordedAt;
        });
}

Q_LOGGING_CATEGORY(logPrograms, "tridesk.programs")

/// What is this machine's own beside a journal on a server.
std::expected<DataFolder, QString> folderBeside(const QString& path, const PostgresAddress& server) {
    const auto folder = DataFolder::open(path);
    if (!folder)
        return std::unexpected(folder.error().toString());
    if (const QString own = ownDeskIn(*folder); !own.isEmpty())
        return std::unexpected(own);
    if (server.isPlain())
        qCWarning(logPrograms).noquote()
            << server.shown() << "may be spoken to unencrypted: add sslmode=verify-full to the address";
    return *folder;
}

} // namespace

std::expected<OpenDesk, QString> openDesk(const QString& dataFolder, std::shared_ptr<const Clock> clock,
                                          bool asDrill) {
    if (const QString fault = practiceFault(dataFolder, asDrill); !fault.isEmpty())
        return std::unexpected(fault);
    const auto folder = DataFolder::open(dataFolder);
    if (!folder)
        return std::unexpected(folder.error().toString());
    const auto journal = journalAt(folder->journal());
    return OpenDesk{.desk = deskOn(journal, folder->journalBell(), std::move(clock), *folder),
                    .board = std::make_unique<FixBoard>(fixesIn(*folder), folder->fixesBell()),
                    .record = ReplayGround{journal, fixesIn(*folder), folder->facts()}};
}

std::expected<PostgresAddress, QString> serverAt(const QString& address, const QString& passwordFile) {
    const auto server = PostgresAddress::parse(address);
    if (!server || passwordFile.isEmpty())
        return server;
    if (!QFileInfo(passwordFile).isReadable())
        return std::unexpected(u"--password-file: %1 cannot be read"_s.arg(passwordFile));
    return server->withPasswordFile(QFileInfo(passwordFile).absoluteFilePath());
}

std::expected<OpenDesk, QString> openServerDesk(const QString& dataFolder, const PostgresAddress& server,
                                                std::shared_ptr<const Clock> clock) {
    const auto folder = folderBeside(dataFolder, server);
    if (!folder)
        return std::unexpected(folder.error());
    const auto followed = clock ? nullptr : std::make_shared<LinkClock>();
    if (followed)
        clock = followed;
    const auto journal = journalOn(server, followed);
    const auto fixes = fixesOn(server);
    return OpenDesk{.desk = deskOn(journal, PostgresBell{server}.toString(), clock, *folder),
                    .board = std::make_unique<FixBoard>(
                        fixes, PostgresBell{server, PostgresBell::Channel::Fixes}.toString()),
                    .record = ReplayGround{journal, fixes, folder->facts()}};
}

std::expected<OpenDesk, QString> openReplicaDesk(const QString& dataFolder, const PostgresAddress& server) {
    const auto folder = folderBeside(dataFolder, server);
    if (!folder)
        return std::unexpected(folder.error());
    auto clock = std::make_shared<LinkClock>();
    const ServerAccess access = accessTo(server, clock);
    const auto fixes = fixesOn(server);
    const JournalFactory record = [copy = journalAt(folder->replica()), access] {
        return copy().transform([&](std::unique_ptr<Journal> journal) -> std::unique_ptr<Journal> {
            return std::make_unique<ReplicaRecord>(std::move(journal), access);
        });
    };
    auto board =
        std::make_unique<FixBoard>(fixes, PostgresBell{server, PostgresBell::Channel::Fixes}.toString());
    board->keepNewestIn(folder->newestFixes());
    return OpenDesk{.desk = std::make_unique<Desk>(
                        std::make_unique<ReplicaEngine>(
                            access, ReplicaFiles{folder->replica(), folder->outbox(), folder->facts()}, clock,
                            std::make_shared<RandomIds>()),
                        clock),
                    .board = std::move(board),
                    .record = ReplayGround{record, fixes, folder->facts()}};
}

std::expected<OpenDesk, QString> openLink(const QString& dataFolder, const LinkOptions& link) {
    const auto folder = DataFolder::open(dataFolder);
    if (!folder)
        return std::unexpected(folder.error().toString());
    if (const QString own = ownDeskIn(*folder); !own.isEmpty())
        return std::unexpected(own);
    auto clock = std::make_shared<LinkClock>();
    return OpenDesk{
        .desk = std::make_unique<Desk>(
            std::make_unique<LinkEngine>(link, folder->link(), clock, std::make_shared<RandomIds>()), clock),
        .board = std::make_unique<FixBoard>(fixesIn(*folder, trackKept), folder->fixesBell()),
        .record = std::nullopt};
}

std::expected<Instant, QString> newestEntryOf(const QString& dataFolder) {
    const auto folder = DataFolder::open(dataFolder).transform_error(inWords);
    if (!folder)
        return std::unexpected(folder.error());
    const QString path =
        QFileInfo::exists(folder->replica()) ? folder->replica() : folder->journal(); // never both
    if (!QFileInfo::exists(path))
        return Instant();
    return SqliteJournal::open(path)
        .and_then([](const std::unique_ptr<SqliteJournal>& journal) { return newestOf(*journal); })
        .transform_error(inWords);
}

std::expected<Instant, QString> newestEntryOn(const PostgresAddress& server) {
    return wholeJournal(server, nullptr)
        .and_then([](const std::unique_ptr<Journal>& journal) { return newestOf(*journal); })
        .transform_error(inWords);
}

std::expected<void, QString> takesEntriesOf(const PostgresAddress& server, Instant at) {
    const auto journal = wholeJournal(server, nullptr);
    if (!journal)
        return std::unexpected(inWords(journal.error()));
    const Actor anybody{.seat = {.tier = Tier::Bureau, .place = {}}, .user = u"somebody"_s};
    const Draft trial = encode(SeatOpened{}, {RequestId(RandomIds().next()), anybody, {}, OpenSeat{}}, at);
    return (*journal)
        ->begin()
        .and_then([&](const std::unique_ptr<JournalTransaction>& step) { // never committed
            return step->append({trial}, at);
        })
        .transform([](const QList<Entry>&) {})
        .transform_error(inWords);
}

} // namespace tridesk
