// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"

#include <QTimeZone>

#include <optional>

/// Times as a line has them.
namespace tridesk::line {

/// "10" and "10m" minutes, "90s", "2h", "1500ms"; at most a year.
[[nodiscard]] std::optional<Milliseconds> readDuration(const QString& word);
[[nodiscard]] QString writeDuration(Milliseconds duration);

/// A duration from now, or the next "18:00", "18:00:30", "18:00:30.250" in the zone, or an ISO time in UTC.
[[nodiscard]] std::optional<Instant> readUntil(const QString& word, Instant now, const QTimeZone& zone);
/// The shortest of the clock times that reads back to the same instant.
[[nodiscard]] QString writeUntil(Instant until, Instant now, const QTimeZone& zone);

} // namespace tridesk::line
