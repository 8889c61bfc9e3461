// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/deadlines.h"
#include "app/domain/situation.h"

#include <QStringList>

namespace tridesk {

/// What the queue shows of one incident, worked out once for each change of it; the words are made when
/// painted.
struct QueueRow {
    IncidentId id;
    qint64 number = 0;
    Level level = Level::Routine;
    IncidentStage stage = IncidentStage::Pending;
    Instant reportedAt;
    Instant stageSince;
    TypeCode type;
    QString address;
    std::optional<GeoPoint> at;
    PostId post;
    BeatId beat; ///< of that post, or null
    Hazards hazards;
    QStringList assigned; ///< callsigns and stations with an open order, the primary first
    QList<UnitId> units;  ///< those of them that are units
    std::optional<Deadline> deadline;
    QSet<IncidentFlag> flags;
    QStringList tags;
    std::optional<Instant> heldUntil; ///< while the hold lasts
    QString waitsFor;                 ///< callsign or beat's code, while it waits for one
    QString agency;                   ///< that has it now; empty: it is ours
    bool reinforcement = false;       ///< asked for from the scene, and nobody was sent yet
    int reports = 1;                  ///< of the same event, this one included
    bool veiled = false;              ///< visitors may not read it: a grey row without words

    [[nodiscard]] bool isOpen() const { return stage != IncidentStage::Closed; }
    [[nodiscard]] bool isOverdue(Instant now) const { return deadline && now >= deadline->due; }
    friend bool operator==(const QueueRow& a, const QueueRow& b);
};

[[nodiscard]] QueueRow queueRow(const Situation& situation, const Incident& incident, Instant now);

/// What comes first in the queue; what is pinned does so whatever is chosen, what is closed comes last.
enum class QueueOrder { Queue, Level, Age, Deadline, Station };
/// By what rows stand under headings.
enum class QueueGrouping { None, Station, Level, Stage, Beat };

struct QueueArrangement {
    QueueOrder order = QueueOrder::Queue;
    QueueGrouping grouping = QueueGrouping::None;

    friend bool operator==(const QueueArrangement&, const QueueArrangement&) = default;
};

/// Which group a row belongs to: a post's or beat's code, or the enum as a number.
[[nodiscard]] QString groupOf(const QueueRow& row, QueueGrouping grouping);

/// The groups one after the other, within each the order that is chosen, where that ties the order of the
/// queue. Total.
[[nodiscard]] bool arrangedBefore(const QueueRow& a, const QueueRow& b, const QueueArrangement& arrangement);

/// The order of the queue: what is pinned, then pending, then what is held or away, then active, then closed;
/// within those the more pressing level, then the older; of the closed ones the latest first. Total: two
/// incidents never tie.
[[nodiscard]] bool queuedBefore(const QueueRow& a, const QueueRow& b);

} // namespace tridesk
