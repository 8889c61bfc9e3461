// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/recovery.h"

#include "app/journal/chain.h"
#include "app/journal/entry_json.h"
#include "app/journal/entry_rows.h"
#include "app/journal/wal_tail.h"

#include <QFileInfo>
#include <QSaveFile>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestTornTail = 64;

/// "journal.setaside-20260101T120000123.jsonl" beside "journal.db".
QString asideFile(const QString& journalPath, Instant now, const QString& suffix) {
    const QFileInfo journal(journalPath);
    const QString time = toDateTime(now).toString(u"yyyyMMdd'T'HHmmsszzz"_s);
    return u"%1/%2.setaside-%3.%4"_s.arg(journal.path(), journal.completeBaseName(), time, suffix);
}

/// On the disk, whole or not at all, when it returns.
std::expected<void, JournalFault> write(const QString& path, const QByteArray& content) {
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return {};
    return std::unexpected(JournalFault{JournalFault::Code::Io, path, u"set aside: "_s + file.errorString()});
}

std::expected<QList<Entry>, JournalFault> tornEntries(SqlDatabase& database) {
    const auto head = rows::head(database);
    if (!head)
        return std::unexpected(head.error());
    auto tail = rows::read(database, head->seq - longestTornTail, longestTornTail + 1);
    if (!tail)
        return tail;
    const auto lastWhole = std::ranges::find_if(
        tail->rbegin(), tail->rend(), [](const Entry& entry) { return entry.hash == chainHash(entry); });
    if (lastWhole == tail->rend() && tail->size() > longestTornTail)
        return std::unexpected(database.fault(
            JournalFault::Code::Corrupt,
            u"the last %1 entries are all damaged; see tridesk-journal verify"_s.arg(tail->size())));
    return QList<Entry>(lastWhole.base(), tail->end());
}

/// Rows are taken out only of a file whose structure is sound: in another their numbers mean nothing.
std::expected<void, JournalFault> requireSound(SqlDatabase& database) {
    const auto structure = database.scalar("PRAGMA integrity_check(1)");
    if (!structure)
        return std::unexpected(structure.error());
    if (structure->toString() == u"ok")
        return {};
    return std::unexpected(database.fault(
        JournalFault::Code::Corrupt, u"the file is damaged: %1"_s.arg(structure->toString().simplified())));
}

QByteArray linesOf(const QList<Entry>& entries, const QList<Receipt>& receipts) {
    QByteArray lines;
    for (const Entry& entry : entries)
        lines += toJsonLine(entry) + '\n';
    for (const Receipt& receipt : receipts)
        lines += u"{\"receipt\":[%1,%2],\"seat\":\"%3\",\"stage\":%4,\"at\":\"%5\"}\n"_s.arg(receipt.fromSeq)
                     .arg(receipt.toSeq)
                     .arg(receipt.seat)
                     .arg(int(receipt.stage))
                     .arg(toIso(receipt.at))
                     .toUtf8();
    return lines;
}

/// Their numbers will be given again, so receipts must not go on pointing at them.
std::expected<void, JournalFault> remove(SqlDatabase& database, const SetAside& aside, Instant now) {
    auto step = SqlTransaction::begin(database);
    if (!step)
        return std::unexpected(step.error());
    const qint64 last = aside.fromSeq - 1;
    return database.run("DELETE FROM entries WHERE seq > ?", {last})
        .and_then([&] { return database.run("DELETE FROM lookups WHERE seq > ?", {last}); })
        .and_then([&] { return database.run("DELETE FROM receipts WHERE from_seq > ?", {last}); })
        .and_then(
            [&] { return database.run("UPDATE receipts SET to_seq = ? WHERE to_seq > ?", {last, last}); })
        .and_then([&] {
            return database.run(
                "INSERT INTO set_aside (at, from_seq, to_seq, file) VALUES (?, ?, ?, ?)",
                {qint64(toMs(now)), aside.fromSeq, aside.toSeq, QFileInfo(aside.file).fileName()});
        })
        .and_then([&] { return step->commit(); });
}

} // namespace

std::expected<std::optional<SetAside>, JournalFault> setAsideTornLog(const QString& journalPath,
                                                                     Instant now) {
    const auto tail = findWalTail(journalPath);
    if (!tail)
        return std::nullopt;
    const QString wal = journalPath + u"-wal"_s;
    QFile file(wal);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(
            JournalFault{JournalFault::Code::Io, wal, u"set aside: "_s + file.errorString()});
    // A damaged log is kept whole, so that it can be mended; of an interrupted one its end is all that gets
    // lost.
    const bool keepWhole = tail->wasPublished || tail->holdsCommit;
    if (!keepWhole)
        file.seek(tail->offset);
    const SetAside aside{asideFile(journalPath, now, u"wal"_s), 0, 0,
                         u"%1 bytes from frame %2 of the write-ahead log: %3"_s.arg(tail->bytes)
                             .arg(tail->firstFrame)
                             .arg(tail->wasPublished  ? u"damaged"_s
                                  : tail->holdsCommit ? u"a write that cannot be read"_s
                                                      : u"an interrupted write"_s)};
    return write(aside.file, keepWhole ? file.readAll() : file.read(tail->bytes)).transform([&] {
        return std::optional(aside);
    });
}

std::expected<std::optional<SetAside>, JournalFault> setAsideTornEntries(SqlDatabase& database, Instant now) {
    const auto torn = tornEntries(database);
    if (!torn)
        return std::unexpected(torn.error());
    if (torn->isEmpty())
        return std::nullopt;
    if (const auto sound = requireSound(database); !sound)
        return std::unexpected(sound.error());
    const qint64 from = torn->first().seq, to = torn->last().seq;
    const auto receipts = rows::receipts(database, {.seat = {}, .stage = {}, .fromSeq = from});
    if (!receipts)
        return std::unexpected(receipts.error());
    const SetAside aside{asideFile(database.path(), now, u"jsonl"_s), from, to,
                         u"entries %1 to %2, whose content does not match their hash"_s.arg(from).arg(to)};
    return write(aside.file, linesOf(*torn, *receipts))
        .and_then([&] { return remove(database, aside, now); })
        .transform([&] { return std::optional(aside); });
}

std::expected<QList<SetAside>, JournalFault> allSetAside(SqlDatabase& database) {
    auto found = database.query("SELECT file, from_seq, to_seq, at FROM set_aside ORDER BY id");
    if (!found)
        return std::unexpected(found.error());
    QList<SetAside> all;
    for (;;) {
        const auto more = found->next();
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return all;
        all += {found->text(0), found->number(1), found->number(2), toIso(instantFromMs(found->number(3)))};
    }
}

} // namespace tridesk
