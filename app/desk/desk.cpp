// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/desk.h"

#include "app/access/permission.h"
#include "app/access/watching.h"
#include "app/desk/desk_worker.h"
#include "app/desk/history_keeper.h"
#include "app/desk/may.h"
#include "app/desk/worker_thread.h"

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

/// Everything, for those who must look at all of it again.
Changes everythingIn(const Situation& situation) {
    Changes changes;
    for (const Incident& incident : situation.incidents())
        changes.incidents.insert(incident.id);
    for (const Unit& unit : situation.units())
        changes.units.insert(unit.definition.id);
    for (const Post& post : situation.posts())
        changes.posts.insert(post.id);
    for (const Order& order : situation.orders())
        changes.orders.insert(order.id);
    for (const Message& message : situation.messages())
        changes.messages.insert(message.id);
    for (const Plot& plot : situation.plots())
        changes.plots.insert(plot.id);
    for (const NamedPlace& place : situation.places())
        changes.places.insert(place.id);
    for (const Camera& camera : situation.cameras())
        changes.cameras.insert(camera.id);
    for (const Handover& handover : situation.handovers())
        changes.handovers.insert(handover.id);
    for (const VideoFeed& feed : situation.feeds())
        changes.feeds.insert(feed.id);
    for (const FeedView& view : situation.views())
        changes.views.insert(view.id);
    for (const Footage& kept : situation.footage())
        changes.footage.insert(kept.id);
    for (const PremiseNote& note : situation.premises())
        changes.premises.insert(note.id);
    for (const SeatOnDuty& duty : situation.duty()) {
        changes.seats.insert(duty.seat);
        changes.alarms.insert(duty.seat);
    }
    for (const SectorCover& cover : situation.sectors())
        changes.sectors.insert(cover.post);
    changes.catalogue = true;
    changes.policy = true;
    changes.videoPolicy = true;
    return changes;
}

} // namespace

// NOLINTNEXTLINE(performance-unnecessary-value-param): both halves keep it
Desk::Desk(JournalFactory factory, QString bell, std::shared_ptr<const Clock> clock,
           std::shared_ptr<IdSource> ids, QObject* parent)
    : Desk(std::make_unique<DeskWorker>(std::move(factory), std::move(bell), clock, std::move(ids)), clock,
           parent) {}

Desk::Desk(std::unique_ptr<DeskEngine> engine, std::shared_ptr<const Clock> clock, QObject* parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_engine(engine.release())
    , m_thread(std::make_unique<WorkerThread>(u"journal"_s, m_engine)) {
    connect(m_engine, &DeskEngine::opened, this, &Desk::adopt);
    connect(m_engine, &DeskEngine::failed, this, &Desk::failed);
    connect(m_engine, &DeskEngine::storageTrouble, this, &Desk::storageTrouble);
    connect(m_engine, &DeskEngine::advanced, this,
            [this](const QList<FoldedEntry>& entries, const QList<DeskEngine::Settled>& settled) {
                takeIn(entries);
                for (const DeskEngine::Settled& each : settled) {
                    each.promise->addResult(each.outcome);
                    each.promise->finish();
                }
            });
    if (m_engine->isLinked())
        joinLink();
}

void Desk::joinLink() {
    m_link = std::make_unique<Link>();
    connect(m_engine, &DeskEngine::linked, m_link.get(), &Link::setState);
    connect(m_link.get(), &Link::dismissed, this, [this](const RequestId& request) {
        QMetaObject::invokeMethod(
            m_engine, [engine = m_engine, request] { engine->dismiss(request); }, Qt::QueuedConnection);
    });
    connect(m_engine, &DeskEngine::sessionEnded, m_link.get(), &Link::sessionEnded);
    // queued, all of them: it lives elsewhere
    connect(m_link.get(), &Link::anewAsked, m_engine, &DeskEngine::beginAnew);
    connect(m_link.get(), &Link::cameIn, m_engine, &DeskEngine::letIn);
    connect(m_link.get(), &Link::sat, m_engine, &DeskEngine::setSitting);
    connect(m_link.get(), &Link::givenUp, m_engine, &DeskEngine::giveUp);
}

Desk::~Desk() = default;

bool Desk::isReplay() const {
    return m_engine->isReplay();
}

void Desk::start() {
    m_thread->start();
    QMetaObject::invokeMethod(m_engine, &DeskEngine::open, Qt::QueuedConnection);
}

void Desk::adopt(const Situation& situation) {
    const Changes changes = m_ready ? changesBetween(m_situation, situation) : everythingIn(situation);
    const qint64 before = m_situation.seq();
    m_situation = situation;
    if (m_ready)
        noteReceived(before + 1, situation.seq()); // came without being told one by one
    m_earlier.reset();                             // it knows the situation of before
    Q_EMIT changed(changes);
    if (!std::exchange(m_ready, true))
        Q_EMIT ready();
}

void Desk::takeIn(const QList<FoldedEntry>& entries) {
    if (entries.isEmpty())
        return;
    Changes changes;
    for (const FoldedEntry& each : entries) {
        if (each.fact)
            changes.add(m_situation.fold(each.entry, *each.fact));
        else
            m_situation.skip(each.entry);
    }
    noteReceived(entries.first().entry.seq, entries.last().entry.seq);
    if (m_earlier)
        m_earlier->take(m_situation, changes.incidents);
    if (!changes.isEmpty())
        Q_EMIT changed(changes);
}

void Desk::noteReceived(qint64 fromSeq, qint64 toSeq) {
    for (const Actor& seat : std::as_const(m_seats))
        noteShown(seat, fromSeq, toSeq, ReceiptStage::Received);
}

QFuture<Outcome> Desk::submit(const Actor& actor, Command command, std::optional<Instant> happenedAt,
                              RequestId id) {
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    const DeskEngine::Asked asked{{id, actor, happenedAt, std::move(command)}, promise};
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, asked] { engine->ask(asked); }, Qt::QueuedConnection);
    return promise->future();
}

QFuture<QList<Entry>> Desk::history(const IncidentId& incident) {
    auto promise = std::make_shared<QPromise<QList<Entry>>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_engine,
        [engine = m_engine, stream = u"incident/"_s + incident.toString(), promise] {
            engine->history(stream, promise);
        },
        Qt::QueuedConnection);
    return promise->future();
}

QFuture<HistoryIndex::Hits> Desk::earlier(const Place& place, const QList<Caller>& callers) {
    if (!m_earlier)
        m_earlier = std::make_unique<HistoryKeeper>(m_situation.incidents());
    return m_earlier->find(place, callers);
}

void Desk::look(JournalLook look) {
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, look = std::move(look)] { engine->look(look); }, Qt::QueuedConnection);
}

void Desk::noteShown(const Actor& actor, qint64 fromSeq, qint64 toSeq, ReceiptStage stage) {
    const Receipt receipt{actor.seat.toString(), actor.user, stage, fromSeq, toSeq, m_clock->now()};
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, receipt] { engine->note(receipt); }, Qt::QueuedConnection);
}

SeatDesk::SeatDesk(Desk& desk, Actor actor, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_eyes{.actor = std::move(actor)} {
    m_desk.m_seats.append(m_eyes.actor);
    connect(&m_desk, &Desk::changed, this, &SeatDesk::changed);
    if (const Link* line = link()) // what is shown of a row says too whether it was sent
        connect(line, &Link::marked, this, &SeatDesk::changed);
}

SeatDesk::~SeatDesk() {
    m_desk.m_seats.removeOne(actor());
}

void SeatDesk::setActor(const Actor& comer) {
    m_desk.m_seats.removeOne(actor());
    m_eyes.actor = comer;
    m_eyes.opened.clear();
    m_desk.m_seats.append(actor());
}

QFuture<Outcome> SeatDesk::submit(Command command) {
    return m_desk.submit(actor(), std::move(command));
}

QFuture<QList<Entry>> SeatDesk::history(const IncidentId& incident) {
    return m_desk.history(incident);
}

QFuture<HistoryIndex::Hits> SeatDesk::earlier(const Place& place, const QList<Caller>& callers) {
    return m_desk.earlier(place, callers);
}

Result<void> SeatDesk::may(const Command& command) const {
    if (m_desk.isReplay())
        return refuse(RefusalCode::Replayed);
    return tridesk::may(situation(), actor(), command, now());
}

Sight SeatDesk::sight(const Incident& incident) const {
    return sightOf(situation(), m_eyes, incident, now());
}

Incident SeatDesk::shown(const Incident& incident) const {
    return redacted(situation(), m_eyes, incident, now());
}

bool SeatDesk::knowsCallers(const Incident& incident) const {
    return tridesk::knowsCallers(m_eyes, incident);
}

bool SeatDesk::mayRead(const Message& message) const {
    return tridesk::mayRead(situation(), m_eyes, message, now());
}

void SeatDesk::noteOpened(const IncidentId& incident) {
    m_eyes.opened.insert(incident);
    Changes changes;
    changes.incidents.insert(incident);
    Q_EMIT changed(changes);
}

void SeatDesk::setWall(bool wall) {
    if (std::exchange(m_eyes.wall, wall) != wall)
        Q_EMIT changed(everythingIn(situation()));
}

bool SeatDesk::maySee(const Incident& incident) const {
    return tridesk::maySee(situation(), actor(), incident, now());
}

bool SeatDesk::maySee(const Unit& unit) const {
    return tridesk::maySee(situation(), actor(), unit);
}

bool SeatDesk::maySee(const Footage& footage) const {
    return mayShow(situation(), m_eyes, footage, now());
}

bool SeatDesk::maySee(const Plot& plot) const {
    const auto& of = plot.details.incident;
    const Incident* incident = of ? situation().incidents().find(*of) : nullptr;
    return tridesk::maySee(situation(), actor(), plot, now()) &&
           (!incident || sight(*incident) > Sight::Outline);
}

bool SeatDesk::maySee(const VideoFeed& feed) const {
    return mayShow(situation(), m_eyes, feed, now());
}

} // namespace tridesk
