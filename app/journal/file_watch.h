// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/journal_watch.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace tridesk {

/// Of a store in a file. Wakes on the store's bell within a millisecond, and once a second looks whether the
/// store's files changed, should a writer have died between its commit and the bell or the system be out of
/// watches. The files may be made later.
class FileWatch final : public JournalWatch {
    Q_OBJECT

public:
    explicit FileWatch(QString bell, QObject* parent = nullptr);

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
