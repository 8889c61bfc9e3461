// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/replica_copy.h"

#include "app/desk/whole_fold.h"
#include "app/journal/sqlite_journal.h"

#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "tridesk.link")

constexpr qsizetype mostUnwritten = 100'000; ///< entries; some 100 MB

/// From `at` on, as many as were recorded at the same moment: they are appended in one go.
QList<Draft> draftsOfOneMoment(const QList<Entry>& entries, qsizetype at) {
    QList<Draft> drafts;
    for (qsizetype i = at; i < entries.size() && entries.at(i).recordedAt == entries.at(at).recordedAt; ++i)
        drafts.append(entries.at(i).fact);
    return drafts;
}

} // namespace

std::expected<std::unique_ptr<ReplicaCopy>, JournalFault> ReplicaCopy::open(const QString& path) {
    std::unique_ptr<ReplicaCopy> copy(new ReplicaCopy(path));
    return copy->begin().transform([&] { return std::move(copy); });
}

ReplicaCopy::~ReplicaCopy() = default;

ReplicaCopy::Done ReplicaCopy::begin() {
    auto journal = SqliteJournal::open(m_path);
    if (!journal)
        return std::unexpected(journal.error());
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
    m_journal = std::move(*journal);
    m_unwritten.clear();
    m_isBehind = false;
    return {};
}

std::expected<Situation, JournalFault> ReplicaCopy::fold(const QString& facts) {
    return foldWhole(*m_journal, facts);
}

ReplicaCopy::Done ReplicaCopy::take(const QList<FoldedEntry>& entries) {
    if (m_isBehind)
        return {};
    m_unwritten.reserve(m_unwritten.size() + entries.size());
    for (const FoldedEntry& each : entries)
        m_unwritten.append(each.entry);
    return takeAgain();
}

ReplicaCopy::Done ReplicaCopy::takeAgain() {
    const Done written = write(m_unwritten);
    if (written)
        m_unwritten.clear();
    if (m_unwritten.size() > mostUnwritten) {
        qCWarning(log) << "the copy of the journal stays behind:" << written.error().toString();
        m_isBehind = true;
        m_unwritten.clear();
    }
    return written;
}

ReplicaCopy::Done ReplicaCopy::write(const QList<Entry>& entries) {
    if (entries.isEmpty())
        return {};
    const auto step = m_journal->begin();
    if (!step)
        return std::unexpected(step.error());
    for (qsizetype at = 0; at < entries.size();) {
        const auto copied = (*step)->append(draftsOfOneMoment(entries, at), entries.at(at).recordedAt);
        if (!copied)
            return std::unexpected(copied.error());
        for (const Entry& copy : *copied)
            if (const Entry& entry = entries.at(at++); copy.seq != entry.seq || copy.hash != entry.hash)
                return std::unexpected(JournalFault{
                    JournalFault::Code::Corrupt, m_path,
                    u"entry %1 does not match its hash, or does not follow on %2"_s.arg(entry.seq).arg(
                        copy.seq - 1)});
    }
    return (*step)->commit();
}

std::expected<QString, JournalFault> ReplicaCopy::setAside(Instant now) {
    m_journal.reset();
    const QFileInfo file(m_path);
    const QString aside = u"%1/%2-%3"_s.arg(file.path(), file.completeBaseName(),
                                            toDateTime(now).toUTC().toString(u"yyyyMMdd-hhmmsszzz"_s));
    // The log first: left beside a new file it would be taken for that one's.
    for (const QString& part : {u"-wal"_s, u"-shm"_s, QString()})
        if (QFileInfo::exists(m_path + part) && !QFile::rename(m_path + part, aside + u".db"_s + part)) {
            const JournalFault fault{JournalFault::Code::Io, m_path, u"cannot be renamed"_s};
            return begin().and_then(
                [&]() -> std::expected<QString, JournalFault> { return std::unexpected(fault); });
        }
    return begin().transform([&] { return aside + u".db"_s; });
}

} // namespace tridesk
