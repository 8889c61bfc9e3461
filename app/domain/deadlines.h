// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"

#include <optional>

namespace tridesk {

struct Deadline {
    DeadlineKind kind = DeadlineKind::Dispatch;
    Instant due;
};

/// The clock that runs on an incident now: dispatch while it is pending, else the earliest of its orders'. A
/// held incident's starts when the hold ends; one that is with another agency has none.
[[nodiscard]] std::optional<Deadline> deadline(const Situation& situation, const Incident& incident);
/// The clock that runs on an order now; none once it is reported or over.
[[nodiscard]] std::optional<Deadline> deadline(const Situation& situation, const Order& order);
/// The dispatch clock alone; none unless the incident waits for its first order.
[[nodiscard]] std::optional<Deadline> dispatchDeadline(const Situation& situation, const Incident& incident);

/// What the clockwork must ask for at an instant: each deadline that has passed marked as missed, what is
/// late chased at its interval, each step of a plan that was not done in time, each missed safety check noted
/// and, after the grace, made an emergency. Whoever is up may ask; what was asked before decides nothing, so
/// each is raised once.
[[nodiscard]] QList<Command> dueCommands(const Situation& situation, Instant now);

/// How often what stays late is chased by itself; after that a person must.
constexpr int mostChases = 10;

} // namespace tridesk
