// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/late_refusal.h"
#include "app/domain/situation.h"

#include <QString>

// What somebody did without the link and the gateway did not take, in words: both versions, and why.
namespace tridesk::late {

/// "Arrive, incident 0012"; "Message to ST01".
[[nodiscard]] QString title(const Command& command, const Situation& situation);
/// What was typed with it; empty: nothing.
[[nodiscard]] QString words(const Command& command);
/// How what it spoke of stands where it counts: "Cancelled 21:03:12: sent 1A14". Empty: it speaks of nothing
/// that has a state there.
[[nodiscard]] QString standing(const Command& command, const Situation& situation);

} // namespace tridesk::late
