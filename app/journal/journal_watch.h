// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace tridesk {

/// Tells that a store may have grown, whoever wrote: reads on from where you were. Wakes on the store's bell
/// within a millisecond, and once a second looks whether the store's files changed, should a writer have died
/// between its commit and the bell or the system be out of watches. Lives in a thread with an event loop; the
/// store's own writes wake it too. The files may be made later.
class JournalWatch : public QObject {
    Q_OBJECT

public:
    /// `bell`: DataFolder::journalBell(), fixesBell() or bellOf() a store's file.
    explicit JournalWatch(QString bell, QObject* parent = nullptr);

Q_SIGNALS:
    void rang();

private:
    void attend();
    void look();
    [[nodiscard]] QString stamp() const;

    QString m_bell;
    QString m_stamp;
    QFileSystemWatcher m_watcher;
    QTimer m_look;
};

} // namespace tridesk
