// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/entry.h"
#include "app/journal/fault.h"

#include <QList>

#include <expected>
#include <limits>
#include <memory>
#include <optional>

namespace tridesk {

/// Where a journal ends: the newest entry's number and hash. An empty journal ends at 0 with 32 zero bytes.
struct JournalHead {
    qint64 seq = 0;
    QByteArray hash = QByteArray(32, '\0');

    friend bool operator==(const JournalHead&, const JournalHead&) = default;
};

/// What can be asked of a journal, inside a transaction and outside.
class JournalReader {
public:
    JournalReader() = default;
    virtual ~JournalReader() = default;
    Q_DISABLE_COPY_MOVE(JournalReader)

    [[nodiscard]] virtual std::expected<JournalHead, JournalFault> head() = 0;

    /// At most `limit` entries with seq ≥ `fromSeq`, in order; fewer only at the end. As stored: the chain is
    /// not verified here (app/journal/verify.h).
    [[nodiscard]] virtual std::expected<QList<Entry>, JournalFault> read(qint64 fromSeq, int limit) = 0;

    /// The entries that `request` brought about, in order; empty if it never came in. Makes retries
    /// idempotent.
    [[nodiscard]] virtual std::expected<QList<Entry>, JournalFault> entriesOf(RequestId request) = 0;

    [[nodiscard]] std::expected<bool, JournalFault> seen(RequestId request);
};

/// One exclusive step: from begin() on, no other process or thread appends, so that what is read here still
/// holds when it is decided upon. Rolls back unless committed. Lives on the thread of its journal, and not
/// longer than it.
class JournalTransaction : public JournalReader {
public:
    /// Numbers, dates and chains the facts. They are read back by read() at once, and by others after
    /// commit(). A draft whose request is already in the journal is appended all the same: ask seen() first.
    [[nodiscard]] virtual std::expected<QList<Entry>, JournalFault> append(const QList<Draft>& drafts,
                                                                           Instant recordedAt) = 0;

    /// Returns when the entries are on the disk; only then may anybody be told that they were taken. On a
    /// fault none of them is in. Further calls on the transaction are faults.
    [[nodiscard]] virtual std::expected<void, JournalFault> commit() = 0;
};

/// Which receipts: those that touch any entry of the range, of one seat or of all (empty), of one stage or of
/// all.
struct ReceiptQuery {
    QString seat;
    std::optional<ReceiptStage> stage;
    qint64 fromSeq = 1;
    qint64 toSeq = std::numeric_limits<qint64>::max();
};

/// The port to the one truth: entries appended in order, read by number. One instance belongs to one thread;
/// any number of instances, in any number of processes, may stand on the same store. To be woken when another
/// appends, see app/journal/journal_watch.h.
class Journal : public JournalReader {
public:
    /// Waits for other writers, bounded by a few seconds, then Locked. An instance has one transaction at a
    /// time; a second one is Locked at once.
    [[nodiscard]] virtual std::expected<std::unique_ptr<JournalTransaction>, JournalFault> begin() = 0;

    /// At most `limit` entries of one stream (all of an incident, say), the oldest first. Bounded work: asks
    /// an index, not the whole journal.
    [[nodiscard]] virtual std::expected<QList<Entry>, JournalFault> ofStream(const QString& stream,
                                                                             int limit) = 0;

    /// Keeps what a seat received, was shown or acknowledged. Ranges that touch, of one seat, user, stage and
    /// moment, are kept as one. Not during a transaction of this instance. Durable when it returns.
    [[nodiscard]] virtual std::expected<void, JournalFault> record(const QList<Receipt>& receipts) = 0;

    /// In the order of recording.
    [[nodiscard]] virtual std::expected<QList<Receipt>, JournalFault> receipts(const ReceiptQuery& query) = 0;
};

} // namespace tridesk
