// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk_engine.h"
#include "app/desk/worker_thread.h"
#include "app/journal/link_store.h"
#include "app/link/link_clock.h"
#include "app/link/replica_copy.h"
#include "app/link/server_session.h"

#include <QTimer>

#include <vector>

namespace tridesk {

class ReceiptOutbox;

/// Where a console keeps what it needs without its server. Both files are its own.
struct ReplicaFiles {
    QString journal;    ///< the copy of the journal (ReplicaCopy)
    QString outbox;     ///< what has not come there yet (LinkStore)
    QString facts = {}; ///< the cache that a start is quicker by (fact_reel.h); empty: none
};

/// The engine of a console whose journal is on a server that may be away for hours. Three layers, as at a
/// crew's terminal (link_engine.h), with the whole journal at the bottom:
///
///     shown    what windows see: base, and the outbox decided on top of it
///     outbox   what was taken here alone, in order, on the disk
///     base     the fold of the journal as far as it has come here, which is on the disk too
///
/// While the server answers a command goes straight there, is decided on the newest and shown once it is
/// durable there; nothing waits here. A command that it does not answer in time, and every one while it is
/// away, is decided on what is shown, kept, and shown as unsent. Once the server is back all of them are
/// decided there in order; what does not fit any more is kept with both versions until somebody has read it.
/// A request's id says whether it was done, so nothing is lost and nothing is there twice, wherever the line
/// broke or this program ended. Whatever is read here is read from the copy.
///
/// What machines ask for by themselves (the clockwork) is shown while the server is away, and not kept: when
/// it is back, whoever is up asks again for what is still due.
class ReplicaEngine final : public DeskEngine {
    Q_OBJECT

public:
    ReplicaEngine(ServerAccess server, ReplicaFiles files, std::shared_ptr<LinkClock> clock,
                  std::shared_ptr<IdSource> ids);
    ~ReplicaEngine() override;

    [[nodiscard]] bool isLinked() const override { return true; }
    /// With a copy here it opens without the server; the first time of all it fails without.
    void open() override;
    void ask(const Asked& asked) override;
    void history(const QString& stream, const std::shared_ptr<QPromise<QList<Entry>>>& promise) override;
    void note(const Receipt& receipt) override;
    void look(const JournalLook& look) override;
    void dismiss(const RequestId& request) override;
    void beginAnew() override;

private:
    using Promise = std::shared_ptr<QPromise<Outcome>>;
    using Done = std::expected<void, JournalFault>;

    /// Asked of the server, and not answered yet.
    struct Flying {
        Asked asked;
        Instant since;
    };
    struct Waiting {
        Request request;
        QList<Entry> entries = {}; ///< what it came to here
        bool isSent = false;       ///< in this session
        bool isOfMachine = false;  ///< shown, and not kept
    };

    [[nodiscard]] Done load();
    [[nodiscard]] Done loadOutbox();
    void join();
    void follow();
    void openNow();
    [[nodiscard]] bool hasBase() const { return m_head.seq > 0; } ///< something to work on without a server
    [[nodiscard]] bool turnToAnother();
    [[nodiscard]] const Situation& shown() const { return m_outbox.empty() ? m_base : m_shown; }
    void refuseStorage(const Asked& asked, const QString& why);
    void askServer(const Asked& asked);
    void askHere(const Flying& flying, bool wasSent = false);
    void keep(const Request& request, const QList<Fact>& facts, bool isOfMachine, const Promise& promise);
    void takeUnanswered();
    void takeEntries(const QList<FoldedEntry>& entries, bool isLast);
    bool dropArrived(const QList<FoldedEntry>& entries);
    void takeUp();
    void takeAnswers(const QList<ServerAnswer>& answers);
    bool takeAnswer(const ServerAnswer& answer, QList<Settled>& settled);
    void takeRefusal(const Waiting& item, const Refusal& refusal);
    void takeLoss(const QString& why, ServerSession::Loss loss);
    void sendOutbox();
    void standAnew();
    void tellAnew();
    void tellLink();
    void noteHeard();
    bool report(const Done& done);

    ServerAccess m_access;
    ReplicaFiles m_files;
    std::shared_ptr<LinkClock> m_clock;
    std::shared_ptr<IdSource> m_ids;
    std::unique_ptr<LinkStore> m_store;
    std::unique_ptr<ReplicaCopy> m_copy;
    ServerSession* m_session = nullptr; ///< of m_line's thread, once it is open
    std::unique_ptr<WorkerThread> m_line;
    LinkHead m_kept;
    Situation m_base;
    JournalHead m_head; ///< of m_base
    Situation m_shown;  ///< while something waits
    std::vector<Waiting> m_outbox;
    QList<Flying> m_flying;
    QList<LateRefusal> m_refused;
    ReceiptOutbox* m_receipts = nullptr; ///< once it is open
    qint64 m_highestShown = 0;           ///< number that anything unsent ever had here
    Unsent m_unsent;
    QString m_turnedAway;
    QString m_strayed;
    QTimer* m_patience;
    QTimer* m_verdict;
    QTimer* m_heard;
    bool m_isUp = false;
    bool m_isOpen = false;
    bool m_wantsAnew = false; ///< asked for, and not begun
    bool m_isAnew = false;    ///< the journal is followed from its beginning, and not told until it has come
    bool m_troubled = false;
};

} // namespace tridesk
