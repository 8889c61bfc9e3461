// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/footage_keeper.h"

#include "app/video/footage_query.h"

#include <QLoggingCategory>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

Q_LOGGING_CATEGORY(log, "tridesk.footage")

Actor clockwork() {
    return {clockworkSeat(), u"clockwork"_s};
}

} // namespace

FootageKeeper::FootageKeeper(Desk& desk, const QString& folder, QObject* parent)
    : QObject(parent)
    , m_desk(desk) {
    auto store = FootageStore::open(folder);
    if (store)
        m_store = *std::move(store);
    else
        m_trouble = store.error();
    m_timer.setInterval(std::chrono::minutes(1));
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &FootageKeeper::tick);
    connect(&m_soon, &QTimer::timeout, this, &FootageKeeper::tick);
    connect(&desk, &Desk::changed, this, &FootageKeeper::take);
}

void FootageKeeper::start() {
    if (!m_store)
        return;
    m_timer.start();
    if (m_desk.isReady())
        putInOrder();
    else
        connect(&m_desk, &Desk::ready, this, qOverload<>(&FootageKeeper::putInOrder),
                Qt::SingleShotConnection);
}

void FootageKeeper::end() {
    if (--m_working == 0)
        Q_EMIT settled();
}

StoreBounds FootageKeeper::bounds() const {
    constexpr qint64 mib = 1024LL * 1024;
    const VideoPolicy& policy = m_desk.situation().videoPolicy();
    return {.most = policy.storeMiB * mib, .leaveFree = policy.leaveFreeMiB * mib};
}

RoomCheck FootageKeeper::room() const {
    return m_store ? m_store->room(bounds()) : RoomCheck([](qint64) { return false; });
}

// A file that another program has just finished is in its hands until it is on record. So the folder is read
// first and the record after that: a question that decides nothing brings its newest entries.
void FootageKeeper::putInOrder() {
    begin();
    QtConcurrent::run([store = *m_store] {
        return store.unclaimed();
    }).then(this, [this](const QStringList& unclaimed) {
        m_desk.submit(clockwork(), RemoveFootage{.footage = {}, .reason = u"order"_s})
            .then(this, [this, unclaimed](const Outcome&) { putInOrder(unclaimed); });
    });
}

void FootageKeeper::putInOrder(const QStringList& unclaimed) {
    QHash<QString, bool> recorded;
    for (const Footage& footage : m_desk.situation().footage()) {
        if (!footage.file.isEmpty())
            recorded.insert(footage.file, !footage.removed);
    }
    QtConcurrent::run([store = *m_store, unclaimed, recorded] {
        return store.putInOrder(unclaimed, recorded);
    }).then(this, [this](const FootageStore::Order& order) {
        m_order = order;
        m_stuck += QSet<QString>(order.stuck.begin(), order.stuck.end());
        for (const QString& file : order.setAside)
            qCWarning(log) << "in no record, set aside:" << file;
        for (const QString& file : order.missing)
            qCWarning(log) << "on record, and not there:" << file;
        Q_EMIT inOrder();
        m_soon.start();
        end();
    });
}

QSet<QString> FootageKeeper::goneOnRecord() const {
    QSet<QString> gone;
    for (const Footage& footage : m_desk.situation().footage()) {
        if (footage.removed && !footage.file.isEmpty() && !m_stuck.contains(footage.file))
            gone.insert(footage.file);
    }
    return gone;
}

void FootageKeeper::tick() {
    if (!m_store || !m_desk.isReady() || m_looking)
        return;
    m_looking = true;
    begin();
    for (const QString& file : std::as_const(m_stuck))
        erase(file);
    const QSet<QString> gone = goneOnRecord();
    QtConcurrent::run([store = *m_store, now = bounds(), gone] {
        return store.tooMuch(now, gone);
    }).then(this, [this, gone](qint64 tooMuch) {
        m_looking = false;
        remove(tooMuch, gone);
        end();
    });
}

// A file is gone on record before it is gone from the disk, where this look or another program's still finds
// it: what is on its way is freed already, or twice as much would go as need be.
void FootageKeeper::remove(qint64 tooMuch, const QSet<QString>& counted) {
    for (const Footage& footage : m_desk.situation().footage()) {
        if (footage.removed && !footage.file.isEmpty() && !counted.contains(footage.file) &&
            !m_stuck.contains(footage.file))
            tooMuch -= footage.bytes;
    }
    const auto gone = footageToRemove(m_desk.situation(), m_desk.clock().now(), tooMuch);
    for (const FootageId& id : gone) {
        const Footage* footage = m_desk.situation().footage().find(id);
        const auto keep = std::chrono::days(m_desk.situation().videoPolicy().keepDays);
        const bool isOld = footage && m_desk.clock().now() - footage->savedAt > keep;
        begin();
        m_desk.submit(clockwork(), RemoveFootage{.footage = id, .reason = isOld ? u"age"_s : u"room"_s})
            .then(this, [this](const Outcome&) { end(); });
    }
}

void FootageKeeper::erase(const QString& file) {
    begin();
    QtConcurrent::run([store = *m_store, file] {
        return store.remove(file);
    }).then(this, [this, file](const std::expected<void, WriteFault>& removed) {
        if (removed) {
            m_stuck.remove(file);
        } else if (!m_stuck.contains(file)) {
            m_stuck.insert(file);
            qCWarning(log) << "cannot delete" << file << removed.error().detail;
            m_soon.start(); // its room is not free: something else has to go
        }
        end();
    });
}

// On record as removed, by whomever: only now the file goes. Should the program end in between, the next
// start deletes it.
void FootageKeeper::take(const Changes& changes) {
    if (!m_store)
        return;
    for (const FootageId& id : changes.footage) {
        const Footage* footage = m_desk.situation().footage().find(id);
        if (!footage || !footage->removed || footage->file.isEmpty())
            continue;
        erase(footage->file);
    }
    if (!changes.footage.isEmpty() || changes.videoPolicy)
        m_soon.start();
}

} // namespace tridesk
