// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/fix.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QSet>

#include <expected>
#include <functional>
#include <memory>
#include <span>

class QTimer;

namespace tridesk {

class FixStore;
class FixWorker;
class WorkerThread;

/// Makes the store on the thread that will use it; on failure says why in one line.
using FixStoreFactory = std::function<std::expected<std::unique_ptr<FixStore>, QString>()>;

/// Where every unit is now. Takes fixes from this process (take) and, through the fix store, from the others;
/// keeps the newest of each unit by time measured; tells of changes gathered to the picture, 20 times a
/// second at most. Called from one thread; the store is on its own.
class FixBoard : public QObject {
    Q_OBJECT

public:
    /// Fixes taken but not yet stored, at most; more are turned away until the disk has caught up.
    static constexpr qsizetype mostUnstored = 200'000;

    /// `bell` tells of other processes' fixes; empty for a store nobody else has.
    FixBoard(FixStoreFactory factory, QString bell, QObject* parent = nullptr);
    ~FixBoard() override;

    /// Before start(): the newest of each unit are kept in that file too, and known from there until the
    /// store can be opened, with their own times; for a store on a server that may be away.
    void keepNewestIn(const QString& file);
    /// Opens the store and loads each unit's newest fix; then moved(). One that cannot be opened is told by
    /// failed() once and, where there is a bell, tried again every few seconds.
    void start();
    /// Opens it for tracks alone: what is shown is told by show().
    void startShown();
    /// These places, and no others: of another time, say; those of `between` are worked out and were never
    /// reported. Then moved().
    void show(const QHash<UnitId, Fix>& fixes, const QSet<UnitId>& between = {});

    /// Shows and stores them. False, and nothing done, where the store cannot keep pace: ask again later.
    [[nodiscard]] bool take(std::span<const Fix> fixes);

    /// Null where the unit never reported.
    [[nodiscard]] const Fix* latest(const UnitId& unit) const;
    /// Whether its place is worked out between two reports.
    [[nodiscard]] bool isBetween(const UnitId& unit) const { return m_between.contains(unit); }
    [[nodiscard]] const QHash<UnitId, Fix>& all() const { return m_latest; }
    /// One unit's stored fixes measured in [from, to], by time measured; none where the store cannot be read,
    /// which failed() tells. Read on the store's thread.
    [[nodiscard]] QFuture<QList<Fix>> track(const UnitId& unit, Instant from, Instant to) const;

Q_SIGNALS:
    void moved(const QSet<tridesk::UnitId>& units);
    /// The store cannot be read or written; live positions go on.
    void failed(const QString& why);

private:
    void keep(std::span<const Fix> fixes);

    FixWorker* m_worker; ///< lives on m_thread, deleted there
    std::unique_ptr<WorkerThread> m_thread;
    QHash<UnitId, Fix> m_latest;
    QSet<UnitId> m_between;
    QSet<UnitId> m_moved;
    QTimer* m_gather;
    qsizetype m_unstored = 0;
};

} // namespace tridesk
