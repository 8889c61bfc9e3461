// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/footage_file.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace tridesk {

/// The bounds of a store, in bytes.
struct StoreBounds {
    qint64 most = 0;      ///< that its files may take
    qint64 leaveFree = 0; ///< that stay free on its disk
};

/// What was kept of feeds, as files in one folder that all programs of a desk share. The journal knows what
/// each is; here are only names. Every call reads the disk: not for the window's thread, except where it says
/// so. Any thread.
class FootageStore {
public:
    /// Makes the folder where it is missing.
    [[nodiscard]] static std::expected<FootageStore, WriteFault> open(const QString& folder);

    [[nodiscard]] const QString& folder() const { return m_folder; }
    /// Where a file is; empty for a name that leads elsewhere. Does not look at the disk.
    [[nodiscard]] QString pathOf(const QString& file) const;
    /// "20261126-100203-BWC-1A12-4f0c9a": when it begins, in UTC, whose it is, and something that makes it
    /// the only one. Does not look at the disk.
    [[nodiscard]] static QString nameFor(const QString& feed, Instant begins);

    /// What all files take, those being written too; without those of `gone`, which are about to be deleted.
    [[nodiscard]] qint64 used(const QSet<QString>& gone = {}) const;
    /// Whether what is asked for fits between the bounds.
    [[nodiscard]] RoomCheck room(const StoreBounds& bounds) const;
    /// How much should go besides `gone`, oldest first, so that the next clip has its place.
    [[nodiscard]] qint64 tooMuch(const StoreBounds& bounds, const QSet<QString>& gone = {}) const;

    [[nodiscard]] std::expected<void, WriteFault> remove(const QString& file) const;

    /// What putInOrder() found.
    struct Order {
        QStringList setAside; ///< in no record, and in nobody's hands: left by a program that ended badly
        QStringList removed;  ///< of which the record says that they are gone
        QStringList stuck;    ///< the same, which could not be deleted
        QStringList missing;  ///< of which the record says that they are there
    };
    /// Files that are in nobody's hands: on record, or left.
    [[nodiscard]] QStringList unclaimed() const;
    /// At a program's start. `recorded`: each file that the journal names, and whether it is to be there, as
    /// known later than `unclaimed` was asked for: what was on its way to the record is in it then. Files
    /// that it does not name go to the folder "aside", where nothing deletes them.
    [[nodiscard]] Order putInOrder(const QStringList& unclaimed, const QHash<QString, bool>& recorded) const;

    enum class Check { Whole, Changed, Missing };
    [[nodiscard]] Check verify(const QString& file, const QByteArray& sha256) const;

    /// A copy in a folder of the user's, under a name that nothing there has, and beside it a text of its
    /// hash as sha256sum reads it. The copy is read back before it counts. Returns its path. Changed or
    /// missing files are not exported.
    [[nodiscard]] std::expected<QString, WriteFault> exportTo(const QString& file, const QByteArray& sha256,
                                                              const QString& folder) const;

    static QString aside() { return QStringLiteral("aside"); }

private:
    explicit FootageStore(QString folder)
        : m_folder(std::move(folder)) {}

    QString m_folder;
};

} // namespace tridesk
