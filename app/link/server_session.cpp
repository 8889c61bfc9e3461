// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/server_session.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "tridesk.link")

constexpr qsizetype mostInBatch = 512; ///< one durable commit carries so many requests at most

} // namespace

ServerSession::ServerSession(ServerAccess access, std::shared_ptr<const Clock> clock,
                             std::shared_ptr<IdSource> ids)
    : m_access(std::move(access))
    , m_clock(std::move(clock))
    , m_ids(std::move(ids))
    , m_again(this)
    , m_pause(m_access.firstPause) {
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ServerSession::again);
}

/// What was asked last of all, that a seat is left, say. Nobody hears the answer.
ServerSession::~ServerSession() {
    if (m_executor && m_isUp)
        takeBatch();
}

void ServerSession::follow(const Situation& base, const JournalHead& head) {
    m_again.stop();
    m_executor.reset();
    m_journal.reset();
    m_isUp = m_isReading = false;
    auto journal = m_access.open();
    if (!journal)
        return lose(journal.error(), lossOf(journal.error()));
    m_journal = std::move(*journal);
    m_executor = std::make_unique<CommandExecutor>(*m_journal, m_clock, m_ids);
    m_executor->standAt(base, head);
    listen();
    readOn();
}

/// Before anything is read: what comes after that rings.
void ServerSession::listen() {
    if (m_watch || m_access.bell.isEmpty())
        return;
    m_watch = JournalWatch::on(m_access.bell);
    connect(m_watch.get(), &JournalWatch::rang, this, &ServerSession::hear);
    connect(m_watch.get(), &JournalWatch::away, this, [this](const QString& why) {
        if (!why.isEmpty() && m_executor)
            lose({JournalFault::Code::Io, {}, why}, Loss::Away);
    });
}

void ServerSession::hear() {
    if (m_isUp && !m_isReading)
        return readOn();
    if (!m_executor && m_mayHurry && m_again.isActive())
        m_again.start(0);
}

void ServerSession::readOn() {
    m_isReading = false;
    if (!m_executor)
        return;
    const auto more = m_executor->catchUpSome();
    if (!more)
        return lose(more.error(), lossOf(more.error()));
    m_isReading = *more;
    const QList<FoldedEntry> entries = m_executor->takeFolded();
    if (!entries.isEmpty() || !m_isUp)
        Q_EMIT advanced(entries, !*more);
    if (*more || std::exchange(m_isUp, true))
        return;
    m_pause = m_access.firstPause;
    Q_EMIT up();
}

void ServerSession::carryOut(const QList<Request>& requests) {
    if (!m_isUp)
        return; // of a session that ended meanwhile
    m_waiting += requests;
    if (std::exchange(m_batchComing, true))
        return;
    QMetaObject::invokeMethod(this, &ServerSession::takeBatch, Qt::QueuedConnection);
}

void ServerSession::takeBatch() {
    m_batchComing = false;
    if (!m_isUp || m_waiting.isEmpty())
        return;
    const QList<Request> batch = m_waiting.first(std::min(m_waiting.size(), m_singly ? 1 : mostInBatch));
    m_waiting.remove(0, batch.size());
    QList<Request> requests = batch;
    for (Request& request : requests) // the clock may have been set back since it was given
        if (request.happenedAt)
            request.happenedAt = std::min(*request.happenedAt, m_clock->now());
    QList<Outcome> outcomes;
    if (const auto done = m_executor->carryOut(requests, outcomes); !done)
        return takeFault(done.error(), batch);
    if (const QList<FoldedEntry> entries = m_executor->takeFolded(); !entries.isEmpty())
        Q_EMIT advanced(entries, true);
    QList<ServerAnswer> answers;
    for (qsizetype i = 0; i < batch.size(); ++i)
        answers.append({batch.at(i).id, outcomes.at(i)});
    Q_EMIT answered(answers);
    m_singly = m_singly && !m_waiting.isEmpty();
    if (!m_waiting.isEmpty() && !std::exchange(m_batchComing, true))
        QMetaObject::invokeMethod(this, &ServerSession::takeBatch, Qt::QueuedConnection);
}

/// The server itself may refuse what the desk would take: an entry in another's name, or by a clock that was
/// moved. The session begins anew, which looks at account and clock; what is refused right after that is not
/// taken, and must not hold up what waits behind it.
void ServerSession::takeFault(const JournalFault& fault, const QList<Request>& batch) {
    const bool isRefused = fault.code == JournalFault::Code::Refused;
    if (isRefused && batch.size() == 1 && batch.constFirst().id == m_refusedOnce) {
        m_refusedOnce = {};
        Q_EMIT answered(
            {{batch.constFirst().id, refuse(RefusalCode::NotPermitted, u"server"_s, {}, fault.toString())}});
    } else if (isRefused) {
        m_singly = true;
        m_refusedOnce = batch.size() == 1 ? batch.constFirst().id : RequestId();
    }
    lose(fault, m_executor->isAnother() ? Loss::Another : Loss::Away);
    if (isRefused)
        m_again.start(0); // whether the account may sign in at all is seen then
}

void ServerSession::record(const QList<Receipt>& receipts, int ticket) {
    if (!m_isUp)
        return;
    const auto done = m_journal->record(receipts);
    if (!done)
        qCWarning(log) << "receipts not kept:" << done.error().toString(); // a broken line shows by itself
    if (done || done.error().code == JournalFault::Code::Refused)
        Q_EMIT recorded(ticket);
}

ServerSession::Loss ServerSession::lossOf(const JournalFault& fault) const {
    if (m_executor && m_executor->isAnother())
        return Loss::Another;
    return fault.code == JournalFault::Code::Refused ? Loss::TurnedAway : Loss::Away;
}

void ServerSession::lose(const JournalFault& fault, Loss loss) {
    qCInfo(log).noquote() << "no link to the server:" << fault.toString();
    m_executor.reset();
    m_journal.reset();
    m_waiting.clear();
    m_isUp = m_isReading = false;
    m_mayHurry = loss == Loss::Away;
    if (loss == Loss::TurnedAway)
        m_refusedOnce = {}; // it was the account
    m_again.start(loss == Loss::Away ? m_pause : m_access.longestPause);
    m_pause = std::min(m_pause * 2, m_access.longestPause);
    Q_EMIT lost(fault.detail.isEmpty() ? fault.toString() : fault.detail, loss);
}

} // namespace tridesk
