// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/sqlite_journal.h"

#include "app/journal/chain.h"
#include "app/journal/entry_rows.h"
#include "app/journal/migrations.h"

#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QTemporaryDir>

#include <utility>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logJournal, "tridesk.journal")

/// Putting a file in order takes longer than a step in it.
constexpr std::chrono::milliseconds openingWait = std::chrono::seconds(5);

using Opened = std::expected<std::unique_ptr<SqlDatabase>, JournalFault>;

Opened openForReading(const QString& path, std::chrono::milliseconds wait) {
    if (!QFileInfo(path).isFile())
        return std::unexpected(JournalFault{JournalFault::Code::Io, path, u"open: there is no such file"_s});
    const auto checked = [](std::unique_ptr<SqlDatabase> database) -> Opened {
        return checkSchema(*database, journalSchema).transform([&] { return std::move(database); });
    };
    auto opened = SqlDatabase::open(path, SqlDatabase::Access::ReadOnly, wait).and_then(checked);
    // On media that cannot be written SQLite cannot share a log; but then nothing changes there either.
    const bool unshared = !opened && (opened.error().code == JournalFault::Code::Io ||
                                      opened.error().code == JournalFault::Code::ReadOnly);
    if (unshared && QFileInfo(path + u"-wal"_s).size() == 0)
        return SqlDatabase::open(path, SqlDatabase::Access::Immutable, wait).and_then(checked);
    return opened;
}

/// A journal with its log still beside it, on media that cannot be written: read from a copy.
std::unique_ptr<QTemporaryDir> copyOf(const QString& path) {
    auto folder = std::make_unique<QTemporaryDir>();
    const QString copy = folder->filePath(QFileInfo(path).fileName());
    const bool copied =
        folder->isValid() && QFile::copy(path, copy) && QFile::copy(path + u"-wal"_s, copy + u"-wal"_s);
    return copied ? std::move(folder) : nullptr;
}

Opened openForWriting(const QString& path, std::chrono::milliseconds wait) {
    return SqlDatabase::open(path, SqlDatabase::Access::ReadWrite, wait)
        .and_then([](std::unique_ptr<SqlDatabase> database) -> Opened {
            return database->run("PRAGMA journal_mode=WAL")
                .and_then([&] { return database->run("PRAGMA synchronous=FULL"); })
                .and_then([&] { return migrate(*database, journalSchema); })
                .transform([&] { return std::move(database); });
        });
}

} // namespace

class SqliteJournal::Transaction final : public JournalTransaction {
public:
    Transaction(SqliteJournal& journal, SqlTransaction step, JournalHead head)
        : m_journal(journal)
        , m_database(*journal.m_database)
        , m_step(std::move(step))
        , m_head(std::move(head)) {
        m_journal.m_inTransaction = true;
    }
    ~Transaction() override { m_journal.m_inTransaction = false; }

    std::expected<JournalHead, JournalFault> head() override { return m_head; }
    std::expected<QList<Entry>, JournalFault> read(qint64 fromSeq, int limit) override {
        return rows::read(m_database, fromSeq, limit);
    }
    std::expected<QList<Entry>, JournalFault> entriesOf(RequestId request) override {
        return rows::entriesOf(m_database, request);
    }
    std::expected<QList<Entry>, JournalFault> append(const QList<Draft>& drafts, Instant recordedAt) override;
    std::expected<void, JournalFault> commit() override;

private:
    SqliteJournal& m_journal;
    SqlDatabase& m_database;
    std::optional<SqlTransaction> m_step;
    JournalHead m_head;
    bool m_hasAppended = false;
};

std::expected<QList<Entry>, JournalFault> SqliteJournal::Transaction::append(const QList<Draft>& drafts,
                                                                             Instant recordedAt) {
    if (!m_step)
        return std::unexpected(
            m_database.fault(JournalFault::Code::Io, u"append: the transaction is over"_s));
    QList<Entry> entries;
    for (const Draft& draft : drafts) {
        const Entry entry = chained(m_head, draft, recordedAt);
        if (const auto inserted = rows::insert(m_database, entry); !inserted) {
            m_step.reset(); // half a request must never be committed
            return std::unexpected(inserted.error());
        }
        m_head = {entry.seq, entry.hash};
        m_hasAppended = true;
        entries += entry;
    }
    return entries;
}

std::expected<void, JournalFault> SqliteJournal::Transaction::commit() {
    if (!m_step)
        return std::unexpected(
            m_database.fault(JournalFault::Code::Io, u"commit: the transaction is over"_s));
    const auto done = m_step->commit();
    m_step.reset();
    m_journal.m_inTransaction = false;
    if (done && m_hasAppended && m_journal.m_bell)
        m_journal.m_bell->ring(m_head.seq);
    return done;
}

std::expected<std::unique_ptr<SqliteJournal>, JournalFault> SqliteJournal::open(const QString& path,
                                                                                Options options) {
    if (options.readOnly)
        return openReadOnly(path, options);
    auto lock = FileLock::open(path + u".lock"_s, std::max(options.wait, openingWait));
    if (!lock)
        return std::unexpected(lock.error());
    return openAlone(path, options, std::move(*lock));
}

std::expected<std::unique_ptr<SqliteJournal>, JournalFault> SqliteJournal::openReadOnly(const QString& path,
                                                                                        Options options) {
    auto database = openForReading(path, options.wait);
    std::unique_ptr<QTemporaryDir> copy;
    if (!database && QFileInfo(path + u"-wal"_s).size() > 0 &&
        !QFileInfo(QFileInfo(path).path()).isWritable())
        copy = copyOf(path);
    if (copy)
        database = openForReading(copy->filePath(QFileInfo(path).fileName()), options.wait);
    if (!database)
        return std::unexpected(database.error());
    std::unique_ptr<SqliteJournal> journal(new SqliteJournal(std::move(*database)));
    journal->m_copy = std::move(copy);
    return journal;
}

/// Whoever opens it next waits until the end is in order.
std::expected<std::unique_ptr<SqliteJournal>, JournalFault>
SqliteJournal::openAlone(const QString& path, Options options, FileLock lock) {
    const Instant now = SystemClock().now();
    QList<SetAside> setAside;
    const auto note = [&](const std::optional<SetAside>& aside) {
        if (!aside)
            return;
        qCWarning(logJournal).noquote() << "set aside:" << aside->what << "now in" << aside->file;
        setAside += *aside;
    };
    if (lock.isAlone()) {
        const auto torn = setAsideTornLog(path, now);
        if (!torn)
            return std::unexpected(torn.error());
        note(*torn);
    }
    auto database = openForWriting(path, options.wait);
    if (!database)
        return std::unexpected(database.error());
    if (lock.isAlone()) {
        const auto torn = setAsideTornEntries(**database, now);
        if (!torn)
            return std::unexpected(torn.error());
        note(*torn);
    }
    if (const auto opened = lock.opened(); !opened)
        return std::unexpected(opened.error());
    std::unique_ptr<SqliteJournal> journal(new SqliteJournal(std::move(*database)));
    journal->m_lock.emplace(std::move(lock));
    Bell& bell = journal->m_bell.emplace(path);
    journal->m_setAside = setAside;
    if (!setAside.isEmpty()) { // what was set aside has been told of, and is missed no more
        const auto head = journal->head();
        if (!head)
            return std::unexpected(head.error());
        bell.ring(head->seq);
    }
    return journal;
}

SqliteJournal::SqliteJournal(std::unique_ptr<SqlDatabase> database)
    : m_database(std::move(database)) {}

SqliteJournal::~SqliteJournal() {
    m_database.reset(); // before the lock: whoever finds himself alone must find the file closed
}

std::expected<JournalHead, JournalFault> SqliteJournal::head() {
    return rows::head(*m_database);
}

std::expected<QList<Entry>, JournalFault> SqliteJournal::read(qint64 fromSeq, int limit) {
    return rows::read(*m_database, fromSeq, limit);
}

std::expected<QList<Entry>, JournalFault> SqliteJournal::entriesOf(RequestId request) {
    return rows::entriesOf(*m_database, request);
}

std::expected<QList<Entry>, JournalFault> SqliteJournal::ofStream(const QString& stream, int limit) {
    return rows::ofStream(*m_database, stream, limit);
}

std::expected<void, JournalFault> SqliteJournal::mayWrite(const QString& doing) const {
    if (!m_lock)
        return std::unexpected(
            m_database->fault(JournalFault::Code::ReadOnly, doing + u": opened for reading only"_s));
    if (m_inTransaction)
        return std::unexpected(m_database->fault(JournalFault::Code::Locked,
                                                 doing + u": a transaction of this instance is open"_s));
    return {};
}

std::expected<std::unique_ptr<JournalTransaction>, JournalFault> SqliteJournal::begin() {
    if (const auto may = mayWrite(u"begin"_s); !may)
        return std::unexpected(may.error());
    auto step = SqlTransaction::begin(*m_database);
    if (!step)
        return std::unexpected(step.error());
    return rows::head(*m_database)
        .transform([&](const JournalHead& head) -> std::unique_ptr<JournalTransaction> {
            return std::make_unique<Transaction>(*this, std::move(*step), head);
        });
}

std::expected<void, JournalFault> SqliteJournal::record(const QList<Receipt>& receipts) {
    if (const auto may = mayWrite(u"record"_s); !may)
        return std::unexpected(may.error());
    auto step = SqlTransaction::begin(*m_database);
    if (!step)
        return std::unexpected(step.error());
    for (const Receipt& receipt : receipts)
        if (const auto kept = rows::keep(*m_database, receipt); !kept)
            return kept;
    return step->commit();
}

std::expected<QList<Receipt>, JournalFault> SqliteJournal::receipts(const ReceiptQuery& query) {
    return rows::receipts(*m_database, query);
}

std::expected<QList<SetAside>, JournalFault> SqliteJournal::everSetAside() {
    return allSetAside(*m_database);
}

std::expected<QString, JournalFault> SqliteJournal::checkFile() {
    const auto structure = m_database->scalar("PRAGMA integrity_check(1)");
    if (!structure)
        return std::unexpected(structure.error());
    if (structure->toString() != u"ok")
        return structure->toString();
    return rows::firstUnindexed(*m_database).transform([](qint64 seq) {
        return seq ? u"entry %1 is missing in the index"_s.arg(seq) : QString();
    });
}

} // namespace tridesk
