// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/entry.h"
#include "app/report/statistics.h"

namespace tridesk::test {

/// The same figures, counted plainly: journal entries looked through by their kind and their JSON, one
/// question at a time, lengths in lists that are sorted. Knows nothing of the collector.
class PlainCount {
public:
    PlainCount(const QList<Entry>& entries, Instant from, Instant to);

    struct Order {
        QString id;
        QString unit;
        QString post;
        Instant issued;
        Instant release;
        QHash<QString, Instant> hops; ///< by kind: "order.signed"
        QStringList late;
        [[nodiscard]] bool isRecalled() const { return hops.contains(QStringLiteral("order.recalled")); }
    };
    struct Incident {
        QString id;
        QString type;
        QString level;
        QString area;
        Instant reported;
        std::optional<Instant> closed;
        bool isMerged = false;
        bool isApart = false; ///< a crew's own, or held or given away before the first order
        bool isDispatchLate = false;
        QList<Order> orders;
    };

    [[nodiscard]] const QList<Incident>& incidents() const { return m_incidents; }

    /// Lengths in milliseconds; those below zero are counted and not in the list.
    struct Lengths {
        QList<qint64> list;
        qint64 backwards = 0;
    };
    using Wanted = std::function<bool(const Incident&, const Order*)>;
    [[nodiscard]] Lengths lengths(Interval interval, const Wanted& wanted) const;

private:
    [[nodiscard]] static QList<Order> ordersOf(const QList<Entry>& entries);

    QList<Incident> m_incidents;
};

} // namespace tridesk::test
