// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/video/footage_store.h"

#include <QTimer>

namespace tridesk {

/// Keeps a desk's footage within the bounds of its policy: what goes is put on record first and deleted then,
/// whoever asked for it. At the start files that are in no record are set aside. Any number of programs on
/// one folder may run one. Lives in the desk's thread and looks at the disk in others; the desk outlives it.
class FootageKeeper : public QObject {
    Q_OBJECT

public:
    /// `folder` is made where it is missing; trouble() where it cannot be.
    FootageKeeper(Desk& desk, const QString& folder, QObject* parent = nullptr);

    /// Puts the folder in order once the desk is ready, and looks every minute from then on.
    void start();
    /// Looks now. The timer calls it, and what is kept or changed; tests too.
    void tick();
    /// Something is under way; then settled() follows.
    [[nodiscard]] bool isWorking() const { return m_working > 0; }

    /// Nothing where the folder cannot be used.
    [[nodiscard]] const std::optional<FootageStore>& store() const { return m_store; }
    [[nodiscard]] const std::optional<WriteFault>& trouble() const { return m_trouble; }
    /// Between the bounds of the policy as it is now.
    [[nodiscard]] RoomCheck room() const;
    /// Files that were left in no record, and those that the record says are there and are not.
    [[nodiscard]] const QStringList& setAside() const { return m_order.setAside; }
    [[nodiscard]] const QStringList& missing() const { return m_order.missing; }

Q_SIGNALS:
    void settled();
    void inOrder(); ///< setAside() and missing() are known

private:
    [[nodiscard]] StoreBounds bounds() const;
    void putInOrder();
    void putInOrder(const QStringList& unclaimed);
    void take(const Changes& changes);
    /// Deletes what is gone on record.
    void erase(const QString& file);
    /// Files of which the record says that they go, without those that could not be deleted.
    [[nodiscard]] QSet<QString> goneOnRecord() const;
    void remove(qint64 tooMuch, const QSet<QString>& counted);
    void begin() { ++m_working; }
    void end();

    Desk& m_desk;
    std::optional<FootageStore> m_store;
    std::optional<WriteFault> m_trouble;
    FootageStore::Order m_order;
    QSet<QString> m_stuck; ///< that could not be deleted: each look tries them again
    QTimer m_timer;
    QTimer m_soon;
    int m_working = 0;
    bool m_looking = false;
};

} // namespace tridesk
