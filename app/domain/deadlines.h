// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"

#include <optional>

namespace tridesk {

/// The four clocks of desk.md, *The flow of an incident*.
enum class DeadlineKind { Dispatch, Sign, Arrive, Report };

struct Deadline {
    DeadlineKind kind = DeadlineKind::Dispatch;
    Instant due;
};

/// The clock that runs on an incident now: dispatch while it is pending, else the earliest of its orders'.
[[nodiscard]] std::optional<Deadline> deadline(const Situation& situation, const Incident& incident);
/// The clock that runs on an order now; none once it is reported or over.
[[nodiscard]] std::optional<Deadline> deadline(const Situation& situation, const Order& order);

} // namespace tridesk
