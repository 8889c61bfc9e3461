// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "app/domain/instant.h"
#include "app/domain/post.h"
#include "app/domain/unit.h"

#include <QList>

namespace tridesk {

/// How pressing: 特急 / 紧急 / 一般 / 非警务 (desk.md, *Colour and sound*).
enum class Level { Critical, Urgent, Routine, NonPolice };

/// One incident type, up to four deep: the code's parts are joined with '.', "traffic.accident.injury".
struct IncidentType {
    TypeCode code;
    Name name;
    Level level = Level::Routine;    ///< what a new incident of this type gets
    QList<UnitKind> kinds = {};      ///< that fit it; empty: any
    QStringList qualifications = {}; ///< that one of its units must have
    qint64 units = 1;                ///< to be sent at first
    Milliseconds safetyCheck{0};     ///< asked of crews on the scene at this interval; 0: not

    friend bool operator==(const IncidentType&, const IncidentType&) = default;
};

/// How an incident may end.
struct Disposition {
    TypeCode code;
    Name name;
    /// May end an incident of which something that the catalogue requires is not known: a silent call has no
    /// address.
    bool incomplete = false;

    friend bool operator==(const Disposition&, const Disposition&) = default;
};

/// A post's own name for a status (product.md, capability 43).
struct CustomStatus {
    TypeCode code;
    Name name;
    UnitStatus base = UnitStatus::OutOfService;

    friend bool operator==(const CustomStatus&, const CustomStatus&) = default;
};

/// How a new incident reaches those who handle it (desk.md, *The flow of an incident*): the bureau sends
/// patrols itself and the station is told, or the station gets it at once and the bureau watches.
enum class DispatchPath { Direct, ThroughStation };

struct PathRule {
    TypeCode type;              ///< and all below it; null: every type
    std::optional<Level> level; ///< not set: every level
    PostId post;                ///< whose area it lies in; null: every one
    DispatchPath path = DispatchPath::Direct;

    friend bool operator==(const PathRule&, const PathRule&) = default;
};

/// One step of a plan, to be ticked.
struct PlanStep {
    TypeCode code;
    Name name;
    Milliseconds within{0}; ///< of the plan's opening; 0: no clock runs

    friend bool operator==(const PlanStep&, const PlanStep&) = default;
};

/// What is to be done about incidents of a kind (product.md, capabilities 79 and 80): opens with the
/// incident.
struct Plan {
    TypeCode code; ///< null: no plan
    Name name;
    TypeCode type;              ///< and all below it; null: every type
    std::optional<Level> level; ///< this one and graver ones; not set: every level
    QList<PlanStep> steps;

    [[nodiscard]] const PlanStep* step(const TypeCode& wanted) const;
    friend bool operator==(const Plan&, const Plan&) = default;
};

/// How long each step of an order may take; defaults of desk.md, *The flow of an incident*.
struct Deadlines {
    Milliseconds dispatch = std::chrono::seconds(60);
    Milliseconds sign = std::chrono::seconds(60);
    Milliseconds arrive = std::chrono::minutes(5);
    Milliseconds report = std::chrono::minutes(30);
    Milliseconds arriveOutskirts = std::chrono::minutes(10);
    Milliseconds chase = std::chrono::seconds(60);      ///< between two chases of what is late
    Milliseconds checkGrace = std::chrono::seconds(60); ///< from a missed safety check to an emergency

    friend bool operator==(const Deadlines&, const Deadlines&) = default;
};

/// The replaceable tables that a record's meaning depends on; journalled whole.
struct Catalogue {
    QList<IncidentType> types;
    QList<Disposition> dispositions;
    Deadlines deadlines;
    QList<PathRule> paths = {}; ///< the first that fits counts; none: Direct
    QList<CustomStatus> statuses = {};
    QList<Plan> plans = {};    ///< the first that fits counts
    QStringList required = {}; ///< fields that must be known before an incident is closed (checks.h)

    [[nodiscard]] const IncidentType* type(const TypeCode& code) const;
    [[nodiscard]] const Disposition* disposition(const TypeCode& code) const;
    [[nodiscard]] const CustomStatus* status(const TypeCode& code) const;
    [[nodiscard]] const Plan* plan(const TypeCode& type, Level level) const;
    [[nodiscard]] DispatchPath path(const TypeCode& type, Level level, const PostId& post) const;

    friend bool operator==(const Catalogue&, const Catalogue&) = default;
};

} // namespace tridesk
