// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/reel_keeper.h"

#include "app/desk/fact_reel.h"
#include "app/desk/worker_thread.h"

#include <QLoggingCategory>
#include <QTimer>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "tridesk.desk")

/// Lives on the keeper's thread. Journal and reel are let go of between two looks: whoever plays the record
/// may keep the reel up meanwhile.
class Worker : public QObject {
public:
    Worker(JournalFactory journal, QString facts, Milliseconds pause, std::shared_ptr<std::atomic<bool>> stop,
           std::function<void(qint64)> tell)
        : m_factory(std::move(journal))
        , m_facts(std::move(facts))
        , m_stop(std::move(stop))
        , m_tell(std::move(tell))
        , m_timer(this) {
        m_timer.setInterval(pause);
        connect(&m_timer, &QTimer::timeout, this, &Worker::follow);
    }

    void start() {
        QThread::currentThread()->setPriority(QThread::IdlePriority);
        m_timer.start();
    }

private:
    void follow() {
        const auto journal = m_factory();
        if (!journal)
            return; // the desk itself says what is wrong with it
        const auto reel = FactReel::open(m_facts, **journal);
        const auto followed = reel ? (*reel)->follow(**journal, [this](qint64, qint64) { return !*m_stop; })
                                   : std::expected<void, JournalFault>(std::unexpected(reel.error()));
        if (!followed)
            qCWarning(log).noquote() << "the reel is not kept up:" << followed.error().toString();
        else
            m_tell((*reel)->lastSeq());
    }

    JournalFactory m_factory;
    QString m_facts;
    std::shared_ptr<std::atomic<bool>> m_stop;
    std::function<void(qint64)> m_tell;
    QTimer m_timer;
};

} // namespace

ReelKeeper::ReelKeeper(JournalFactory journal, const QString& facts, Milliseconds pause, QObject* parent)
    : QObject(parent) {
    auto* worker =
        new Worker(std::move(journal), facts, pause, m_stop, [this](qint64 seq) { Q_EMIT kept(seq); });
    m_thread = std::make_unique<WorkerThread>(u"reel"_s, worker);
    m_thread->start();
    QMetaObject::invokeMethod(worker, [worker] { worker->start(); }, Qt::QueuedConnection);
}

ReelKeeper::~ReelKeeper() {
    *m_stop = true; // what is under way ends with its block
}

} // namespace tridesk
