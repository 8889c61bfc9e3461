// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/line/complete.h"
#include "app/line/line.h"

#include <QString>

#include <functional>

/// The words about the command line, in the language that is set. GUI thread only.
namespace tridesk::text {

/// Why a line cannot be read: which word, what was expected, and what it could be.
[[nodiscard]] QString lineError(const line::Error& error);
/// What a verb does: "Dispatch units to an incident".
[[nodiscard]] QString verbSummary(line::Verb verb);
/// How a verb is written: "D unit… incident text".
[[nodiscard]] QString verbForm(line::Verb verb);
/// Its other names, in the language that is set first.
[[nodiscard]] QString verbOtherNames(line::Verb verb);
[[nodiscard]] QString slotName(line::Slot slot);
/// What a candidate is, and what it would do in a line of that verb: of a unit that is to be sent the guard's
/// verdict. `shown` gives an incident as it may be read.
[[nodiscard]] QString candidateWords(const line::Candidate& candidate, line::Verb of,
                                     const Situation& situation,
                                     const std::function<Incident(const Incident&)>& shown);

} // namespace tridesk::text
