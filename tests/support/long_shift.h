// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/journal.h"
#include "tests/support/scene.h"

#include <QRandomGenerator>

#include <functional>

namespace tridesk::test {

/// A made-up desk that works for as long as it is asked: incidents come, are dispatched, worked and closed,
/// notes and messages are written between. The same seed makes the same shift. Decided and folded as the desk
/// does it.
class LongShift {
public:
    struct Size {
        int stations = 12;
        int units = 200;
        int open = 60;            ///< incidents at a time, about
        Milliseconds pace{7'000}; ///< from one thing that is done to the next, at most; half of it on average
    };

    LongShift(const Size& size, quint32 seed);

    /// What was journalled at one moment.
    using Taker = std::function<void(const QList<Entry>&)>;

    /// Goes on until so many entries were made, in all; `take` may be empty.
    void runTo(qint64 entries, const Taker& take);
    /// The same into a journal, `each` entries or so a transaction. False where the journal refuses.
    [[nodiscard]] bool runTo(Journal& journal, qint64 entries, qint64 each = 20'000);

    [[nodiscard]] const Situation& situation() const { return m_situation; }
    [[nodiscard]] Instant now() const { return m_now; }

private:
    QList<Entry> ask(QStringView seat, const Command& command);
    QList<Entry> step();
    QList<Entry> report();
    QList<Entry> work(const IncidentId& incident);
    QList<Entry> advance(const Order& order, const Incident& incident);
    [[nodiscard]] UnitId unit() { return m_units[m_random.bounded(m_units.size())]; }

    Size m_size;
    QRandomGenerator m_random;
    CountedIds m_ids;
    Situation m_situation;
    QList<Command> m_furniture;
    QList<UnitId> m_units;
    QList<IncidentId> m_open;
    Instant m_now = instantFromMs(1'795'262'400'000);
};

} // namespace tridesk::test
