// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/line/line.h"

/// What a terminal and a script call what is wrong with a line; a window has its own words (ui/text).
namespace tridesk::line {

/// "line.unknown", beside the words of refusals ("unit_busy"); stable.
[[nodiscard]] QString codeWord(Fault fault);
[[nodiscard]] std::optional<Fault> faultNamed(QStringView word);
/// What a slot is called where a refusal would name its field: "unit", "incident".
[[nodiscard]] QString fieldWord(Slot slot);

} // namespace tridesk::line
