// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journal_watch.h"

#include "app/journal/bell.h"

#include <QDateTime>
#include <QFileInfo>

namespace tridesk {

using namespace Qt::StringLiterals;

JournalWatch::JournalWatch(QString bell, QObject* parent)
    : QObject(parent)
    , m_bell(std::move(bell))
    , m_watcher(this)
    , m_look(this) {
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &JournalWatch::rang);
    connect(&m_look, &QTimer::timeout, this, &JournalWatch::look);
    attend();
    m_stamp = stamp();
    m_look.start(std::chrono::seconds(1));
}

/// A bell that was not there yet, or was replaced, is not being watched.
void JournalWatch::attend() {
    if (m_watcher.files().isEmpty() && QFileInfo::exists(m_bell))
        m_watcher.addPath(m_bell);
}

void JournalWatch::look() {
    attend();
    const QString now = stamp();
    if (now == m_stamp)
        return;
    m_stamp = now;
    Q_EMIT rang();
}

/// Any write lands in the store or in its write-ahead log.
QString JournalWatch::stamp() const {
    QString stamp;
    const QString store = storeOfBell(m_bell);
    for (const QString& path : {store, store + u"-wal"_s, m_bell}) {
        const QFileInfo file(path);
        stamp += u"%1 %2 "_s.arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch());
    }
    return stamp;
}

} // namespace tridesk
