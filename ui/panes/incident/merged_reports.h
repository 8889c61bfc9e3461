// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/incident.h"

#include <QStringList>

namespace tridesk {

class SeatDesk;

/// "李 13800000000": name and number, as far as both are known.
[[nodiscard]] QString callerText(const Caller& caller);

/// The other reports of an incident, each with its number and who called, as this seat may know it: callers
/// who are confidential here are not named, a report that may not be read at all is left out.
[[nodiscard]] QStringList mergedReports(const SeatDesk& desk, const Incident& master);

} // namespace tridesk
