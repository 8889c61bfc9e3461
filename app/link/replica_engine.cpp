// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/replica_engine.h"

#include "app/link/local_step.h"
#include "app/link/receipt_outbox.h"
#include "app/link/unsent.h"

#include <QLoggingCategory>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(log, "tridesk.link")

constexpr auto owner = "console"_L1;     ///< of the store, as a terminal's is its seat's
constexpr Milliseconds openAnyway = 2s;  ///< a start waits so long for the newest, no longer
constexpr Milliseconds heardEvery = 30s; ///< is written down
constexpr int mostInHistory = 5'000;     ///< entries of one incident that are shown
constexpr qsizetype mostNamed = 50;      ///< of what waits, told to the windows

bool isOfMachine(const Request& request) {
    return request.actor.seat == clockworkSeat();
}

} // namespace

ReplicaEngine::ReplicaEngine(ServerAccess server, ReplicaFiles files, std::shared_ptr<LinkClock> clock,
                             std::shared_ptr<IdSource> ids)
    : m_access(std::move(server))
    , m_files(std::move(files))
    , m_clock(std::move(clock))
    , m_ids(std::move(ids))
    , m_patience(new QTimer(this))
    , m_verdict(new QTimer(this))
    , m_heard(new QTimer(this)) {
    m_patience->setSingleShot(true);
    m_patience->setInterval(openAnyway);
    m_verdict->setSingleShot(true);
    m_heard->setInterval(heardEvery);
    connect(m_patience, &QTimer::timeout, this, &ReplicaEngine::openNow);
    connect(m_verdict, &QTimer::timeout, this, &ReplicaEngine::takeUnanswered);
    connect(m_heard, &QTimer::timeout, this, &ReplicaEngine::noteHeard);
}

/// What is in the air when the desk closes may be done or not, and whoever asked is gone: it is kept, and
/// asked again with its id at the next start.
ReplicaEngine::~ReplicaEngine() {
    m_line.reset();
    for (const Flying& flying : std::as_const(m_flying)) {
        Request request = flying.asked.request;
        request.happenedAt = request.happenedAt.value_or(flying.since);
        if (m_store && !isOfMachine(request))
            (void)report(m_store->keep(request));
    }
    if (m_receipts)
        m_receipts->write();
}

void ReplicaEngine::open() {
    if (const Done loaded = load(); !loaded)
        return Q_EMIT failed(loaded.error().toString());
    standAnew();
    join();
    if (hasBase())
        m_patience->start();
    follow();
}

ReplicaEngine::Done ReplicaEngine::load() {
    auto store = LinkStore::open(m_files.outbox, owner);
    if (!store)
        return std::unexpected(store.error());
    m_store = std::move(*store);
    const auto kept = m_store->head();
    if (!kept)
        return std::unexpected(kept.error());
    m_kept = *kept;
    m_clock->setAhead(m_kept.ahead);
    auto copy = ReplicaCopy::open(m_files.journal);
    if (!copy)
        return std::unexpected(copy.error());
    m_copy = std::move(*copy);
    auto base = m_copy->fold(m_files.facts);
    if (!base)
        return std::unexpected(base.error());
    m_base = std::move(*base);
    const auto head = m_copy->journal().head();
    if (!head)
        return std::unexpected(head.error());
    m_head = *head;
    return loadOutbox();
}

/// What the journal has already needs not be asked again: this program ended between the two.
ReplicaEngine::Done ReplicaEngine::loadOutbox() {
    const auto outbox = m_store->outbox();
    if (!outbox)
        return std::unexpected(outbox.error());
    for (const auto& [request, isSigned] : *outbox) {
        const auto entries = m_copy->journal().entriesOf(request.id);
        if (!entries)
            return std::unexpected(entries.error());
        if (entries->isEmpty())
            m_outbox.push_back({.request = request});
        else if (const Done gone = m_store->forget(request.id); !gone)
            return gone;
    }
    const auto refused = m_store->refusals();
    if (!refused)
        return std::unexpected(refused.error());
    m_refused = *refused;
    return {};
}

void ReplicaEngine::join() {
    m_session = new ServerSession(m_access, m_clock, m_ids);
    m_line = std::make_unique<WorkerThread>(u"server"_s, m_session);
    connect(m_session, &ServerSession::advanced, this, &ReplicaEngine::takeEntries);
    connect(m_session, &ServerSession::up, this, &ReplicaEngine::takeUp);
    connect(m_session, &ServerSession::answered, this, &ReplicaEngine::takeAnswers);
    m_receipts = new ReceiptOutbox(*m_store, *m_copy, this);
    connect(m_receipts, &ReceiptOutbox::due, m_session, &ServerSession::record);
    connect(m_receipts, &ReceiptOutbox::written, this, &ReplicaEngine::report);
    connect(m_session, &ServerSession::recorded, m_receipts, &ReceiptOutbox::takeRecorded);
    connect(m_session, &ServerSession::lost, this, &ReplicaEngine::takeLoss);
    connect(m_session, &ServerSession::again, this, &ReplicaEngine::follow);
    m_line->start();
}

void ReplicaEngine::follow() {
    const Situation base = m_wantsAnew ? Situation() : m_base;
    const JournalHead head = m_wantsAnew ? JournalHead() : m_head;
    QMetaObject::invokeMethod(
        m_session, [session = m_session, base, head] { session->follow(base, head); }, Qt::QueuedConnection);
}

void ReplicaEngine::openNow() {
    m_patience->stop();
    if (std::exchange(m_isOpen, true))
        return;
    tellLink(); // first: a window that opens with the situation knows already how it stands
    Q_EMIT opened(shown());
}

void ReplicaEngine::refuseStorage(const Asked& asked, const QString& why) {
    Q_EMIT advanced({}, {{asked.promise, std::unexpected(Refusal{RefusalCode::Storage, {}, {}, why})}});
}

void ReplicaEngine::ask(const Asked& asked) {
    if (!m_copy || !m_store)
        return refuseStorage(asked, u"the copy of the journal is not open"_s);
    Asked mine = asked;
    if (mine.request.id.isNull()) {
        mine.request.id = RequestId(m_ids->next());
    } else { // asked again for what is on its way, or done
        const auto waits = [&](const Waiting& each) { return each.request.id == mine.request.id; };
        const auto flies = [&](const Flying& each) { return each.asked.request.id == mine.request.id; };
        if (std::ranges::any_of(m_outbox, waits) || std::ranges::any_of(m_flying, flies))
            return Q_EMIT advanced({}, {{asked.promise, Outcome()}});
        const auto before = m_copy->journal().entriesOf(mine.request.id);
        if (before && !before->isEmpty())
            return Q_EMIT advanced({}, {{asked.promise, Outcome(*before)}});
    }
    if (m_isUp && m_outbox.empty())
        askServer(mine);
    else
        askHere({mine, m_clock->now()});
    if (m_isUp)
        sendOutbox();
}

void ReplicaEngine::askServer(const Asked& asked) {
    m_flying.append({asked, m_clock->now()});
    QMetaObject::invokeMethod(
        m_session, [session = m_session, request = asked.request] { session->carryOut({request}); },
        Qt::QueuedConnection);
    if (!m_verdict->isActive())
        m_verdict->start(m_access.verdict);
}

/// No answer in time: from now on it counts as taken here, and so does what was asked after it, so that all
/// of it stays in order. An answer that comes yet is heard all the same.
void ReplicaEngine::takeUnanswered() {
    if (m_flying.isEmpty())
        return;
    const Milliseconds left = m_access.verdict - (m_clock->now() - m_flying.constFirst().since);
    if (left > 0ms && left <= m_access.verdict) // more where the clock was set back meanwhile
        return m_verdict->start(left);
    for (const Flying& flying : std::exchange(m_flying, {})) {
        askHere(flying, true);
        if (!m_outbox.empty() && m_outbox.back().request.id == flying.asked.request.id)
            m_outbox.back().isSent = true;
    }
}

void ReplicaEngine::askHere(const Flying& flying, bool wasSent) {
    const Asked& asked = flying.asked;
    Request request = asked.request;
    request.happenedAt = request.happenedAt.value_or(flying.since);
    const Decision decision = decideHere(shown(), request, m_clock->now());
    if (!decision && wasSent)
        return refuseStorage(asked, u"the server did not answer: taken or not, the board will show it"_s);
    if (!decision)
        return Q_EMIT advanced({}, {{asked.promise, std::unexpected(decision.error())}});
    if (decision->isEmpty())
        return Q_EMIT advanced({}, {{asked.promise, Outcome()}});
    const bool ofMachine = isOfMachine(request);
    if (!ofMachine)
        if (const Done kept = m_store->keep(request); !report(kept))
            return refuseStorage(asked, kept.error().toString());
    keep(request, *decision, ofMachine, asked.promise);
}

/// It is on the disk: shown, and sent where the server is there.
void ReplicaEngine::keep(const Request& request, const QList<Fact>& facts, bool ofMachine,
                         const Promise& promise) {
    if (m_outbox.empty()) {
        m_shown = m_base;
        m_unsent = {};
    }
    const QList<FoldedEntry> entries = foldHere(m_shown, m_unsent, request, facts, m_clock->now());
    Waiting item{.request = request, .isOfMachine = ofMachine};
    for (const FoldedEntry& each : entries)
        item.entries.append(each.entry);
    const Outcome outcome(item.entries);
    m_highestShown = std::max(m_highestShown, m_shown.seq());
    m_outbox.push_back(std::move(item));
    tellLink(); // before it is shown: the mark comes with it
    Q_EMIT advanced(entries, {{promise, outcome}});
}

void ReplicaEngine::takeEntries(const QList<FoldedEntry>& entries, bool isLast) {
    if (!turnToAnother()) {
        m_wantsAnew = false;
        return follow(); // as before
    }
    for (const FoldedEntry& each : entries)
        fold(m_base, each);
    if (!entries.isEmpty())
        m_head = {entries.constLast().entry.seq, entries.constLast().entry.hash};
    const bool wasEmpty = m_outbox.empty();
    const bool arrived = dropArrived(entries);
    if (m_isOpen && !m_isAnew && !entries.isEmpty()) {
        if (wasEmpty)
            Q_EMIT advanced(entries, {});
        else if (arrived || isLast)
            tellAnew();
    }
    (void)report(m_copy->take(entries)); // shown already: it is on the server's disk
    if (!isLast)
        QMetaObject::invokeMethod(m_session, &ServerSession::readOn, Qt::QueuedConnection);
}

/// What waited here and is in the journal now.
bool ReplicaEngine::dropArrived(const QList<FoldedEntry>& entries) {
    if (m_outbox.empty())
        return false;
    QSet<RequestId> arrived;
    for (const FoldedEntry& each : entries)
        arrived.insert(each.entry.fact.request);
    return std::erase_if(m_outbox, [&](const Waiting& item) {
               const bool isIn = arrived.contains(item.request.id);
               if (isIn)
                   (void)report(m_store->forget(item.request.id));
               return isIn;
           }) > 0;
}

void ReplicaEngine::takeUp() {
    m_isUp = true;
    m_turnedAway.clear();
    m_strayed.clear();
    noteHeard();
    m_heard->start();
    const bool hadOutbox = !m_outbox.empty();
    std::erase_if(m_outbox, [](const Waiting& item) { return item.isOfMachine; });
    const bool isTold = std::exchange(m_isOpen, true);
    const bool wasAnew = std::exchange(m_isAnew, false);
    m_patience->stop();
    if (!isTold || hadOutbox || wasAnew)
        tellAnew();
    else
        tellLink();
    sendOutbox();
    m_receipts->setUp(true);
}

void ReplicaEngine::sendOutbox() {
    QList<Request> due;
    for (Waiting& item : m_outbox)
        if (!std::exchange(item.isSent, true))
            due.append(item.request);
    if (!due.isEmpty())
        QMetaObject::invokeMethod(
            m_session, [session = m_session, due] { session->carryOut(due); }, Qt::QueuedConnection);
}

void ReplicaEngine::takeAnswers(const QList<ServerAnswer>& answers) {
    QList<Settled> settled;
    bool changed = false;
    for (const ServerAnswer& answer : answers)
        changed = takeAnswer(answer, settled) || changed;
    if (changed)
        tellAnew();
    if (!settled.isEmpty())
        Q_EMIT advanced({}, settled);
}

/// Whether what waits is another now.
bool ReplicaEngine::takeAnswer(const ServerAnswer& answer, QList<Settled>& settled) {
    const auto flying =
        std::ranges::find(m_flying, answer.request, [](const Flying& each) { return each.asked.request.id; });
    if (flying != m_flying.end()) {
        settled.append({flying->asked.promise, answer.outcome});
        m_flying.erase(flying);
        return false;
    }
    const auto item =
        std::ranges::find(m_outbox, answer.request, [](const Waiting& each) { return each.request.id; });
    if (item == m_outbox.end())
        return false; // it came with its entries
    if (answer.outcome)
        (void)report(m_store->forget(answer.request));
    else
        takeRefusal(*item, answer.outcome.error());
    m_outbox.erase(item);
    return true;
}

/// It was shown as done: whoever did it must read of it. What a screen says by itself may come too late.
void ReplicaEngine::takeRefusal(const Waiting& item, const Refusal& refusal) {
    if (item.isOfMachine)
        return;
    if (!isMeant(item.request.command)) {
        (void)report(m_store->forget(item.request.id));
        return;
    }
    const LateRefusal late{item.request, m_clock->now(), refusal};
    (void)report(m_store->refuse(late)); // where it is not kept it is sent again at the next start
    m_refused.append(late);
}

void ReplicaEngine::takeLoss(const QString& why, ServerSession::Loss loss) {
    const bool wasUp = std::exchange(m_isUp, false);
    m_turnedAway = loss == ServerSession::Loss::TurnedAway ? why : QString();
    m_strayed = loss == ServerSession::Loss::Another ? why : QString();
    m_heard->stop();
    m_verdict->stop();
    if (wasUp)
        noteHeard();
    for (Waiting& item : m_outbox)
        item.isSent = false;
    m_wantsAnew = false;
    if (!m_isOpen && !hasBase()) {
        m_session->disconnect(this);
        return Q_EMIT failed(why);
    }
    openNow();
    m_receipts->setUp(false);
    for (const Flying& flying : std::exchange(m_flying, {}))
        askHere(flying, true);
    tellLink();
}

void ReplicaEngine::standAnew() {
    m_unsent = {};
    if (m_outbox.empty())
        m_shown = {};
    else
        m_shown = m_base;
    const Instant now = m_clock->now();
    for (Waiting& item : m_outbox) {
        item.entries.clear();
        const Decision decision = decideHere(m_shown, item.request, now);
        if (!decision)
            continue; // not shown; the server says
        for (const FoldedEntry& each : foldHere(m_shown, m_unsent, item.request, *decision, now))
            item.entries.append(each.entry);
    }
    m_highestShown = std::max(m_highestShown, m_shown.seq());
}

void ReplicaEngine::tellAnew() {
    standAnew();
    tellLink();
    if (m_isOpen && !m_isAnew)
        Q_EMIT opened(shown());
}

void ReplicaEngine::tellLink() {
    LinkState state{.isUp = m_isUp,
                    .heardAt = m_kept.heardAt,
                    .turnedAway = m_turnedAway,
                    .strayed = m_strayed,
                    .waiting = 0,
                    .waitingSince = {},
                    .unsent = m_unsent,
                    .refused = m_refused,
                    .outbox = {},
                    .isToServer = true};
    for (const Waiting& item : m_outbox) {
        if (item.isOfMachine || !isMeant(item.request.command))
            continue;
        ++state.waiting;
        if (!state.waitingSince)
            state.waitingSince = item.request.happenedAt;
        if (state.outbox.size() < mostNamed)
            state.outbox.append(item.request);
    }
    Q_EMIT linked(state);
}

void ReplicaEngine::noteHeard() {
    m_kept.heardAt = m_clock->now();
    m_kept.ahead = m_clock->ahead();
    (void)report(m_store->noteHeard(*m_kept.heardAt, m_kept.ahead));
    (void)report(m_copy->takeAgain());
}

bool ReplicaEngine::report(const Done& done) {
    if (!done)
        qCWarning(log) << "this console's own files:" << done.error().toString();
    if (done.has_value() == m_troubled) {
        m_troubled = !done;
        Q_EMIT storageTrouble(done ? QString() : done.error().toString());
    }
    return done.has_value();
}

void ReplicaEngine::history(const QString& stream, const std::shared_ptr<QPromise<QList<Entry>>>& promise) {
    QList<Entry> entries;
    if (m_copy)
        entries = m_copy->journal().ofStream(stream, mostInHistory).value_or(QList<Entry>());
    for (const Waiting& item : m_outbox)
        for (const Entry& entry : item.entries)
            if (entry.fact.stream == stream)
                entries.append(entry);
    promise->addResult(entries);
    promise->finish();
}

void ReplicaEngine::look(const JournalLook& look) {
    look(m_copy ? &m_copy->journal() : nullptr, m_base);
}

void ReplicaEngine::note(const Receipt& receipt) {
    if (m_receipts)
        m_receipts->note(receipt, m_base.seq(), m_highestShown);
}

void ReplicaEngine::dismiss(const RequestId& request) {
    if (!m_store || !report(m_store->dismiss(request)))
        return;
    m_refused.removeIf([&](const LateRefusal& late) { return late.request.id == request; });
    tellLink();
}

void ReplicaEngine::beginAnew() {
    if (m_strayed.isEmpty() || !m_copy)
        return;
    m_wantsAnew = true;
    follow();
}

/// It is there: what was kept of the one before goes aside, and is not thrown away; it may hold what the new
/// one has lost.
bool ReplicaEngine::turnToAnother() {
    if (!m_wantsAnew)
        return true;
    const auto aside = m_copy->setAside(m_clock->now());
    if (!aside)
        return report(std::unexpected(aside.error()));
    qCWarning(log).noquote() << "another journal is followed from its beginning; what was kept of the one"
                                " before lies in"
                             << *aside;
    m_wantsAnew = false;
    m_isAnew = true;
    m_highestShown = 0;
    m_base = {};
    m_head = {};
    return true;
}

} // namespace tridesk
