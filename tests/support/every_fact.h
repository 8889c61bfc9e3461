// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/entry.h"
#include "app/domain/facts.h"

#include <QList>

namespace tridesk::test {

/// One fact of every kind, every field set.
[[nodiscard]] QList<Fact> everyKind();

/// It as a draft, the same in every run.
[[nodiscard]] Draft encoded(const Fact& fact);

} // namespace tridesk::test
