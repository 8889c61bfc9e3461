// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/fix_board.h"

#include "app/desk/fix_worker.h"
#include "app/desk/worker_thread.h"
#include "app/domain/fix_age.h"

#include <QPromise>
#include <QTimer>

namespace tridesk {

using namespace Qt::StringLiterals;

FixBoard::FixBoard(FixStoreFactory factory, QString bell, QObject* parent)
    : QObject(parent)
    , m_worker(new FixWorker(std::move(factory), std::move(bell)))
    , m_thread(std::make_unique<WorkerThread>(u"fixes"_s, m_worker))
    , m_gather(new QTimer(this)) {
    m_gather->setSingleShot(true);
    m_gather->setInterval(std::chrono::milliseconds(50));
    connect(m_gather, &QTimer::timeout, this, [this] { Q_EMIT moved(std::exchange(m_moved, {})); });
    connect(m_worker, &FixWorker::arrived, this, [this](const QList<Fix>& fixes) { keep(fixes); });
    connect(m_worker, &FixWorker::stored, this, [this](qsizetype count) { m_unstored -= count; });
    connect(m_worker, &FixWorker::failed, this, &FixBoard::failed);
}

FixBoard::~FixBoard() = default;

void FixBoard::start() {
    m_thread->start();
    QMetaObject::invokeMethod(m_worker, &FixWorker::open, Qt::QueuedConnection);
}

void FixBoard::keepNewestIn(const QString& file) {
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, file] { worker->keepNewestIn(file); }, Qt::QueuedConnection);
}

void FixBoard::startShown() {
    m_thread->start();
    QMetaObject::invokeMethod(m_worker, &FixWorker::openForTracks, Qt::QueuedConnection);
}

void FixBoard::show(const QHash<UnitId, Fix>& fixes, const QSet<UnitId>& between) {
    for (auto each = fixes.cbegin(); each != fixes.cend(); ++each)
        if (const Fix* shown = latest(each.key());
            !shown || !(*shown == *each) || isBetween(each.key()) != between.contains(each.key()))
            m_moved.insert(each.key());
    for (auto shown = m_latest.cbegin(); shown != m_latest.cend(); ++shown)
        if (!fixes.contains(shown.key()))
            m_moved.insert(shown.key());
    m_latest = fixes;
    m_between = between;
    if (!m_moved.isEmpty())
        Q_EMIT moved(std::exchange(m_moved, {}));
}

bool FixBoard::take(std::span<const Fix> fixes) {
    const auto count = qsizetype(fixes.size());
    if (m_unstored + count > mostUnstored)
        return false;
    m_unstored += count;
    keep(fixes);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, kept = QList<Fix>(fixes.begin(), fixes.end())] { worker->store(kept); },
        Qt::QueuedConnection);
    return true;
}

const Fix* FixBoard::latest(const UnitId& unit) const {
    const auto at = m_latest.constFind(unit);
    return at == m_latest.constEnd() ? nullptr : &*at;
}

QFuture<QList<Fix>> FixBoard::track(const UnitId& unit, Instant from, Instant to) const {
    auto promise = std::make_shared<QPromise<QList<Fix>>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, unit, from, to, promise] { worker->track(unit, from, to, *promise); },
        Qt::QueuedConnection);
    return promise->future();
}

void FixBoard::keep(std::span<const Fix> fixes) {
    for (const Fix& fix : fixes) {
        auto at = m_latest.find(fix.unit);
        if (at != m_latest.end() && knownAt(*at) >= knownAt(fix))
            continue; // late, or this process's own come back through the store
        if (at == m_latest.end())
            m_latest.insert(fix.unit, fix);
        else
            *at = fix;
        m_moved.insert(fix.unit);
    }
    if (!m_moved.isEmpty() && !m_gather->isActive())
        m_gather->start();
}

} // namespace tridesk
