// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"

#include <QTimeZone>

#include <optional>

namespace tridesk {

/// A time as lists write it: ISO 8601, "2018-05-01 00:10:28", "5/3/2019 5:07", "10062011 003837",
/// "2026年11月21日 08:15", seconds or milliseconds since 1970. `zone` is taken where none is named. A local
/// time that did not exist (summer time began) is moved on by the gap, one that came twice is the first.
[[nodiscard]] std::optional<Instant> timeInFile(const QString& text, const QTimeZone& zone);

} // namespace tridesk
