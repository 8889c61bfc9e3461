// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/entry.h"

#include <QList>

namespace tridesk {

/// How far one seat's knowledge of the journal had come at any instant, out of its receipts. Entries reach a
/// seat in the order of the journal, so that what it knew is all entries up to one.
class KnownThen {
public:
    KnownThen() = default;
    explicit KnownThen(const QList<Receipt>& receipts);

    /// The last entry that had reached the seat by then; 0: nothing had.
    [[nodiscard]] qint64 seqAt(Instant at) const;

private:
    struct Step {
        Instant at;
        qint64 seq = 0;
    };
    QList<Step> m_steps; ///< both grow
};

} // namespace tridesk
