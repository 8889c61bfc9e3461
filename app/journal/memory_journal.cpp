// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/memory_journal.h"

#include "app/journal/chain.h"

#include <QHash>

#include <algorithm>
#include <mutex>
#include <utility>

namespace tridesk {

using namespace Qt::StringLiterals;

struct MemoryJournal::Store {
    std::timed_mutex writer; ///< held by the one transaction
    std::mutex data;         ///< held while the lists are touched
    QList<Entry> entries;
    QMultiHash<RequestId, qint64> requests;
    QHash<QString, QList<qint64>> streams;
    QList<Receipt> receipts;
};

namespace {

JournalFault locked(const QString& detail) {
    return {JournalFault::Code::Locked, u"memory"_s, detail};
}

JournalHead headOf(const QList<Entry>& entries) {
    return entries.isEmpty() ? JournalHead{} : JournalHead{entries.last().seq, entries.last().hash};
}

/// Entries are numbered without gaps from 1, so that the position is known from the number.
QList<Entry> slice(const QList<Entry>& entries, qint64 fromSeq, int limit) {
    const qsizetype first = std::max<qint64>(fromSeq, 1) - 1;
    return first < entries.size() && limit > 0 ? entries.mid(first, limit) : QList<Entry>();
}

bool touches(const Receipt& a, const Receipt& b) {
    return a.seat == b.seat && a.user == b.user && a.stage == b.stage && a.at == b.at &&
           a.fromSeq <= b.toSeq + 1 && b.fromSeq <= a.toSeq + 1;
}

} // namespace

class MemoryJournal::Transaction final : public JournalTransaction {
public:
    Transaction(MemoryJournal& journal, std::unique_lock<std::timed_mutex> lock)
        : m_journal(journal)
        , m_lock(std::move(lock))
        , m_base(headOf(journal.m_store->entries))
        , m_head(m_base) {
        m_journal.m_inTransaction = true;
    }
    ~Transaction() override { end(); }

    std::expected<JournalHead, JournalFault> head() override { return m_head; }

    std::expected<QList<Entry>, JournalFault> read(qint64 fromSeq, int limit) override {
        const std::scoped_lock data(m_journal.m_store->data);
        QList<Entry> found = slice(m_journal.m_store->entries, fromSeq, limit);
        found += slice(m_pending, fromSeq + found.size() - m_base.seq, limit - int(found.size()));
        return found;
    }

    std::expected<QList<Entry>, JournalFault> entriesOf(RequestId request) override {
        auto found = m_journal.entriesOf(request);
        for (const Entry& entry : std::as_const(m_pending))
            if (entry.fact.request == request)
                found->append(entry);
        return found;
    }

    std::expected<QList<Entry>, JournalFault> append(const QList<Draft>& drafts,
                                                     Instant recordedAt) override {
        if (!m_lock.owns_lock())
            return std::unexpected(over());
        QList<Entry> entries;
        for (const Draft& draft : drafts) {
            entries += chained(m_head, draft, recordedAt);
            m_head = {entries.last().seq, entries.last().hash};
        }
        m_pending += entries;
        return entries;
    }

    std::expected<void, JournalFault> commit() override {
        if (!m_lock.owns_lock())
            return std::unexpected(over());
        {
            Store& store = *m_journal.m_store;
            const std::scoped_lock data(store.data);
            for (const Entry& entry : std::as_const(m_pending)) {
                store.requests.insert(entry.fact.request, entry.seq);
                store.streams[entry.fact.stream].append(entry.seq);
            }
            store.entries += std::exchange(m_pending, {});
        }
        end();
        return {};
    }

private:
    static JournalFault over() { return {JournalFault::Code::Io, u"memory"_s, u"the transaction is over"_s}; }

    void end() {
        if (m_lock.owns_lock()) {
            m_lock.unlock();
            m_journal.m_inTransaction = false;
        }
    }

    MemoryJournal& m_journal;
    std::unique_lock<std::timed_mutex> m_lock;
    JournalHead m_base;
    JournalHead m_head;
    QList<Entry> m_pending;
};

std::shared_ptr<MemoryJournal::Store> MemoryJournal::makeStore() {
    return std::make_shared<Store>();
}

MemoryJournal::MemoryJournal(std::shared_ptr<Store> store, std::chrono::milliseconds wait)
    : m_store(std::move(store))
    , m_wait(wait) {}

MemoryJournal::~MemoryJournal() = default;

std::expected<JournalHead, JournalFault> MemoryJournal::head() {
    const std::scoped_lock data(m_store->data);
    return headOf(m_store->entries);
}

std::expected<QList<Entry>, JournalFault> MemoryJournal::read(qint64 fromSeq, int limit) {
    const std::scoped_lock data(m_store->data);
    return slice(m_store->entries, fromSeq, limit);
}

std::expected<QList<Entry>, JournalFault> MemoryJournal::entriesOf(RequestId request) {
    const std::scoped_lock data(m_store->data);
    QList<qint64> seqs = m_store->requests.values(request);
    std::ranges::sort(seqs);
    QList<Entry> found;
    for (const qint64 seq : std::as_const(seqs))
        found += m_store->entries[seq - 1];
    return found;
}

std::expected<std::unique_ptr<JournalTransaction>, JournalFault> MemoryJournal::begin() {
    if (m_inTransaction)
        return std::unexpected(locked(u"begin: a transaction of this instance is open"_s));
    std::unique_lock lock(m_store->writer, std::defer_lock);
    if (!lock.try_lock_for(m_wait))
        return std::unexpected(locked(u"begin: another transaction is open"_s));
    return std::make_unique<Transaction>(*this, std::move(lock));
}

std::expected<QList<Entry>, JournalFault> MemoryJournal::ofStream(const QString& stream, int limit) {
    const std::scoped_lock data(m_store->data);
    QList<Entry> found;
    for (const qint64 seq : m_store->streams.value(stream)) {
        if (found.size() >= limit)
            break;
        found += m_store->entries.at(seq - 1);
    }
    return found;
}

std::expected<void, JournalFault> MemoryJournal::record(const QList<Receipt>& receipts) {
    if (m_inTransaction)
        return std::unexpected(locked(u"record: a transaction of this instance is open"_s));
    const std::scoped_lock data(m_store->data);
    for (const Receipt& receipt : receipts) {
        const auto known =
            std::ranges::find_if(m_store->receipts, [&](const Receipt& r) { return touches(r, receipt); });
        if (known == m_store->receipts.end()) {
            m_store->receipts += receipt;
            continue;
        }
        known->fromSeq = std::min(known->fromSeq, receipt.fromSeq);
        known->toSeq = std::max(known->toSeq, receipt.toSeq);
    }
    return {};
}

std::expected<QList<Receipt>, JournalFault> MemoryJournal::receipts(const ReceiptQuery& query) {
    const std::scoped_lock data(m_store->data);
    QList<Receipt> found;
    for (const Receipt& receipt : std::as_const(m_store->receipts))
        if ((query.seat.isEmpty() || receipt.seat == query.seat) &&
            (!query.stage || receipt.stage == *query.stage) && receipt.fromSeq <= query.toSeq &&
            receipt.toSeq >= query.fromSeq)
            found += receipt;
    return found;
}

} // namespace tridesk
