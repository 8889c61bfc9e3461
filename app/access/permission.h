// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"
#include "app/domain/refusal.h"
#include "app/domain/situation.h"

namespace tridesk {

/// Whether a seat may ask for a command at all. By tier and post: the bureau may ask for everything, a
/// station for its own post's units, incidents and orders, a crew for its own unit's part, a machine for what
/// it reports. And by the role that the user signed in with, where the desk has users (rights.h). Pure.
[[nodiscard]] Result<void> permitted(const Situation& situation, const Actor& actor, const Command& command);

/// What a seat may see: the bureau all, a station what lies in its area or was sent to it, a crew what it was
/// ordered to. A sensitive incident is seen below the bureau by those alone who were sent to it, or brought
/// it. How much of it may be read is redaction.h's question.
[[nodiscard]] bool maySee(const Situation& situation, const Actor& actor, const Incident& incident,
                          Instant now);
[[nodiscard]] bool maySee(const Situation& situation, const Actor& actor, const Unit& unit);
/// A drawing: every seat, unless it was drawn for an incident that the seat may not see, or has expired.
[[nodiscard]] bool maySee(const Situation& situation, const Actor& actor, const Plot& plot, Instant now);

} // namespace tridesk
