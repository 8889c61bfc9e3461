// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/fix.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>
#include <memory>
#include <span>

class QThread;
class QTimer;

namespace tridesk {

class FixStore;
class FixWorker;

using FixStoreFactory = std::function<std::expected<std::unique_ptr<FixStore>, QString>()>;

/// Where every unit is now. Takes fixes from this process (take) and, through the fix store, from the others;
/// keeps the newest of each unit by time measured; tells of changes gathered to 20 times a second. Called
/// from one thread; the store is on its own.
class FixBoard : public QObject {
    Q_OBJECT

public:
    FixBoard(FixStoreFactory factory, QString bell, QObject* parent = nullptr);
    ~FixBoard() override;

    /// Opens the store and loads each unit's newest fix.
    void start();

    /// Newer fixes replace older ones; all are stored. False where the store cannot keep pace (ask again
    /// later).
    bool take(std::span<const Fix> fixes);

    [[nodiscard]] const Fix* latest(const UnitId& unit) const;
    [[nodiscard]] const QHash<UnitId, Fix>& all() const { return m_latest; }

Q_SIGNALS:
    void moved(const QSet<tridesk::UnitId>& units);
    void failed(const QString& why);

private:
    void keep(const Fix& fix);
    void announce();

    std::unique_ptr<QThread> m_thread;
    FixWorker* m_worker; ///< lives on m_thread, deleted there
    QHash<UnitId, Fix> m_latest;
    QSet<UnitId> m_moved;
    QTimer* m_gather;
    qsizetype m_unstored = 0;
};

} // namespace tridesk
