// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/entry.h"
#include "app/domain/facts.h"
#include "app/report/statistics.h"

#include <QSet>

#include <optional>

namespace tridesk {

/// Makes statistics out of one walk over the journal, from its first entry (whoever the posts and units are
/// stands there) to its last. Pure. Holds what was counted, some 300 bytes for an incident and its orders,
/// and nothing of what lies outside the span.
class StatisticsCollector {
public:
    static constexpr qsizetype mostIncidents = 1'000'000;

    explicit StatisticsCollector(const StatisticsQuery& query);

    /// The next entry; null where it cannot be read. `entry` needs no payload.
    void take(const Entry& entry, const Fact* fact);

    [[nodiscard]] Statistics finish() const;

private:
    friend struct StatisticsFold;

    struct CountedIncident {
        Instant reportedAt;
        TypeCode type;
        Level level = Level::Routine;
        PostId post;
        std::optional<Instant> closedAt = {};
        bool ordered = false; ///< an order was given, recalled or not
        bool waited = false;  ///< held or away before that
        bool initiated = false;
        bool merged = false;
        bool transferred = false;
        bool reopened = false;
        bool dispatchMissed = false;
    };
    struct CountedOrder {
        IncidentId incident;
        UnitId unit; ///< null: to a post
        PostId post; ///< that, or the unit's home then
        Instant issuedAt;
        Instant releaseAt;
        OrderStage stage = OrderStage::Issued;
        std::array<std::optional<Instant>, int(OrderStage::Reported) + 1> reachedAt{};
        std::array<bool, deadlineKindCount> missed{};
    };

    StatisticsQuery m_query;
    RecordState m_record;
    QHash<IncidentId, CountedIncident> m_incidents;
    QHash<OrderId, CountedOrder> m_orders;
    QHash<TypeCode, Name> m_types;
    QHash<PostId, Name> m_posts;
    QHash<UnitId, UnitDefinition> m_units;
    bool m_isCut = false;

    class Counting;
};

} // namespace tridesk
