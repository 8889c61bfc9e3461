// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/entry.h"
#include "app/domain/late_refusal.h"
#include "app/domain/situation.h"

#include <QStringList>

namespace tridesk::test {

/// What a seat's windows show, a line a thing, sorted: two boards are equal where nobody could tell them
/// apart. The first line is the entry that it stands at.
[[nodiscard]] QStringList boardOf(const Situation& situation);

/// The same of what some entries add up to.
[[nodiscard]] QStringList boardOf(const QList<Entry>& entries);

/// What was not taken late, as a test compares it: the command.
[[nodiscard]] QString lateText(const LateRefusal& late);

/// The first line that only one of two has; empty where they are equal.
[[nodiscard]] QString differenceOf(const QStringList& shown, const QStringList& kept);

} // namespace tridesk::test
