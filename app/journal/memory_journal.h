// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/journal.h"

#include <chrono>

namespace tridesk {

/// A journal that lives as long as the process: tests, and what need not last. Instances made with one store
/// share it, from any threads, as processes share a file.
class MemoryJournal final : public Journal {
public:
    struct Store;
    [[nodiscard]] static std::shared_ptr<Store> makeStore();

    explicit MemoryJournal(std::shared_ptr<Store> store = makeStore(),
                           std::chrono::milliseconds wait = std::chrono::seconds(5));
    ~MemoryJournal() override;

    [[nodiscard]] std::expected<JournalHead, JournalFault> head() override;
    [[nodiscard]] std::expected<QList<Entry>, JournalFault> read(qint64 fromSeq, int limit) override;
    [[nodiscard]] std::expected<QList<Entry>, JournalFault> entriesOf(RequestId request) override;
    [[nodiscard]] std::expected<std::unique_ptr<JournalTransaction>, JournalFault> begin() override;
    [[nodiscard]] std::expected<QList<Entry>, JournalFault> ofStream(const QString& stream,
                                                                     int limit) override;
    [[nodiscard]] std::expected<void, JournalFault> record(const QList<Receipt>& receipts) override;
    [[nodiscard]] std::expected<QList<Receipt>, JournalFault> receipts(const ReceiptQuery& query) override;

private:
    class Transaction;

    std::shared_ptr<Store> m_store;
    std::chrono::milliseconds m_wait;
    bool m_inTransaction = false;
};

} // namespace tridesk
