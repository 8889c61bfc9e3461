// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/rights.h"

#include <algorithm>
#include <initializer_list>

namespace tridesk {

namespace {

using Roles = std::initializer_list<Role>;

bool isOneOf(Role role, Roles roles) {
    return std::ranges::find(roles, role) != roles.end();
}

bool lifts(const FlagIncident& command) {
    return !command.on &&
           (command.flag == IncidentFlag::Sensitive || command.flag == IncidentFlag::ConfidentialCaller);
}

/// Whether a unit works on something more pressing than what it is wanted for.
bool isOnWorse(const Situation& situation, const UnitId& id, const IncidentId& wanted) {
    const Unit* unit = situation.units().find(id);
    const Order* order = unit && unit->order ? situation.orders().find(*unit->order) : nullptr;
    const Incident* now = order ? situation.incidents().find(order->incident) : nullptr;
    const Incident* next = situation.incidents().find(wanted);
    return now && next && now->details.level < next->details.level; // the most pressing comes first
}

/// A type that was mistaken takes its level with it: while nobody was sent, that is the same work as
/// reporting.
bool onlyFollowsTheType(const Situation& situation, const Incident& incident, const AmendIncident& command) {
    if (!incident.orders.isEmpty() || !command.type || *command.type == incident.details.type)
        return false;
    const IncidentType* type = situation.catalogue().type(*command.type);
    return type && command.level == type->level;
}

/// What a command takes; all that is not named here is work.
struct Takes {
    const Situation& situation;

    template <class Any>
    Right operator()(const Any&) const {
        return Right::Work;
    }
    Right operator()(const OpenSeat&) const { return Right::Sit; }
    Right operator()(const CloseSeat&) const { return Right::Sit; }
    Right operator()(const RecordLook&) const { return Right::Sit; }
    Right operator()(const DefinePost&) const { return Right::DefineDesk; }
    Right operator()(const DefineUnit&) const { return Right::DefineDesk; }
    Right operator()(const DefineBeat&) const { return Right::DefineDesk; }
    Right operator()(const RetireBeat&) const { return Right::DefineDesk; }
    Right operator()(const DefineCatalogue&) const { return Right::DefineDesk; }
    Right operator()(const DefineCamera&) const { return Right::DefineDesk; }
    Right operator()(const RetireCamera&) const { return Right::DefineDesk; }
    Right operator()(const DefineFeed&) const { return Right::DefineDesk; }
    Right operator()(const RetireFeed&) const { return Right::DefineDesk; }
    // Whoever reviews sees what was kept again; live pictures are for those who work with them.
    Right operator()(const BeginView& c) const { return c.footage ? Right::Sit : Right::Work; }
    Right operator()(const EndView&) const { return Right::Sit; }
    Right operator()(const MakeReport&) const { return Right::Review; }
    Right operator()(const ExportFootage&) const { return Right::ExportFootage; }
    Right operator()(const RemoveFootage&) const { return Right::KeepFootage; }
    Right operator()(const SetVideoPolicy&) const { return Right::KeepFootage; }
    Right operator()(const MoveSector&) const { return Right::MoveSectors; }
    Right operator()(const SetBookmark&) const { return Right::Review; }
    Right operator()(const RemoveBookmark&) const { return Right::Review; }
    Right operator()(const DefinePolicy&) const { return Right::AdjustPolicy; }
    Right operator()(const EndEmergency&) const { return Right::EndEmergency; }
    Right operator()(const FlagIncident& c) const { return lifts(c) ? Right::LiftProtection : Right::Work; }
    Right operator()(const AmendIncident& c) const {
        const Incident* incident = situation.incidents().find(c.incident);
        const bool lowers = incident && c.level && *c.level > incident->details.level;
        return lowers && !onlyFollowsTheType(situation, *incident, c) ? Right::LowerLevel : Right::Work;
    }
    Right operator()(const IssueOrder& c) const {
        const UnitId* unit = std::get_if<UnitId>(&c.to);
        return unit && isOnWorse(situation, *unit, c.incident) ? Right::TakeFromWorse : Right::Work;
    }
    Right operator()(const ReplaceUnit& c) const {
        const Order* order = situation.orders().find(c.order);
        return order && isOnWorse(situation, c.unit, order->incident) ? Right::TakeFromWorse : Right::Work;
    }
};

} // namespace

bool hasRight(Role role, Right right) {
    if (role == Role::Anybody)
        return true;
    switch (right) {
    case Right::Sit:
        return true;
    case Right::Work:
        return isOneOf(role, {Role::Dispatcher, Role::Supervisor, Role::DutyOfficer, Role::Crew});
    case Right::LowerLevel:
    case Right::TakeFromWorse:
    case Right::LiftProtection:
    case Right::AdjustPolicy:
    case Right::KeepFootage:
    case Right::MoveSectors:
        return role == Role::Supervisor;
    case Right::EndEmergency:
    case Right::ExportFootage:
        return isOneOf(role, {Role::Supervisor, Role::DutyOfficer});
    case Right::DefineDesk:
        return isOneOf(role, {Role::Supervisor, Role::Administrator});
    case Right::KnowCallers:
        return isOneOf(role, {Role::Dispatcher, Role::Supervisor});
    case Right::Review:
        return isOneOf(role, {Role::Supervisor, Role::Reviewer});
    case Right::ReadSensitive:
        return isOneOf(role, {Role::Dispatcher, Role::Supervisor, Role::Reviewer});
    }
    return false;
}

Right rightFor(const Situation& situation, const Command& command) {
    return std::visit(Takes{situation}, command);
}

Role roleByToken(const Seat& seat) {
    switch (seat.tier) {
    case Tier::Station:
        return Role::DutyOfficer;
    case Tier::Field:
        return Role::Crew;
    case Tier::Bureau:
    case Tier::Machine:
        break;
    }
    return Role::Anybody;
}

} // namespace tridesk
