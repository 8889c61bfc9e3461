// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/file_watch.h"

#include "app/journal/bell.h"

#include <QDateTime>
#include <QFileInfo>

namespace tridesk {

using namespace Qt::StringLiterals;

FileWatch::FileWatch(QString bell, QObject* parent)
    : JournalWatch(parent)
    , m_bell(std::move(bell))
    , m_watcher(this)
    , m_look(this) {
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FileWatch::rang);
    connect(&m_look, &QTimer::timeout, this, &FileWatch::look);
    attend();
    m_stamp = stamp();
    m_look.start(std::chrono::seconds(1));
}

/// A bell that was not there yet, or was replaced, is not being watched.
void FileWatch::attend() {
    if (m_watcher.files().isEmpty() && QFileInfo::exists(m_bell))
        m_watcher.addPath(m_bell);
}

void FileWatch::look() {
    attend();
    const QString now = stamp();
    if (now == m_stamp)
        return;
    m_stamp = now;
    Q_EMIT rang();
}

/// Any write lands in the store or in its write-ahead log.
QString FileWatch::stamp() const {
    QString stamp;
    const QString store = storeOfBell(m_bell);
    for (const QString& path : {store, store + u"-wal"_s, m_bell}) {
        const QFileInfo file(path);
        stamp += u"%1 %2 "_s.arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch());
    }
    return stamp;
}

} // namespace tridesk
