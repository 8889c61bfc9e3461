// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"
#include "app/domain/refusal.h"

namespace tridesk {

/// A command that a terminal took without its link, showed as done, and that was then refused where it
/// counts. Put before whoever gave it; never dropped.
struct LateRefusal {
    Request request; ///< happenedAt is set: when it was given
    Instant refusedAt;
    Refusal refusal;
};

} // namespace tridesk
