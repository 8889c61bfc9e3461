// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/sqlite_journal.h"
#include "tests/journal/drafts.h"

#include <QFile>
#include <QTemporaryDir>

namespace tridesk::test {

/// A journal's file in a folder of its own, and hands to harm it with.
class JournalFile {
public:
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("journal.db")); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    [[nodiscard]] std::expected<std::unique_ptr<SqliteJournal>, JournalFault>
    open(SqliteJournal::Options options = {.wait = std::chrono::milliseconds(50)}) const {
        return SqliteJournal::open(path(), options);
    }

    /// Appends `count` drafts, `each` at a time, and closes; the numbers go on where they ended.
    bool fill(int count, int each = 1) {
        const auto journal = open();
        for (int i = 0; journal && i < count; i += each, m_next += each)
            if (!append(**journal, drafts(m_next, each)))
                return false;
        return journal.has_value();
    }

    static bool append(Journal& journal, const QList<Draft>& some) {
        auto step = journal.begin();
        return step && (*step)->append(some, instantFromMs(1'800'000'000'000)) && (*step)->commit();
    }

    [[nodiscard]] static QByteArray bytesOf(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static bool write(const QString& path, const QByteArray& bytes) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

private:
    QTemporaryDir m_folder;
    int m_next = 1;
};

} // namespace tridesk::test
