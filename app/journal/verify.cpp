// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/verify.h"

#include "app/journal/bell.h"
#include "app/journal/chain.h"
#include "app/journal/file_lock.h"
#include "app/journal/sqlite_journal.h"
#include "app/journal/wal_tail.h"

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int chunk = 512;

bool isDamage(const JournalFault& fault) {
    return fault.code == JournalFault::Code::Corrupt || fault.code == JournalFault::Code::Io;
}

/// A chunk that cannot be read is read one by one, to find the first entry that cannot.
std::expected<QList<Entry>, JournalFault> readOn(JournalReader& journal, qint64 fromSeq) {
    auto entries = journal.read(fromSeq, chunk);
    if (entries || !isDamage(entries.error()))
        return entries;
    return journal.read(fromSeq, 1);
}

/// Follows `entries` as far as they are good.
void follow(Verdict& verdict, const QList<Entry>& entries) {
    for (const Entry& entry : entries) {
        if (const QString defect = chainDefect(verdict.head, entry); !defect.isEmpty()) {
            verdict.defect = {verdict.head.seq + 1, defect};
            return;
        }
        verdict.head = {entry.seq, entry.hash};
        verdict.last = entry.recordedAt;
    }
}

/// `rung` was stored before it was acknowledged; what cannot be read of it is lost.
void judgeEnd(Verdict& verdict, const std::optional<qint64>& rung) {
    const qint64 last = rung.value_or(0);
    if (last > verdict.head.seq)
        verdict.defect = {verdict.head.seq + 1,
                          u"lost: entries up to %1 were acknowledged and cannot be found"_s.arg(last)};
}

void judgeLog(Verdict& verdict, const std::optional<WalTail>& tail, const std::optional<qint64>& rung) {
    if (!tail)
        return;
    const QString where =
        u"%1 bytes from frame %2 of the write-ahead log"_s.arg(tail->bytes).arg(tail->firstFrame);
    if (tail->wasPublished || (tail->holdsCommit && rung.value_or(0) > verdict.head.seq) ||
        (tail->holdsCommit && !rung))
        verdict.defect = {verdict.head.seq + 1, u"lost with %1, which are damaged"_s.arg(where)};
    else
        verdict.notes += u"an interrupted write of %1"_s.arg(where);
}

std::expected<void, JournalFault> checkFile(Verdict& verdict, SqliteJournal& journal) {
    const auto damage = journal.checkFile();
    if (!damage && !isDamage(damage.error()))
        return std::unexpected(damage.error());
    const QString what = damage ? *damage : damage.error().detail;
    if (!what.isEmpty())
        verdict.defect = {0, u"the file is damaged: %1"_s.arg(what.simplified())};
    return {};
}

void noteSetAside(Verdict& verdict, SqliteJournal& journal) {
    for (const SetAside& aside : journal.everSetAside().value_or(QList<SetAside>()))
        verdict.notes += u"entries %1 to %2 were torn and set aside in %3"_s.arg(aside.fromSeq)
                             .arg(aside.toSeq)
                             .arg(aside.file);
}

} // namespace

std::expected<Verdict, JournalFault> verifyChain(JournalReader& journal) {
    Verdict verdict;
    const auto end = journal.head();
    if (!end && !isDamage(end.error()))
        return std::unexpected(end.error());
    for (;;) {
        const auto entries = readOn(journal, verdict.head.seq + 1);
        if (!entries && !isDamage(entries.error()))
            return std::unexpected(entries.error());
        if (!entries)
            verdict.defect = {verdict.head.seq + 1, u"cannot be read: %1"_s.arg(entries.error().detail)};
        else if (entries->isEmpty() && (!end || verdict.head.seq < end->seq))
            verdict.defect = {verdict.head.seq + 1, u"cannot be found"_s};
        else
            follow(verdict, *entries);
        if (verdict.defect || entries->isEmpty())
            return verdict;
    }
}

std::expected<Verdict, JournalFault> verifyFile(const QString& path) {
    // Before it is opened, for that sets SQLite's index of the log right; and only while nobody writes, for
    // then the end of the log is always unfinished.
    const auto rung = lastRung(path);
    const auto tail = FileLock::isLiving(path + u".lock"_s) ? std::nullopt : findWalTail(path);
    auto journal = SqliteJournal::open(path, {.readOnly = true});
    if (!journal)
        return std::unexpected(journal.error());
    auto verdict = verifyChain(**journal);
    if (!verdict)
        return verdict;
    if (!verdict->defect)
        judgeLog(*verdict, tail, rung);
    if (!verdict->defect)
        judgeEnd(*verdict, rung);
    if (!verdict->defect)
        if (const auto checked = checkFile(*verdict, **journal); !checked)
            return std::unexpected(checked.error());
    noteSetAside(*verdict, **journal);
    return verdict;
}

} // namespace tridesk
