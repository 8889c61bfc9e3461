// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/fix.h"

#include <algorithm>

namespace tridesk {

/// What a fix's age is counted from, and which of two is newer: a terminal whose clock runs ahead makes
/// nothing younger than it came, nor outlasts what it sends once its clock is right again.
[[nodiscard]] inline Instant knownAt(const Fix& fix) {
    return std::min(fix.measuredAt, fix.receivedAt);
}

} // namespace tridesk
