// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/history_keeper.h"

#include "app/desk/worker_thread.h"

#include <QPromise>

namespace tridesk {

using namespace Qt::StringLiterals;

class HistoryKeeper::Worker : public QObject {
public:
    HistoryIndex index;
};

HistoryKeeper::HistoryKeeper(const Table<IncidentId, Incident>& incidents)
    : m_worker(new Worker)
    , m_thread(std::make_unique<WorkerThread>(u"history"_s, m_worker)) {
    m_thread->start();
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, incidents] {
            for (const Incident& incident : incidents)
                worker->index.take(incident);
        },
        Qt::QueuedConnection);
}

HistoryKeeper::~HistoryKeeper() = default;

void HistoryKeeper::take(const Situation& situation, const QSet<IncidentId>& changed) {
    QList<Incident> incidents;
    incidents.reserve(changed.size());
    for (const IncidentId& id : changed)
        if (const Incident* incident = situation.incidents().find(id))
            incidents.append(*incident);
    if (incidents.isEmpty())
        return;
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, incidents] {
            for (const Incident& incident : incidents)
                worker->index.take(incident);
        },
        Qt::QueuedConnection);
}

QFuture<HistoryIndex::Hits> HistoryKeeper::find(const Place& place, const QList<Caller>& callers) {
    auto promise = std::make_shared<QPromise<HistoryIndex::Hits>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, place, callers, promise] {
            promise->addResult(worker->index.find(place, callers));
            promise->finish();
        },
        Qt::QueuedConnection);
    return promise->future();
}

} // namespace tridesk
