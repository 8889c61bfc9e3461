// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"
#include "app/domain/refusal.h"
#include "app/domain/situation.h"

namespace tridesk {

/// What a desk would say to a command now, as far as this situation knows: permission first, then the
/// domain's own question.
[[nodiscard]] Result<void> may(const Situation& situation, const Actor& actor, const Command& command,
                               Instant now);

} // namespace tridesk
