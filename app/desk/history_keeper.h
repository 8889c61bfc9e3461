// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/history.h"

#include <QFuture>
#include <QSet>

#include <memory>

namespace tridesk {

class WorkerThread;

/// Keeps the index of earlier incidents on a thread of its own and answers from there. Called from the
/// thread that owns the situation; never waits but in its destructor.
class HistoryKeeper {
public:
    /// Takes all of them in, over there.
    explicit HistoryKeeper(const Table<IncidentId, Incident>& incidents);
    ~HistoryKeeper();
    Q_DISABLE_COPY_MOVE(HistoryKeeper)

    void take(const Situation& situation, const QSet<IncidentId>& changed);
    /// What was taken in before is found.
    QFuture<HistoryIndex::Hits> find(const Place& place, const QList<Caller>& callers);

private:
    class Worker;
    Worker* m_worker; ///< lives on m_thread, deleted there
    std::unique_ptr<WorkerThread> m_thread;
};

} // namespace tridesk
