// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/bell.h"
#include "app/journal/file_lock.h"
#include "app/journal/journal.h"
#include "app/journal/recovery.h"
#include "app/journal/sql.h"

#include <chrono>
#include <optional>

class QTemporaryDir;

namespace tridesk {

/// The journal of one machine: a SQLite file with a write-ahead log, shared by any number of processes on
/// that machine (not over a network file system). A commit is on the disk when it returns.
class SqliteJournal final : public Journal {
public:
    struct Options {
        bool readOnly = false; ///< never writes; works on media that cannot be written
        std::chrono::milliseconds wait = std::chrono::seconds(5); ///< for locks, at most
    };

    /// Opens `path`, makes it where it is missing, and, when nobody else has it open, puts its end in order
    /// (recovery.h says what that is); setAside() then tells.
    [[nodiscard]] static std::expected<std::unique_ptr<SqliteJournal>, JournalFault> open(const QString& path,
                                                                                          Options options);
    [[nodiscard]] static std::expected<std::unique_ptr<SqliteJournal>, JournalFault>
    open(const QString& path) {
        return open(path, Options());
    }
    ~SqliteJournal() override;

    [[nodiscard]] std::expected<JournalHead, JournalFault> head() override;
    [[nodiscard]] std::expected<QList<Entry>, JournalFault> read(qint64 fromSeq, int limit) override;
    [[nodiscard]] std::expected<QList<Entry>, JournalFault> entriesOf(RequestId request) override;
    [[nodiscard]] std::expected<std::unique_ptr<JournalTransaction>, JournalFault> begin() override;
    [[nodiscard]] std::expected<QList<Entry>, JournalFault> ofStream(const QString& stream,
                                                                     int limit) override;
    [[nodiscard]] std::expected<void, JournalFault> record(const QList<Receipt>& receipts) override;
    [[nodiscard]] std::expected<QList<Receipt>, JournalFault> receipts(const ReceiptQuery& query) override;

    /// What was torn at the end of the journal when it was opened, and where it is kept now. Empty as a rule.
    [[nodiscard]] const QList<SetAside>& setAside() const { return m_setAside; }

    /// The same of all times, oldest first; `what` is when.
    [[nodiscard]] std::expected<QList<SetAside>, JournalFault> everSetAside();

    /// SQLite's own check of the whole file, its indexes among it; empty if all is well.
    [[nodiscard]] std::expected<QString, JournalFault> checkFile();

private:
    class Transaction;

    explicit SqliteJournal(std::unique_ptr<SqlDatabase> database);
    [[nodiscard]] static std::expected<std::unique_ptr<SqliteJournal>, JournalFault>
    openAlone(const QString& path, Options options, FileLock lock);
    [[nodiscard]] static std::expected<std::unique_ptr<SqliteJournal>, JournalFault>
    openReadOnly(const QString& path, Options options);
    [[nodiscard]] std::expected<void, JournalFault> mayWrite(const QString& doing) const;

    std::unique_ptr<QTemporaryDir> m_copy;
    std::optional<FileLock> m_lock; ///< none where it is only read
    std::unique_ptr<SqlDatabase> m_database;
    QList<SetAside> m_setAside;
    std::optional<Bell> m_bell;
    bool m_inTransaction = false;
};

} // namespace tridesk
