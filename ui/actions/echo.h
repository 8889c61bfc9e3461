// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"

#include <QString>

namespace tridesk {

class Situation;

/// The line that would have asked for a command ("D 1A12 0123"; desk.md, *Command line*); empty for those
/// that no line asks for.
[[nodiscard]] QString echoLine(const Command& command, const Situation& situation);

} // namespace tridesk
