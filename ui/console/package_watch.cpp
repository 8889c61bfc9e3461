// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/package_watch.h"

#include "maps/package/package.h"

#include <QFileInfo>
#include <QtConcurrentRun>

namespace tridesk {

PackageWatch::PackageWatch(QObject* parent)
    : QObject(parent) {
    connect(&m_files, &QFileSystemWatcher::directoryChanged, this, &PackageWatch::look);
}

void PackageWatch::watch(const maps::Package* package) {
    if (!m_files.directories().isEmpty())
        m_files.removePaths(m_files.directories());
    m_folder = package ? package->folder() : QString();
    if (!package)
        return;
    m_made = package->manifest().made;
    // An import exchanges the whole folder: that is a change of the one above it.
    m_files.addPath(QFileInfo(m_folder).absolutePath());
    look(); // what came before the watch
}

void PackageWatch::look() {
    if (m_folder.isEmpty())
        return;
    QtConcurrent::run(&maps::Package::open, m_folder)
        .then(this, [this](const std::expected<maps::Package, QString>& now) {
            if (!now || now->folder() != m_folder || now->manifest().made == m_made)
                return;
            m_made = now->manifest().made;
            Q_EMIT replaced(m_folder, now->manifest().name);
        });
}

} // namespace tridesk
