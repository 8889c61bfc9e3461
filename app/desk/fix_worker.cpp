// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/fix_worker.h"

#include "app/journal/fix_walk.h"
#include "app/journal/journal_watch.h"
#include "app/journal/newest_fixes.h"

#include <utility>

namespace tridesk {

namespace {

constexpr auto openAgain = std::chrono::seconds(3);
/// How old the newest that are kept may be: what a start without the server knows of is late by so much.
constexpr auto keepEvery = std::chrono::seconds(3);

} // namespace

FixWorker::FixWorker(FixStoreFactory factory, QString bell)
    : m_factory(std::move(factory))
    , m_bell(std::move(bell))
    , m_keepSoon(this) { // a child, so that it moves to the thread as well
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(keepEvery);
    connect(&m_keepSoon, &QTimer::timeout, this, &FixWorker::keepNewest);
}

FixWorker::~FixWorker() {
    writeOut();
    if (m_keepSoon.isActive())
        keepNewest();
}

void FixWorker::keepNewestIn(const QString& file) {
    m_newestFile = file;
    const auto kept = readNewestFixes(file);
    if (!kept)
        return Q_EMIT failed(kept.error());
    fix_walk::keepNewer(m_newest, *kept);
    Q_EMIT arrived(*kept);
}

void FixWorker::tell(const QList<Fix>& fixes) {
    note(fixes);
    Q_EMIT arrived(fixes);
}

void FixWorker::note(const QList<Fix>& fixes) {
    if (m_newestFile.isEmpty() || fixes.isEmpty())
        return;
    fix_walk::keepNewer(m_newest, fixes);
    if (!m_keepSoon.isActive())
        m_keepSoon.start();
}

void FixWorker::keepNewest() {
    const auto kept = writeNewestFixes(m_newestFile, m_newest.values());
    if (!kept && !m_keepFailed)
        Q_EMIT failed(kept.error());
    m_keepFailed = !kept;
}

bool FixWorker::openStore() {
    auto store = m_factory();
    if (store)
        m_store = std::move(*store);
    else if (!std::exchange(m_hasFailed, true))
        Q_EMIT failed(store.error());
    return m_store != nullptr;
}

void FixWorker::openForTracks() {
    Q_UNUSED(openStore())
}

/// A store that others write too may be on a server that is away yet: it is asked again.
void FixWorker::open() {
    if (!openStore()) {
        if (!m_bell.isEmpty())
            QTimer::singleShot(openAgain, this, &FixWorker::open);
        return;
    }
    const auto latest = m_store->latest();
    if (!latest)
        return Q_EMIT failed(latest.error().toString());
    m_cursor = latest->next;
    tell(latest->fixes);
    if (m_bell.isEmpty())
        return;
    m_watch = JournalWatch::on(m_bell);
    connect(m_watch.get(), &JournalWatch::rang, this, &FixWorker::readOn);
    readOn(); // what came before the watch
}

void FixWorker::store(const QList<Fix>& fixes) {
    note(fixes);
    m_waiting += fixes;
    if (std::exchange(m_writeComing, true))
        return;
    // Whatever else is queued by then goes to the disk in the same step.
    QMetaObject::invokeMethod(this, &FixWorker::writeOut, Qt::QueuedConnection);
}

void FixWorker::writeOut() {
    m_writeComing = false;
    const QList<Fix> fixes = std::exchange(m_waiting, {});
    if (fixes.isEmpty())
        return;
    if (m_store)
        if (const auto done = m_store->append(fixes); !done)
            Q_EMIT failed(done.error().toString());
    Q_EMIT stored(fixes.size());
}

void FixWorker::track(const UnitId& unit, Instant from, Instant to, QPromise<QList<Fix>>& promise) {
    writeOut(); // what was taken before it belongs to the track
    QList<Fix> fixes;
    if (m_store) {
        if (auto found = m_store->track(unit, from, to))
            fixes = std::move(*found);
        else
            Q_EMIT failed(found.error().toString());
    }
    promise.addResult(fixes);
    promise.finish();
}

void FixWorker::readOn() {
    for (bool complete = false; !complete;) {
        const auto tail = m_store->since(m_cursor);
        if (!tail)
            return Q_EMIT failed(tail.error().toString());
        m_cursor = tail->next;
        complete = tail->isComplete;
        if (!tail->fixes.isEmpty())
            tell(tail->fixes);
    }
}

} // namespace tridesk
