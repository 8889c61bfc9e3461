// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/refusal.h"
#include "app/domain/seat.h"
#include "app/intake/http_service.h"

namespace tridesk {

/// The seat that a terminal asks for, at /v1/seats/{seat}/…: its token's, and no other.
[[nodiscard]] Result<Seat> seatOf(const HttpCall& call);

} // namespace tridesk
