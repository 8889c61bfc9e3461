// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/line/script.h"

namespace tridesk {

/// Reads a script (app/line/script.h) off the disk, its dates in the zone of this machine, as incident
/// numbers count days. One line on failure: file, line, field, value, why.
[[nodiscard]] std::expected<line::Script, QString> loadScript(const QString& path);

/// Nothing is played into a journal whose newest entry was recorded later than what is played: it would stand
/// before what was there. One line.
[[nodiscard]] std::expected<void, QString> mayPlayFrom(Instant begin, Instant newest);

} // namespace tridesk
