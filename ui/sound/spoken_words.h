// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/alert_watch.h"

#include <QString>

namespace tridesk {

class Situation;

namespace sound {

/// What is said aloud, short enough to be heard while looking away, in the language that is set. Of a
/// sensitive incident no place is said: a voice is heard by everybody in the room.
[[nodiscard]] QString spokenWords(const Situation& situation, const Alert& alert);

/// "Emergency", 紧急求助: the family, as the sheet of sounds calls it.
[[nodiscard]] QString familyName(AlertFamily family);

} // namespace sound
} // namespace tridesk
