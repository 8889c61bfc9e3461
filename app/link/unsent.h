// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/link.h"
#include "app/domain/facts.h"

#include <QList>

namespace tridesk {

/// Whether somebody here meant it, as against what a screen tells by itself (shown, delivered, a seat
/// opened): that may come too late, and nobody needs to hear of it.
[[nodiscard]] bool isMeant(const Command& command);

/// Adds what a command, decided here, put on the screen.
void note(Unsent& unsent, const Command& command, const QList<Fact>& facts);

} // namespace tridesk
