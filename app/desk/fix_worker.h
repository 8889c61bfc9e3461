// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/fix_board.h"
#include "app/journal/fix_store.h"

#include <QPromise>
#include <QTimer>

namespace tridesk {

class JournalWatch;

/// The fix board's other half, on the thread of the store.
class FixWorker : public QObject {
    Q_OBJECT

public:
    FixWorker(FixStoreFactory factory, QString bell);
    ~FixWorker() override;

    // Called on the worker's thread.
    void keepNewestIn(const QString& file); ///< and tells what it holds
    void open();
    void openForTracks();
    void store(const QList<Fix>& fixes);
    void track(const UnitId& unit, Instant from, Instant to, QPromise<QList<Fix>>& promise);

Q_SIGNALS:
    void arrived(const QList<tridesk::Fix>& fixes);
    void stored(qsizetype count);
    void failed(const QString& why);

private:
    [[nodiscard]] bool openStore();
    void writeOut();
    void readOn();
    void tell(const QList<Fix>& fixes);
    void note(const QList<Fix>& fixes);
    void keepNewest();

    FixStoreFactory m_factory;
    QString m_bell;
    std::unique_ptr<FixStore> m_store;
    std::unique_ptr<JournalWatch> m_watch;
    FixCursor m_cursor;
    QList<Fix> m_waiting;
    bool m_writeComing = false;
    bool m_hasFailed = false; ///< to open, and that was told
    QString m_newestFile;     ///< empty: they are not kept beside the store
    QHash<UnitId, Fix> m_newest;
    QTimer m_keepSoon;
    bool m_keepFailed = false; ///< and that was told
};

} // namespace tridesk
