// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>

namespace tridesk {

/// A thread for one worker object, which lives and dies there. Ends only after everything that was queued for
/// the worker has been done, so that nothing handed over is lost.
class WorkerThread {
public:
    WorkerThread(const QString& name, QObject* worker)
        : m_worker(worker) {
        m_thread.setObjectName(name);
        worker->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, worker, &QObject::deleteLater);
    }
    Q_DISABLE_COPY_MOVE(WorkerThread)

    ~WorkerThread() {
        if (!m_thread.isRunning()) {
            delete m_worker;
            return;
        }
        QMetaObject::invokeMethod(m_worker, [this] { m_thread.quit(); }, Qt::QueuedConnection);
        m_thread.wait();
    }

    void start() { m_thread.start(); }

private:
    QThread m_thread;
    QObject* m_worker;
};

} // namespace tridesk
