// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/entry.h"
#include "app/journal/fault.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>

#include <expected>

namespace tridesk {

class LinkStore;
class ReplicaCopy;

/// What a console's seats received and were shown: gathered, written into the copy of the journal and into
/// the outbox, and out of that once the server has recorded it. Twice there is as good as once. The engine's
/// thread.
class ReceiptOutbox : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    ReceiptOutbox(LinkStore& store, ReplicaCopy& copy, QObject* parent = nullptr);

    /// Numbers beyond `base` are this machine's own until the journal gives its, and none of those was ever
    /// over `highest`. So what a seat received goes on where it was left, where its board may have stood at
    /// such a number; and what it was shown ends at the base.
    void note(const Receipt& receipt, qint64 base, qint64 highest);
    void setUp(bool isUp); ///< the server is there, or away: what was sent meanwhile is sent again
    void takeRecorded(int ticket);
    void write(); ///< what was gathered, now

Q_SIGNALS:
    /// To be recorded at the server, which takeRecorded() is told of with the same ticket.
    void due(const QList<tridesk::Receipt>& receipts, int ticket);
    void written(const std::expected<void, tridesk::JournalFault>& done);

private:
    void send();

    LinkStore& m_store;
    ReplicaCopy& m_copy;
    QTimer m_gather;
    QList<Receipt> m_receipts;         ///< gathered
    QHash<QString, qint64> m_received; ///< up to which entry, by seat
    qsizetype m_sent = 0;              ///< of the outbox, the oldest
    int m_ticket = 0;
    bool m_isUp = false;
};

} // namespace tridesk
