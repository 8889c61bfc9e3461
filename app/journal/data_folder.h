// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/fault.h"

#include <expected>

namespace tridesk {

/// One desk's data: a folder that all of its programs share. Says where each store lies; the stores open
/// themselves.
class DataFolder {
public:
    enum class Use {
        Write, ///< made where it is missing; must be writable
        Read   ///< must be there; nothing is written
    };

    /// ReadOnly: cannot be written. TooNew: of a newer Tridesk. Io: not a folder, missing, no permission.
    [[nodiscard]] static std::expected<DataFolder, JournalFault> open(const QString& path,
                                                                      Use use = Use::Write);

    [[nodiscard]] const QString& path() const { return m_path; } ///< absolute
    [[nodiscard]] QString journal() const { return file(QStringLiteral("journal.db")); }
    [[nodiscard]] QString fixes() const { return file(QStringLiteral("fixes.db")); }
    [[nodiscard]] QString access() const { return file(QStringLiteral("access.db")); }
    [[nodiscard]] QString link() const { return file(QStringLiteral("link.db")); } ///< of a terminal
    /// A console's copy of the journal on a server, and what of its own has not come there yet.
    [[nodiscard]] QString replica() const { return file(QStringLiteral("replica.db")); }
    [[nodiscard]] QString outbox() const { return file(QStringLiteral("outbox.db")); }
    /// A cache of the journal's facts (app/desk/fact_reel.h), which may be deleted.
    [[nodiscard]] QString facts() const { return file(QStringLiteral("facts.reel")); }
    /// Where its units were last, beside positions on a server.
    [[nodiscard]] QString newestFixes() const { return file(QStringLiteral("newest.fixes")); }
    [[nodiscard]] QString journalBell() const; ///< for JournalWatch
    [[nodiscard]] QString fixesBell() const;
    [[nodiscard]] QString file(const QString& name) const { return m_path + u'/' + name; }

private:
    explicit DataFolder(QString path)
        : m_path(std::move(path)) {}

    QString m_path;
};

} // namespace tridesk
