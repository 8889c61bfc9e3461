// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/desk_worker.h"

#include "app/desk/command_executor.h"
#include "app/journal/journal_watch.h"

#include <QLoggingCategory>
#include <QTimer>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "tridesk.desk")

constexpr int mostInBatch = 512;     ///< one durable commit carries so many requests at most
constexpr int mostInHistory = 5'000; ///< entries of one incident that are shown
constexpr auto receiptsGather = std::chrono::milliseconds(500);

Refusal storageRefusal(const JournalFault& fault) {
    return {RefusalCode::Storage, {}, {}, fault.toString()};
}

} // namespace

DeskWorker::DeskWorker(JournalFactory factory, QString bell, std::shared_ptr<const Clock> clock,
                       std::shared_ptr<IdSource> ids, QString facts)
    : m_factory(std::move(factory))
    , m_bell(std::move(bell))
    , m_clock(std::move(clock))
    , m_ids(std::move(ids))
    , m_facts(std::move(facts))
    , m_receiptTimer(new QTimer(this)) {
    m_receiptTimer->setSingleShot(true);
    m_receiptTimer->setInterval(receiptsGather);
    connect(m_receiptTimer, &QTimer::timeout, this, &DeskWorker::writeReceipts);
}

DeskWorker::~DeskWorker() {
    takeBatch();
    writeReceipts();
}

void DeskWorker::open() {
    auto journal = m_factory();
    if (!journal)
        return Q_EMIT failed(journal.error());
    m_journal = std::move(*journal);
    m_executor = std::make_unique<CommandExecutor>(*m_journal, m_clock, m_ids);
    if (const Taken taken = m_executor->foldAnew(m_facts); !taken)
        return Q_EMIT failed(taken.error().toString());
    Q_EMIT opened(m_executor->situation());
    if (m_bell.isEmpty())
        return;
    m_watch = JournalWatch::on(m_bell);
    connect(m_watch.get(), &JournalWatch::rang, this, &DeskWorker::lookForOthers);
    connect(m_watch.get(), &JournalWatch::away, this, &DeskWorker::setTrouble);
    lookForOthers(); // what came between the fold and the watch
}

void DeskWorker::ask(const Asked& asked) {
    m_waiting.push_back(asked);
    if (m_batchComing)
        return;
    m_batchComing = true; // whatever else is asked before the event loop comes round shares the commit
    QMetaObject::invokeMethod(this, &DeskWorker::takeBatch, Qt::QueuedConnection);
}

QList<DeskWorker::Asked> DeskWorker::nextBatch() {
    QList<Asked> batch;
    while (!m_waiting.empty() && batch.size() < mostInBatch) {
        batch.append(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
    return batch;
}

void DeskWorker::takeBatch() {
    m_batchComing = false;
    const QList<Asked> batch = nextBatch();
    if (batch.isEmpty())
        return;
    QList<Settled> settled;
    const Taken taken =
        m_executor ? runBatch(batch, settled)
                   : std::unexpected(JournalFault{JournalFault::Code::Io, {}, u"no journal is open"_s});
    report(taken);
    if (!taken) {
        settled.clear();
        for (const Asked& asked : batch)
            settled.append({asked.promise, std::unexpected(storageRefusal(taken.error()))});
        startOver();
    }
    tell(settled);
    if (!m_waiting.empty())
        QMetaObject::invokeMethod(this, &DeskWorker::takeBatch, Qt::QueuedConnection);
}

DeskWorker::Taken DeskWorker::runBatch(const QList<Asked>& batch, QList<Settled>& settled) {
    if (const Taken taken = comeBack(); !taken)
        return taken;
    QList<Request> requests;
    for (const Asked& asked : batch)
        requests.append(asked.request);
    QList<Outcome> outcomes;
    const Taken taken = m_executor->carryOut(requests, outcomes);
    for (qsizetype i = 0; taken && i < batch.size(); ++i)
        settled.append({batch.at(i).promise, outcomes.at(i)});
    return taken;
}

/// What was decided was not stored, so the situation is folded anew from what was: now, or, where the journal
/// cannot be read either, before anything else is looked at.
void DeskWorker::startOver() {
    if (!m_executor || !m_executor->isAstray())
        return;
    if (const Taken taken = comeBack(); !taken)
        qCCritical(log) << "the journal cannot be read again:" << taken.error().toString();
}

DeskWorker::Taken DeskWorker::comeBack() {
    if (!m_executor->isAstray())
        return {};
    const Taken taken = m_executor->foldAnew(m_facts);
    if (taken)
        Q_EMIT opened(m_executor->situation());
    return taken;
}

void DeskWorker::lookForOthers() {
    const Taken taken = comeBack().and_then([&] { return m_executor->catchUp(); });
    if (!taken)
        qCWarning(log) << "cannot read on:" << taken.error().toString();
    tellFolded();
}

void DeskWorker::tellFolded() {
    if (const QList<FoldedEntry> folded = m_executor->takeFolded(); !folded.isEmpty())
        Q_EMIT advanced(folded, {});
}

void DeskWorker::tell(const QList<Settled>& settled) {
    Q_EMIT advanced(m_executor ? m_executor->takeFolded() : QList<FoldedEntry>(), settled);
}

void DeskWorker::report(const Taken& taken) {
    if (!taken)
        qCWarning(log) << "cannot store:" << taken.error().toString();
    setTrouble(taken ? QString() : taken.error().toString());
}

void DeskWorker::setTrouble(const QString& why) {
    if (why.isEmpty() != m_troubled)
        return;
    m_troubled = !why.isEmpty();
    Q_EMIT storageTrouble(why);
}

void DeskWorker::history(const QString& stream, const std::shared_ptr<QPromise<QList<Entry>>>& promise) {
    takeBatch(); // what was asked before it belongs to the history
    const auto entries = m_journal ? m_journal->ofStream(stream, mostInHistory) : QList<Entry>();
    if (!entries)
        qCWarning(log) << "cannot read" << stream << entries.error().toString();
    promise->addResult(entries.value_or(QList<Entry>()));
    promise->finish();
}

void DeskWorker::look(const JournalLook& look) {
    takeBatch(); // what was asked before it is looked at too
    look(m_journal.get(), m_executor ? m_executor->situation() : Situation());
}

void DeskWorker::note(const Receipt& receipt) {
    if (receipt.fromSeq > receipt.toSeq)
        return; // nothing new
    m_receipts.append(receipt);
    if (!m_receiptTimer->isActive())
        m_receiptTimer->start();
}

void DeskWorker::writeReceipts() {
    if (m_receipts.isEmpty() || !m_journal)
        return;
    const auto recorded = m_journal->record(m_receipts);
    if (!recorded)
        qCWarning(log) << "receipts not kept:" << recorded.error().toString();
    m_receipts.clear();
}

} // namespace tridesk
