// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/entry.h"
#include "app/domain/facts.h"

#include <optional>

namespace tridesk {

/// An entry with the fact that it holds, read once for everybody in the process. No fact where it cannot be
/// read: a newer program wrote it; the entry stays in the journal and changes nothing here.
struct FoldedEntry {
    Entry entry;
    std::optional<Fact> fact;
};

/// Reads an entry's fact; warns where it cannot be read.
[[nodiscard]] FoldedEntry read(const Entry& entry);

} // namespace tridesk
