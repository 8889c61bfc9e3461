// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/entry.h"

namespace tridesk {

class Situation;

/// What a journal entry says, as one whole phrase; its kind where it cannot be read (a version from the
/// future).
[[nodiscard]] QString entryWords(const Entry& entry, const Situation& situation);

} // namespace tridesk
