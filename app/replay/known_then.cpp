// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replay/known_then.h"

#include <algorithm>

namespace tridesk {

KnownThen::KnownThen(const QList<Receipt>& receipts) {
    m_steps.reserve(receipts.size());
    for (const Receipt& receipt : receipts)
        m_steps.append({receipt.at, receipt.toSeq});
    std::ranges::stable_sort(m_steps, {}, &Step::at);
    qint64 most = 0;
    for (Step& step : m_steps)
        step.seq = most = std::max(most, step.seq);
}

qint64 KnownThen::seqAt(Instant at) const {
    const auto after = std::ranges::upper_bound(m_steps, at, {}, &Step::at);
    return after == m_steps.begin() ? 0 : std::prev(after)->seq;
}

} // namespace tridesk
