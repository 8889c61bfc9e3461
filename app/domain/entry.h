// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "app/domain/instant.h"

#include <QByteArray>
#include <QString>

namespace tridesk {

/// One fact as the desk hands it to a journal: who, which seat, when it happened, about what, and what.
/// `kind` and `version` say how `payload` (compact JSON, keys sorted) is read; app/domain/codec.h reads it.
struct Draft {
    RequestId request;  ///< the request that brought it about; all its facts share it
    Instant happenedAt; ///< as told; may lie before recordedAt (paper cards, a crew without a link)
    QString seat;       ///< Seat::toString()
    QString user;
    QString stream; ///< "incident/<id>" (its orders too), "unit/<code>", "post/<code>", "message/<id>",
                    ///< "plot/<id>", "place/<id>", "camera/<code>", "feed/<code>" and "footage/<id>" (where
                    ///< they name no incident), "desk"
    QString kind;   ///< "incident.reported", "order.signed", …
    int version = 1;
    QByteArray payload;

    friend bool operator==(const Draft&, const Draft&) = default;
};

/// One immutable journal entry. `hash` covers every field above it and `previousHash`, so that an entry can
/// be neither changed nor dropped unseen (app/journal/chain.h).
struct Entry {
    qint64 seq = 0; ///< 1, 2, 3 … without gaps, the order in which everybody folds
    Instant recordedAt;
    Draft fact;
    QByteArray previousHash; ///< 32 bytes; all zero before the first entry
    QByteArray hash;         ///< SHA-256

    friend bool operator==(const Entry&, const Entry&) = default;
};

/// How far knowledge of an entry has come at one seat (product.md, "As known then"). Not an entry itself:
/// each seat makes many, and none changes the situation.
enum class ReceiptStage { Received, Shown, Acknowledged };

/// "`seat` received (was shown, acknowledged) entries fromSeq to toSeq at `at`", both ends included.
struct Receipt {
    QString seat;
    QString user;
    ReceiptStage stage = ReceiptStage::Received;
    qint64 fromSeq = 0;
    qint64 toSeq = 0;
    Instant at;

    friend bool operator==(const Receipt&, const Receipt&) = default;
};

} // namespace tridesk
