// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/journal.h"
#include "app/link/server_session.h"

#include <chrono>

namespace tridesk {

/// A console's copy of the journal for whoever looks back (app/replay): entries are the copy's. What other
/// seats received and were shown is not in it; that is asked of the server where it answers, and is the
/// copy's, this console's own part, where it does not. Each such question waits for the server for as long as
/// signing in may take, then not again for a while.
class ReplicaRecord final : public Journal {
public:
    ReplicaRecord(std::unique_ptr<Journal> copy, ServerAccess server)
        : m_copy(std::move(copy))
        , m_access(std::move(server)) {}

    [[nodiscard]] std::expected<JournalHead, JournalFault> head() override { return m_copy->head(); }
    [[nodiscard]] std::expected<QList<Entry>, JournalFault> read(qint64 fromSeq, int limit) override {
        return m_copy->read(fromSeq, limit);
    }
    [[nodiscard]] std::expected<QList<Entry>, JournalFault> entriesOf(RequestId request) override {
        return m_copy->entriesOf(request);
    }
    /// ReadOnly: what looks back writes nothing.
    [[nodiscard]] std::expected<std::unique_ptr<JournalTransaction>, JournalFault> begin() override;
    [[nodiscard]] std::expected<QList<Entry>, JournalFault> ofStream(const QString& stream,
                                                                     int limit) override {
        return m_copy->ofStream(stream, limit);
    }
    [[nodiscard]] std::expected<void, JournalFault> record(const QList<Receipt>& receipts) override;
    [[nodiscard]] std::expected<QList<Receipt>, JournalFault> receipts(const ReceiptQuery& query) override;

private:
    [[nodiscard]] bool isThere();

    std::unique_ptr<Journal> m_copy;
    ServerAccess m_access;
    std::unique_ptr<Journal> m_server; ///< null: not signed in
    std::chrono::steady_clock::time_point m_nextTry;
};

} // namespace tridesk
