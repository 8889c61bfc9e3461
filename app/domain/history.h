// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/duplicates.h"

#include <QHash>

#include <vector>

namespace tridesk {

/// What counts as earlier at the same place, and of the same caller (product.md, capability 24).
struct HistoryBounds {
    double metres = 75;                               ///< a building with its yard
    double addressMetres = 1'000;                     ///< the same words farther off are another street
    Milliseconds back = std::chrono::hours(24 * 730); ///< what is older says little of today
    qsizetype most = 60;
};

/// An address without what typing varies: spaces, signs, case, wide forms. Empty where nothing is left that
/// could tell one place from another.
[[nodiscard]] QString plainAddress(const QString& address);

/// Finds incidents that may have been at a place or of a caller, of 100,000 in microseconds. What it finds is
/// looked at again by historyOf(): places and callers are amended, and the index forgets nothing.
class HistoryIndex {
public:
    /// Candidates, the newest first.
    struct Hits {
        QList<IncidentId> place;   ///< by the ground
        QList<IncidentId> address; ///< by the words
        QList<IncidentId> callers;
    };

    void take(const Incident& incident);
    [[nodiscard]] Hits find(const Place& place, const QList<Caller>& callers,
                            const HistoryBounds& bounds = {}) const;
    [[nodiscard]] qsizetype size() const { return qsizetype(m_rows.size()); }

private:
    struct Row {
        IncidentId incident;
        Instant reportedAt;
    };
    struct Key {
        quint64 what = 0; ///< hash of a cell of the ground, an address or a subscriber
        quint32 row = 0;
        friend auto operator<=>(const Key&, const Key&) = default;
    };

    void add(quint64 what, quint32 row, bool isNew);
    void settle();
    void collect(quint64 what, std::vector<quint32>& rows) const;
    [[nodiscard]] QList<IncidentId> newest(std::vector<quint32> rows) const;

    std::vector<Row> m_rows;
    QHash<IncidentId, quint32> m_rowOf;
    std::vector<Key> m_sorted;
    std::vector<Key> m_recent; ///< not sorted in yet
};

/// One earlier incident, and what it has in common with the one in hand.
struct Earlier {
    IncidentId incident;
    Milliseconds ago{0};
    bool samePlace = false;
    bool sameAddress = false;
    std::optional<double> metres = {}; ///< between the two places
    bool sameCaller = false;

    friend bool operator==(const Earlier&, const Earlier&) = default;
};

struct History {
    QList<Earlier> earlier; ///< the newest first
    int atPlace = 0;
    int ofCaller = 0;
    int atPlaceThisWeek = 0; ///< in the seven days before, without the one in hand

    [[nodiscard]] bool isEmpty() const { return earlier.isEmpty(); }
    friend bool operator==(const History&, const History&) = default;
};

/// What was before, of what the seat may see; other reports of the same event are not earlier visits. Before
/// `self` was reported where it is an incident already.
[[nodiscard]] History historyOf(const Situation& situation, const HistoryIndex::Hits& hits,
                                const IncidentDetails& details, const IncidentId& self,
                                const LikenessView& view, const HistoryBounds& bounds = {});

} // namespace tridesk
