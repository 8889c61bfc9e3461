// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/brief.h"

#include <QString>

// The words of a handover, in the language that is set. GUI thread only.
namespace tridesk::text {

/// A heading for each part in which there is something, a line for each thing: plain text, as the one who
/// goes signs it and the one who comes reads it.
[[nodiscard]] QString brief(const SeatBrief& brief, const Situation& situation);

} // namespace tridesk::text
