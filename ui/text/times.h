// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"

#include <QString>

// Times as the desk reads them: local, 24 hours.
namespace tridesk::text {

[[nodiscard]] QString clock(Instant at);             ///< "21:05:09"
[[nodiscard]] QString time(Instant at, Instant now); ///< "21:05", or "11-20 21:05" on another day
[[nodiscard]] QString dateTime(Instant at);          ///< "2026-11-21 21:05:09"
[[nodiscard]] QString duration(Milliseconds length); ///< "0:42", "12:05", "3:07:44"; to the second, downwards
[[nodiscard]] QString age(Milliseconds length);      ///< "12 s", "3 min", "2 h", "5 d"
[[nodiscard]] QString countdown(Milliseconds left);  ///< "0:42" to go, "+1:10" over, "+3 h" long over

} // namespace tridesk::text
