// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"
#include "app/journal/journal.h"

#include <expected>

namespace tridesk {

/// Folds a journal from its first entry to its last. Reading goes on while a second thread decodes, so that a
/// start takes about as long as the slower of the two. Where `facts` names a cache that agrees with the
/// journal (fact_reel.h), what is in it is taken from there; without it, and beyond it, the journal is read.
/// Entries that cannot be read are passed over, with a warning.
[[nodiscard]] std::expected<Situation, JournalFault> foldWhole(JournalReader& journal,
                                                               const QString& facts = {});

} // namespace tridesk
