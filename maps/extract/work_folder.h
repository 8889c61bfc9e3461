// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/extract/reader.h"

#include <QByteArray>
#include <QLockFile>
#include <QSet>

#include <expected>
#include <memory>

namespace tridesk::maps {

/// What of an import is finished and on disk.
enum class Checkpoint {
    Sorted, ///< the source as a sorted PBF
    Parts,  ///< places, roads, posts, cameras and the counts
    Tiles
};

/// Where an import works: a hidden folder beside its target, named after it, so that a run that was broken
/// off (by its user, a crash, a power cut) is found again. What a checkpoint names is on the disk before the
/// checkpoint is. A folder that another version made, or for other bytes, is begun anew. One import at a
/// time: it is locked, and the lock of a dead process does not count. Errors are one line.
class WorkFolder {
public:
    /// target: absolute path of the package.
    [[nodiscard]] static std::expected<WorkFolder, QString> open(const QString& target);
    /// Where it would be; there or not.
    [[nodiscard]] static QString pathFor(const QString& target);
    /// Whether an import to that target was broken off and can be gone on with.
    [[nodiscard]] static bool isWaiting(const QString& target);

    /// Forgets what is there unless it was made by this version for the same bytes and the same options.
    [[nodiscard]] std::expected<void, QString> startFor(const QByteArray& sha256, bool withTiles);

    [[nodiscard]] bool has(Checkpoint checkpoint) const { return m_done.contains(checkpoint); }
    /// Brings the package's files to the disk, then says so.
    [[nodiscard]] std::expected<void, QString> reach(Checkpoint checkpoint);

    /// Takes all of it back on disk; reach() says it again.
    void forget() const;

    /// Kept with the checkpoint Parts.
    ReadCounts counts;

    [[nodiscard]] QString package() const;
    [[nodiscard]] QString scratch() const;
    [[nodiscard]] const QString& path() const { return m_path; }
    void remove();

private:
    explicit WorkFolder(QString path);
    [[nodiscard]] std::expected<void, QString> makeFolders() const;
    void read();

    QString m_path;
    std::unique_ptr<QLockFile> m_lock;
    QByteArray m_source;
    bool m_withTiles = true;
    QSet<Checkpoint> m_done;
};

/// Brings every file of the folder to the disk.
[[nodiscard]] std::expected<void, QString> syncFolder(const QString& folder);

} // namespace tridesk::maps
