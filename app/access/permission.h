// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"
#include "app/domain/refusal.h"
#include "app/domain/situation.h"

namespace tridesk {

/// Whether a seat may ask for a command at all, by tier and post: the bureau may ask for everything, a
/// station for its own post's units, incidents and orders, a crew for its own unit's part, a machine for what
/// it reports. Pure.
[[nodiscard]] Result<void> permitted(const Situation& situation, const Actor& actor, const Command& command);

/// What a seat may see: the bureau all, a station what lies in its area or was sent to it, a crew what it was
/// ordered to.
[[nodiscard]] bool maySee(const Situation& situation, const Actor& actor, const Incident& incident,
                          Instant now);
[[nodiscard]] bool maySee(const Situation& situation, const Actor& actor, const Unit& unit);
/// A drawing: every seat, unless it was drawn for an incident that the seat may not see, or has expired.
[[nodiscard]] bool maySee(const Situation& situation, const Actor& actor, const Plot& plot, Instant now);

} // namespace tridesk
