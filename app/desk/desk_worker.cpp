// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/desk_worker.h"

#include "app/access/permission.h"
#include "app/desk/whole_fold.h"
#include "app/domain/codec.h"
#include "app/domain/decide.h"
#include "app/domain/derived_ids.h"
#include "app/journal/journal_watch.h"

#include <QLoggingCategory>
#include <QTimer>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "tridesk.desk")

constexpr int readAtOnce = 4'000;
constexpr int mostInBatch = 512;     ///< one durable commit carries so many requests at most
constexpr int mostInHistory = 5'000; ///< entries of one incident that are shown
constexpr auto receiptsGather = std::chrono::milliseconds(500);

Refusal storageRefusal(const JournalFault& fault) {
    return {RefusalCode::Storage, {}, {}, fault.toString()};
}

} // namespace

DeskWorker::DeskWorker(JournalFactory factory, QString bell, std::shared_ptr<const Clock> clock,
                       std::shared_ptr<IdSource> ids)
    : m_factory(std::move(factory))
    , m_bell(std::move(bell))
    , m_clock(std::move(clock))
    , m_ids(std::move(ids))
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
    if (const Taken taken = foldAnew(); !taken)
        return Q_EMIT failed(taken.error().toString());
    Q_EMIT opened(m_situation);
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
        m_journal ? runBatch(batch, settled)
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
    m_hasDecided = false;
    if (const Taken taken = comeBack(); !taken)
        return taken;
    const auto step = m_journal->begin();
    if (!step)
        return std::unexpected(step.error());
    if (const Taken taken = catchUp(**step); !taken)
        return taken;
    for (const Asked& asked : batch)
        if (const Taken taken = settle(**step, asked, settled); !taken)
            return taken;
    return (*step)->commit();
}

DeskWorker::Taken DeskWorker::settle(JournalTransaction& step, const Asked& asked, QList<Settled>& settled) {
    auto outcome = carryOut(step, asked);
    if (!outcome)
        return std::unexpected(outcome.error());
    settled.append({asked.promise, std::move(*outcome)});
    return {};
}

std::expected<Outcome, JournalFault> DeskWorker::carryOut(JournalTransaction& step, const Asked& asked) {
    Request request = asked.request;
    if (request.id.isNull()) {
        request.id = RequestId(m_ids->next());
    } else {
        const auto before = step.entriesOf(request.id);
        if (!before)
            return std::unexpected(before.error());
        if (!before->isEmpty())
            return Outcome(*before);
    }
    if (const auto may = permitted(m_situation, request.actor, request.command); !may)
        return Outcome(std::unexpected(may.error()));
    DerivedIds derived(request.id);
    IdSource& ids = asked.request.id.isNull() ? *m_ids : static_cast<IdSource&>(derived);
    DecisionContext context{m_clock->now(), toDateTime(m_clock->now()).toLocalTime().date(), ids};
    const Decision decision = decide(m_situation, request, context);
    if (!decision || decision->isEmpty())
        return decision ? Outcome() : Outcome(std::unexpected(decision.error()));
    QList<Draft> drafts;
    for (const Fact& fact : *decision)
        drafts.append(encode(fact, request, request.happenedAt.value_or(context.now)));
    const auto entries = step.append(drafts, context.now);
    if (!entries)
        return std::unexpected(entries.error());
    m_hasDecided = true;
    for (qsizetype i = 0; i < entries->size(); ++i)
        fold({entries->at(i), decision->at(i)});
    return Outcome(*entries);
}

DeskWorker::Taken DeskWorker::catchUp(JournalReader& reader) {
    for (;;) {
        const auto entries = reader.read(m_situation.seq() + 1, readAtOnce);
        if (!entries)
            return std::unexpected(entries.error());
        for (const Entry& entry : *entries)
            fold(read(entry));
        if (entries->size() < readAtOnce)
            return {};
    }
}

void DeskWorker::fold(FoldedEntry each) {
    if (each.fact)
        m_situation.fold(each.entry, *each.fact);
    else
        m_situation.skip(each.entry);
    m_untold.append(std::move(each));
}

DeskWorker::Taken DeskWorker::foldAnew() {
    auto situation = foldWhole(*m_journal);
    if (!situation)
        return std::unexpected(situation.error());
    m_situation = std::move(*situation);
    m_untold.clear();
    return {};
}

/// What was decided was not stored, so the situation is folded anew from what was: now, or, where the journal
/// cannot be read either, before anything else is looked at.
void DeskWorker::startOver() {
    if (!m_journal || !m_hasDecided)
        return;
    m_untold.clear();
    m_isAstray = true;
    if (const Taken taken = comeBack(); !taken)
        qCCritical(log) << "the journal cannot be read again:" << taken.error().toString();
}

DeskWorker::Taken DeskWorker::comeBack() {
    if (!m_isAstray)
        return {};
    const Taken taken = foldAnew();
    if (!taken)
        return taken;
    m_isAstray = false;
    Q_EMIT opened(m_situation);
    return {};
}

void DeskWorker::lookForOthers() {
    const Taken taken = comeBack().and_then([&] { return catchUp(*m_journal); });
    if (!taken)
        qCWarning(log) << "cannot read on:" << taken.error().toString();
    if (!m_untold.isEmpty())
        tell({});
}

void DeskWorker::tell(const QList<Settled>& settled) {
    Q_EMIT advanced(std::exchange(m_untold, {}), settled);
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
    look(m_journal.get(), m_situation);
}

void DeskWorker::note(const Receipt& receipt) {
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
