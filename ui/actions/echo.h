// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/line/line.h"

#include <QString>

namespace tridesk {

class SeatDesk;
class Selection;
struct SeatBrief;

/// What a line of this seat is read against, and written for, at this moment. Neither may go while it is
/// used; null: nothing is in hand.
[[nodiscard]] line::Context lineContext(const SeatDesk& desk, const Selection* selection = nullptr);

/// What the seat of a desk has in hand now, for its successor.
[[nodiscard]] SeatBrief briefOf(const SeatDesk& desk);

/// The line that would have asked for a command ("D 1A12 0123"; desk.md, *Command line*); empty for those
/// that no line asks for, and for what a screen says by itself (that an order is delivered, and shown).
[[nodiscard]] QString echoLine(const Command& command, const SeatDesk& desk);
/// Of several that one gesture asks for.
[[nodiscard]] QString echoLine(const QList<Command>& commands, const SeatDesk& desk);

} // namespace tridesk
