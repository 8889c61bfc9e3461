// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/replica_record.h"

namespace tridesk {

using namespace Qt::StringLiterals;
using std::chrono::steady_clock;

namespace {

constexpr auto pause = std::chrono::seconds(30);

JournalFault readOnly() {
    return {JournalFault::Code::ReadOnly, u"the copy of the journal"_s, u"opened for reading only"_s};
}

} // namespace

std::expected<std::unique_ptr<JournalTransaction>, JournalFault> ReplicaRecord::begin() {
    return std::unexpected(readOnly());
}

std::expected<void, JournalFault> ReplicaRecord::record(const QList<Receipt>& receipts) {
    Q_UNUSED(receipts)
    return std::unexpected(readOnly());
}

std::expected<QList<Receipt>, JournalFault> ReplicaRecord::receipts(const ReceiptQuery& query) {
    if (isThere()) {
        if (auto asked = m_server->receipts(query))
            return asked;
        m_server.reset();
        m_nextTry = steady_clock::now() + pause;
    }
    return m_copy->receipts(query);
}

bool ReplicaRecord::isThere() {
    if (m_server || steady_clock::now() < m_nextTry)
        return m_server != nullptr;
    auto server = m_access.open();
    if (server)
        m_server = std::move(*server);
    else
        m_nextTry = steady_clock::now() + pause;
    return m_server != nullptr;
}

} // namespace tridesk
