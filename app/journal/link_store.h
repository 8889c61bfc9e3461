// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/entry.h"
#include "app/domain/late_refusal.h"
#include "app/journal/fault.h"

#include <QList>
#include <QStringList>

#include <expected>
#include <memory>
#include <optional>

namespace tridesk {

class FileLock;
class SqlDatabase;

/// How far a terminal has followed the journal behind its gateway.
struct LinkHead {
    QString seat;                   ///< whose it is; empty in a new file
    QByteArray origin;              ///< the hash of that journal's first entry; empty before anything came
    qint64 position = 0;            ///< everything up to this number has been looked at for this seat
    QByteArray reached = {};        ///< the hash of the entry of that number; empty where it is not known
    Milliseconds ahead{0};          ///< how far the gateway's clock is ahead of this machine's
    std::optional<Instant> heardAt; ///< when it was last heard, by its clock
    bool needsSignIn = false;       ///< at this seat, as the gateway said last
    bool knowsSignIn = false;       ///< it has said so
};

/// What waits to be asked for over the line.
struct OutboxItem {
    Request request;
    bool isSigned = false; ///< by somebody who has signed in over the link; else by the machine
};

/// The sign-in of one who works at this seat; the gateway gave it.
struct KeptSession {
    QString login;
    QByteArray secret;
    Instant endsAt;
};

/// One page as it is taken in.
struct LinkPage {
    qint64 upTo = 0;
    QByteArray origin;
    QByteArray reached = {};   ///< the hash of entry upTo
    QStringList streams;       ///< come whole: what was kept of them goes first
    QList<Entry> entries;      ///< by number
    QList<RequestId> answered; ///< of the outbox: what they came to is in the replica with this page
};

/// What a terminal keeps so that it can work without its link: its seat's part of the journal, with the
/// numbers and hashes of the journal itself, and the outbox of what the gateway has not answered. One SQLite
/// file, so that an answer and what it led to come in together or not at all. One program at a time, one
/// thread. What is written is on the disk when a call returns. A console on a server's journal keeps its
/// outbox here and its copy of the journal, which is whole, beside it (app/link/replica_engine.h).
class LinkStore {
public:
    /// Makes the file where it is missing. Locked where another program has it open; Io, and `detail` says
    /// which, where it is another seat's.
    [[nodiscard]] static std::expected<std::unique_ptr<LinkStore>, JournalFault> open(const QString& path,
                                                                                      const QString& seat);
    ~LinkStore();
    Q_DISABLE_COPY_MOVE(LinkStore)

    [[nodiscard]] std::expected<LinkHead, JournalFault> head();
    [[nodiscard]] std::expected<QList<Entry>, JournalFault> entries(); ///< all, by number
    [[nodiscard]] std::expected<QList<Entry>, JournalFault> ofStream(const QString& stream);
    [[nodiscard]] std::expected<void, JournalFault> take(const LinkPage& page);
    [[nodiscard]] std::expected<void, JournalFault> noteHeard(Instant at, Milliseconds ahead);
    /// The replica goes, since the journal is another one now; the outbox stays.
    [[nodiscard]] std::expected<void, JournalFault> forgetReplica();

    /// In the order in which they were given; each with its id and happenedAt.
    [[nodiscard]] std::expected<QList<OutboxItem>, JournalFault> outbox();
    [[nodiscard]] std::expected<void, JournalFault> keep(const Request& request, bool isSigned = false);
    [[nodiscard]] std::expected<void, JournalFault> forget(const RequestId& request);
    /// Out of the outbox, and among what is put before the crew.
    [[nodiscard]] std::expected<void, JournalFault> refuse(const LateRefusal& refusal);
    [[nodiscard]] std::expected<QList<LateRefusal>, JournalFault> refusals(); ///< the oldest first
    [[nodiscard]] std::expected<void, JournalFault> dismiss(const RequestId& request);

    /// Of a station over a link: who has signed in there.
    [[nodiscard]] std::expected<QList<KeptSession>, JournalFault> sessions();
    [[nodiscard]] std::expected<void, JournalFault> keep(const KeptSession& session);
    [[nodiscard]] std::expected<void, JournalFault> forgetSession(const QString& login);
    [[nodiscard]] std::expected<void, JournalFault> noteSignIn(bool isNeeded);

    /// Of a console: what is still to be recorded at the server, the oldest first, mostReceipts at a time.
    [[nodiscard]] std::expected<QList<Receipt>, JournalFault> receipts();
    [[nodiscard]] std::expected<void, JournalFault> keep(const QList<Receipt>& receipts);
    [[nodiscard]] std::expected<void, JournalFault> forgetReceipts(qsizetype oldest); ///< so many of them
    static constexpr int mostReceipts = 2'000;

private:
    LinkStore(std::unique_ptr<FileLock> lock, std::unique_ptr<SqlDatabase> database);
    [[nodiscard]] std::expected<void, JournalFault> claim(const QString& seat);
    [[nodiscard]] std::expected<QString, JournalFault> state(const QString& name);
    [[nodiscard]] std::expected<void, JournalFault> setState(const QString& name, const QString& value);

    std::unique_ptr<FileLock> m_lock;
    std::unique_ptr<SqlDatabase> m_database;
};

} // namespace tridesk
