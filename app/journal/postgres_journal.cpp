// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/postgres_journal.h"

#include "app/journal/postgres_rows.h"

#include <QLoggingCategory>
#include <QThread>

#include <tuple>

namespace tridesk {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

namespace {

Q_LOGGING_CATEGORY(logPostgres, "tridesk.journal")

/// How long is looked for what a lost line may have stored, and the pauses between.
constexpr milliseconds lookingFor(5'000), firstPause(250);

} // namespace

class PostgresJournal::Transaction final : public JournalTransaction {
public:
    Transaction(PostgresJournal& journal, JournalHead head)
        : m_journal(journal)
        , m_head(std::move(head)) {
        m_journal.m_inTransaction = true;
    }
    ~Transaction() override { end(); }

    std::expected<JournalHead, JournalFault> head() override { return m_head; }
    std::expected<QList<Entry>, JournalFault> read(qint64 fromSeq, int limit) override {
        return postgres_rows::read(connection(), fromSeq, limit);
    }
    std::expected<QList<Entry>, JournalFault> entriesOf(RequestId request) override {
        return postgres_rows::entriesOf(connection(), request);
    }

    std::expected<QList<Entry>, JournalFault> append(const QList<Draft>& drafts,
                                                     Instant recordedAt) override {
        if (!m_open)
            return std::unexpected(over());
        auto entries = postgres_rows::append(connection(), m_head, drafts, recordedAt);
        if (!entries)
            end(); // half a request must never be committed
        else if (!entries->isEmpty()) {
            m_head = {entries->last().seq, entries->last().hash};
            m_hasAppended = true;
        }
        return entries;
    }

    std::expected<void, JournalFault> commit() override {
        if (!m_open)
            return std::unexpected(over());
        const auto done = connection().query({"COMMIT"});
        m_open = false;
        m_journal.m_inTransaction = false;
        if (done && done->done() == "COMMIT")
            return {};
        if (done) // an earlier fault in it has undone it already
            return std::unexpected(
                connection().fault(JournalFault::Code::Io, u"commit: the server undid the step"_s));
        if (connection().isAlive() || !m_hasAppended)
            return std::unexpected(done.error());
        return m_journal.lookFor(m_head, done.error());
    }

private:
    [[nodiscard]] PostgresConnection& connection() const { return m_journal.m_line.connection(); }
    [[nodiscard]] JournalFault over() const {
        return connection().fault(JournalFault::Code::Io, u"the transaction is over"_s);
    }

    void end() {
        if (!m_open)
            return;
        m_open = false;
        m_journal.m_inTransaction = false;
        // Where the line is lost the server undoes it by itself.
        if (connection().isAlive())
            std::ignore = connection().run("ROLLBACK");
    }

    PostgresJournal& m_journal;
    JournalHead m_head;
    bool m_open = true;
    bool m_hasAppended = false;
};

PostgresJournal::PostgresJournal(const PostgresAddress& address, const Options& options)
    : m_line(address, options.wait)
    , m_readOnly(options.readOnly) {
    m_line.clockSeen = options.clockSeen;
    m_line.readOnly = options.readOnly;
}

PostgresJournal::~PostgresJournal() = default;

std::expected<std::unique_ptr<PostgresJournal>, JournalFault>
PostgresJournal::open(const PostgresAddress& address, const Options& options) {
    std::unique_ptr<PostgresJournal> journal(new PostgresJournal(address, options));
    return journal->m_line.signIn().transform([&] { return std::move(journal); });
}

template <class Question>
auto PostgresJournal::ask(Question question) -> decltype(question()) {
    if (m_inTransaction && !m_line.isAlive()) // a new line would know nothing of the step
        return std::unexpected(
            m_line.fault(JournalFault::Code::Io, u"the line was lost in the middle of a step"_s));
    return m_inTransaction ? question() : m_line.ask(question);
}

std::expected<JournalHead, JournalFault> PostgresJournal::head() {
    return ask([&] { return postgres_rows::head(connection()); });
}

std::expected<QList<Entry>, JournalFault> PostgresJournal::read(qint64 fromSeq, int limit) {
    return ask([&] { return postgres_rows::read(connection(), fromSeq, limit); });
}

std::expected<QList<Entry>, JournalFault> PostgresJournal::entriesOf(RequestId request) {
    return ask([&] { return postgres_rows::entriesOf(connection(), request); });
}

std::expected<QList<Entry>, JournalFault> PostgresJournal::ofStream(const QString& stream, int limit) {
    return ask([&] { return postgres_rows::ofStream(connection(), stream, limit); });
}

std::expected<QList<Receipt>, JournalFault> PostgresJournal::receipts(const ReceiptQuery& query) {
    return ask([&] { return postgres_rows::receipts(connection(), query); });
}

std::expected<bool, JournalFault> PostgresJournal::readsAll() {
    return ask([&] { return connection().query({"SELECT tridesk.reads_all()"}); })
        .transform([](const PostgresRows& rows) { return rows.number(0, 0) != 0; });
}

std::expected<void, JournalFault> PostgresJournal::mayWrite(const QString& doing) const {
    if (m_readOnly)
        return std::unexpected(
            m_line.fault(JournalFault::Code::ReadOnly, doing + u": opened for reading only"_s));
    if (m_inTransaction)
        return std::unexpected(
            m_line.fault(JournalFault::Code::Locked, doing + u": a transaction of this instance is open"_s));
    return {};
}

/// READ COMMITTED, so that what is read behind the lock is what was committed when it was got.
std::expected<JournalHead, JournalFault> PostgresJournal::beginStep() {
    const auto begun = connection().queryAll(
        {{"BEGIN ISOLATION LEVEL READ COMMITTED"}, {"SELECT seq, hash FROM tridesk.begin_step()"}});
    if (!begun) {
        if (connection().isAlive())
            std::ignore = connection().run("ROLLBACK");
        return std::unexpected(begun.error());
    }
    return postgres_rows::headAt((*begun)[1]);
}

std::expected<std::unique_ptr<JournalTransaction>, JournalFault> PostgresJournal::begin() {
    if (const auto may = mayWrite(u"begin"_s); !may)
        return std::unexpected(may.error());
    return ask([&] { return beginStep(); })
        .transform([&](const JournalHead& head) -> std::unique_ptr<JournalTransaction> {
            return std::make_unique<Transaction>(*this, head);
        });
}

std::expected<void, JournalFault> PostgresJournal::record(const QList<Receipt>& receipts) {
    if (const auto may = mayWrite(u"record"_s); !may)
        return may;
    // Twice is as good as once: what touches is joined.
    return ask([&] { return postgres_rows::keep(connection(), receipts); });
}

/// Behind the lock: whoever had it when the line was lost has ended by then, one way or the other.
std::expected<bool, JournalFault> PostgresJournal::isStored(const JournalHead& head) {
    if (const auto signedIn = m_line.signIn(); !signedIn)
        return std::unexpected(signedIn.error());
    const auto begun = beginStep();
    if (!begun)
        return std::unexpected(begun.error());
    const auto entries = postgres_rows::read(connection(), head.seq, 1);
    if (connection().isAlive())
        std::ignore = connection().run("ROLLBACK");
    return entries.transform([&](const QList<Entry>& found) {
        return !found.isEmpty() && found.constFirst().seq == head.seq && found.constFirst().hash == head.hash;
    });
}

std::expected<void, JournalFault> PostgresJournal::lookFor(const JournalHead& head,
                                                           const JournalFault& lost) {
    qCWarning(logPostgres).noquote() << "the line was lost in a commit:" << lost.toString();
    const auto until = steady_clock::now() + lookingFor;
    for (milliseconds pause = firstPause;; pause = pause * 2) {
        const auto stored = isStored(head);
        if (stored && *stored)
            return {};
        if (stored)
            return std::unexpected(m_line.fault(JournalFault::Code::Io, u"not stored: "_s + lost.detail));
        if (steady_clock::now() + pause > until)
            return std::unexpected(
                m_line.fault(JournalFault::Code::Unknown,
                             u"stored or not: %1; and then %2"_s.arg(lost.detail, stored.error().detail)));
        QThread::sleep(pause);
    }
}

} // namespace tridesk
