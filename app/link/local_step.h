// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/folded_entry.h"
#include "app/desk/link.h"
#include "app/domain/decide.h"

namespace tridesk {

/// What a request leads to on what is known here, while it cannot be asked where it counts. Ids are made out
/// of the request's, so that the other end makes the same.
[[nodiscard]] Decision decideHere(const Situation& shown, const Request& request, Instant now);

/// Folds what was decided here onto what is shown, under numbers that hold until the journal gives its own,
/// and notes it as unsent.
[[nodiscard]] QList<FoldedEntry> foldHere(Situation& shown, Unsent& unsent, const Request& request,
                                          const QList<Fact>& facts, Instant now);

/// One entry onto a fold.
void fold(Situation& situation, const FoldedEntry& each);

} // namespace tridesk
