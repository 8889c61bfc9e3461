// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/memory_journal.h"
#include "tests/journal/contract.h"

#include <QTest>

namespace tridesk::test {

class MemoryJournalTest final : public JournalContract {
    Q_OBJECT

    std::unique_ptr<Journal> open() override {
        return std::make_unique<MemoryJournal>(m_store, std::chrono::milliseconds(200));
    }
    void renew() override { m_store = MemoryJournal::makeStore(); }

    std::shared_ptr<MemoryJournal::Store> m_store;
};

} // namespace tridesk::test

QTEST_GUILESS_MAIN(tridesk::test::MemoryJournalTest)
#include "memory_test.moc"
