// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/journal.h"
#include "app/journal/postgres_line.h"

namespace tridesk {

/// The journal of many machines, on a PostgreSQL server. A commit is on the server's disk when it returns.
/// Steps are taken one after the other, by a row that each holds locked from begin() to its end; so entries
/// become visible in the order of their numbers. The server numbers, chains and checks them itself
/// (postgres/*.sql), whoever speaks to it.
///
/// With the line lost, each call is a fault within a few seconds at most, and the next one tries again, at
/// once the first time and then after a growing pause. A step whose commit was not answered is looked for
/// before anything is said of it: stored, not stored, or, where the server stays away, Unknown.
class PostgresJournal final : public Journal {
public:
    struct Options {
        bool readOnly = false;                                    ///< never writes, not even tables
        std::chrono::milliseconds wait = std::chrono::seconds(5); ///< for others' steps, at most
        /// Told at each sign-in, on the journal's thread: how far the server's clock is ahead of this
        /// machine's. The server refuses entries by a clock that is minutes off.
        std::function<void(std::chrono::milliseconds)> clockSeen = {};
    };

    /// Makes the tables in an empty database, where its owner comes; brings an older one up.
    [[nodiscard]] static std::expected<std::unique_ptr<PostgresJournal>, JournalFault>
    open(const PostgresAddress& address, const Options& options);
    [[nodiscard]] static std::expected<std::unique_ptr<PostgresJournal>, JournalFault>
    open(const PostgresAddress& address) {
        return open(address, Options());
    }
    ~PostgresJournal() override;

    [[nodiscard]] std::expected<JournalHead, JournalFault> head() override;
    [[nodiscard]] std::expected<QList<Entry>, JournalFault> read(qint64 fromSeq, int limit) override;
    [[nodiscard]] std::expected<QList<Entry>, JournalFault> entriesOf(RequestId request) override;
    [[nodiscard]] std::expected<std::unique_ptr<JournalTransaction>, JournalFault> begin() override;
    [[nodiscard]] std::expected<QList<Entry>, JournalFault> ofStream(const QString& stream,
                                                                     int limit) override;
    [[nodiscard]] std::expected<void, JournalFault> record(const QList<Receipt>& receipts) override;
    [[nodiscard]] std::expected<QList<Receipt>, JournalFault> receipts(const ReceiptQuery& query) override;

    /// Whether the server gives this user every entry. To others numbers have gaps, and no chain is whole.
    [[nodiscard]] std::expected<bool, JournalFault> readsAll();

private:
    class Transaction;

    PostgresJournal(const PostgresAddress& address, const Options& options);
    [[nodiscard]] PostgresConnection& connection() const { return m_line.connection(); }
    template <class Question>
    auto ask(Question question) -> decltype(question());
    [[nodiscard]] std::expected<void, JournalFault> mayWrite(const QString& doing) const;
    [[nodiscard]] std::expected<JournalHead, JournalFault> beginStep();
    [[nodiscard]] std::expected<bool, JournalFault> isStored(const JournalHead& head);
    [[nodiscard]] std::expected<void, JournalFault> lookFor(const JournalHead& head,
                                                            const JournalFault& lost);

    PostgresLine m_line;
    bool m_readOnly;
    bool m_inTransaction = false;
};

} // namespace tridesk
