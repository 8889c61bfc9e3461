// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/sqlite_journal.h"
#include "tests/journal/contract.h"

#include <QTemporaryDir>
#include <QTest>

namespace tridesk::test {

class SqliteJournalTest final : public JournalContract {
    Q_OBJECT

    std::unique_ptr<Journal> open() override {
        auto journal = SqliteJournal::open(m_folder->filePath(QStringLiteral("journal.db")),
                                           {.wait = std::chrono::milliseconds(200)});
        if (!journal)
            qFatal().noquote() << journal.error().toString();
        return std::move(*journal);
    }
    void renew() override { m_folder = std::make_unique<QTemporaryDir>(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::SqliteJournalTest)
#include "sqlite_test.moc"
