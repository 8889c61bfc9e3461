// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/folded_entry.h"
#include "app/domain/situation.h"
#include "app/journal/journal.h"

#include <expected>
#include <memory>

namespace tridesk {

/// A console's copy of the journal on a server: a journal file like any other (SqliteJournal), in which each
/// entry has the number and the hash that it has there. One thread writes; others may read the file.
class ReplicaCopy {
public:
    using Done = std::expected<void, JournalFault>;

    /// Makes it where it is missing.
    [[nodiscard]] static std::expected<std::unique_ptr<ReplicaCopy>, JournalFault> open(const QString& path);
    ~ReplicaCopy();
    Q_DISABLE_COPY_MOVE(ReplicaCopy)

    [[nodiscard]] Journal& journal() { return *m_journal; }
    /// The fold of all of it; `facts` as foldWhole() has it.
    [[nodiscard]] std::expected<Situation, JournalFault> fold(const QString& facts = {});

    /// What follows on what was taken before. On the disk when it returns; on a fault it is kept in memory
    /// and written with what comes next. Corrupt, and nothing of it written: an entry does not match its
    /// hash, or does not follow.
    [[nodiscard]] Done take(const QList<FoldedEntry>& entries);
    /// Writes what could not be written before.
    [[nodiscard]] Done takeAgain();

    /// Puts the file aside under a name that says when, and begins an empty one. Where it lies now.
    [[nodiscard]] std::expected<QString, JournalFault> setAside(Instant now);

private:
    explicit ReplicaCopy(QString path)
        : m_path(std::move(path)) {}
    [[nodiscard]] Done begin();
    [[nodiscard]] Done write(const QList<Entry>& entries);

    QString m_path;
    std::unique_ptr<Journal> m_journal;
    QList<Entry> m_unwritten;
    bool m_isBehind = false; ///< too much could not be written: a later start takes it from the server
};

} // namespace tridesk
