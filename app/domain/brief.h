// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/deadlines.h"
#include "app/domain/situation.h"

#include <functional>

namespace tridesk {

/// What one seat has in hand at an instant: what its successor must know before signing (product.md,
/// capability 90). Values only; ui/text/brief.h puts them into words.
struct SeatBrief {
    struct Job {
        IncidentId incident;
        qint64 number = 0;
        Level level = Level::Routine;
        TypeCode type;
        Place place;
        IncidentStage stage = IncidentStage::Pending;
        Instant reportedAt;
        std::optional<Deadline> due = {}; ///< that runs
        bool isOverdue = false;
        std::optional<Hold> hold = {}; ///< it comes back then
        QString agency = {};           ///< it is with
        QSet<IncidentFlag> flags = {};
        QList<OrderId> orders = {}; ///< not over
    };
    struct Timer {
        UnitId unit;
        Instant due;
        bool isMissed = false;
    };
    struct Alarm {
        UnitId unit;
        Emergency emergency;
    };
    struct Owed { ///< an order of which nothing was reported back yet
        OrderId order;
        Addressee to;
        qint64 number = 0; ///< of its incident
        OrderStage stage = OrderStage::Issued;
        Instant since; ///< when it came to that stage
    };
    struct Unanswered { ///< a message of the seat's that was not acknowledged everywhere
        MessageId message;
        int waiting = 0;
        int of = 0;
    };

    struct Step { ///< of an incident's plan, not ticked
        IncidentId incident;
        qint64 number = 0;
        PlanStep step;
        std::optional<Instant> due = {};
    };

    Instant at;
    QList<Job> jobs;    ///< the gravest first, then the oldest; without those held
    QList<Job> held;    ///< by when they come back
    QList<Job> watched; ///< of both: pinned, on watch, or major
    QList<Alarm> emergencies;
    QList<Timer> timers; ///< by when they are due
    QList<Owed> unreported;
    QList<Step> steps;         ///< by their incident, in the plan's order
    QList<MessageId> standing; ///< bulletins and status notes, by when they expire
    QList<MessageId> unread;   ///< of the seat, the oldest first
    QList<Unanswered> unanswered;

    [[nodiscard]] bool isEmpty() const;
};

/// What the seat may see and read; empty: everything (app/access decides).
struct BriefView {
    std::function<bool(const Incident&)> incident = {};
    std::function<bool(const Unit&)> unit = {};
    std::function<bool(const Message&)> message = {};
    std::function<Incident(const Incident&)> shown = {}; ///< an incident as it may be read
};

/// Pure.
[[nodiscard]] SeatBrief seatBrief(const Situation& situation, const Seat& seat, Instant now,
                                  const BriefView& view = {});

/// The newest handover that a seat was offered, unless it was signed: what stands in its window. Null: none.
[[nodiscard]] const Handover* standingHandover(const Situation& situation, const QString& seat);

} // namespace tridesk
