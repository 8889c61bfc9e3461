// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk_engine.h"
#include "app/journal/journal.h"

#include <deque>

class QTimer;

namespace tridesk {

class CommandExecutor;
class JournalWatch;

/// The desk's other half on a journal of this machine.
class DeskWorker : public DeskEngine {
    Q_OBJECT

public:
    DeskWorker(JournalFactory factory, QString bell, std::shared_ptr<const Clock> clock,
               std::shared_ptr<IdSource> ids, QString facts = {});
    ~DeskWorker() override;

    void open() override;
    void ask(const Asked& asked) override;
    void history(const QString& stream, const std::shared_ptr<QPromise<QList<Entry>>>& promise) override;
    void note(const Receipt& receipt) override;
    void look(const JournalLook& look) override;

private:
    using Taken = std::expected<void, JournalFault>;

    void takeBatch();
    [[nodiscard]] QList<Asked> nextBatch();
    Taken runBatch(const QList<Asked>& batch, QList<Settled>& settled);
    void startOver();
    Taken comeBack();
    void lookForOthers();
    void tellFolded();
    void tell(const QList<Settled>& settled);
    void report(const Taken& taken);
    void setTrouble(const QString& why);
    void writeReceipts();

    JournalFactory m_factory;
    QString m_bell;
    std::shared_ptr<const Clock> m_clock;
    std::shared_ptr<IdSource> m_ids;
    QString m_facts; ///< the cache of foldWhole(); empty: none
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<CommandExecutor> m_executor; ///< null until the journal is open
    std::unique_ptr<JournalWatch> m_watch;
    QTimer* m_receiptTimer;
    std::deque<Asked> m_waiting;
    QList<Receipt> m_receipts; ///< not yet written
    bool m_batchComing = false;
    bool m_troubled = false;
};

} // namespace tridesk
