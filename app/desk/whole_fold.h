// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"
#include "app/journal/journal.h"

#include <expected>
#include <limits>

namespace tridesk {

/// Folds a journal from its first entry up to `toSeq`. Reading goes on while a second thread decodes, so that
/// a start takes about as long as the slower of the two. Entries that cannot be read are passed over, with a
/// warning.
[[nodiscard]] std::expected<Situation, JournalFault>
foldWhole(JournalReader& journal, qint64 toSeq = std::numeric_limits<qint64>::max());

} // namespace tridesk
