// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/live_desk.h"

namespace tridesk::test {

/// Puts a busy hour on a desk: incidents of every level and stage, some late, around a place; units in every
/// status. Returns the incident that 1A12 works on, under way to it.
IncidentId playBusyHour(LiveDesk& live, GeoPoint centre);

/// Puts a bad night on a desk: forty open incidents, six of them late, nine with a unit, and a crew in an
/// emergency that nobody has taken yet. Returns a late one.
IncidentId playBadNight(LiveDesk& live, GeoPoint centre);

} // namespace tridesk::test
