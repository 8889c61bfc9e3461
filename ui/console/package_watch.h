// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QObject>

namespace tridesk {

namespace maps {
class Package;
} // namespace maps

/// Tells when the map package that is shown has been made anew at its place, by this program or another.
/// Looks at the file on a worker.
class PackageWatch : public QObject {
    Q_OBJECT

public:
    explicit PackageWatch(QObject* parent = nullptr);

    /// Looks after this one instead of the one before; null: after none.
    void watch(const maps::Package* package);

Q_SIGNALS:
    void replaced(const QString& folder, const QString& name);

private:
    void look();

    QFileSystemWatcher m_files;
    QString m_folder;
    QDateTime m_made; ///< of the one that is shown, or was told of last
};

} // namespace tridesk
