// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/desk/folded_entry.h"
#include "app/journal/journal.h"

#include <QPromise>

#include <deque>

class QTimer;

namespace tridesk {

class JournalWatch;

/// The desk's other half, on the thread of the journal: decides and stores. What it tells is delivered to the
/// desk's thread. The futures of a batch are fulfilled by the desk once it has folded the batch's entries.
class DeskWorker : public QObject {
    Q_OBJECT

public:
    struct Asked {
        Request request; ///< without an id, unless the asker gave one so that it may ask twice
        std::shared_ptr<QPromise<Outcome>> promise;
    };

    struct Settled {
        std::shared_ptr<QPromise<Outcome>> promise;
        Outcome outcome;
    };

    DeskWorker(JournalFactory factory, QString bell, std::shared_ptr<const Clock> clock,
               std::shared_ptr<IdSource> ids);
    ~DeskWorker() override;

    // Called on the worker's thread.
    void open();
    void ask(const Asked& asked);
    void history(const QString& stream, const std::shared_ptr<QPromise<QList<Entry>>>& promise);
    void note(const Receipt& receipt);

Q_SIGNALS:
    void opened(const tridesk::Situation& situation);
    void failed(const QString& why);
    /// Entries that are durable, of this process and of others, in order; and what the requests among them
    /// came to.
    void advanced(const QList<tridesk::FoldedEntry>& entries,
                  const QList<tridesk::DeskWorker::Settled>& settled);
    /// A step could not be stored; empty once one could again.
    void storageTrouble(const QString& why);

private:
    using Taken = std::expected<void, JournalFault>;

    void takeBatch();
    [[nodiscard]] QList<Asked> nextBatch();
    Taken runBatch(const QList<Asked>& batch, QList<Settled>& settled);
    Taken settle(JournalTransaction& step, const Asked& asked, QList<Settled>& settled);
    std::expected<Outcome, JournalFault> carryOut(JournalTransaction& step, const Asked& asked);
    Taken catchUp(JournalReader& reader);
    void fold(FoldedEntry each);
    Taken foldAnew();
    void startOver();
    void lookForOthers();
    void tell(const QList<Settled>& settled);
    void report(const Taken& taken);
    void writeReceipts();

    JournalFactory m_factory;
    QString m_bell;
    std::shared_ptr<const Clock> m_clock;
    std::shared_ptr<IdSource> m_ids;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<JournalWatch> m_watch;
    QTimer* m_receiptTimer;
    Situation m_situation;       ///< of everything committed and, within a batch, decided
    QList<FoldedEntry> m_untold; ///< folded here, not yet told to the desk
    std::deque<Asked> m_waiting;
    QList<Receipt> m_receipts; ///< not yet written
    bool m_batchComing = false;
    bool m_troubled = false;
};

} // namespace tridesk
