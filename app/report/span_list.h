// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/redaction.h"
#include "app/report/statistics.h"

#include <QList>

namespace tridesk {

/// One line of the list of a span.
struct ListedIncident {
    Incident incident; ///< as the eyes may read it; its callers only where they are wanted
    qint64 units = 0;  ///< ordered to it, without those recalled
    std::optional<Instant> orderedAt = {};
    std::optional<Instant> arrivedAt = {};
    std::optional<Instant> closedAt = {};
};

struct SpanList {
    static constexpr qsizetype most = 100'000;

    QList<ListedIncident> incidents; ///< by the time of the report
    qint64 hidden = 0;               ///< that lie in the span and that the eyes may not see at all
    bool isCut = false;              ///< there were more: the first so many stand here
};

/// The incidents that statistics of the same query count, as these eyes may read them. Pure.
[[nodiscard]] SpanList spanList(const Situation& situation, const Eyes& eyes, const StatisticsQuery& query,
                                bool named, Instant now, qsizetype most = SpanList::most);

/// Whether an incident is one of a query's; the unit, if one is asked for, was ordered to it and not
/// recalled.
[[nodiscard]] bool isIn(const StatisticsQuery& query, const Situation& situation, const Incident& incident);

} // namespace tridesk
