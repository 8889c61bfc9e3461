// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/link_engine.h"

#include "app/link/link_line.h"
#include "app/link/local_step.h"
#include "app/link/unsent.h"

#include <QLoggingCategory>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(log, "tridesk.link")

/// How often it is written down when the gateway was last heard: what a terminal that starts without a link
/// says of it may be so far off.
constexpr Milliseconds heardKept = 30s;

Refusal storageRefusal(const QString& why) {
    return {RefusalCode::Storage, {}, {}, why};
}

bool isEmergency(const Request& request) {
    return std::holds_alternative<RaiseEmergency>(request.command);
}

} // namespace

LinkEngine::LinkEngine(LinkOptions options, QString file, std::shared_ptr<LinkClock> clock,
                       std::shared_ptr<IdSource> ids)
    : m_options(std::move(options))
    , m_file(std::move(file))
    , m_clock(std::move(clock))
    , m_ids(std::move(ids)) {}

LinkEngine::~LinkEngine() = default;

void LinkEngine::open() {
    auto store = LinkStore::open(m_file, m_options.seat.toString());
    if (!store)
        return Q_EMIT failed(store.error().toString());
    m_store = std::move(*store);
    if (const auto loaded = load(); !loaded)
        return Q_EMIT failed(loaded.error().toString());
    standAnew();
    tellLink(); // first: a window that opens with the situation knows already how it stands
    Q_EMIT opened(m_shown);
    join();
    followOn();
}

std::expected<void, JournalFault> LinkEngine::load() {
    const auto head = m_store->head();
    if (!head)
        return std::unexpected(head.error());
    m_head = *head;
    m_clock->setAhead(m_head.ahead);
    const auto outbox = m_store->outbox();
    if (!outbox)
        return std::unexpected(outbox.error());
    for (const auto& [request, isSigned] : *outbox) {
        m_outbox.push_back({.request = request, .isSigned = isSigned});
        if (isSigned)
            m_people.insert(request.actor.user);
    }
    const auto sessions = m_store->sessions();
    if (!sessions)
        return std::unexpected(sessions.error());
    for (const KeptSession& session : *sessions) {
        m_sessions.insert(session.login, session.secret);
        m_people.insert(session.login);
    }
    const auto refused = m_store->refusals();
    if (!refused)
        return std::unexpected(refused.error());
    m_refused = *refused;
    const auto entries = m_store->entries();
    if (!entries)
        return std::unexpected(entries.error());
    for (const Entry& entry : *entries)
        fold(m_base, read(entry));
    return {};
}

void LinkEngine::join() {
    m_line = new LinkLine(m_options, this);
    connect(m_line, &LinkLine::heard, this, &LinkEngine::noteHeard);
    connect(m_line, &LinkLine::page, this, &LinkEngine::takePage);
    connect(m_line, &LinkLine::answered, this, &LinkEngine::takeAnswer);
    connect(m_line, &LinkLine::lost, this,
            [this](const QString& why, bool turnedAway) { lose(turnedAway, why); });
    connect(m_line, &LinkLine::again, this, [this] {
        followOn();
        sendNext(); // an emergency only, until the line is known to be up
    });
    m_line->hurry(hasEmergency());
    sendNext();
}

void LinkEngine::followOn() {
    m_followed = m_sessions.value(m_sitting);
    m_line->follow(m_head.position, m_seen, m_followed);
}

void LinkEngine::ask(const Asked& asked) {
    Request request = asked.request;
    if (request.id.isNull())
        request.id = RequestId(m_ids->next());
    if (!request.happenedAt)
        request.happenedAt = m_clock->now();
    const auto refuse = [&](const Refusal& refusal) {
        Q_EMIT advanced({}, {{asked.promise, std::unexpected(refusal)}});
    };
    if (!m_store)
        return refuse(storageRefusal(u"the link's store is not open"_s));
    if (m_withdrawn.contains(request.actor.user))
        return refuse(withdrawnRefusal());
    if (find(request.id)) // asked again for what is on its way
        return Q_EMIT advanced({}, {{asked.promise, Outcome()}});
    const Decision decision = decideHere(request);
    if (!decision)
        return refuse(decision.error());
    if (decision->isEmpty())
        return Q_EMIT advanced({}, {{asked.promise, Outcome()}});
    if (const auto kept = m_store->keep(request, m_people.contains(request.actor.user)); !report(kept))
        return refuse(storageRefusal(kept.error().toString()));
    keep(asked, request, *decision);
}

/// It is on the disk: shown, and sent. Who asked hears the gateway's word where that comes soon.
void LinkEngine::keep(const Asked& asked, const Request& request, const QList<Fact>& facts) {
    const QList<FoldedEntry> entries = foldHere(request, facts);
    Waiting item{.request = request, .isSigned = m_people.contains(request.actor.user)};
    for (const FoldedEntry& each : entries)
        item.entries.append(each.entry);
    QList<Settled> settled;
    if (m_line && m_line->isUp() && maySend(item)) {
        item.promise = asked.promise;
        item.verdict = new QTimer(this);
        item.verdict->setSingleShot(true);
        connect(item.verdict, &QTimer::timeout, this, [this, id = request.id] {
            if (Waiting* waiting = find(id))
                settleHere(*waiting);
        });
        item.verdict->start(m_options.verdict);
    } else {
        settled.append({asked.promise, Outcome(item.entries)});
    }
    m_outbox.push_back(std::move(item));
    tellLink(); // before it is shown: the mark comes with it
    Q_EMIT advanced(entries, settled);
    if (m_line)
        m_line->hurry(hasEmergency());
    sendNext();
}

Decision LinkEngine::decideHere(const Request& request) const {
    return tridesk::decideHere(m_shown, request, m_clock->now());
}

QList<FoldedEntry> LinkEngine::foldHere(const Request& request, const QList<Fact>& facts) {
    return tridesk::foldHere(m_shown, m_unsent, request, facts, m_clock->now());
}

/// The outbox decided again on top of the base. What does not fit any more is not shown; the gateway says.
void LinkEngine::standAnew() {
    m_shown = m_base;
    m_unsent = {};
    for (Waiting& item : m_outbox) {
        item.entries.clear();
        const Decision decision = decideHere(item.request);
        if (!decision)
            continue;
        const QList<FoldedEntry> entries = foldHere(item.request, *decision);
        for (const FoldedEntry& each : entries)
            item.entries.append(each.entry);
    }
}

void LinkEngine::sendNext() {
    if (!m_line)
        return;
    const auto isDue = [this](const Waiting& item) { return !item.answered && maySend(item); };
    const auto isUrgent = [&](const Waiting& item) { return isDue(item) && isEmergency(item.request); };
    auto next = std::ranges::find_if(m_outbox, isUrgent);
    const bool urgent = next != m_outbox.end();
    if (urgent ? m_line->isSendingUrgent() : m_line->isSending() || !m_line->isUp())
        return;
    if (!urgent)
        next = std::ranges::find_if(m_outbox, isDue);
    if (next == m_outbox.end())
        return;
    m_sent = sessionOf(*next);
    m_line->send(next->request, m_sent, urgent);
}

void LinkEngine::takePage(const SeatPage& page) {
    m_turnedAway.clear();
    m_isTried = true;
    takeSignIn(page.signIn);
    // One that was restored to an earlier moment may have grown beyond what was followed since.
    const bool isBranch = !m_head.reached.isEmpty() && !page.after.isEmpty() && page.after != m_head.reached;
    const bool isOther =
        !m_head.origin.isEmpty() && (page.origin != m_head.origin || page.head < m_head.position || isBranch);
    if (isOther)
        return startOver();
    const auto fresh = growth(page);
    if (!fresh) {
        (void)report(std::unexpected(fresh.error()));
        return lose(false, fresh.error().toString());
    }
    const std::optional<QList<Entry>>& grown = *fresh;
    LinkPage taken{.upTo = page.upTo,
                   .origin = page.origin,
                   .reached = page.reached,
                   .streams = grown ? QStringList() : page.streams,
                   .entries = grown ? *grown : page.entries,
                   .answered = {}};
    for (const Waiting& item : m_outbox)
        if (item.answered && *item.answered <= page.upTo)
            taken.answered.append(item.request.id);
    if (!report(m_store->take(taken)))
        return QTimer::singleShot(m_options.firstPause, this, &LinkEngine::followOn); // from the same place
    m_head.position = page.upTo;
    m_head.origin = page.origin;
    m_head.reached = page.reached;
    for (const RequestId& id : std::as_const(taken.answered))
        erase(id);
    const bool asBefore = grown && m_outbox.empty() && taken.answered.isEmpty();
    if (grown)
        grow(*grown, asBefore);
    else if (!foldBaseAnew())
        return;
    if (!asBefore) {
        standAnew();
        tellLink();
        Q_EMIT opened(m_shown);
    } else {
        tellLink();
    }
    followOn();
    sendNext();
    endIdleSessions();
}

/// The page's new entries, where they only follow on what is here; nothing where something in between came or
/// went, so that the base is to be folded anew.
std::expected<std::optional<QList<Entry>>, JournalFault> LinkEngine::growth(const SeatPage& page) {
    QSet<qint64> known;
    for (const QString& stream : page.streams) {
        const auto kept = m_store->ofStream(stream);
        if (!kept)
            return std::unexpected(kept.error());
        for (const Entry& entry : *kept) {
            if (!page.entries.contains(entry))
                return std::nullopt;
            known.insert(entry.seq);
        }
    }
    QList<Entry> fresh;
    for (const Entry& entry : page.entries)
        if (!known.contains(entry.seq))
            fresh.append(entry);
    if (!fresh.isEmpty() && fresh.constFirst().seq <= m_base.seq())
        return std::nullopt;
    return fresh;
}

void LinkEngine::grow(const QList<Entry>& fresh, bool shownToo) {
    QList<FoldedEntry> entries;
    entries.reserve(fresh.size());
    for (const Entry& entry : fresh) {
        entries.append(read(entry));
        fold(m_base, entries.constLast());
        if (shownToo)
            fold(m_shown, entries.constLast());
    }
    if (shownToo && !entries.isEmpty())
        Q_EMIT advanced(entries, {});
}

bool LinkEngine::foldBaseAnew() {
    const auto entries = m_store->entries();
    if (!entries) {
        (void)report(std::unexpected(entries.error()));
        Q_EMIT failed(entries.error().toString());
        return false;
    }
    m_base = {};
    for (const Entry& entry : *entries)
        fold(m_base, read(entry));
    return true;
}

/// Behind the gateway is another journal now, or an older state of it: what was followed holds no more. What
/// was asked for here still does.
void LinkEngine::startOver() {
    qCWarning(log) << "another journal stands behind the gateway: following it from its beginning";
    if (!report(m_store->forgetReplica()))
        return QTimer::singleShot(m_options.firstPause, this, &LinkEngine::followOn);
    m_head.position = 0;
    m_head.origin.clear();
    m_head.reached.clear();
    m_seen = 0;
    m_base = {};
    for (Waiting& item : m_outbox)
        item.answered.reset(); // whatever that journal said of it
    standAnew();
    tellLink();
    Q_EMIT opened(m_shown);
    followOn();
}

void LinkEngine::takeAnswer(const RequestId& id, const std::expected<qint64, Refusal>& answer) {
    Waiting* item = find(id);
    if (!item)
        return sendNext();
    const bool isOfSession = !answer && answer.error().field == u"session" && !m_sent.isEmpty();
    if (isOfSession) { // it stays where it is
        endSession(item->request.actor.user, m_sent,
                   enumFrom<SessionStand>(answer.error().value).value_or(SessionStand::Over));
    } else if (!answer) {
        takeRefusal(*item, answer.error());
    } else if (*answer > m_head.position) {
        item->answered = *answer; // it leaves the outbox with the entries
        settleHere(*item);
        tellLink();
    } else {
        (void)report(m_store->forget(id));
        settleHere(*item);
        erase(id);
        standAnew();
        tellLink();
        Q_EMIT opened(m_shown);
    }
    m_line->hurry(hasEmergency());
    sendNext();
    endIdleSessions();
}

void LinkEngine::takeRefusal(Waiting& item, const Refusal& refusal) {
    const RequestId id = item.request.id;
    const bool isHeard = item.promise != nullptr; // whoever asked still waits for the word
    if (isHeard || !isMeant(item.request.command)) {
        (void)report(m_store->forget(id));
    } else {
        const LateRefusal late{item.request, m_clock->now(), refusal};
        if (!report(m_store->refuse(late)))
            return; // it is sent again, and refused again
        m_refused.append(late);
    }
    const Promise promise = std::exchange(item.promise, {});
    erase(id);
    standAnew();
    tellLink();
    Q_EMIT opened(m_shown);
    if (promise)
        Q_EMIT advanced({}, {{promise, std::unexpected(refusal)}});
}

void LinkEngine::noteHeard(Instant at) {
    const bool moved = m_clock->follow(at);
    const Instant now = m_clock->now();
    m_head.heardAt = now;
    m_head.ahead = m_clock->ahead();
    if (moved || now - m_heardKept > heardKept) {
        m_heardKept = now;
        (void)report(m_store->noteHeard(now, m_head.ahead));
    }
}

void LinkEngine::lose(bool turnedAway, const QString& why) {
    m_isTried = true;
    m_turnedAway = turnedAway ? why : QString();
    for (Waiting& item : m_outbox)
        settleHere(item);
    if (m_head.heardAt && *m_head.heardAt != m_heardKept) {
        m_heardKept = *m_head.heardAt;
        (void)report(m_store->noteHeard(*m_head.heardAt, m_head.ahead));
    }
    tellLink();
}

void LinkEngine::settle(Waiting& item, const Outcome& outcome) {
    delete std::exchange(item.verdict, nullptr);
    if (const Promise promise = std::exchange(item.promise, {}))
        Q_EMIT advanced({}, {{promise, outcome}});
}

/// As it was decided here: from now on it counts as done until the gateway says otherwise.
void LinkEngine::settleHere(Waiting& item) {
    settle(item, Outcome(item.entries));
}

LinkEngine::Waiting* LinkEngine::find(const RequestId& id) {
    const auto found = std::ranges::find(m_outbox, id, [](const Waiting& item) { return item.request.id; });
    return found == m_outbox.end() ? nullptr : &*found;
}

void LinkEngine::erase(const RequestId& id) {
    std::erase_if(m_outbox, [&](const Waiting& item) {
        if (item.request.id == id)
            delete item.verdict;
        return item.request.id == id;
    });
}

bool LinkEngine::hasEmergency() const {
    return std::ranges::any_of(
        m_outbox, [](const Waiting& item) { return !item.answered && isEmergency(item.request); });
}

void LinkEngine::tellLink() {
    LinkState state{.isUp = m_line && m_line->isUp(),
                    .heardAt = m_head.heardAt,
                    .turnedAway = m_turnedAway,
                    .waiting = 0,
                    .waitingSince = {},
                    .unsent = m_unsent,
                    .refused = m_refused,
                    .needsSignIn = m_head.knowsSignIn ? std::optional(m_head.needsSignIn) : std::nullopt,
                    .isTried = m_isTried,
                    .unheard = unheard()};
    for (const Waiting& item : m_outbox)
        if (isMeant(item.request.command)) {
            ++state.waiting;
            if (!state.waitingSince)
                state.waitingSince = item.request.happenedAt;
        }
    Q_EMIT linked(state);
}

bool LinkEngine::report(const std::expected<void, JournalFault>& done) {
    if (!done)
        qCWarning(log) << "the link's store:" << done.error().toString();
    if (done.has_value() == m_troubled) {
        m_troubled = !done;
        Q_EMIT storageTrouble(done ? QString() : done.error().toString());
    }
    return done.has_value();
}

void LinkEngine::history(const QString& stream, const std::shared_ptr<QPromise<QList<Entry>>>& promise) {
    promise->addResult(m_store ? m_store->ofStream(stream).value_or(QList<Entry>()) : QList<Entry>());
    promise->finish();
}

/// Told with the next question. Numbers beyond the base are this machine's own, until the journal gives its.
void LinkEngine::note(const Receipt& receipt) {
    if (receipt.stage == ReceiptStage::Shown)
        m_seen = std::max(m_seen, std::min(receipt.toSeq, m_base.seq()));
}

void LinkEngine::dismiss(const RequestId& request) {
    if (!m_store || !report(m_store->dismiss(request)))
        return;
    m_refused.removeIf([&](const LateRefusal& late) { return late.request.id == request; });
    tellLink();
}

} // namespace tridesk
