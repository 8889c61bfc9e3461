// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/receipt_outbox.h"

#include "app/journal/link_store.h"
#include "app/link/replica_copy.h"

#include <algorithm>
#include <utility>

namespace tridesk {

namespace {

constexpr auto gatherFor = std::chrono::milliseconds(500);

} // namespace

ReceiptOutbox::ReceiptOutbox(LinkStore& store, ReplicaCopy& copy, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_copy(copy)
    , m_gather(this) {
    m_gather.setSingleShot(true);
    m_gather.setInterval(gatherFor);
    connect(&m_gather, &QTimer::timeout, this, &ReceiptOutbox::write);
}

void ReceiptOutbox::note(const Receipt& receipt, qint64 base, qint64 highest) {
    Receipt known = receipt;
    known.toSeq = std::min(receipt.toSeq, base);
    if (receipt.stage == ReceiptStage::Received) {
        qint64& received = m_received[receipt.seat];
        if (received > 0 && receipt.fromSeq <= highest + 1)
            known.fromSeq = received + 1;
        received = std::max(received, known.toSeq);
    }
    if (known.fromSeq > known.toSeq)
        return;
    m_receipts.append(known);
    if (!m_gather.isActive())
        m_gather.start();
}

void ReceiptOutbox::setUp(bool isUp) {
    m_isUp = isUp;
    m_sent = 0;
    send();
}

void ReceiptOutbox::write() {
    if (m_receipts.isEmpty())
        return;
    const QList<Receipt> receipts = std::exchange(m_receipts, {});
    Q_EMIT written(m_copy.journal().record(receipts).and_then([&] { return m_store.keep(receipts); }));
    send();
}

/// One lot at a time.
void ReceiptOutbox::send() {
    if (!m_isUp || m_sent > 0)
        return;
    const auto receipts = m_store.receipts();
    if (!receipts || receipts->isEmpty())
        return;
    m_sent = receipts->size();
    Q_EMIT due(*receipts, ++m_ticket);
}

void ReceiptOutbox::takeRecorded(int ticket) {
    if (ticket != m_ticket || m_sent == 0)
        return;
    Q_EMIT written(m_store.forgetReceipts(std::exchange(m_sent, 0)));
    send();
}

} // namespace tridesk
